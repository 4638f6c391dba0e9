//! What a wall begins with.

use crate::language::Language;

/// What a wall begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// What people expect, bring along and fear.
    Expectations,
    /// One column for anything.
    Empty,
}

impl Template {
    /// What its columns are called, the first one first.
    pub(super) fn columns(self, language: Language) -> &'static [&'static str] {
        match (self, language) {
            (Self::Expectations, Language::French) => {
                &["Ce que j’attends", "Ce que j’apporte", "Ce que je crains"]
            }
            (Self::Expectations, Language::English) => {
                &["What I expect", "What I bring", "What I fear"]
            }
            (Self::Empty, Language::French) => &["Idées"],
            (Self::Empty, Language::English) => &["Ideas"],
        }
    }
}
