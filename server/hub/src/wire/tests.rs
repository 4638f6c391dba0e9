//! Frames as stock clients write them, and as nobody should.

use bytes::Bytes;
use ciborium::Value;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

use super::*;
use crate::limits::{EPHEMERAL_BYTES_MAX, GREETING_BYTES_MAX};

fn map(fields: &[(&str, Value)]) -> Bytes {
    let entries = fields
        .iter()
        .map(|(key, value)| (Value::Text(key.to_string()), value.clone()))
        .collect();
    let mut frame = Vec::new();
    ciborium::into_writer(&Value::Map(entries), &mut frame).unwrap();
    Bytes::from(frame)
}

fn text(words: &str) -> Value {
    Value::Text(words.into())
}

/// `{type:"join", senderId:"ana", peerMetadata:{storageId:undefined, isEphemeral:true},
/// supportedProtocolVersions:["1"]}` the way cbor-x writes it.
fn join_with_undefined_storage() -> Bytes {
    let mut frame = vec![0xa4];
    frame.extend(b"\x64type\x64join\x68senderId\x63ana\x6cpeerMetadata\xa2");
    frame.extend(b"\x69storageId\xf7\x6bisEphemeral\xf5");
    frame.extend(b"\x78\x19supportedProtocolVersions\x81\x611");
    Bytes::from(frame)
}

#[test]
fn a_client_without_storage_may_join() {
    let join = Join {
        peer_id: "ana".into(),
        speaks_version_1: true,
        understands_control: false,
        reads_bundles: false,
    };
    assert_eq!(
        decode(&join_with_undefined_storage()),
        Ok(ClientMessage::Join(join))
    );
}

#[test]
fn our_own_client_says_so() {
    let metadata = Value::Map(vec![
        (text("atelier"), Value::Integer(1.into())),
        (text("bundles"), Value::Integer(1.into())),
    ]);
    let frame = map(&[
        ("type", text("join")),
        ("senderId", text("ana")),
        ("peerMetadata", metadata),
    ]);
    let Ok(ClientMessage::Join(join)) = decode(&frame) else {
        panic!("not a join");
    };
    assert!(join.understands_control && join.reads_bundles);
    assert!(!join.speaks_version_1);
}

#[test]
fn requests_and_syncs_carry_their_data() {
    for kind in ["request", "sync"] {
        let frame = map(&[
            ("type", text(kind)),
            ("senderId", text("ana")),
            ("targetId", text("server")),
            ("documentId", text("doc")),
            ("data", Value::Bytes(vec![1, 2, 3])),
        ]);
        let expected = ClientMessage::Sync {
            document_id: "doc".into(),
            data: Bytes::from_static(&[1, 2, 3]),
        };
        assert_eq!(decode(&frame), Ok(expected));
    }
}

#[test]
fn an_ephemeral_message_keeps_its_bytes() {
    let frame = map(&[
        ("type", text("ephemeral")),
        ("senderId", text("ana")),
        ("documentId", text("doc")),
        ("count", Value::Integer(7.into())),
        ("sessionId", text("s")),
        ("data", Value::Bytes(vec![9; 40])),
    ]);
    let Ok(ClientMessage::Ephemeral(ephemeral)) = decode(&frame) else {
        panic!("not an ephemeral");
    };
    assert_eq!(ephemeral.sender_id, "ana");
    assert_eq!(ephemeral.frame, frame);
}

fn caret(pairs: &[(&str, Value)]) -> Ephemeral {
    let fields = [
        ("type", text("ephemeral")),
        ("senderId", text("ana")),
        ("documentId", text("doc")),
    ];
    match decode(&map(&[&fields, pairs].concat())) {
        Ok(ClientMessage::Ephemeral(caret)) => caret,
        other => panic!("{other:?}"),
    }
}

