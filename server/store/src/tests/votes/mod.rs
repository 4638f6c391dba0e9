//! Stories about votes.

mod ballots;
mod crowd;
mod histories;
mod poll;
mod rounds;
mod secrecy;
mod traces;
mod without_device;
