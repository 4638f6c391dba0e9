//! Who may do what: the one table of rights. Whatever is not allowed is answered as if it did not exist.

use store::{DocumentAccess, Member, ParticipantId, Role, SpaceId, SpaceKind};

use crate::problem::Problem;

/// Something that can be done in a space. A handler names exactly one before it does anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// See what and who is there.
    SeeSpace,
    /// Take a link to come back on another device.
    TakeReturnLink,
    /// Change one's own name or structure.
    ChangeSelf,
    /// Leave for good.
    RemoveSelf,
    /// Take a document away as a file.
    ExportDocument,
    /// Ask for reminders by mail, for oneself.
    TakeReminders,
    /// Give a version of a document a star, name it, take it away.
    StarVersion,
    /// Raise a hand, say that one is ready.
    ShowHand,
    /// Turn the clock of the workshop, call everybody, lower hands, ask who is ready.
    Conduct,
    /// Read what people of the space say to each other.
    ReadMessages,
    /// Say something to the others.
    SayMessage,
    /// Take back what one said oneself.
    TakeBackOwnMessage,
    /// Take back what somebody else said.
    TakeBackMessage,
    /// Make a document.
    CreateDocument,
    /// Rename a document, put it away, take it out again.
    ChangeDocument,
    /// Lock a document so that those who facilitate alone write in it, and open it again.
    LockDocument,
    /// Close a whole workshop for writing, so that those who facilitate alone write in any of it, and open it again.
    LockSpace,
    /// See, make and revoke the link of the big screen; put the Wi-Fi of the room on it.
    KeepScreen,
    /// Put a file beside an action plan, or an image beside a pad.
    AttachFile,
    /// Delete a file one attached oneself.
    DeleteOwnFile,
    /// Bring cards into an action plan from a file of another tool, and put down the people it names.
    ImportKanban,
    /// See, make and end the address at which calendars read the days of an action plan.
    KeepCalendar,
    /// See how a round of a vote stands, as far as one may.
    SeeRound,
    /// Propose a brick, change or take back one's own, open pads for those that were chosen.
    ProposeBrick,
    /// Cast a ballot.
    CastBallot,
    /// Prepare bricks and rounds; open, close and reveal them.
    HoldVote,
    /// See how many have answered a round, what one answered oneself, and who speaks.
    SeeAsking,
    /// Answer a round; say that one has spoken.
    GiveAnswer,
    /// Say what a round asks; ask, reveal, and say whose turn it is to speak.
    HoldRound,
    /// See how many notes a wall has, and one's own.
    SeeWall,
    /// Write a note, change it, take it back, say what became of it.
    WriteNote,
    /// Announce a wall, reveal its notes, accept them or take them off, end it.
    HoldWall,
    /// Give the space another title; share a structure with the workshop it comes from.
    ChangeSpace,
    /// Have the space erased, or keep it after all.
    EndSpace,
    /// Delete a document for good.
    DeleteDocument,
    /// Delete a file somebody else attached.
    DeleteFile,
    /// See how much the space holds, and which files are largest.
    SeeUsage,
    /// Take the whole space away as one file.
    TakeArchive,
    /// Put down somebody who has not come yet, and give them the link to come by.
    ExpectPerson,
    /// See how the plans stand of the structures that share them.
    SeeStructures,
    /// Open the door with a new code.
    OpenDoor,
    /// Close the door.
    CloseDoor,
    /// Replace the link of a role.
    RotateLink,
    /// Change somebody else's name or structure.
    ChangeOther,
    /// Give somebody, or oneself, another role.
    ChangeRole,
    /// Remove somebody else.
    RemoveOther,
    /// See, make and revoke one's own tokens for programs.
    KeepTokens,
}

impl Deed {
    /// Every deed.
    pub const ALL: [Self; 47] = [
        Self::SeeSpace,
        Self::TakeReturnLink,
        Self::ChangeSelf,
        Self::RemoveSelf,
        Self::ExportDocument,
        Self::TakeReminders,
        Self::StarVersion,
        Self::ShowHand,
        Self::Conduct,
        Self::ReadMessages,
        Self::SayMessage,
        Self::TakeBackOwnMessage,
        Self::TakeBackMessage,
        Self::CreateDocument,
        Self::ChangeDocument,
        Self::LockDocument,
        Self::LockSpace,
        Self::KeepScreen,
        Self::AttachFile,
        Self::DeleteOwnFile,
        Self::ImportKanban,
        Self::KeepCalendar,
        Self::SeeRound,
        Self::ProposeBrick,
        Self::CastBallot,
        Self::HoldVote,
        Self::SeeAsking,
        Self::GiveAnswer,
        Self::HoldRound,
        Self::SeeWall,
        Self::WriteNote,
        Self::HoldWall,
        Self::ChangeSpace,
        Self::EndSpace,
        Self::DeleteDocument,
        Self::DeleteFile,
        Self::SeeUsage,
        Self::TakeArchive,
        Self::ExpectPerson,
        Self::SeeStructures,
        Self::OpenDoor,
        Self::CloseDoor,
        Self::RotateLink,
        Self::ChangeOther,
        Self::ChangeRole,
        Self::RemoveOther,
        Self::KeepTokens,
    ];

