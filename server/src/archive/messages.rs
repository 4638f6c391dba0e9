//! What people said to each other, in a file of its own beside the manifest: one message a line, so that they are counted
//! before any is read.

use serde::{Deserialize, Serialize};
use store::limits::MESSAGES_PER_SPACE_MAX;
use store::{Message, MessageId, ParticipantId};

use super::names::Names;
use super::refusals::Unusable;

/// Where they are in the archive. One without any, or an older one, has no such file.
pub(super) const PATH: &str = "messages.jsonl";

/// A message. Identifiers are those of the server the archive was made on.
#[derive(Debug, Serialize, Deserialize)]
struct ArchivedMessage {
    /// Beside this document; null when it was said to the whole space.
    document: Option<String>,
    participant: String,
    body: String,
    /// When it was said, in milliseconds since 1970.
    at: u64,
}

/// The file, of messages of which the last one comes first.
pub(super) fn write(messages: &[Message]) -> serde_json::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for message in messages.iter().rev() {
        serde_json::to_writer(&mut lines, &archived(message))?;
        lines.push(b'\n');
    }
    Ok(lines)
}

fn archived(message: &Message) -> ArchivedMessage {
    ArchivedMessage {
        document: message.document.map(|document| document.to_string()),
        participant: message.participant.to_string(),
        body: message.body.clone(),
        at: message.at_ms,
    }
}

/// Reads the file that anybody may have made: the oldest first, under their new names.
pub(super) fn read(bytes: &[u8], names: &Names, now_ms: u64) -> Result<Vec<Message>, Unusable> {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    if lines.clone().count() as u64 > MESSAGES_PER_SPACE_MAX {
        return Err(Unusable::TooLarge);
    }
    let read = |line| serde_json::from_slice(line).map_err(|_| Unusable::Unreadable);
    lines
        .map(|line| arrived(read(line)?, names, now_ms))
        .collect()
}

fn arrived(archived: ArchivedMessage, names: &Names, now_ms: u64) -> Result<Message, Unusable> {
    let new = |old: String| names.documents.get(&old).copied();
    let document = archived
        .document
        .map(|old| new(old).ok_or(Unusable::Unreadable));
    let by = names.people.get(&archived.participant).copied();
    Ok(Message {
        id: MessageId::random(),
        document: document.transpose()?,
        // Whoever was removed is nobody here.
        participant: by.unwrap_or_else(ParticipantId::random),
        body: archived.body,
        at_ms: archived.at.min(now_ms),
        number: 0,
    })
}
