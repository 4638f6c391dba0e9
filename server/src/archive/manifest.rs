//! What an archive says about itself.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::limits::{ATTACHMENTS_PER_SPACE_MAX, DOCUMENTS_PER_SPACE_MAX, PEOPLE_PER_SPACE_MAX};
use store::{KindWord, Language, Role};

use super::refusals::Unusable;
use crate::limits::MANIFEST_BYTES_MAX;

/// The word by which an archive of ours is known.
pub(super) const FORMAT: &str = "atelier-archive";
/// The version this program writes and reads.
pub(super) const VERSION: u32 = 1;
/// Where the manifest is in the archive.
pub(super) const PATH: &str = "manifest.json";

/// The contents of `manifest.json`. Identifiers are those of the server it was made on.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Manifest {
    pub(super) format: String,
    pub(super) version: u32,
    pub(super) space: String,
    pub(super) title: String,
    pub(super) language: Language,
    /// When it was made, in milliseconds since 1970.
    pub(super) exported: u64,
    pub(super) people: Vec<ArchivedPerson>,
    pub(super) documents: Vec<ArchivedDocument>,
    pub(super) attachments: Vec<ArchivedFile>,
    /// Files and messages that did not fit.
    pub(super) left_out: usize,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ArchivedPerson {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) structure: Option<String>,
    pub(super) role: Role,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ArchivedDocument {
    pub(super) id: String,
    pub(super) kind: KindWord,
    pub(super) title: String,
    pub(super) archived: bool,
    /// Actors in hexadecimal, and the participant each belongs to.
    pub(super) actors: Vec<(String, String)>,
    /// The versions of it that have a star; an older archive has none.
    #[serde(default)]
    pub(super) stars: Vec<ArchivedStar>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ArchivedStar {
    pub(super) label: String,
    /// In hexadecimal.
    pub(super) heads: Vec<String>,
    pub(super) participant: String,
    /// When it was given, in milliseconds since 1970.
    pub(super) at: u64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ArchivedFile {
    pub(super) id: String,
    pub(super) document: String,
    pub(super) participant: String,
    pub(super) name: String,
    /// Its SHA-256 in hexadecimal.
    pub(super) sha256: String,
}

impl Manifest {
    /// Reads a manifest of ours that lists no more than a space may hold. What it says is not checked yet.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Unusable> {
        if bytes.len() > MANIFEST_BYTES_MAX {
            return Err(Unusable::TooLarge);
        }
        let read: Self = serde_json::from_slice(bytes).map_err(|_| Unusable::Unreadable)?;
        let counted = [
            (read.people.len(), PEOPLE_PER_SPACE_MAX),
            (read.documents.len(), DOCUMENTS_PER_SPACE_MAX),
            (read.attachments.len(), ATTACHMENTS_PER_SPACE_MAX),
        ];
        if counted.iter().any(|(count, max)| *count as u64 > *max) {
            return Err(Unusable::TooLarge);
        }
        let is_ours = read.format == FORMAT && read.version == VERSION;
        (is_ours && !read.documents.is_empty())
            .then_some(read)
            .ok_or(Unusable::Unreadable)
    }
}

/// Where the history of a document is in the archive.
pub(super) fn document_path(id: &str) -> String {
    format!("documents/{id}.automerge")
}

/// Where a file is.
pub(super) fn attachment_path(id: &str) -> String {
    format!("attachments/{id}")
}

/// What a file is recognised by.
pub(super) fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Two digits for each byte.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes written so; `None` for anything else.
pub(super) fn from_hexadecimal(text: &str) -> Option<Vec<u8>> {
    let is_hexadecimal = text.bytes().all(|digit| digit.is_ascii_hexdigit());
    if !is_hexadecimal || !text.len().is_multiple_of(2) {
        return None;
    }
    let pairs = (0..text.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_as_they_are_written() {
        assert_eq!(hexadecimal(&[0, 171, 255]), "00abff");
        assert_eq!(from_hexadecimal("00abff"), Some(vec![0, 171, 255]));
        for wrong in ["0", "0g", "+1", "é", "00a"] {
            assert_eq!(from_hexadecimal(wrong), None, "{wrong}");
        }
    }
}
