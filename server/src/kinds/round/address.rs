//! A round and who asks for something about it; how its document is read and written.

use automerge::transaction::Transaction;
use crdt::round::{self, Round, WriteError};
use store::{AskingId, DocumentId, Member, SpaceId};

use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Where a round is.
#[derive(Debug, Clone, Copy)]
pub(super) struct RoundAddress {
    pub(super) space: SpaceId,
    pub(super) document: DocumentId,
}

impl RoundAddress {
    /// The round as it is on disk.
    pub(super) async fn read(self, app: &App) -> Result<Round, Problem> {
        let read = app.rooms.read(self.space, self.document, round::read);
        Ok(read.await?)
    }

    /// Writes into the document; answers when that is on disk.
    pub(super) async fn write(
        self,
        app: &App,
        write: impl FnOnce(&mut Transaction<'_>) -> Result<(), Problem> + Send + 'static,
    ) -> Result<(), Problem> {
        Ok(app.rooms.edit(self.space, self.document, write).await?)
    }
}

/// The person who asks for something at a round, and may.
#[derive(Clone, Copy)]
pub(super) struct AtRound {
    pub(super) round: RoundAddress,
    pub(super) member: Member,
}

impl AtRound {
    /// Lets through who may do this at this round.
    ///
    /// # Errors
    /// Alike for what is not there, no round, or not allowed.
    pub(super) async fn may(
        deed: Deed,
        session: &Session,
        app: &App,
        id: &str,
    ) -> Result<Self, Problem> {
        let access = session.at(app, round::KIND, id, deed).await?;
        let round = RoundAddress {
            space: access.member.space,
            document: access.document,
        };
        Ok(Self {
            round,
            member: access.member,
        })
    }

    /// Whether the one who asks holds the round.
    pub(super) fn is_facilitator(&self) -> bool {
        self.member.role >= Deed::HoldRound.least_role(self.member.kind)
    }
}

pub(super) fn asking_id(text: &str) -> Result<AskingId, Problem> {
    text.parse().map_err(|_| Problem::NOT_FOUND)
}

impl From<WriteError> for Problem {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Missing(_) => Self::NOT_FOUND,
            WriteError::Automerge(why) => {
                tracing::error!(why, "a round could not be written");
                Self::INTERNAL
            }
        }
    }
}
