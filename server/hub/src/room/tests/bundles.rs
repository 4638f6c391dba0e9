//! Many changes at once go out as one bundle to those who read bundles, and as they are to the others.

use automerge::sync::Message;
use automerge::transaction::Transactable;
use automerge::{ActorId, ROOT, ReadDoc};
use ciborium::Value;

use super::*;
use crate::limits::BUNDLE_CHANGES_MIN;

/// The first byte after a chunk's magic bytes and checksum tells its type.
const BUNDLE: u8 = 3;
const CHANGE: u8 = 1;

/// Ana reads bundles, Bob does not; both are up to date.
fn room_of_two(document: &Automerge) -> Room {
    let mut room = room_of(document);
    for (peer, participant, reads_bundles) in [(ANAS, ANA, true), (BOBS, BOB, false)] {
        let (peer_id, access, already_sent) =
            (format!("{peer:?}"), Access::Write, AlreadySent::Nothing);
        room.handle(0, Input::Leave { peer });
        let enter = Input::Enter {
            peer,
            peer_id,
            participant,
            access,
            reads_bundles,
            already_sent,
        };
        room.handle(0, enter);
        let data = upload(&[]);
        room.handle(0, Input::Sync { peer, data });
    }
    room
}

/// One change of each of so many devices, sent in one message and on disk; what the room then sends.
fn write(room: &mut Room, document: &Automerge, devices: usize) -> Vec<(Vec<PeerKey>, Vec<u8>)> {
    let changes: Vec<Change> = (0..devices)
        .map(|device| {
            let mut copy = document
                .fork()
                .with_actor(ActorId::from([device as u8; 16]));
            let mut transaction = copy.transaction();
            transaction.put(ROOT, format!("word {device}"), 1).unwrap();
            transaction.commit();
            copy.get_last_local_change().unwrap()
        })
        .collect();
    let chunks: Vec<&[u8]> = changes.iter().map(|change| change.raw_bytes()).collect();
    let data = upload(&chunks);
    room.handle(1, Input::Sync { peer: ANAS, data });
    room.handle(2, Input::Tick);
    room.handle(3, Input::Committed { commit: 1 })
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Send { to, frame } => Some((to, chunk_of(&frame))),
            _ => None,
        })
        .collect()
}

/// The changes that a frame brings.
fn chunk_of(frame: &[u8]) -> Vec<u8> {
    let message: Value = ciborium::from_reader(frame).unwrap();
    let fields = message.as_map().unwrap();
    let data = fields.iter().find(|(key, _)| key.as_text() == Some("data"));
    let data = data.unwrap().1.as_bytes().unwrap();
    let message = Message::decode(data).unwrap();
    message.changes.iter().next().unwrap().to_vec()
}

#[test]
fn many_changes_are_one_bundle_for_those_who_read_it() {
    let document = created();
    let mut room = room_of_two(&document);
    let sent = write(&mut room, &document, 10);
    let [(to_ana, bundle), (to_bob, changes)] = &sent[..] else {
        panic!("one frame for each way of reading: {}", sent.len());
    };
    assert_eq!((to_ana, to_bob), (&vec![ANAS], &vec![BOBS]));
    assert_eq!((bundle[8], changes[8]), (BUNDLE, CHANGE));
    assert!(bundle.len() * 2 < changes.len(), "a bundle is far shorter");
    for chunk in [bundle, changes] {
        let mut reader = document.clone();
        reader.load_incremental(chunk).unwrap();
        assert_eq!(reader.get_heads(), room.document.get_heads());
        assert!(reader.get(ROOT, "word 9").unwrap().is_some());
    }
}

#[test]
fn few_changes_are_sent_as_they_are_to_everybody() {
    let document = created();
    let mut room = room_of_two(&document);
    let sent = write(&mut room, &document, BUNDLE_CHANGES_MIN - 1);
    let [(to, changes)] = &sent[..] else {
        panic!("one frame for everybody: {}", sent.len());
    };
    assert_eq!((&to[..], changes[8]), (&[ANAS, BOBS][..], CHANGE));
}
