//! How a room treats single messages, friendly or not.

use automerge::Automerge;
use automerge::sync::{Message, State, SyncDoc};
use bytes::Bytes;
use hub::limits::{EPHEMERAL_BYTES_MAX, FULL_SYNC_BURST, FULL_SYNC_REFILL_MS, STRIKES_MAX};
use hub::{Access, Effect, Input, PeerKey, RefusalCode, Room};

use super::disk::Disk;
use super::server::{Server, enter};
use super::truth;

const ANA: PeerKey = PeerKey(1);
const BOB: PeerKey = PeerKey(2);
const CLEO: PeerKey = PeerKey(3);

fn room() -> Room {
    let disk = Disk::new();
    let mut room = Server::new(&disk).room.unwrap();
    for (peer, name) in [(ANA, "ana"), (BOB, "bob"), (CLEO, "cleo")] {
        room.handle(0, enter(peer, name, [peer.0 as u8; 16], Access::Write));
    }
    room
}

fn caret(from: PeerKey, sender: &str, bytes: usize) -> Input {
    Input::Ephemeral {
        peer: from,
        sender_id: sender.into(),
        frame: Bytes::from(vec![7; bytes]),
    }
}

fn greeting(document: &Automerge) -> Bytes {
    let message = document.generate_sync_message(&mut State::new());
    Bytes::from(message.unwrap().encode())
}

fn says(peer: PeerKey, data: Bytes) -> Input {
    Input::Sync { peer, data }
}

fn answer(effects: &[Effect]) -> Option<Message> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send { frame, .. } => Message::decode(&truth::sync_data(frame)?).ok(),
        _ => None,
    })
}

#[test]
fn a_caret_reaches_all_others_unchanged() {
    let effects = room().handle(0, caret(ANA, "ana", 200));
    let expected = Effect::Send {
        to: vec![BOB, CLEO],
        frame: Bytes::from(vec![7; 200]),
    };
    assert_eq!(effects, [expected]);
}

#[test]
fn echoes_and_oversized_carets_vanish() {
    assert_eq!(room().handle(0, caret(BOB, "ana", 200)), []);
    assert_eq!(
        room().handle(0, caret(ANA, "ana", EPHEMERAL_BYTES_MAX + 1)),
        []
    );
    assert_eq!(room().handle(0, caret(PeerKey(9), "ana", 200)), []);
}

#[test]
fn who_may_only_read_tells_of_no_caret() {
    let mut room = room();
    room.handle(
        0,
        Input::SetAccess {
            peer: ANA,
            access: Access::Read,
        },
    );
    assert_eq!(room.handle(0, caret(ANA, "ana", 200)), []);
}

#[test]
fn a_newcomer_gets_the_document_and_one_who_has_it_nothing() {
    let mut room = room();
    let effects = room.handle(0, says(ANA, greeting(&Automerge::new())));
    let welcome = answer(&effects).unwrap();
    let mut document = Automerge::new();
    document
        .receive_sync_message(&mut State::new(), welcome)
        .unwrap();
    assert_eq!(document.get_heads(), room.document().get_heads());
    let effects = room.handle(0, says(BOB, greeting(&document)));
    let welcome = answer(&effects).unwrap();
    assert!(welcome.changes.is_empty());
    assert_eq!(welcome.heads, document.get_heads());
    assert_eq!(welcome.flags, None, "flags would invite whole documents");
}

#[test]
fn an_acknowledgement_is_not_answered() {
    let mut room = room();
    let disk = Disk::new();
    let mut state = State::new();
    let mut document = disk.load();
    let greeting = document.generate_sync_message(&mut state).unwrap();
    let effects = room.handle(0, says(ANA, Bytes::from(greeting.encode())));
    let welcome = answer(&effects).unwrap();
    document.receive_sync_message(&mut state, welcome).unwrap();
    state.in_flight = false;
    state.have_responded = false;
    let acknowledgement = document.generate_sync_message(&mut state).unwrap();
    let effects = room.handle(5, says(ANA, Bytes::from(acknowledgement.encode())));
    assert_eq!(effects, []);
}

#[test]
fn whole_documents_are_not_handed_out_without_end() {
    let mut room = room();
    let ask = || says(ANA, greeting(&Automerge::new()));
    let answers = (0..50).filter(|_| answer(&room.handle(0, ask())).is_some());
    assert_eq!(answers.count() as u32, FULL_SYNC_BURST);
    assert!(answer(&room.handle(FULL_SYNC_REFILL_MS, Input::Tick)).is_some());
}

#[test]
fn a_peer_whose_queue_overflowed_hears_nothing_until_it_is_drained() {
    let mut room = room();
    room.handle(0, says(ANA, greeting(&Automerge::new())));
    room.handle(0, Input::Overflowed { peer: ANA });
    assert_eq!(room.handle(0, says(ANA, greeting(&Automerge::new()))), []);
    let Effect::Send { to, .. } = &room.handle(0, caret(BOB, "bob", 10))[0] else {
        panic!("no caret");
    };
    assert_eq!(to, &[CLEO]);
    assert!(answer(&room.handle(0, Input::Drained { peer: ANA })).is_some());
}

#[test]
fn nonsense_is_refused_and_after_a_while_it_is_abuse() {
    let mut room = room();
    for strike in 1..=STRIKES_MAX {
        let effects = room.handle(0, says(ANA, Bytes::from_static(b"nonsense")));
        let [Effect::Refused { peer: ANA, refusal }] = effects[..] else {
            panic!("{effects:?}");
        };
        assert_eq!(refusal.code, RefusalCode::Malformed);
        assert_eq!(refusal.abuse, strike == STRIKES_MAX);
    }
}

#[test]
fn strangers_are_not_heard() {
    assert_eq!(
        room().handle(0, says(PeerKey(9), greeting(&Automerge::new()))),
        []
    );
    assert_eq!(room().handle(0, Input::Committed { commit: 7 }), []);
    assert_eq!(room().handle(0, Input::Retry), []);
    assert_eq!(room().handle(0, Input::Tick), []);
}

#[test]
fn a_room_without_peers_and_work_is_idle() {
    let mut room = room();
    assert!(!room.is_idle());
    for peer in [ANA, BOB, CLEO] {
        room.handle(0, Input::Leave { peer });
    }
    assert!(room.is_idle());
    assert!(room.is_settled());
    let snapshot = room.snapshot().unwrap();
    let loaded = Automerge::load(&snapshot.bytes).unwrap();
    let heads: Vec<[u8; 32]> = loaded.get_heads().iter().map(|head| head.0).collect();
    assert_eq!(heads, snapshot.heads);
    assert_eq!(heads, room.heads());
}
