//! What a file would bring.

use crdt::kanban::foreign::Loss;
use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

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

/// Something that cannot come.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct LossView {
    /// A word for what it is, such as `attachments`.
    what: &'static str,
    /// How many.
    count: usize,
}

impl From<(Loss, usize)> for LossView {
    fn from((what, count): (Loss, usize)) -> Self {
        let what = what.as_str();
        Self { what, count }
    }
}
