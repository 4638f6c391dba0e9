//! Reads untrusted bytes front to back; every length is checked before it is used.
