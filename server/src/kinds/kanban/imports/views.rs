//! What a file would bring.

use crdt::kanban::foreign::{Found, Loss, Note};
use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

use crate::views::LossView;

/// What a file of another tool holds, and what of it cannot come.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ImportView {
    /// Which tool it comes from: `trello`, `wekan`, `wekan-csv`, `kanboard`, `deck` or `csv`.
    pub(super) format: String,
    /// How many columns it has.
    pub(super) columns: usize,
    /// How many cards it has.
    pub(super) cards: usize,
    /// Whom it names.
    pub(super) people: Vec<ImportedPersonView>,
    /// What cannot come.
    pub(super) lost: Vec<LossView>,
    /// What comes otherwise than it stands in the file, or was thrown away there.
    pub(super) noted: Vec<NoteView>,
    /// Whether it is in the plan now; else nothing was changed.
    pub(super) applied: bool,
}

/// Somebody whom a file names.
#[derive(Debug, PartialEq, Eq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ImportedPersonView {
    /// What the file calls them.
    pub(super) name: String,
    /// Of how many cards they are in charge.
    pub(super) cards: usize,
    /// Somebody of the space with the same name, or else with the same first name.
    pub(super) participant: Option<String>,
}

/// Something to know before it comes.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct NoteView {
    /// A word for what it is, such as `without_column`.
    what: &'static str,
    /// How many.
    count: usize,
    /// What a few of them are called in the file, or how they are written there.
    names: Vec<String>,
}

impl ImportView {
    /// What is found in a file that names these people.
    pub(super) fn of(found: &Found, people: Vec<ImportedPersonView>) -> Self {
        let loss = |(what, count): (Loss, usize)| LossView {
            what: what.as_str(),
            count,
            names: found.losses.names(what).to_vec(),
        };
        let note = |(what, count): (Note, usize)| NoteView {
            what: what.as_str(),
            count,
            names: found.notes.names(what).to_vec(),
        };
        Self {
            format: found.format.as_str().to_owned(),
            columns: found.kanban.columns.len(),
            cards: found.kanban.cards.len(),
            people,
            lost: found.losses.all().map(loss).collect(),
            noted: found.notes.all().map(note).collect(),
            applied: false,
        }
    }
}
