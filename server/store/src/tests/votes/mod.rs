//! Stories about votes.

mod ballots;
mod crowd;
mod drafts;
mod electorate;
mod full_disk;
mod histories;
mod model;
pub mod poll;
mod rounds;
mod secrecy;
mod telling;
mod traces;
mod twins;
mod without_device;
