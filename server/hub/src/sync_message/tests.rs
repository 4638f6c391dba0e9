//! Sync messages, honest and hostile.

use super::*;
use automerge::sync::{self, SyncDoc};
use automerge::transaction::Transactable;
use automerge::{Automerge, ROOT, ReadDoc};
use proptest::prelude::*;

fn document_with(keys: &[&str]) -> Automerge {
    let mut document = Automerge::new();
    for key in keys {
        let mut transaction = document.transaction();
        transaction.put(ROOT, *key, true).unwrap();
        transaction.commit();
    }
    document
}

fn first_message_of(document: &Automerge) -> Bytes {
    let mut state = sync::State::new();
    let message = document.generate_sync_message(&mut state).unwrap();
    Bytes::from(message.encode())
}

#[test]
fn the_ten_bytes_that_divide_by_zero_are_refused() {
    let killer = Bytes::from_static(&[0x42, 0, 0, 1, 0, 3, 1, 0, 7, 0]);
    assert_eq!(parse(&killer), Err(ParseError::Malformed));
}

#[test]
fn the_fifteen_bytes_that_ask_for_gigabytes_are_refused() {
    let probes = [0xff, 0xff, 0xff, 0xff, 0x0f];
    let mut killer = vec![0x42, 0, 0, 1, 0, 9, 1, 10];
    killer.extend(probes);
    killer.extend([0xff, 0xff]);
    assert_eq!(killer.len(), 15);
    assert_eq!(parse(&Bytes::from(killer)), Err(ParseError::Malformed));
}

#[test]
fn a_filter_shorter_or_longer_than_it_claims_is_refused() {
    for bits in [vec![0xff], vec![0xff; 3]] {
        let mut message = vec![0x42, 0, 0, 1, 0, 3 + bits.len() as u8, 1, 10, 7];
        message.extend(bits);
        message.push(0);
        assert_eq!(parse(&Bytes::from(message)), Err(ParseError::Malformed));
    }
}

#[test]
fn a_claimed_billion_changes_are_refused_before_they_are_counted() {
    let message = Bytes::from_static(&[0x42, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x0f]);
    assert_eq!(parse(&message), Err(ParseError::TooLarge));
}

#[test]
fn the_greeting_of_a_client_is_understood() {
    let document = document_with(&["a", "b", "c"]);
    let greeting = parse(&first_message_of(&document)).unwrap();
    assert_eq!(greeting.heads, document.get_heads());
    assert_eq!(greeting.have[0].filter_entries, 3);
    assert!(!greeting.is_reset());
}

#[test]
fn a_client_without_the_document_starts_over() {
    let greeting = parse(&first_message_of(&Automerge::new())).unwrap();
    assert!(greeting.is_reset());
    assert_eq!(greeting.claimed().count(), 0);
}

#[test]
fn automerge_reads_what_the_server_writes() {
    let document = document_with(&["a", "b"]);
    let heads = document.get_heads();
    let outgoing = Outgoing {
        heads: &heads,
        need: &[],
        last_sync: &heads,
    };
    let message = sync::Message::decode(&outgoing.encode(&[b"chunk"])).unwrap();
    assert_eq!(message.heads, heads);
    assert_eq!(message.have[0].last_sync, heads);
    assert_eq!(message.changes.iter().next(), Some(&b"chunk"[..]));
    assert_eq!(message.flags, None);
}

#[test]
fn a_document_chunk_and_later_changes_travel_in_one_message() {
    let mut document = document_with(&["a", "b", "c"]);
    let snapshot = document.save();
    let before = document.get_heads();
    let mut transaction = document.transaction();
    transaction.put(ROOT, "later", true).unwrap();
    transaction.commit();
    let later = document.get_changes(&before)[0].raw_bytes().to_vec();
    let heads = document.get_heads();
    let outgoing = Outgoing {
        heads: &heads,
        need: &[],
        last_sync: &heads,
    };
    for mut client in [Automerge::new(), document_with(&["mine"])] {
        let message = sync::Message::decode(&outgoing.encode(&[&snapshot, &later])).unwrap();
        let mut state = sync::State::new();
        client.receive_sync_message(&mut state, message).unwrap();
        assert!(client.get(ROOT, "later").unwrap().is_some());
        assert!(client.get(ROOT, "a").unwrap().is_some());
        assert_eq!(state.shared_heads, heads);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut message = vec![0x42];
        message.extend(bytes);
        let _ = parse(&Bytes::from(message));
    }

    #[test]
    fn a_damaged_greeting_is_read_or_refused(at in 0..140_usize, bit in 0..8_u8) {
        let mut message = first_message_of(&document_with(&["a", "b"])).to_vec();
        let at = at % message.len();
        message[at] ^= 1 << bit;
        let _ = parse(&Bytes::from(message));
    }
}
