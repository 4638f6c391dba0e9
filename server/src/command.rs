//! What the `atelier` command does: serving, checking, backing up, restoring, and what a host sees and does.

pub mod backup;
mod banner;
pub mod check;
pub mod cli;
pub mod doctor;
mod host_socket;
pub mod logs;
mod progress_bar;
pub mod serve;
pub mod spaces;
mod speech;
