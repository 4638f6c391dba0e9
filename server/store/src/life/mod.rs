//! How a space begins, arrives from elsewhere and ends, with everything that is in it; and how parts of it are deleted.

mod change;
mod deletion;
pub(crate) mod ending;
mod future;
pub(crate) mod import;
pub(crate) mod overview;
pub(crate) mod removal;
pub(crate) mod structure;
pub(crate) mod workshop;
