//! The words of exports.

use crate::language::Language;
use crate::wall::Outcome;

impl Language {
    /// The words of walls in this language.
    pub(super) fn wall_words(self) -> &'static Words {
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
    pub(super) column: &'static str,
    pub(super) group: &'static str,
    pub(super) note: &'static str,
    pub(super) by: &'static str,
    /// What stands for a group without a name.
    pub(super) unnamed_group: &'static str,
    /// A column without notes.
    pub(super) nothing: &'static str,
    pub(super) outcome: fn(Outcome) -> String,
}

const FRENCH: Words = Words {
    separator: ';',
    column: "Colonne",
    group: "Groupe",
    note: "Note",
    by: "Par",
    unnamed_group: "Groupe sans nom",
    nothing: "Rien ici.",
    outcome: |Outcome { met, partly, unmet }| {
        format!("À la fin : {met} satisfaites, {partly} en partie, {unmet} non satisfaites.")
    },
};

const ENGLISH: Words = Words {
    separator: ',',
    column: "Column",
    group: "Group",
    note: "Note",
    by: "By",
    unnamed_group: "Group without a name",
    nothing: "Nothing here.",
    outcome: |Outcome { met, partly, unmet }| {
        format!("At the end: {met} met, {partly} partly, {unmet} not met.")
    },
};
