//! The dot vote: bricks, rounds, ballots, and the pads that come of it.

pub mod ballots;
pub mod bricks;
mod deadline;
mod document;
pub mod electorate;
mod lookup;
mod open;
pub mod pads;
mod publish;
pub mod refusals;
pub mod rounds;
pub mod settings;
mod show;
mod views;

pub use deadline::close_rounds_in_time;
