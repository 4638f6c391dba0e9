//! The vocabulary of the end-to-end tests: a real server, people on it, and what may go wrong.

pub mod attack;
pub mod binary;
pub mod cgroup;
pub mod client;
pub mod deadline;
pub mod dice;
pub mod person;
pub mod process;
pub mod server;
pub mod siege;
pub mod team;
pub mod typist;
pub mod visitor;
pub mod workshop;
pub mod writer;
