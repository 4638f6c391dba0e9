//! What the server says on a socket beside the documents: our control messages and the protocol's own short ones.

use bytes::Bytes;
use hub::wire::encode_control;
use serde::Serialize;
use store::{DocumentId, MessageId, ParticipantId, Role, SpaceId, StorageState};

use crate::views::{ConductView, DocumentView, MessageView, PersonView, SpaceView};

pub(crate) use hub::wire::{encode_error as error, encode_unavailable as unavailable};

/// What happens where people of a space talk to each other, by its `type`.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(crate) enum ChatNews<'a> {
    /// Something was said.
    Said { message: &'a MessageView },
    /// One message is no more.
    Unsaid { message: MessageId },
    /// Somebody was removed, and what they said with them.
    Left { participant: ParticipantId },
}

/// What happens to the conduct of a workshop, by its `type`.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(crate) enum ConductNews<'a> {
    /// How it stands.
    State { conduct: &'a ConductView },
    /// Somebody who facilitates calls everybody to a document, or to the page of the workshop.
    Called {
        document: Option<DocumentId>,
        by: ParticipantId,
    },
}

/// Our control messages, by their `type`.
#[derive(Serialize)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub(crate) enum ControlMessage<'a> {
    /// The answer to `atelier-visit`.
    #[serde(rename = "atelier-space")]
    Space { space: &'a SpaceView },
    /// People who arrived, left, or changed; people who were removed.
    #[serde(rename = "atelier-people")]
    People {
        space: SpaceId,
        changed: &'a [PersonView],
        gone: &'a [ParticipantId],
    },
    /// The documents of the space, all of them.
    #[serde(rename = "atelier-documents")]
    Documents {
        space: SpaceId,
        documents: &'a [DocumentView],
    },
    /// What happens in the chat of the space, once it is on disk.
    #[serde(rename = "atelier-chat")]
    Chat { space: SpaceId, news: ChatNews<'a> },
    /// The conduct of the workshop.
    #[serde(rename = "atelier-conduct")]
    Conduct {
        space: SpaceId,
        news: ConductNews<'a>,
    },
    /// The role of the one who is told; none: no longer welcome.
    #[serde(rename = "atelier-role")]
    Role { space: SpaceId, role: Option<Role> },
    /// Something sent was not accepted.
    #[serde(rename = "atelier-refused")]
    Refused {
        document_id: Option<DocumentId>,
        code: &'a str,
    },
    /// Whether the disk takes what people write.
    #[serde(rename = "atelier-storage")]
    Storage { state: &'a str },
    /// Breaks the silence, so that a dead connection shows.
    #[serde(rename = "atelier-alive")]
    Alive,
}

impl ControlMessage<'_> {
    /// The message as one frame.
    pub(crate) fn frame(&self) -> Bytes {
        encode_control(self)
    }
}

/// News of a document besides its changes, whatever its kind: what they say, that kind alone can write and read. They
/// are a map with a `type`.
#[derive(Serialize)]
#[serde(tag = "type", rename = "atelier-news", rename_all = "camelCase")]
struct Envelope<'a, News> {
    document_id: DocumentId,
    news: &'a News,
}

/// News of this document as one frame.
pub(crate) fn news(document: DocumentId, news: &impl Serialize) -> Bytes {
    encode_control(&Envelope {
        document_id: document,
        news,
    })
}

/// Something about this document was not accepted, for one of the reasons of `docs/protocol.md`.
pub(crate) fn refused(document: Option<DocumentId>, code: &str) -> Bytes {
    ControlMessage::Refused {
        document_id: document,
        code,
    }
    .frame()
}

/// Whether the disk takes what people write.
pub(crate) fn storage(state: StorageState) -> Bytes {
    let state = match state {
        StorageState::Ok => "ok",
        StorageState::Full => "full",
    };
    ControlMessage::Storage { state }.frame()
}
