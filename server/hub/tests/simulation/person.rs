//! A stock client: a document, automerge's own sync state, and somebody who types.

use automerge::sync::{self, SyncDoc};
use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ChangeHash, ObjId, ROOT, ReadDoc};
use bytes::Bytes;
use hub::{Access, PeerKey};

use super::dice::Dice;

pub struct Person {
    pub name: &'static str,
    /// Two devices of one person share this.
    pub participant: [u8; 16],
    pub access: Access,
    pub document: Automerge,
    state: sync::State,
    pub link: Option<PeerKey>,
    /// What the server said is on disk, in its last message.
    pub saved_heads: Vec<ChangeHash>,
    words: u32,
}

impl Person {
    pub fn new(name: &'static str, participant: [u8; 16], actor: [u8; 16]) -> Person {
        Person {
            name,
            participant,
            access: Access::Write,
            document: Automerge::new().with_actor(ActorId::from(actor)),
            state: sync::State::new(),
            link: None,
            saved_heads: Vec::new(),
            words: 0,
        }
    }

    /// A new connection keeps of the sync state what a stock client stores.
    pub fn connects(&mut self, link: PeerKey) {
        self.link = Some(link);
        self.state = sync::State::decode(&self.state.encode()).unwrap();
    }

    /// What is to be said, if anything.
    pub fn says(&mut self) -> Option<Bytes> {
        let message = self.document.generate_sync_message(&mut self.state)?;
        Some(Bytes::from(message.encode()))
    }

    pub fn hears(&mut self, data: &[u8]) {
        let message = sync::Message::decode(data).unwrap();
        self.saved_heads.clone_from(&message.heads);
        let heard = self.document.receive_sync_message(&mut self.state, message);
        heard.unwrap();
    }

    pub fn body(&self) -> Option<ObjId> {
        let body = self.document.get(ROOT, "body").unwrap();
        body.map(|(_, id)| id)
    }

    pub fn text(&self) -> String {
        let body = self.body();
        body.map_or(String::new(), |id| self.document.text(&id).unwrap())
    }

    /// Types a word nobody else types; returns it.
    pub fn types(&mut self, dice: &mut Dice) -> String {
        self.words += 1;
        let word = format!("{}{} ", self.name, self.words);
        self.edit(|text, length| {
            // Not in the middle, where it would tear another word apart.
            let at = if dice.once_in(2) { 0 } else { length };
            text(at, 0, &word);
        });
        word
    }

    /// Deletes a few letters.
    pub fn deletes(&mut self, dice: &mut Dice) {
        self.edit(|text, length| {
            let at = dice.index(length);
            text(at, (length - at).min(3) as isize, "");
        });
    }

    /// One operation, a mebibyte.
    pub fn pastes_a_picture(&mut self) {
        self.words += 1;
        let mut transaction = self.document.transaction();
        let key = format!("{} {}", self.name, self.words);
        transaction.put(ROOT, key, vec![7_u8; 1 << 20]).unwrap();
        transaction.commit();
    }

    fn edit(&mut self, edit: impl FnOnce(&mut dyn FnMut(usize, isize, &str), usize)) {
        let Some(body) = self.body() else {
            return;
        };
        let length = self.document.length(&body);
        let mut transaction = self.document.transaction();
        edit(
            &mut |at, delete, word| transaction.splice_text(&body, at, delete, word).unwrap(),
            length,
        );
        transaction.commit();
    }

    /// The page is loaded again: same document, new actor, new socket.
    pub fn reloads(&mut self, actor: [u8; 16]) {
        self.document.set_actor(ActorId::from(actor));
        self.link = None;
    }

    /// Whether everything in front of this person is on disk, as far as the person was told.
    pub fn sees_saved(&self) -> bool {
        self.saved_heads == self.document.get_heads()
    }
}
