//! Spaces and who is in them: people, their roles, the links and codes they came by, their browsers.

pub(crate) mod access;
pub(crate) mod bars;
pub(crate) mod closing;
pub(crate) mod code;
pub(crate) mod contributors;
pub(crate) mod door;
pub(crate) mod expected;
pub(crate) mod links;
pub(crate) mod person;
pub(crate) mod screens;
pub(crate) mod sessions;
pub(crate) mod spaces;
pub(crate) mod tokens;
