//! A vote and who asks for something about it; how its document is read and written.

use automerge::transaction::Transaction;
use crdt::vote::{self, Vote, WriteError};
use store::{DocumentId, Member, SpaceId};

use super::refusals;
use crate::app::App;
use crate::problem::Problem;
use crate::request::refused_by_store::TOO_MANY;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Where a vote is.
#[derive(Debug, Clone, Copy)]
pub(super) struct VoteAddress {
    pub(super) space: SpaceId,
    pub(super) document: DocumentId,
}

impl VoteAddress {
    /// The vote as it is on disk.
    pub(super) async fn read(self, app: &App) -> Result<Vote, Problem> {
        let read = app.rooms.read(self.space, self.document, vote::read);
        Ok(read.await?)
    }

    /// Writes into the document; answers when that is on disk.
    pub(super) async fn write<T: Send + 'static>(
        self,
        app: &App,
        write: impl FnOnce(&mut Transaction<'_>) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        Ok(app.rooms.edit(self.space, self.document, write).await?)
    }
}

/// The person who asks for something at a vote, and may.
#[derive(Clone, Copy)]
pub(super) struct AtVote {
    pub(super) vote: VoteAddress,
    pub(super) member: Member,
}

impl AtVote {
    /// Lets through who may do this at this vote.
    ///
    /// # Errors
    /// Alike for what is not there, no vote, or not allowed.
    pub(super) async fn may(
        deed: Deed,
        session: &Session,
        app: &App,
        id: &str,
    ) -> Result<Self, Problem> {
        let access = session.at(app, vote::KIND, id, deed).await?;
        let vote = VoteAddress {
            space: access.member.space,
            document: access.document,
        };
        Ok(Self {
            vote,
            member: access.member,
        })
    }

    /// Whether the one who asks holds the vote.
    pub(super) fn is_facilitator(&self) -> bool {
        self.member.role >= Deed::HoldVote.least_role(self.member.kind)
    }
}

impl From<WriteError> for Problem {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Missing(_) => Self::NOT_FOUND,
            WriteError::Full => TOO_MANY,
            WriteError::Circle => refusals::GROUPING,
            WriteError::Automerge(why) => {
                tracing::error!(why, "a vote could not be written");
                Self::INTERNAL
            }
        }
    }
}
