//! What the `atelier` command does: serving, checking, backing up, restoring.

pub mod backup;
mod banner;
pub mod check;
pub mod cli;
mod host_socket;
pub mod logs;
mod progress_bar;
pub mod serve;
