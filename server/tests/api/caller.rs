//! A device that speaks the protocol by plain requests.

use std::io::Cursor;

use axum::http::{Method, StatusCode};
use serde::Serialize;
use serde_json::{Value, json};

use crate::house::{Answer, Device};

/// An open connection of a device, and what it heard that nobody asked for yet.
pub struct Caller<'a> {
    device: &'a Device,
    connection: String,
    posted: u64,
    received: u64,
    pub heard: Vec<Value>,
}

impl<'a> Caller<'a> {
    /// Opens one, as a client that reads our own messages.
    pub async fn opens(device: &'a Device) -> Self {
        let opened = device.sends_file("/api/sync", join()).await;
        Self {
            device,
            connection: opened.is(StatusCode::CREATED).text_at("/connection"),
            posted: 0,
            received: 0,
            heard: Vec::new(),
        }
    }

    /// The next message of this type; all messages are kept.
    pub async fn hears(&mut self, kind: &str) -> Value {
        loop {
            if let Some(found) = self.heard.iter().find(|each| each["type"] == kind) {
                return found.clone();
            }
            let answer = self.polls(self.received).await.is(StatusCode::OK);
            self.received += 1;
            self.heard.extend(messages(&answer.body));
        }
    }

    /// Looks at a space.
    pub async fn visits(&mut self, space: &str) {
        self.posted += 1;
        let answer = self.posts(self.posted, framed(&[visit(space)])).await;
        answer.is(StatusCode::NO_CONTENT);
    }

    pub fn poll_path(&self, after: u64) -> String {
        format!("/api/sync/{}/poll?after={after}", self.connection)
    }

    pub async fn polls(&self, after: u64) -> Answer {
        asks(self.device, Method::POST, &self.poll_path(after)).await
    }

    pub async fn posts(&self, number: u64, body: Vec<u8>) -> Answer {
        let path = format!("/api/sync/{}/messages?number={number}", self.connection);
        self.device.sends_file(&path, body).await
    }

    pub async fn leaves(&self) {
        let path = format!("/api/sync/{}", self.connection);
        self.device.deletes(&path).await.is(StatusCode::NO_CONTENT);
    }

    /// Every request there is for it.
    pub fn paths(&self) -> [(Method, String); 3] {
        let path = format!("/api/sync/{}", self.connection);
        [
            (Method::POST, self.poll_path(0)),
            (Method::POST, format!("{path}/messages?number=1")),
            (Method::DELETE, path),
        ]
    }
}

pub async fn asks(device: &Device, method: Method, path: &str) -> Answer {
    device.asks(method, path, Value::Null).await
}

/// Lets everything else run until something is so.
pub async fn until(is_so: impl Fn() -> bool) {
    while !is_so() {
        tokio::task::yield_now().await;
    }
}

/// The greeting of a client that reads our own messages.
pub fn join() -> Vec<u8> {
    cbor(&json!({
        "type": "join",
        "senderId": "caller",
        "peerMetadata": {"atelier": 1},
        "supportedProtocolVersions": ["1"],
    }))
}

pub fn visit(space: &str) -> Vec<u8> {
    cbor(&json!({"type": "atelier-visit", "space": space}))
}

/// Asks for a document, with a sync message that holds nothing.
pub fn request(document: &str) -> Vec<u8> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Request<'a> {
        r#type: &'a str,
        sender_id: &'a str,
        target_id: &'a str,
        document_id: &'a str,
        #[serde(with = "serde_bytes")]
        data: &'a [u8],
    }
    cbor(&Request {
        r#type: "request",
        sender_id: "caller",
        target_id: "server",
        document_id: document,
        data: &[0x42, 0, 0, 0, 0],
    })
}

/// Messages one after the other, as they are posted.
pub fn framed(messages: &[Vec<u8>]) -> Vec<u8> {
    let each = messages.iter().map(|message| {
        let length = u32::try_from(message.len()).expect("a short message");
        [&length.to_be_bytes()[..], message].concat()
    });
    each.collect::<Vec<_>>().concat()
}

fn messages(mut body: &[u8]) -> Vec<Value> {
    let mut found = Vec::new();
    while let Some((length, rest)) = body.split_first_chunk() {
        let length = usize::try_from(u32::from_be_bytes(*length)).expect("a length");
        let (message, rest) = rest.split_at(length);
        let message: ciborium::Value =
            ciborium::from_reader(Cursor::new(message)).expect("a message is CBOR");
        found.push(serde_json::to_value(message).expect("a message without bytes"));
        body = rest;
    }
    found
}

fn cbor(message: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(message, &mut bytes).expect("a vector can always be written to");
    bytes
}
