//! What is on disk: the only crate that speaks SQL.
//!
//! A [`Store`] is a cheap handle on one data directory. Behind it, one operating-system thread owns the SQLite
//! connection; calls queue a job and wait. A call that writes answers only after its transaction is fsynced:
//! that is what 'saved' means. Jobs that wait together are committed together.
//!
//! The crate knows spaces, people, links, sessions, documents, files beside them, reminders by mail and the ballots of a
//! vote; a document's content is opaque bytes.

mod backups;
mod clock;
mod content;
mod disk;
mod error;
mod ids;
mod life;
pub mod limits;
mod mail;
mod people;
mod secret;
#[cfg(test)]
mod tests;
mod text;
mod votes;
mod words;

pub use backups::{
    backup::BackupError,
    check::{Checked, Fault, check},
    integrity::{Progress, Stage},
    restore::{RestoreError, restore},
};
pub use content::{
    attachments::{Attachment, NewAttachment},
    chunks::{Append, Chunk, Damage, Stored},
    compaction::Swept,
    documents::{Document, DocumentChange, NewDocument},
    snapshots::{Reread, Snapshot},
};
pub use disk::{
    open::{Options, Store},
    state::StorageState,
};
pub use error::{CommitError, OpenError, StoreError};
pub use ids::{AttachmentId, ChunkNumber, DocumentId, ParticipantId, RoundId, SpaceId, StorageId};
pub use life::{
    settling::{SettledDocument, Settlement},
    structure::{NewStructure, Structure, StructureLinks},
    workshop::{Links, NewWorkshop, Workshop},
};
pub use mail::{MailDeed, MailLink, Notice, Reminder, Subscription};
pub use people::{
    access::{DocumentAccess, Member},
    code::RoomCode,
    door::{Door, Join, Joined, Known, Way},
    person::{Person, PersonChange},
    spaces::{MySpace, Space},
};
pub use secret::{Secret, SecretHash};
pub use votes::{
    Accepted, Ballot, BrickId, Choice, Dots, Entered, NewRound, Round, RoundState, Rules, Tally,
    Turnout, VoteError,
};
pub use words::{DocumentKind, Ending, Language, Role, SpaceKind};
