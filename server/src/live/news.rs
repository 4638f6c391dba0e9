//! What changed in spaces since it was last announced.

use std::collections::HashSet;

use store::{ParticipantId, SpaceId};

use super::{Live, SocketInSpace};

/// What changed in one space since the last announcement.
pub(crate) struct News {
    pub(crate) space: SpaceId,
    pub(crate) people: HashSet<ParticipantId>,
    pub(crate) documents: bool,
    pub(crate) itself: bool,
    pub(crate) audience: Vec<SocketInSpace>,
}

impl Live {
    /// Waits until something changed somewhere.
    pub(crate) async fn news(&self) {
        self.0.news.notified().await;
    }

    /// Takes what changed; spaces nobody looks at are forgotten.
    pub(crate) fn gather(&self) -> Vec<News> {
        let mut spaces = self.spaces();
        let news = spaces.iter_mut().filter(|(_, space)| space.has_news());
        let news = news
            .map(|(&id, space)| News {
                space: id,
                people: std::mem::take(&mut space.people_changed),
                documents: std::mem::take(&mut space.documents_changed),
                itself: std::mem::take(&mut space.itself_changed),
                audience: space.sockets.values().cloned().collect(),
            })
            .collect();
        spaces.retain(|_, space| !space.sockets.is_empty());
        news
    }
}
