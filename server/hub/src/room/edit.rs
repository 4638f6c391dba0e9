//! What the server itself writes into a document.

use automerge::Automerge;
use automerge::transaction::{CommitOptions, Transaction};

use super::proof::prove;
use super::tick::Written;
use super::{Effect, Room};
use crate::guarded::guarded;

/// Writes into the document, or returns false to leave it as it was.
pub type Edit<'a> = Box<dyn FnOnce(&mut Transaction<'_>) -> bool + 'a>;

/// What came of an [`Edit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// It is on its way to the disk with this commit, and like every change shown to nobody before.
    Committing(u64),
    /// The document is as it was: the edit changed nothing, or would not.
    Nothing,
    /// A commit is under way or the room was given up: ask again when [`Room::is_settled`].
    NotNow,
}

impl Room {
    /// Lets the server change the document, under its own actor and without the limits of the gate.
    ///
    /// An edit that panics, or leaves a document that does not load again, costs the room: see [`Effect::Rebuild`].
    pub fn edit(&mut self, edit: Edit<'_>) -> (Edited, Vec<Effect>) {
        if self.given_up || !self.is_settled() {
            return (Edited::NotNow, Vec::new());
        }
        let edited = match guarded(|| write(&mut self.document, edit)) {
            Ok(true) => self.commit_own(),
            Ok(false) => Edited::Nothing,
            Err(why) => {
                self.give_up(&why);
                Edited::NotNow
            }
        };
        (edited, std::mem::take(&mut self.effects))
    }

    fn commit_own(&mut self) -> Edited {
        let Some(change) = self.document.get_last_local_change() else {
            return Edited::Nothing;
        };
        if let Err(why) = prove(&self.document, &[], &[change.hash()]) {
            self.give_up(&why);
            return Edited::NotNow;
        }
        let written = Written {
            merge: Some(change),
            bundle: None,
        };
        self.begin_commit(&[], written);
        Edited::Committing(self.commits)
    }
}

/// Returns whether there is a new change.
fn write(document: &mut Automerge, edit: Edit<'_>) -> bool {
    let mut transaction = document.transaction();
    if !edit(&mut transaction) {
        transaction.rollback();
        return false;
    }
    let (change, _) = transaction.commit_with(CommitOptions::default());
    change.is_some()
}
