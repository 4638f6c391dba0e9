//! What is left in a data directory of something that was erased: for the tests that promise that nothing is.
//!
//! Tables and columns are found in the database itself, so that a table added later is looked through without being
//! named anywhere.

mod files;
mod needles;
mod tables;

pub use files::in_files;
pub use needles::Needles;
pub use tables::{in_tables, tables};
