//! One connection, heard all the time: when which edit came, and what the last frame said.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use automerge::ChangeHash;
use bytes::Bytes;
use end_to_end::client::light::Checksum;
use futures_util::StreamExt;
use futures_util::stream::SplitStream;
use tokio_tungstenite::tungstenite::Message;

use crate::book::Book;
use crate::fleet::Stream;
use crate::samples::Samples;
use crate::typist::Table;
use crate::wire::Wire;

/// What one connection heard; clones share it.
#[derive(Clone)]
pub struct Ear {
    /// The number of its seat.
    pub seat: usize,
    /// Whom it listens to.
    pub wire: Wire,
    /// Whether frames are decoded as they come.
    pub watches: bool,
    heard: Arc<Mutex<Heard>>,
}

/// What was heard so far.
#[derive(Clone, Default)]
pub struct Heard {
    /// Edits that were recognised; only of those who watch.
    pub edits: HashSet<Checksum>,
    /// Edits that could be counted without being recognised.
    pub counted: usize,
    /// Other people's edits, from sending to here.
    pub received: Samples,
    /// One's own, from sending until the server told that they are saved.
    pub saved: Samples,
    /// Frames that carried edits.
    pub frames: u64,
    /// Their bytes.
    pub bytes: u64,
    last: Option<Bytes>,
    /// Whether the connection ended.
    pub lost: bool,
}

impl Ear {
    /// An ear at a seat that has heard nothing yet.
    pub fn new(seat: usize, wire: Wire, watches: bool) -> Self {
        Self {
            seat,
            wire,
            watches,
            heard: Arc::default(),
        }
    }

    /// Listens until the connection ends.
    pub async fn listen(self, mut stream: SplitStream<Stream>, table: Table, book: Book) {
        while let Some(Ok(message)) = stream.next().await {
            match message {
                Message::Binary(frame) if self.wire.carries(&frame) => {
                    self.hear(frame, &table, &book);
                }
                Message::Close(_) => break,
                _ => {}
            }
        }
        self.heard().lost = true;
    }

    /// What was heard so far.
    pub fn heard(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The heads that the last frame told.
    pub fn heads(&self) -> Vec<ChangeHash> {
        let last = self.heard().last.clone();
        last.map(|frame| self.wire.heads(&frame))
            .unwrap_or_default()
    }

    fn hear(&self, frame: Bytes, table: &Table, book: &Book) {
        let now = Instant::now();
        if self.watches {
            self.watch(now, &frame, table, book);
        }
        let mut heard = self.heard();
        heard.frames += 1;
        heard.bytes += frame.len() as u64;
        heard.counted += self.wire.count(&frame);
        heard.last = Some(frame);
    }

    fn watch(&self, now: Instant, frame: &[u8], table: &Table, book: &Book) {
        let told = self.wire.read(frame);
        if !told.heads.is_empty() {
            table.hears(&told.heads, &told.checksums);
        }
        let sent = book.look_up(&told.checksums);
        let mut heard = self.heard();
        for edit in sent {
            let took = now.duration_since(edit.at);
            if edit.author == self.seat {
                heard.saved.add(took);
            } else {
                heard.received.add(took);
            }
        }
        heard.edits.extend(told.checksums);
    }
}
