//! A room and damaged changes that get past the gate.

mod chaos;
mod mutants;
mod poison;

use automerge::{Automerge, Change};
use bytes::Bytes;

use super::*;
use crate::gate::tests::{ANA, BOB, created};
use crate::sync_message::Outgoing;

const ANAS: PeerKey = PeerKey(1);
const BOBS: PeerKey = PeerKey(2);

/// A room with Ana and Bob in it.
fn room_of(document: &Automerge) -> Room {
    let identity = Identity {
        document_id: "document".into(),
        peer_id: "server".into(),
        actor: *b"server----------",
    };
    let mut room = Room::open(document.clone(), identity, Vec::new()).unwrap();
    for (peer, participant) in [(ANAS, ANA), (BOBS, BOB)] {
        room.handle(
            0,
            Input::Enter {
                peer,
                peer_id: format!("{peer:?}"),
                participant,
                access: Access::Write,
                resumed: false,
            },
        );
    }
    room
}

/// A sync message with these chunks.
fn upload(chunks: &[&[u8]]) -> Bytes {
    let message = Outgoing {
        heads: &[],
        need: &[],
        last_sync: &[],
    };
    Bytes::from(message.encode(chunks))
}

/// A change somebody makes on a copy.
fn word(document: &Automerge, word: &str) -> Change {
    use automerge::transaction::Transactable;
    let mut copy = document.fork();
    let mut transaction = copy.transaction();
    transaction.put(automerge::ROOT, word, true).unwrap();
    transaction.commit();
    copy.get_last_local_change().unwrap()
}
