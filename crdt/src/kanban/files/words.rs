//! The words of exports.

use crate::language::Language;

impl Language {
    pub(super) fn kanban_words(self) -> &'static Words {
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
    pub(super) title: &'static str,
    pub(super) description: &'static str,
    pub(super) column: &'static str,
    pub(super) people: &'static str,
    pub(super) labels: &'static str,
    pub(super) start: &'static str,
    pub(super) due: &'static str,
    pub(super) done: &'static str,
    pub(super) done_on: &'static str,
    pub(super) checks: &'static str,
    pub(super) comments: &'static str,
    pub(super) attachments: &'static str,
    pub(super) created: &'static str,
    pub(super) updated: &'static str,
    pub(super) archived: &'static str,
    pub(super) yes: &'static str,
    pub(super) nothing: &'static str,
    /// Between a word and what it is about.
    pub(super) colon: &'static str,
    /// For somebody who is not known any more.
    pub(super) someone: &'static str,
}

const FRENCH: Words = Words {
    separator: ';',
    title: "Titre",
    description: "Description",
    column: "Colonne",
    people: "Responsables",
    labels: "Étiquettes",
    start: "Début",
    due: "Échéance",
    done: "Fait",
    done_on: "Fait le",
    checks: "Liste à cocher",
    comments: "Commentaires",
    attachments: "Pièces jointes",
    created: "Créée le",
    updated: "Modifiée le",
    archived: "Archivée",
    yes: "oui",
    nothing: "Rien ici.",
    colon: "\u{a0}: ",
    someone: "Quelqu’un",
};

const ENGLISH: Words = Words {
    separator: ',',
    title: "Title",
    description: "Description",
    column: "Column",
    people: "In charge",
    labels: "Labels",
    start: "Start",
    due: "Due",
    done: "Done",
    done_on: "Done on",
    checks: "Check-list",
    comments: "Comments",
    attachments: "Attachments",
    created: "Created",
    updated: "Updated",
    archived: "Archived",
    yes: "yes",
    nothing: "Nothing here.",
    colon: ": ",
    someone: "Somebody",
};
