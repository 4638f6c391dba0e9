//! A facilitator looks at notes: accepts those that wait, and takes shown ones off the wall.

use super::{WallError, key, note, wall};
use crate::{
    DocumentId, NoteId, NoteState, ParticipantId, Store, disk::job::Necessity, people::contributors,
};

impl Store {
    /// Accepts a note that waits. The answer is its author, who is to be told. One that is shown stays so.
    pub async fn accept_note(
        &self,
        document: DocumentId,
        id: NoteId,
    ) -> Result<Option<ParticipantId>, WallError> {
        self.judge_note(document, id, NoteState::Shown).await
    }

    /// Does not accept a note that waits, or takes a shown one off the wall; its author keeps it. The answer is its author, who
    /// is to be told.
    pub async fn refuse_note(
        &self,
        document: DocumentId,
        id: NoteId,
    ) -> Result<Option<ParticipantId>, WallError> {
        self.judge_note(document, id, NoteState::Refused).await
    }

    async fn judge_note(
        &self,
        document: DocumentId,
        id: NoteId,
        state: NoteState,
    ) -> Result<Option<ParticipantId>, WallError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            wall::get_open(connection, document)?;
            let found = note::get(connection, document, id)?;
            let is_judged = matches!(found.own.state, NoteState::Waiting | NoteState::Shown);
            if !is_judged {
                return Err(WallError::NotFound);
            }
            note::put_state(connection, id, state)?;
            let key = key::find(connection, document)?.ok_or(WallError::Ended)?;
            let everybody = contributors::everybody(connection, document)?;
            let is_author = |who: &ParticipantId| key.person(*who) == found.person;
            Ok(everybody.into_iter().find(is_author))
        })
        .await
    }
}
