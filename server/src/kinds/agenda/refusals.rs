//! What the conduct of a workshop does not allow, and how people are told.

use crate::problem::refusals;

refusals! {
    /// No agenda was chosen.
    NO_AGENDA: 409 "no_agenda" {
        fr: "Choisissez d’abord le déroulé à suivre.",
        en: "First choose the agenda to follow.",
    }
    /// The document is no agenda of this workshop that is in use.
    NOT_AN_AGENDA: 409 "not_an_agenda" {
        fr: "Ce déroulé n’est pas dans cet atelier, ou il est rangé. Choisissez-en un autre.",
        en: "This agenda is not in this workshop, or it was put away. Choose another one.",
    }
    /// No step runs.
    NOTHING_RUNS: 409 "nothing_runs" {
        fr: "Aucune étape n’est en cours. Commencez-en une.",
        en: "No step is running. Start one.",
    }
    /// There is no such step in a day of the agenda.
    NO_SUCH_STEP: 409 "no_such_step" {
        fr: "Cette étape n’est dans aucune journée du déroulé. Ajoutez-la d’abord à une journée.",
        en: "This step is in no day of the agenda. Add it to a day first.",
    }
    /// Nothing was before it.
    FIRST_STEP: 409 "first_step" {
        fr: "C’est la première étape de la journée.",
        en: "This is the first step of the day.",
    }
}
