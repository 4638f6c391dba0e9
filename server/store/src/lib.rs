//! What is on disk: the only crate that speaks SQL.
//!
//! A [`Store`] is a cheap handle on one data directory. Behind it, one operating-system thread owns the SQLite
//! connection; calls queue a job and wait. A call that writes answers only after its transaction is fsynced:
//! that is what 'saved' means. Jobs that wait together are committed together.
//!
//! The crate knows spaces, people, links, sessions, documents, files beside them, reminders by mail and the ballots of a
//! vote; a document's content is opaque bytes.

mod access;
mod ask;
mod attachments;
mod authors;
mod backup;
mod ballast;
mod calendars;
mod check;
mod checkpoint;
mod chunks;
mod clock;
mod code;
mod compaction;
mod connection;
mod documents;
mod door;
mod ending;
mod error;
mod expected;
mod file_system;
mod ids;
mod integrity;
mod job;
pub mod limits;
mod links;
mod lock;
mod mail;
mod migrations;
mod open;
mod people;
mod places;
mod quarantine;
mod rebuild;
mod restore;
mod row;
mod secret;
mod sessions;
mod settling;
mod snapshots;
mod spaces;
mod state;
mod structure;
#[cfg(test)]
mod tests;
mod text;
mod transaction;
mod votes;
mod words;
mod workshop;
mod writer;

pub use access::{DocumentAccess, Member};
pub use attachments::{Attachment, NewAttachment};
pub use backup::BackupError;
pub use check::{Checked, Fault, check};
pub use chunks::{Append, Chunk, Damage, Stored};
pub use code::RoomCode;
pub use compaction::Swept;
pub use documents::{Document, DocumentChange, NewDocument};
pub use door::{Door, Join, Joined, Known, Way};
pub use error::{CommitError, OpenError, StoreError};
pub use ids::{AttachmentId, ChunkNumber, DocumentId, ParticipantId, RoundId, SpaceId, StorageId};
pub use integrity::{Progress, Stage};
pub use mail::{MailDeed, MailLink, Notice, Reminder, Subscription};
pub use open::{Options, Store};
pub use people::{Person, PersonChange};
pub use restore::{RestoreError, restore};
pub use secret::{Secret, SecretHash};
pub use settling::{SettledDocument, Settlement};
pub use snapshots::{Reread, Snapshot};
pub use spaces::{MySpace, Space};
pub use state::StorageState;
pub use structure::{NewStructure, Structure, StructureLinks};
pub use votes::{
    Accepted, Ballot, BrickId, Choice, Dots, Entered, NewRound, Round, RoundState, Rules, Tally,
    Turnout, VoteError,
};
pub use words::{DocumentKind, Ending, Language, Role, SpaceKind};
pub use workshop::{Links, NewWorkshop, Workshop};
