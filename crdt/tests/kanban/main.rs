//! Action plans: written by people and by the server, read by everybody, taken away and brought in as files.

mod bring;
mod files;
mod foreign;
mod golden;
mod plans;
mod read;
mod write;
