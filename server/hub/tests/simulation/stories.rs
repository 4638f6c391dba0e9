//! What people live through, one thing at a time.
