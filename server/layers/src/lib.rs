//! Which module of a crate imports which: for the tests that hold a crate to the order of its folders.
//!
//! A test writes the order down once, lowest floor first, and asserts that [`Sources::against`] finds nothing. What is
//! inside `#[cfg(test)]` and in folders called `tests` does not count: a test may look at everything.

mod imports;
mod names;
mod sources;
mod text;

pub use sources::{Arrow, Sources};