    /// The least role that may, in such a space.
    pub fn least_role(self, kind: SpaceKind) -> Role {
        match self {
            Self::SeeSpace
            | Self::TakeReturnLink
            | Self::ChangeSelf
            | Self::RemoveSelf
            | Self::ExportDocument
            | Self::KeepTokens
            | Self::ReadMessages
            | Self::SeeRound
            | Self::SeeAsking
            | Self::SeeWall => Role::Reader,
            Self::TakeReminders
            | Self::StarVersion
            | Self::ShowHand
            | Self::SayMessage
            | Self::TakeBackOwnMessage
            | Self::CreateDocument
            | Self::ChangeDocument
            | Self::AttachFile
            | Self::DeleteOwnFile
            | Self::ImportKanban
            | Self::KeepCalendar
            | Self::ProposeBrick
            | Self::CastBallot
            | Self::GiveAnswer
            | Self::WriteNote => Role::Participant,
            // Nobody facilitates a structure: what its members write stays open to all of them.
            Self::LockDocument | Self::LockSpace | Self::KeepScreen | Self::Conduct => {
                Role::Facilitator
            }
            Self::HoldVote
            | Self::HoldRound
            | Self::HoldWall
            | Self::TakeBackMessage
            | Self::ChangeSpace
            | Self::EndSpace
            | Self::DeleteDocument
            | Self::DeleteFile
            | Self::SeeUsage
            | Self::TakeArchive
            | Self::ExpectPerson
            | Self::SeeStructures
            | Self::OpenDoor
            | Self::CloseDoor
            | Self::RotateLink
            | Self::ChangeOther
            | Self::ChangeRole
            | Self::RemoveOther => kind.holder(),
        }
    }
}

impl Deed {
    /// Whether a program may do it for its person: read and write what there is. Who is in, what opens the space, votes and
    /// tokens are for people.
    pub fn is_for_programs(self) -> bool {
        matches!(
            self,
            Self::SeeSpace
                | Self::ExportDocument
                | Self::StarVersion
                | Self::CreateDocument
                | Self::ChangeDocument
                | Self::AttachFile
                | Self::ImportKanban
                | Self::SeeRound
                | Self::SeeAsking
                | Self::SeeWall
                | Self::ProposeBrick
        )
    }
}

impl Deed {
    /// Whether it changes what people make together: that a lock keeps from all who do not facilitate. Raising a hand, being reminded
    /// and taking back what one said oneself are no such thing.
    pub fn writes(self, kind: SpaceKind) -> bool {
        let is_ones_own = matches!(
            self,
            Self::ShowHand | Self::TakeReminders | Self::TakeBackOwnMessage
        );
        !is_ones_own && self.least_role(kind) > Role::Reader
    }
}

/// Someone in a space, whose right to do what they ask is not checked yet.
pub struct InSpace(pub(crate) Member);

/// Someone at a document, whose right to do what they ask is not checked yet.
pub struct AtDocument(pub(crate) DocumentAccess);

impl InSpace {
    /// The space they are in.
    pub fn space(&self) -> SpaceId {
        self.0.space
    }

    /// Whether this is who asks.
    pub fn is(&self, participant: ParticipantId) -> bool {
        self.0.participant == participant
    }

    /// Lets through who may do this.
    ///
    /// # Errors
    /// When the role does not allow it, alike for what does not exist; or the whole space is closed for writing.
    pub fn may(self, deed: Deed) -> Result<Member, Problem> {
        allow(&self.0, deed)?;
        Ok(self.0)
    }
}

impl AtDocument {
    /// Whether this is who asks.
    pub fn is(&self, participant: ParticipantId) -> bool {
        self.0.member.participant == participant
    }

    /// Lets through who may do this.
    ///
    /// # Errors
    /// When the role does not allow it, alike for what does not exist; or a lock keeps it from what the role allows.
    pub fn may(self, deed: Deed) -> Result<DocumentAccess, Problem> {
        let DocumentAccess { member, .. } = self.0;
        allow(&member, deed)?;
        if self.0.is_locked_out() && deed.writes(member.kind) {
            return Err(Problem::LOCKED);
        }
        Ok(self.0)
    }
}

/// Lets through a member who may do this.
///
/// # Errors
/// When the role does not allow it, alike for what does not exist; or the whole space is closed for writing.
pub fn allow(member: &Member, deed: Deed) -> Result<(), Problem> {
    let may_ask = member.scope.is_none() || deed.is_for_programs();
    if !may_ask || member.role < deed.least_role(member.kind) {
        Err(Problem::NOT_FOUND)
    } else if member.is_locked_out() && deed.writes(member.kind) {
        Err(Problem::SPACE_LOCKED)
    } else {
        Ok(())
    }
}
