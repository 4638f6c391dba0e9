//! What the server itself writes into a document: asked for from outside, answered when it is on disk.

use std::collections::VecDeque;

use automerge::transaction::Transaction;
use crdt::kind::Complete;
use hub::Edited;
use store::{DocumentId, SpaceId};
use tokio::sync::oneshot;
use tokio::task::block_in_place;

use super::keeper::Keeper;
use super::{Order, ReadError, Rooms};

/// Why the server's edit did not happen.
#[derive(Debug, thiserror::Error)]
pub enum EditError<E> {
    /// The document does not allow it; nothing was written.
    #[error("the edit was refused")]
    Refused(E),
    /// The document cannot be opened or written now.
    #[error(transparent)]
    Unavailable(#[from] ReadError),
}

/// An edit that waits for its turn. What it does says whether to keep what it wrote.
pub(crate) struct Wish {
    edit: Box<dyn FnOnce(&mut Transaction<'_>) -> bool + Send>,
    answer: oneshot::Sender<Result<(), ReadError>>,
}

impl Wish {
    /// The server's own wish to complete a document: nobody waits for it, and what fails is wished again at the next opening.
    pub(super) fn to_complete(complete: Complete) -> Self {
        let (answer, _) = oneshot::channel();
        let edit = Box::new(move |transaction: &mut Transaction<'_>| {
            complete(transaction).unwrap_or_else(|error| {
                tracing::error!(%error, "a document could not be completed");
                false
            })
        });
        Self { edit, answer }
    }

    /// Answers somebody whose document cannot be opened.
    pub(super) fn refuse(self, why: ReadError) {
        // Who asked may be gone.
        drop(self.answer.send(Err(why)));
    }
}

impl Rooms {
    /// Lets the server write into a document. Answers when the edit is on disk, or at once when it was refused.
    ///
    /// # Errors
    /// What the edit says, with nothing written; or that the document cannot be written now.
    pub async fn edit<T: Send + 'static, E: Send + 'static>(
        &self,
        space: SpaceId,
        document: DocumentId,
        edit: impl FnOnce(&mut Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, EditError<E>> {
        let (tell, told) = oneshot::channel();
        let (answer, answered) = oneshot::channel();
        let edit = Box::new(move |transaction: &mut Transaction<'_>| {
            let outcome = edit(transaction);
            let is_kept = outcome.is_ok();
            tell.send(outcome).is_ok() && is_kept
        });
        self.send(space, document, Order::Edit(Wish { edit, answer }))
            .await;
        answered.await.unwrap_or(Err(ReadError::Unavailable))?;
        match told.await {
            Ok(outcome) => outcome.map_err(EditError::Refused),
            Err(_) => Err(ReadError::Unavailable.into()),
        }
    }
}

/// The edits a room was asked for, in their order.
#[derive(Default)]
pub(super) struct Wishes {
    waiting: VecDeque<Wish>,
    /// The one that is being written: its commit, and who waits for it.
    writing: Option<(u64, oneshot::Sender<Result<(), ReadError>>)>,
}

impl Wishes {
    pub(super) fn push(&mut self, wish: Wish) {
        self.waiting.push_back(wish);
    }

    pub(super) fn committed(&mut self, commit: u64) {
        if let Some((_, answer)) = self.writing.take_if(|(number, _)| *number == commit) {
            drop(answer.send(Ok(())));
        }
    }

    /// The disk is full: the room goes on trying, but nobody is left waiting for it.
    pub(super) fn fail(&mut self) {
        let writing = self.writing.take().map(|(_, answer)| answer);
        let waiting = self.waiting.drain(..).map(|wish| wish.answer);
        for answer in writing.into_iter().chain(waiting) {
            drop(answer.send(Err(ReadError::Unavailable)));
        }
    }
}

impl Keeper<'_> {
    /// Carries out the edits that wait, until one has to be written first.
    pub(super) fn grant_wishes(&mut self) {
        while self.room.is_settled() && !self.rebuild {
            let Some(Wish { edit, answer }) = self.wishes.waiting.pop_front() else {
                return;
            };
            let (edited, effects) = block_in_place(|| self.room.edit(edit));
            for effect in effects {
                self.carry_out(effect);
            }
            match edited {
                Edited::Committing(commit) => self.wishes.writing = Some((commit, answer)),
                Edited::Nothing => drop(answer.send(Ok(()))),
                Edited::NotNow => drop(answer.send(Err(ReadError::Unavailable))),
            }
        }
    }
}
