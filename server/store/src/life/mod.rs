//! How a space begins, arrives from elsewhere and ends, with everything that is in it.

mod change;
pub(crate) mod ending;
mod future;
pub(crate) mod import;
pub(crate) mod removal;
pub(crate) mod structure;
pub(crate) mod traces;
pub(crate) mod workshop;
