//! One document on one device, a pad as a rule: it keeps the document over lost connections, as a stock client does, and
//! knows which of its words the server has told it are saved.

use std::collections::{HashSet, VecDeque};

use automerge::sync::{Message, State, SyncDoc};
use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ChangeHash, ObjId, ROOT, ReadDoc};

use super::frame::{Heard, Said, Synced, text};
use super::socket::{Lost, Socket};

/// A device's copy of one pad.
pub struct Replica {
    /// The pad's id.
    pub document: String,
    doc: AutoCommit,
    state: State,
    unsaved: VecDeque<(ChangeHash, String)>,
    saved: Vec<String>,
}

impl Replica {
    /// A device that has nothing of the pad yet.
    pub fn new(document: &str) -> Self {
        Self {
            document: document.to_owned(),
            doc: AutoCommit::new(),
            state: State::new(),
            unsaved: VecDeque::new(),
            saved: Vec::new(),
        }
    }

    /// Opens the pad on a new connection: sends what was written without one, and returns once
    /// everything the server has is here.
    ///
    /// # Errors
    /// When the connection is lost before the server has answered.
    pub async fn enters(&mut self, socket: &mut Socket) -> Result<(), Lost> {
        self.state = State::new();
        let data = self
            .next_message()
            .expect("a fresh state always has something to say");
        let synced = Synced {
            document: &self.document,
            data: &data,
        };
        let first = if self.is_empty() {
            Said::Request(synced)
        } else {
            Said::Sync(synced)
        };
        socket.say(&first).await?;
        while !self.holds_what_the_server_has() {
            self.hears(socket).await?;
        }
        Ok(())
    }

    /// Writes `word` at the end of the pad, in a change of its own; nothing is sent yet.
    ///
    /// # Panics
    /// When the pad was never received.
    pub fn writes(&mut self, word: &str) {
        let body = self.body().expect("the pad was received");
        let end = self.doc.length(&body);
        self.doc
            .splice_text(&body, end, 0, word)
            .expect("the end of the body is within it");
        let hash = self.doc.commit().expect("a word is a change");
        self.unsaved.push_back((hash, word.to_owned()));
    }

    /// Begins a block that carries `ballast`, in a change of its own: it costs little to apply and
    /// as much to send as it is long.
    ///
    /// # Panics
    /// When the pad was never received.
    pub fn carries(&mut self, ballast: Vec<u8>) {
        let body = self.body().expect("the pad was received");
        let end = self.doc.length(&body);
        let block = self
            .doc
            .split_block(&body, end)
            .expect("the end of the body is within it");
        self.doc
            .put(&block, "ballast", ballast)
            .expect("a block is a map");
        let hash = self.doc.commit().expect("a block is a change");
        self.unsaved.push_back((hash, String::new()));
    }

    /// Writes whatever `change` writes, in a change of its own that is called `name` here; nothing is sent yet.
    ///
    /// # Panics
    /// When nothing was written.
    pub fn changes(&mut self, name: &str, change: impl FnOnce(&mut AutoCommit)) {
        change(&mut self.doc);
        let hash = self.doc.commit().expect("something was written");
        self.unsaved.push_back((hash, name.to_owned()));
    }

    /// Sends what the server lacks.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn sends(&mut self, socket: &mut Socket) -> Result<(), Lost> {
        match self.next_message() {
            Some(data) => socket.sync(&self.document, &data).await,
            None => Ok(()),
        }
    }

    /// Takes in the next message of the server and answers it.
    ///
    /// # Errors
    /// When the connection is lost.
    ///
    /// # Panics
    /// When the server says that the pad is unavailable, or refuses what was written.
    pub async fn hears(&mut self, socket: &mut Socket) -> Result<(), Lost> {
        match socket.hear().await? {
            Heard::Sync { document, data } if document == self.document => {
                self.receives(&data);
                self.sends(socket).await
            }
            Heard::Unavailable { document } if document == self.document => {
                panic!("pad {document} is unavailable")
            }
            Heard::Other { kind, fields } if kind == "atelier-refused" => {
                panic!(
                    "the server refused what was written: {:?}",
                    text(&fields, "code")
                )
            }
            _ => Ok(()),
        }
    }

    /// Hears the server until everything written here is saved.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn until_saved(&mut self, socket: &mut Socket) -> Result<(), Lost> {
        self.sends(socket).await?;
        while !self.unsaved.is_empty() {
            self.hears(socket).await?;
        }
        Ok(())
    }

    /// Hears the server until the pad contains `word`.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn until_reads(&mut self, socket: &mut Socket, word: &str) -> Result<(), Lost> {
        while !self.text().contains(word) {
            self.hears(socket).await?;
        }
        Ok(())
    }

    /// The words that the server has told are saved, in the order they were written.
    pub fn saved(&self) -> &[String] {
        &self.saved
    }

    /// How many words wait for the server to tell that they are saved.
    pub fn unsaved_count(&self) -> usize {
        self.unsaved.len()
    }

    /// What the pad reads here, block markers included.
    pub fn text(&self) -> String {
        self.body()
            .and_then(|body| self.doc.text(body).ok())
            .unwrap_or_default()
    }

    /// The document as it would be stored.
    pub fn snapshot(&mut self) -> Vec<u8> {
        self.doc.save()
    }

    /// Who writes here, as its changes name it.
    pub fn actor(&self) -> ActorId {
        self.doc.get_actor().clone()
    }

    fn next_message(&mut self) -> Option<Vec<u8>> {
        self.doc
            .sync()
            .generate_sync_message(&mut self.state)
            .map(Message::encode)
    }

    fn receives(&mut self, data: &[u8]) {
        let message = Message::decode(data).expect("the server's sync messages are sound");
        let received = self
            .doc
            .sync()
            .receive_sync_message(&mut self.state, message);
        received.expect("the server's changes are sound");
        self.notes_what_is_saved();
    }

    /// Saved is what the server's heads contain: it sends heads only once they are on disk.
    fn notes_what_is_saved(&mut self) {
        let Some(heads) = self.state.their_heads.clone() else {
            return;
        };
        if self.unsaved.is_empty() || !heads.iter().all(|head| self.knows(head)) {
            return;
        }
        let missing: HashSet<ChangeHash> = self
            .doc
            .get_changes_meta(&heads)
            .iter()
            .map(|change| change.hash)
            .collect();
        while let Some((_, word)) = self
            .unsaved
            .pop_front_if(|(hash, _)| !missing.contains(hash))
        {
            self.saved.push(word);
        }
    }

    fn knows(&mut self, hash: &ChangeHash) -> bool {
        self.doc.get_change_meta_by_hash(hash).is_some()
    }

    fn holds_what_the_server_has(&mut self) -> bool {
        let heads = self.state.their_heads.clone().unwrap_or_default();
        !heads.is_empty() && heads.iter().all(|head| self.knows(head))
    }

    fn is_empty(&self) -> bool {
        self.body().is_none()
    }

    fn body(&self) -> Option<ObjId> {
        self.doc.get(ROOT, "body").ok().flatten().map(|(_, id)| id)
    }
}
