//! Documents that somebody outside of their rooms follows: whose space hears that they changed, and not how.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use store::{DocumentId, SpaceId};
use tokio::sync::Notify;

use super::Rooms;

/// One document of a space at most.
#[derive(Default)]
pub(super) struct Followed {
    spaces: Mutex<Spaces>,
    news: Notify,
}

#[derive(Default)]
struct Spaces {
    of: HashMap<DocumentId, SpaceId>,
    changed: HashSet<SpaceId>,
}

impl Followed {
    /// What a document holds changed, and is on disk.
    pub(super) fn committed(&self, document: DocumentId) {
        let mut spaces = self.spaces();
        if let Some(space) = spaces.of.get(&document).copied() {
            spaces.changed.insert(space);
            drop(spaces);
            self.news.notify_one();
        }
    }

    fn spaces(&self) -> MutexGuard<'_, Spaces> {
        // Consistent between any two statements, so a poisoned lock is still good.
        self.spaces.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rooms {
    /// Follows a document of a space, and no longer the one that was followed there.
    pub(crate) fn follow(&self, space: SpaceId, document: DocumentId) {
        let mut spaces = self.0.followed.spaces();
        if spaces.of.get(&document) != Some(&space) {
            spaces.of.retain(|_, of| *of != space);
            spaces.of.insert(document, space);
        }
    }

    /// Waits until a followed document changed.
    pub(crate) async fn followed_changed(&self) {
        self.0.followed.news.notified().await;
    }

    /// The spaces whose followed document changed since this was last asked.
    pub(crate) fn take_changed(&self) -> HashSet<SpaceId> {
        std::mem::take(&mut self.0.followed.spaces().changed)
    }
}
