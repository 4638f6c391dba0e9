//! What people say to each other.

use serde::Serialize;
use store::Message;
use ts_rs::TS;
use utoipa::ToSchema;

view! {
    /// A message of somebody of a space.
    MessageView {
        /// Its identifier.
        id: String,
        /// The document it was said beside; null when it was said to the whole space.
        document: Option<String>,
        /// Who said it.
        participant: String,
        /// What was said: plain text of several lines.
        body: String,
        /// When, in milliseconds since 1970.
        #[ts(type = "number")]
        at: u64,
        /// Its place among the messages of its space: later ones have higher numbers, and there are holes.
        #[ts(type = "number")]
        number: u64,
    }
}

view! {
    /// Some of the messages of a space, or beside one of its documents.
    MessagesView {
        /// The oldest of them first.
        messages: Vec<MessageView>,
        /// Whether there may be earlier ones.
        more: bool,
    }
}

impl From<Message> for MessageView {
    fn from(message: Message) -> Self {
        Self {
            id: message.id.to_string(),
            document: message.document.map(|document| document.to_string()),
            participant: message.participant.to_string(),
            body: message.body,
            at: message.at_ms,
            number: message.number,
        }
    }
}
