//! Stories about votes.

mod ballots;
mod crowd;
mod drafts;
mod full_disk;
mod histories;
mod model;
mod poll;
mod rounds;
mod secrecy;
mod traces;
mod twins;
mod without_device;
