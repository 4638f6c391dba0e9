//! The vocabulary of the end-to-end tests.
