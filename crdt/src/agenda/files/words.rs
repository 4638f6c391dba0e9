//! The words of exports.

use crate::agenda::StepKind;
use crate::language::Language;

/// What stands in exports.
pub(super) struct Words {
    /// Between the cells of a table, as the spreadsheets of the country expect it.
    pub(super) separator: char,
    pub(super) day: &'static str,
    pub(super) date: &'static str,
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) minutes: &'static str,
    pub(super) step: &'static str,
    pub(super) kind: &'static str,
    pub(super) nothing: &'static str,
    pub(super) waiting: &'static str,
}

impl Language {
    pub(super) fn agenda_words(self) -> &'static Words {
        match self {
            Self::French => &FRENCH,
            Self::English => &ENGLISH,
        }
    }

    /// What a kind of step is called.
    pub(super) fn step_kind(self, kind: StepKind) -> &'static str {
        let [french, english] = match kind {
            StepKind::Welcome => ["Accueil", "Welcome"],
            StepKind::Round => ["Tour", "Round"],
            StepKind::Input => ["Apport", "Input"],
            StepKind::Practice => ["Atelier", "Practice"],
            StepKind::Break => ["Pause", "Break"],
            StepKind::Documentation => ["Documentation", "Documentation"],
            StepKind::Closing => ["Clôture", "Closing"],
        };
        match self {
            Self::French => french,
            Self::English => english,
        }
    }
}

const FRENCH: Words = Words {
    separator: ';',
    day: "Jour",
    date: "Date",
    from: "De",
    to: "À",
    minutes: "Minutes",
    step: "Étape",
    kind: "Sorte",
    nothing: "Rien n’est prévu.",
    waiting: "À placer",
};

const ENGLISH: Words = Words {
    separator: ',',
    day: "Day",
    date: "Date",
    from: "From",
    to: "To",
    minutes: "Minutes",
    step: "Step",
    kind: "Kind",
    nothing: "Nothing is planned.",
    waiting: "Still to be placed",
};
