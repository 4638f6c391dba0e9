//! A room and damaged changes that get past the gate.

mod bundles;
mod chaos;
mod edits;
mod mutants;
mod opening;
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
        root_is_closed: false,
        kept_keys: &[],
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
                reads_bundles: false,
                already_sent: AlreadySent::Nothing,
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

#[test]
fn a_closed_root_is_the_servers_alone() {
    let document = created();
    let mut room = room_of(&document);
    room.identity.root_is_closed = true;
    is_refused(&mut room, &word(&document, "body"));
}

#[test]
fn a_key_that_is_kept_is_the_servers_alone_in_every_map() {
    use automerge::transaction::Transactable;
    let mut document = created();
    let mut transaction = document.transaction();
    let note = transaction.put_object(automerge::ROOT, "note", automerge::ObjType::Map);
    let note = note.unwrap();
    transaction.commit();
    let mut room = room_of(&document);
    room.identity.kept_keys = &["by"];
    let mut forged = document.fork();
    let mut transaction = forged.transaction();
    transaction.put(&note, "column", "c1").unwrap();
    transaction.put(&note, "by", "somebody else").unwrap();
    transaction.commit();
    is_refused(&mut room, &forged.get_last_local_change().unwrap());
    let mut moved = document.fork();
    let mut transaction = moved.transaction();
    transaction.put(&note, "column", "c1").unwrap();
    transaction.commit();
    let data = upload(&[moved.get_last_local_change().unwrap().raw_bytes()]);
    let effects = room.handle(2, Input::Sync { peer: ANAS, data });
    let refused = |effect: &Effect| matches!(effect, Effect::Refused { .. });
    assert!(
        !effects.iter().any(refused),
        "a note may be moved: {effects:?}"
    );
}

/// The change is refused, and the document stays as it is.
fn is_refused(room: &mut Room, change: &Change) {
    let before = room.heads();
    let data = upload(&[change.raw_bytes()]);
    let effects = room.handle(1, Input::Sync { peer: ANAS, data });
    let refused = effects.iter().any(|effect| {
        matches!(effect, Effect::Refused { peer: ANAS, refusal } if refusal.code == RefusalCode::Malformed)
    });
    assert!(refused, "it is the server's alone: {effects:?}");
    assert_eq!(room.heads(), before);
}

#[test]
fn a_room_opened_from_pieces_is_the_same_and_saves_nothing_again() {
    let document = created();
    let snapshot = Bytes::from(document.save());
    let change = word(&document, "more");
    let mut whole = document.clone();
    whole.apply_changes([change.clone()]).unwrap();
    let identity = || Identity {
        root_is_closed: false,
        kept_keys: &[],
        document_id: "document".into(),
        peer_id: "server".into(),
        actor: *b"server----------",
    };
    let pieces = vec![snapshot.clone(), Bytes::copy_from_slice(change.raw_bytes())];
    let room = Room::open_from(whole.clone(), pieces, identity(), Vec::new()).unwrap();
    assert_eq!(room.baseline.chunks()[0], snapshot);
    assert_eq!(
        room.heads(),
        Room::open(whole, identity(), Vec::new()).unwrap().heads()
    );
    let again = room.baseline.load(&room.document, &room.durable_heads);
    assert_eq!(again.unwrap().get_heads(), room.document.get_heads());
    let alone = Room::open_from(document, vec![snapshot.clone()], identity(), Vec::new()).unwrap();
    assert_eq!(alone.snapshot().unwrap().bytes, snapshot);
}

#[test]
fn a_snapshot_made_beside_the_room_takes_the_place_of_what_it_holds() {
    let mut room = room_of(&created());
    let writes = |room: &mut Room, now_ms: u64, word: &'static str| {
        let (_, effects) = room.edit(Box::new(move |transaction| {
            use automerge::transaction::Transactable;
            transaction.put(automerge::ROOT, word, true).is_ok()
        }));
        let commit = effects.iter().find_map(|effect| match effect {
            Effect::Commit { commit, .. } => Some(*commit),
            _ => None,
        });
        room.handle(
            now_ms,
            Input::Committed {
                commit: commit.unwrap(),
            },
        );
    };
    writes(&mut room, 1, "one");
    writes(&mut room, 2, "two");
    let draft = room.draft().unwrap();
    writes(&mut room, 3, "three");
    assert_eq!(room.snapshot(), None, "what is in hand has a tail");
    let finished = draft.finish().unwrap();
    room.adopt(&finished);
    assert_eq!(
        room.baseline.chunks().len(),
        2,
        "the snapshot and what came after it"
    );
    let again = room.baseline.load(&room.document, &room.durable_heads);
    assert_eq!(again.unwrap().get_heads(), room.document.get_heads());
}
