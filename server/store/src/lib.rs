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

mod askings;
mod backups;
mod clock;
mod content;
mod disk;
mod error;
mod ids;
mod json;
mod kind_word;
mod life;
pub mod limits;
mod mail;
mod people;
mod pseudonym;
mod rows;
mod secret;
#[cfg(test)]
mod tests;
mod text;
mod votes;
mod walls;
mod words;

pub use askings::{Answer, Asking, AskingError, NewAsking, Outcome, Speaker, Turn};
pub use backups::{
    check::check,
    inspection::{Inspection, inspect},
    integrity::{Checked, Fault},
    repair::{Mended, Repaired, repair},
    restore::{RestoreError, restore},
};
pub use clock::{Clocks, Reading, trust::Time};
pub use content::{
    attachments::{Attachment, ListedAttachment, NewAttachment},
    chunks::Append,
    compaction::Swept,
    conduct::{Conduct, ConductedStep, NewConduct},
    deletions::Deletion,
    documents::{Document, DocumentChange, NewDocument},
    messages::{Message, NewMessage},
    room::{ReadyCheck, Room},
    snapshots::{Reread, Snapshot},
    stars::Star,
    stored::{Chunk, Damage, Stored},
    usage::{DocumentUsage, Usage},
};
pub use disk::{
    copying::BackupError,
    open::{Options, Store},
    privacy::{OpenToOthers, open_to_others},
    progress::{Progress, Stage},
    state::StorageState,
};
pub use error::{CommitError, OpenError, StoreError};
pub use ids::{
    AskingId, AttachmentId, ChunkNumber, DocumentId, MessageId, NoteId, ParticipantId, RoundId,
    SpaceId, StarId, StorageId, TokenId,
};
pub use kind_word::{KindWord, NoKindWord};
pub use life::{
    import::{ImportedDocument, StructureImport},
    overview::SpaceOverview,
    structure::{NewStructure, Structure, StructureLinks},
    workshop::{Links, NewWorkshop, Workshop},
};
pub use mail::{MailDeed, MailLink, Notice, Reminder, Subscription};
pub use people::{
    access::{DocumentAccess, Member},
    code::JoinCode,
    door::{Door, Join, Joined, Known},
    links::{Doors, Way},
    person::{Person, PersonChange},
    screens::Wifi,
    spaces::{MySpace, Space},
    tokens::{NewToken, Token},
};
pub use secret::{Secret, SecretHash, random_bytes, random_key};
pub use votes::{
    Accepted, Ballot, BrickId, Choice, Dots, Entered, NewRound, Round, RoundState, Rules, Tally,
    Turnout, VoteError, Voting,
};
pub use walls::{Fulfilments, NewNote, NoteCounts, OwnNote, Wall, WallError, WallNote, WallRules};
pub use words::{Ending, Fulfilment, Language, NoteState, Role, Scope, SpaceKind, WallStage};
