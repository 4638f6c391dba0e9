//! The CBOR messages of the automerge-repo protocol, version 1, as a client writes and reads them.

use ciborium::Value;

/// What a client sends.
#[derive(Clone, Debug)]
pub enum Said<'a> {
    /// The first message of a connection. `atelier` asks for the server's control messages and for bundles too.
    Join {
        /// Whether this client understands Atelier's control messages.
        atelier: bool,
    },
    /// "I have nothing of this document, do you?"
    Request(Synced<'a>),
    /// A sync message of a document this client holds.
    Sync(Synced<'a>),
    /// "Tell me what goes on in this space."
    Visit {
        /// The space.
        space: &'a str,
    },
    /// A short-lived message for everybody else in the document.
    Ephemeral {
        /// The document it is about.
        document: &'a str,
        /// Grows with each message of the session.
        count: u64,
        /// What it says, in CBOR.
        data: &'a [u8],
    },
}

/// A document and a sync message about it.
#[derive(Clone, Copy, Debug)]
pub struct Synced<'a> {
    /// The document's id.
    pub document: &'a str,
    /// The automerge sync message.
    pub data: &'a [u8],
}

/// What a client receives.
#[derive(Clone, Debug)]
pub enum Heard {
    /// The answer to `join`.
    Peer {
        /// The server's storage: the same for the life of its data.
        storage: Option<String>,
    },
    /// A sync message.
    Sync {
        /// The document it is about.
        document: String,
        /// The automerge sync message.
        data: Vec<u8>,
    },
    /// The document does not exist, or is not for this client.
    Unavailable {
        /// The document asked for.
        document: String,
    },
    /// Anything else: a control message, a caret, an error.
    Other {
        /// The message's type.
        kind: String,
        /// All its fields.
        fields: Value,
    },
}

/// The bytes of `said`, from the peer `sender`.
///
/// # Panics
/// Never: a value that was just built can be written.
pub fn encode(sender: &str, said: &Said<'_>) -> Vec<u8> {
    let mut fields = vec![("senderId", Value::from(sender))];
    match *said {
        Said::Join { atelier } => fields.extend([
            ("type", Value::from("join")),
            ("peerMetadata", metadata(atelier)),
            ("supportedProtocolVersions", Value::Array(vec!["1".into()])),
        ]),
        Said::Request(synced) => fields.extend(about("request", synced.document, synced.data)),
        Said::Sync(synced) => fields.extend(about("sync", synced.document, synced.data)),
        Said::Visit { space } => fields.extend([
            ("type", Value::from("atelier-visit")),
            ("space", Value::from(space)),
        ]),
        Said::Ephemeral {
            document,
            count,
            data,
        } => {
            fields.extend(about("ephemeral", document, data));
            fields.extend([("count", count.into()), ("sessionId", Value::from(sender))]);
        }
    }
    let mut bytes = Vec::new();
    ciborium::into_writer(&map(fields), &mut bytes).expect("a vector can always be written to");
    bytes
}

/// What a frame says; `None` when it is not a message of the protocol.
pub fn decode(bytes: &[u8]) -> Option<Heard> {
    let message: Value = ciborium::from_reader(bytes).ok()?;
    let kind = text(&message, "type")?;
    let heard = match kind.as_str() {
        "peer" => {
            let metadata = field(&message, "peerMetadata")?;
            Heard::Peer {
                storage: text(metadata, "storageId"),
            }
        }
        "sync" | "request" => Heard::Sync {
            document: text(&message, "documentId")?,
            data: field(&message, "data")?.as_bytes()?.clone(),
        },
        "doc-unavailable" => Heard::Unavailable {
            document: text(&message, "documentId")?,
        },
        _ => Heard::Other {
            kind,
            fields: message,
        },
    };
    Some(heard)
}

/// A field of a CBOR map, by name.
pub fn field<'a>(message: &'a Value, name: &str) -> Option<&'a Value> {
    let fields = message.as_map()?;
    fields
        .iter()
        .find(|(key, _)| key.as_text() == Some(name))
        .map(|(_, value)| value)
}

/// A field of a CBOR map that is a text.
pub fn text(message: &Value, name: &str) -> Option<String> {
    field(message, name)?.as_text().map(str::to_owned)
}

fn metadata(atelier: bool) -> Value {
    let mut fields = vec![("isEphemeral", Value::Bool(true))];
    if atelier {
        fields.extend([("atelier", 1.into()), ("bundles", 1.into())]);
    }
    map(fields)
}

fn about(kind: &str, document: &str, data: &[u8]) -> [(&'static str, Value); 4] {
    [
        ("type", kind.into()),
        ("targetId", "*".into()),
        ("documentId", document.into()),
        ("data", Value::Bytes(data.to_vec())),
    ]
}

fn map(fields: Vec<(&str, Value)>) -> Value {
    Value::Map(
        fields
            .into_iter()
            .map(|(key, value)| (key.into(), value))
            .collect(),
    )
}
