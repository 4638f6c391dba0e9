//! A wall and who asks for something about it; how its document is read and written.

use automerge::transaction::Transaction;
use crdt::wall::{self, WriteError};
use store::{DocumentId, Member, NoteId, SpaceId};

use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Where a wall is.
#[derive(Debug, Clone, Copy)]
pub(super) struct WallAddress {
    pub(super) space: SpaceId,
    pub(super) document: DocumentId,
}

impl WallAddress {
    /// The wall as it is on disk.
    pub(super) async fn read(self, app: &App) -> Result<wall::Wall, Problem> {
        let read = app.rooms.read(self.space, self.document, wall::read);
        Ok(read.await?)
    }

    /// Writes into the document; answers when that is on disk.
    pub(super) async fn write(
        self,
        app: &App,
        write: impl FnOnce(&mut Transaction<'_>) -> Result<(), WriteError> + Send + 'static,
    ) -> Result<(), Problem> {
        let write = move |edit: &mut Transaction<'_>| write(edit).map_err(Problem::from);
        Ok(app.rooms.edit(self.space, self.document, write).await?)
    }
}

/// The person who asks for something at a wall, and may.
#[derive(Clone, Copy)]
pub(super) struct AtWall {
    pub(super) wall: WallAddress,
    pub(super) member: Member,
}

impl AtWall {
    /// Lets through who may do this at this wall.
    ///
    /// # Errors
    /// Alike for what is not there, no wall, or not allowed.
    pub(super) async fn may(
        deed: Deed,
        session: &Session,
        app: &App,
        id: &str,
    ) -> Result<Self, Problem> {
        let access = session.at(app, wall::KIND, id, deed).await?;
        let wall = WallAddress {
            space: access.member.space,
            document: access.document,
        };
        Ok(Self {
            wall,
            member: access.member,
        })
    }

    /// Whether the one who asks holds the wall.
    pub(super) fn is_facilitator(&self) -> bool {
        self.member.role >= Deed::HoldWall.least_role(self.member.kind)
    }
}

pub(super) fn note_id(text: &str) -> Result<NoteId, Problem> {
    text.parse().map_err(|_| Problem::NOT_FOUND)
}

impl From<WriteError> for Problem {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Missing(_) => Self::NOT_FOUND,
            WriteError::Automerge(why) => {
                tracing::error!(why, "a wall could not be written");
                Self::INTERNAL
            }
        }
    }
}
