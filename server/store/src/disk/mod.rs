//! The database file and its one writer: opening, locking, committing, folding back the log, a full disk.

pub(crate) mod ask;
pub(crate) mod ballast;
pub(crate) mod checkpoint;
pub(crate) mod connection;
pub(crate) mod copying;
pub(crate) mod erase;
pub(crate) mod file_system;
pub(crate) mod inspection;
pub(crate) mod job;
pub(crate) mod judged;
pub(crate) mod lock;
pub(crate) mod migrations;
pub(crate) mod names;
pub(crate) mod open;
pub(crate) mod privacy;
pub(crate) mod progress;
pub(crate) mod rewrite;
pub(crate) mod salvage;
pub(crate) mod state;
pub(crate) mod time;
pub(crate) mod traces;
pub(crate) mod transaction;
pub(crate) mod writer;
