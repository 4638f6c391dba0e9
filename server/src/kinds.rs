//! What each kind of document needs of the server beside its contents.

pub mod kanban;
pub mod vote;
