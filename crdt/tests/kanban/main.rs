//! Action plans: written by people and by the server, read by everybody, taken away and brought in as files.

mod bring;
mod chance;
mod files;
mod foreign;
mod golden;
mod read;
mod samples;
mod write;