fn read(frame: &[u8]) -> Vec<(Value, Value)> {
    match ciborium::from_reader(frame) {
        Ok(Value::Map(pairs)) => pairs,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_relayed_says_who_says_it_and_is_otherwise_as_it_came() {
    let caret = caret(&[("data", Value::Bytes(vec![9; 40]))]);
    let mut expected = read(&caret.frame);
    expected.push((text("participant"), text("ana of the workshop")));
    let named = caret.said_by("ana of the workshop").expect("it is named");
    assert_eq!(read(&named), expected);
}

#[test]
fn a_map_of_untold_length_is_named_inside_of_it() {
    let told = caret(&[("data", Value::Bytes(vec![0xff; 3]))]);
    let mut frame = vec![0xbf];
    frame.extend(&told.frame[1..]);
    frame.push(0xff);
    let Ok(ClientMessage::Ephemeral(untold)) = decode(&Bytes::from(frame)) else {
        panic!("not an ephemeral");
    };
    let named = untold.said_by("ana").expect("it is named");
    assert_eq!(read(&named), read(&told.said_by("ana").expect("as well")));
}

#[test]
fn nobody_says_who_they_are_themselves() {
    for claim in [text("bob"), Value::Null, Value::Map(vec![])] {
        assert_eq!(caret(&[("participant", claim)]).said_by("ana"), None);
    }
    let mut in_pieces = caret(&[]).frame.to_vec();
    in_pieces[0] += 1;
    in_pieces.extend(b"\x7f\x65parti\x66cipant\xff\x63bob");
    assert!(decode(&Bytes::from(in_pieces)).is_err());
}

#[test]
fn too_long_for_its_kind_is_refused() {
    let too_long = vec![0; EPHEMERAL_BYTES_MAX];
    let frame = map(&[
        ("type", text("ephemeral")),
        ("senderId", text("ana")),
        ("documentId", text("doc")),
        ("data", Value::Bytes(too_long)),
    ]);
    assert!(matches!(decode(&frame), Err(DecodeError::TooLarge { .. })));
    let frame = map(&[
        ("type", text("atelier-visit")),
        ("space", text(&"x".repeat(GREETING_BYTES_MAX))),
    ]);
    assert!(matches!(decode(&frame), Err(DecodeError::TooLarge { .. })));
}

#[test]
fn unknown_types_are_ignored_and_missing_fields_refused() {
    let gossip = map(&[
        ("type", text("remote-heads-changed")),
        ("newHeads", Value::Map(vec![])),
    ]);
    assert_eq!(decode(&gossip), Ok(ClientMessage::Ignored));
    let no_document = map(&[("type", text("sync")), ("data", Value::Bytes(vec![]))]);
    assert!(decode(&no_document).is_err());
    let no_type = map(&[("senderId", text("ana"))]);
    assert!(decode(&no_type).is_err());
}

#[test]
fn deep_nesting_and_huge_claims_are_refused() {
    let mut deep = vec![0xa1, 0x61, b'x'];
    deep.extend(vec![0x81; 100_000]);
    assert!(decode(&Bytes::from(deep)).is_err());
    let mut claims = b"\xa1\x64type".to_vec();
    claims.extend(b"\x7b\x7f\xff\xff\xff\xff\xff\xff\xff");
    assert!(decode(&Bytes::from(claims)).is_err());
}

#[test]
fn millions_of_empty_things_are_refused_early() {
    for filler in [0x60_u8, 0x40, 0x80, 0xa0, 0xc0] {
        for field in ["supportedProtocolVersions", "peerMetadata", "data", "x"] {
            let mut frame = vec![0xa2, 0x64];
            frame.extend(b"type\x64sync\x78");
            frame.push(u8::try_from(field.len()).unwrap());
            frame.extend(field.bytes());
            frame.extend([0x9a, 0x00, 0xff, 0x00, 0x00]);
            frame.extend(vec![filler; 0xff_0000]);
            assert!(decode(&Bytes::from(frame)).is_err(), "{filler:x} {field}");
        }
    }
}

#[test]
fn lengths_that_are_not_said_beforehand_are_read_to_their_end() {
    let mut frame = b"\xbf\x64type\x65leave\x61x\x9f\x5f\x41\x01\x41\x02\xff\xff".to_vec();
    assert!(decode(&Bytes::from(frame.clone())).is_err());
    frame.push(0xff);
    assert_eq!(
        decode(&Bytes::from(frame.clone())),
        Ok(ClientMessage::Leave)
    );
    frame.push(0xf6);
    assert!(decode(&Bytes::from(frame)).is_err(), "something follows");
}

#[test]
fn what_a_long_sync_message_carries_is_not_copied() {
    let frame = map(&[
        ("type", text("sync")),
        ("documentId", text("doc")),
        (
            "data",
            Value::Tag(64, Value::Bytes(vec![7; 100_000]).into()),
        ),
    ]);
    let Ok(ClientMessage::Sync { data, .. }) = decode(&frame) else {
        panic!("not a sync message");
    };
    assert!(frame.as_ptr_range().contains(&data.as_ptr()));
    assert_eq!(data, vec![7; 100_000]);
}

#[test]
fn control_messages_make_the_round() {
    #[derive(Serialize, Deserialize, PartialEq, Debug)]
    struct Visit {
        r#type: String,
        space: String,
    }
    let visit = Visit {
        r#type: "atelier-visit".into(),
        space: "s1".into(),
    };
    let frame = encode_control(&visit);
    let Ok(ClientMessage::Control { kind, frame }) = decode(&frame) else {
        panic!("not a control message");
    };
    assert_eq!(kind, "atelier-visit");
    assert_eq!(decode_control::<Visit>(&frame), Ok(visit));
}

#[test]
fn the_server_speaks_like_a_stock_server() {
    let peer: Value = ciborium::from_reader(&encode_peer("server", "ana", "disk")[..]).unwrap();
    let fields = peer.as_map().unwrap();
    let field = |name: &str| fields.iter().find(|(key, _)| *key == text(name)).unwrap();
    assert_eq!(field("type").1, text("peer"));
    assert_eq!(field("selectedProtocolVersion").1, text("1"));
    let sync: Value = ciborium::from_reader(&encode_sync("server", "doc", &[5])[..]).unwrap();
    assert!(
        sync.as_map()
            .unwrap()
            .contains(&(text("data"), Value::Bytes(vec![5])))
    );
    let gone = encode_unavailable("server", "ana", "doc");
    let gone: Value = ciborium::from_reader(&gone[..]).unwrap();
    assert!(
        gone.as_map()
            .unwrap()
            .iter()
            .all(|(key, _)| *key != text("data"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let _ = decode(&Bytes::from(bytes));
    }

    /// What is read is what another reader of CBOR finds there.
    #[test]
    fn two_readers_agree(document_id in "\\PC{0,20}", data: Vec<u8>, other: Option<i64>, at: prop::sample::Index) {
        let other = other.map_or(Value::Null, |number| Value::Integer(number.into()));
        let fields = [("type", text("sync")), ("documentId", text(&document_id)), ("data", Value::Bytes(data.clone()))];
        let mut fields = fields.to_vec();
        fields.insert(at.index(fields.len()), ("other", Value::Array(vec![other, Value::Float(0.1), Value::Bool(true)])));
        let expected = ClientMessage::Sync { document_id, data: Bytes::from(data) };
        prop_assert_eq!(decode(&map(&fields)), Ok(expected));
    }

    #[test]
    fn a_damaged_join_is_read_or_refused(at in 0..100_usize, byte: u8) {
        let mut frame = join_with_undefined_storage().to_vec();
        let at = at % frame.len();
        frame[at] = byte;
        let _ = decode(&Bytes::from(frame));
    }
}
