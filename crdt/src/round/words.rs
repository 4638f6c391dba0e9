//! The words of exports.

use super::Asking;
use crate::language::Language;

impl Language {
    /// The words of rounds in this language.
    pub(super) fn round_words(self) -> &'static Words {
        match self {
            Self::French => &FRENCH,
            Self::English => &ENGLISH,
        }
    }
}

/// What stands in exports.
pub(super) struct Words {
    /// Between the cells of a table, as the spreadsheets of the country expect it.
    pub(super) separator: char,
    asking: &'static str,
    pub(super) asked: &'static str,
    pub(super) answer: &'static str,
    pub(super) people: &'static str,
    pub(super) difference: &'static str,
    pub(super) words: &'static str,
    pub(super) word: &'static str,
    pub(super) answers: fn(u32) -> String,
}

impl Words {
    /// What an asking is called.
    pub(super) fn name(&self, asking: &Asking) -> String {
        if asking.name.is_empty() {
            format!("{} {}", self.asking, asking.number)
        } else {
            asking.name.clone()
        }
    }
}

const FRENCH: Words = Words {
    separator: ';',
    asking: "Fois",
    asked: "Fois",
    answer: "Réponse",
    people: "Personnes",
    difference: "Écart",
    words: "En quelques mots",
    word: "Mot",
    answers: |count| match count {
        0 | 1 => format!("{count} réponse"),
        _ => format!("{count} réponses"),
    },
};

const ENGLISH: Words = Words {
    separator: ',',
    asking: "Time",
    asked: "Time",
    answer: "Answer",
    people: "People",
    difference: "Difference",
    words: "In a few words",
    word: "Word",
    answers: |count| match count {
        1 => "1 answer".to_owned(),
        _ => format!("{count} answers"),
    },
};
