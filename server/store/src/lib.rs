//! What is on disk: the only crate that speaks SQL.
//!
//! A [`Store`] is a cheap handle on one data directory. Behind it, one operating-system thread owns the SQLite
//! connection; calls queue a job and wait. A call that writes answers only after its transaction is fsynced:
//! that is what 'saved' means. Jobs that wait together are committed together.
//!
//! The crate knows spaces, people, links, sessions, documents, files beside them, reminders by mail and the ballots of a
//! vote; a document's content is opaque bytes.
//!
//! What stands beside this file is known to every folder. Each folder uses only those before it: `disk` (the file and its
//! one writer), `people` (spaces and who is in them), `content` (documents), `votes`, `mail`, `life` (how a space begins
//! and ends), `backups`. `tests/layers.rs` holds the order.

mod backups;
mod clock;
mod content;
mod disk;
mod error;
mod ids;
mod kind_word;
mod life;
pub mod limits;
mod mail;
mod people;
mod rows;
mod secret;
#[cfg(test)]
mod tests;
mod text;
mod votes;
mod words;

pub use backups::{
    check::check,
    integrity::{Checked, Fault},
    restore::{RestoreError, restore},
};
pub use clock::{Clocks, Reading, trust::Time};
pub use content::{
    attachments::{Attachment, NewAttachment},
    chunks::Append,
    compaction::Swept,
    documents::{Document, DocumentChange, NewDocument},
    snapshots::{Reread, Snapshot},
    stored::{Chunk, Damage, Stored},
};
pub use disk::{
    copying::BackupError,
    open::{Options, Store},
    progress::{Progress, Stage},
    state::StorageState,
};
pub use error::{CommitError, OpenError, StoreError};
pub use ids::{AttachmentId, ChunkNumber, DocumentId, ParticipantId, RoundId, SpaceId, StorageId};
pub use kind_word::{KindWord, NoKindWord};
pub use life::{
    import::{ImportedDocument, StructureImport},
    structure::{NewStructure, Structure, StructureLinks},
    workshop::{Links, NewWorkshop, Workshop},
};
pub use mail::{MailDeed, MailLink, Notice, Reminder, Subscription};
pub use people::{
    access::{DocumentAccess, Member},
    code::RoomCode,
    door::{Door, Join, Joined, Known},
    links::Way,
    person::{Person, PersonChange},
    spaces::{MySpace, Space},
};
pub use secret::{Secret, SecretHash, random_bytes, random_key};
pub use votes::{
    Accepted, Ballot, BrickId, Choice, Dots, Entered, NewRound, Round, RoundState, Rules, Tally,
    Turnout, VoteError, Voting,
};
pub use words::{Ending, Language, Role, SpaceKind};
