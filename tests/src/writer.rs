//! Somebody who writes as fast as the server saves, over as many lost connections as it takes.

use std::sync::Arc;

use tokio::sync::watch;

use crate::client::replica::Replica;
use crate::client::socket::{Lost, Socket};
use crate::dice::Dice;
use crate::visitor::Visitor;

/// Words that a writer has written and not yet been told are saved, before it waits.
const UNSAVED_COUNT_MAX: usize = 12;
/// Most words written between two messages.
const WORDS_AT_ONCE_MAX: u64 = 4;

/// How many messages of the server all writers have heard, for those who wait for a busy server.
#[derive(Clone)]
pub struct Progress(Arc<watch::Sender<u64>>);

impl Progress {
    /// Nothing heard yet.
    pub fn new() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }

    /// Waits until `count` more messages have been heard.
    ///
    /// # Panics
    /// Never: the sender lives as long as `self`.
    pub async fn advances(&self, count: u64) {
        let mut heard = self.0.subscribe();
        let target = *heard.borrow_and_update() + count;
        heard
            .wait_for(|heard| *heard >= target)
            .await
            .expect("the sender is alive");
    }

    fn step(&self) {
        self.0.send_modify(|heard| *heard += 1);
    }
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}

/// A person with a device, one pad and something to say.
pub struct Writer {
    /// The device's copy of the pad.
    pub replica: Replica,
    name: String,
    visitor: Visitor,
    dice: Dice,
    count: u64,
}

impl Writer {
    /// A writer for `document`; every word carries `name` and a number, so that none is like another.
    pub fn new(name: &str, visitor: Visitor, document: &str, dice: Dice) -> Self {
        let replica = Replica::new(document);
        Self {
            replica,
            name: name.to_owned(),
            visitor,
            dice,
            count: 0,
        }
    }

    /// Connects and writes until the connection is lost.
    pub async fn works(mut self, address: String, progress: Progress) -> Self {
        if let Ok(mut socket) = self.connects(&address).await {
            while self.goes_on(&mut socket).await.is_ok() {
                progress.step();
            }
        }
        self
    }

    /// Connects, writes `words` more words and stays until everything it ever wrote is saved.
    ///
    /// # Errors
    /// When the connection is lost before.
    pub async fn finishes(&mut self, address: &str, words: u64) -> Result<(), Lost> {
        let mut socket = self.connects(address).await?;
        self.writes(words);
        self.replica.until_saved(&mut socket).await
    }

    async fn connects(&mut self, address: &str) -> Result<Socket, Lost> {
        let mut socket = Socket::join(address, &self.visitor.cookie, &self.name).await?;
        self.replica.enters(&mut socket).await?;
        Ok(socket)
    }

    async fn goes_on(&mut self, socket: &mut Socket) -> Result<(), Lost> {
        if self.replica.unsaved_count() < UNSAVED_COUNT_MAX {
            let words = 1 + self.dice.below(WORDS_AT_ONCE_MAX);
            self.writes(words);
            self.replica.sends(socket).await?;
        }
        self.replica.hears(socket).await
    }

    /// Writes some words, which are not sent yet.
    fn writes(&mut self, words: u64) {
        for _ in 0..words {
            self.count += 1;
            self.replica
                .writes(&format!("{}-{} ", self.name, self.count));
        }
    }
}
