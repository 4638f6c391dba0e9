//! The dot vote: bricks, rounds, ballots, and the pads that come of it.

pub mod ballots;
pub mod bricks;
mod deadline;
mod document;
mod fault;
mod open;
pub mod pads;
mod publish;
pub mod rounds;
pub mod settings;
mod show;
mod views;

use store::Language;

pub use deadline::close_rounds_in_time;
pub use fault::VoteFault;

/// The language of the built-in bricks and of exports.
pub(super) fn language(of_space: Language) -> crdt::vote::Language {
    match of_space {
        Language::French => crdt::vote::Language::French,
        Language::English => crdt::vote::Language::English,
    }
}
