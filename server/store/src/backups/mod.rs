//! Copies of the whole database, checking it, mending it, and putting a copy back.

pub(crate) mod backup;
pub(crate) mod check;
pub(crate) mod inspection;
pub(crate) mod integrity;
pub(crate) mod repair;
pub(crate) mod restore;
