//! The dot vote: bricks, rounds, ballots, and the pads that come of it.

use store::Language;

/// The language of the built-in bricks and of exports.
pub(super) fn language(of_space: Language) -> crdt::vote::Language {
    match of_space {
        Language::French => crdt::vote::Language::French,
        Language::English => crdt::vote::Language::English,
    }
}
