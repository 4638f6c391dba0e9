//! Everything the binary is made of.
