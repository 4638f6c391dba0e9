//! Copies of the whole database, checking it, and putting a copy back.

pub(crate) mod backup;
pub(crate) mod check;
pub(crate) mod integrity;
pub(crate) mod restore;
