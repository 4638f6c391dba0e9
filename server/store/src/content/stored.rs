//! A document as it is read from the disk.

use crate::{ChunkNumber, DocumentId, KindWord, ParticipantId, SpaceId};

/// A row whose hash was verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Its place in the document.
    pub number: ChunkNumber,
    /// Whether it is a snapshot: a whole document, to be loaded; otherwise changes, to be applied.
    pub is_snapshot: bool,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A row that is not what was written. It is copied to the quarantine and stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damage {
    /// Its place in the document.
    pub number: ChunkNumber,
    /// Whether nothing at all is left of it.
    pub is_missing: bool,
}

/// A document as it is on disk.
#[derive(Debug, Clone)]
pub struct Stored {
    /// Its identifier.
    pub id: DocumentId,
    /// The space it belongs to.
    pub space: SpaceId,
    /// What it is.
    pub kind: KindWord,
    /// Its title.
    pub title: String,
    /// Whether it was put away.
    pub archived: bool,
    /// Whether those who facilitate alone write in it.
    pub locked: bool,
    /// Whether they alone write in any document of its space.
    pub locked_with_space: bool,
    /// Everything needed to rebuild it, oldest first: usually one snapshot and the changes after it. With
    /// damage, everything that is left; the same change may then occur twice, which does no harm.
    pub chunks: Vec<Chunk>,
    /// The heads after the last intact row.
    pub heads: Vec<[u8; 32]>,
    /// The place of the last row: what a snapshot of all of `chunks` may claim in [`crate::Snapshot::covers_to`].
    pub last: ChunkNumber,
    /// Every actor that wrote, and whose it is.
    pub actors: Vec<(Vec<u8>, ParticipantId)>,
    /// Rows found damaged on the way.
    pub damaged: Vec<Damage>,
    /// Whether `chunks` hold everything that was ever saved. When not, the document must be shown as damaged,
    /// never as empty, and must not be snapshotted.
    pub is_whole: bool,
    /// How many bytes of changes lie after the latest verified snapshot: a measure for making another.
    pub tail_bytes: u64,
}
