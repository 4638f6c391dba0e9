//! What is shown of a wall beside its document: what everybody may know, and what only the one who asks may.

use serde::{Deserialize, Serialize};
use store::{Fulfilment, NoteState, OwnNote, WallNote};
use ts_rs::TS;
use utoipa::ToSchema;

/// Who sees a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "lowercase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum NoteStateView {
    /// Its author alone, until all are revealed.
    Held,
    /// Its author and those who facilitate, who are to accept it.
    Waiting,
    /// Its author alone: it was not accepted, or taken off the wall.
    Refused,
    /// Everybody.
    Shown,
}

/// What somebody says at the end of what they expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "lowercase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum FulfilmentView {
    /// It was met.
    Met,
    /// It was met in part.
    Partly,
    /// It was not.
    Unmet,
}

/// A note of the one who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct OwnNoteView {
    /// Its name.
    id: String,
    /// What is on it.
    text: String,
    /// The column it was written under.
    column: String,
    /// Who else sees it.
    state: NoteStateView,
    /// What they said of it at the end; null for nothing.
    fulfilment: Option<FulfilmentView>,
}

/// A note that waits for a facilitator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct WaitingNoteView {
    /// Its name.
    id: String,
    /// What is on it.
    text: String,
    /// The column it was written under.
    column: String,
    /// Who wrote it; null on a wall without names.
    by: Option<String>,
}

/// A wall as the one who asks may see it. What everybody sees stands in the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct WallView {
    /// How many notes there are, hidden ones included.
    pub(super) notes: u32,
    /// Of how many their author has said what became of them.
    pub(super) fulfilled: u32,
    /// The notes of the one who asks, in no order that means anything. None of a wall that has ended.
    pub(super) mine: Vec<OwnNoteView>,
    /// What waits for a facilitator; null for whoever is none.
    pub(super) waiting: Option<Vec<WaitingNoteView>>,
}

impl From<OwnNote> for OwnNoteView {
    fn from(
        OwnNote {
            note,
            state,
            fulfilment,
        }: OwnNote,
    ) -> Self {
        Self {
            id: note.id.to_string(),
            text: note.body,
            column: note.column,
            state: state.into(),
            fulfilment: fulfilment.map(FulfilmentView::from),
        }
    }
}

impl From<WallNote> for WaitingNoteView {
    fn from(WallNote { note, by }: WallNote) -> Self {
        Self {
            id: note.id.to_string(),
            text: note.body,
            column: note.column,
            by: by.map(|who| who.to_string()),
        }
    }
}

impl From<NoteState> for NoteStateView {
    fn from(state: NoteState) -> Self {
        match state {
            NoteState::Held => Self::Held,
            NoteState::Waiting => Self::Waiting,
            NoteState::Refused => Self::Refused,
            NoteState::Shown => Self::Shown,
        }
    }
}

impl From<Fulfilment> for FulfilmentView {
    fn from(fulfilment: Fulfilment) -> Self {
        match fulfilment {
            Fulfilment::Met => Self::Met,
            Fulfilment::Partly => Self::Partly,
            Fulfilment::Unmet => Self::Unmet,
        }
    }
}

impl From<FulfilmentView> for Fulfilment {
    fn from(fulfilment: FulfilmentView) -> Self {
        match fulfilment {
            FulfilmentView::Met => Self::Met,
            FulfilmentView::Partly => Self::Partly,
            FulfilmentView::Unmet => Self::Unmet,
        }
    }
}
