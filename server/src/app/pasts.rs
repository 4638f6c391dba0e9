//! Documents whose past somebody looks at: a copy of each is kept for a while, so that whoever moves through it asks the
//! room once, and neither those who write nor the next look pay for it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use automerge::{Automerge, ChangeHash};
use crdt::history::History;
use store::{DocumentId, SpaceId};

use super::App;
use crate::budget::shares::Owner;
use crate::clock::now_ms;
use crate::limits::{PAST_IDLE_MAX, PASTS_MAX};
use crate::problem::Problem;

/// A document as it was when it was copied, and all that led there.
#[derive(Clone)]
pub(crate) struct Past {
    pub(crate) document: Arc<Automerge>,
    pub(crate) history: Arc<History>,
}

/// Which copy will do.
pub(crate) enum Copied {
    /// One that holds all that is on disk.
    Now,
    /// One that has these changes.
    With(Vec<ChangeHash>),
    /// Whichever there is.
    Once,
}

/// The copies that are kept, the one used last at the end.
#[derive(Default)]
pub struct Pasts(Mutex<Vec<Kept>>);

struct Kept {
    document: DocumentId,
    past: Past,
    used: Instant,
}

impl App {
    /// Shows somebody the past of a document, on a thread for heavy work.
    ///
    /// # Errors
    /// When the document cannot be read, or too much heavy work waits.
    pub(crate) async fn look_back<T: Send + 'static>(
        &self,
        (owner, space, document): (Owner, SpaceId, DocumentId),
        copied: Copied,
        look: impl FnOnce(&Past) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let turn = self.heavy.turn(owner).await?;
        let kept = self.pasts.of(document);
        let will_do = match (&kept, copied) {
            (None, _) => false,
            (Some(past), Copied::Now) => {
                let heads = self
                    .rooms
                    .read(space, document, Automerge::get_heads)
                    .await?;
                past.history.heads() == heads
            }
            (Some(past), Copied::With(heads)) => past.history.knows(&heads),
            (Some(_), Copied::Once) => true,
        };
        let fresh = match will_do {
            true => None,
            false => Some(self.rooms.read(space, document, Automerge::clone).await?),
        };
        let (past, seen) = turn
            .run(move || {
                let past = followed(kept, fresh);
                let seen = look(&past);
                (past, seen)
            })
            .await?;
        self.pasts.keep(document, past, Instant::now());
        Ok(seen)
    }
}

/// What is kept, brought to the copy when there is one.
fn followed(kept: Option<Past>, fresh: Option<Automerge>) -> Past {
    match (kept, fresh) {
        (Some(past), None) => past,
        (kept, fresh) => {
            let document = fresh.unwrap_or_default();
            let known = kept.filter(|past| has(&document, past.history.heads()));
            let mut history =
                known.map_or_else(History::default, |past| Arc::unwrap_or_clone(past.history));
            history.follow(
                &document,
                i64::try_from(now_ms() / 1_000).unwrap_or(i64::MAX),
            );
            Past {
                document: Arc::new(document),
                history: Arc::new(history),
            }
        }
    }
}

/// A document that was mended may have lost changes.
fn has(document: &Automerge, heads: &[ChangeHash]) -> bool {
    let mut heads = heads.iter();
    heads.all(|head| document.get_change_meta_by_hash(head).is_some())
}

impl Pasts {
    fn of(&self, document: DocumentId) -> Option<Past> {
        let kept = self.kept();
        let found = kept.iter().find(|kept| kept.document == document);
        found.map(|kept| kept.past.clone())
    }

    /// Keeps a copy in the place of an older one, and lets go of what nobody looked at for long.
    fn keep(&self, document: DocumentId, past: Past, now: Instant) {
        let mut kept = self.kept();
        kept.retain(|each| {
            each.document != document && now.saturating_duration_since(each.used) < PAST_IDLE_MAX
        });
        if kept.len() >= PASTS_MAX {
            kept.remove(0);
        }
        kept.push(Kept {
            document,
            past,
            used: now,
        });
    }

    /// Lets go of what nobody looked at for long.
    pub fn tidy(&self, now: Instant) {
        let is_used = |each: &Kept| now.saturating_duration_since(each.used) < PAST_IDLE_MAX;
        self.kept().retain(is_used);
    }

    fn kept(&self) -> MutexGuard<'_, Vec<Kept>> {
        // Consistent between any two statements, so a poisoned lock is still good.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
