//! The vocabulary of the end-to-end tests: a real server, people on it, and what may go wrong.

pub mod attack;
pub mod binary;
pub mod client;
pub mod deadline;
pub mod dice;
pub mod person;
pub mod server;
pub mod team;
pub mod visitor;
pub mod workshop;
pub mod writer;
