//! Inputs in any order, most of them out of place.

use proptest::prelude::*;

use super::*;

fn any_told() -> impl Strategy<Value = AlreadySent> {
    prop_oneof![
        Just(AlreadySent::Nothing),
        Just(AlreadySent::Something),
        Just(AlreadySent::Everything)
    ]
}

fn any_input(document: Automerge) -> impl Strategy<Value = Input> {
    let peer = (0..4_u64).prop_map(PeerKey);
    let access = prop_oneof![Just(Access::Read), Just(Access::Write)];
    let enter = (peer.clone(), access.clone(), any::<bool>(), any_told()).prop_map(
        |(peer, access, reads_bundles, already_sent)| Input::Enter {
            peer,
            peer_id: "somebody".into(),
            participant: [peer.0 as u8; 16],
            access,
            reads_bundles,
            already_sent,
        },
    );
    let sync =
        (peer.clone(), any_message(document)).prop_map(|(peer, data)| Input::Sync { peer, data });
    let caret = peer.clone().prop_map(|peer| Input::Ephemeral {
        peer,
        sender_id: "somebody".into(),
        frame: Bytes::from_static(b"caret"),
    });
    let set_access =
        (peer.clone(), access).prop_map(|(peer, access)| Input::SetAccess { peer, access });
    prop_oneof![
        2 => enter,
        6 => sync,
        1 => caret,
        1 => set_access,
        4 => Just(Input::Tick),
        3 => (0..4_u64).prop_map(|commit| Input::Committed { commit }),
        1 => (0..4_u64).prop_map(|commit| Input::CommitFailed { commit }),
        1 => Just(Input::Retry),
        1 => peer.clone().prop_map(|peer| Input::Leave { peer }),
        1 => peer.clone().prop_map(|peer| Input::Overflowed { peer }),
        1 => peer.prop_map(|peer| Input::Drained { peer }),
    ]
}

fn any_message(document: Automerge) -> impl Strategy<Value = Bytes> {
    let words = prop::sample::select(vec!["one", "two", "three"]);
    let honest = words.prop_map(move |one| upload(&[word(&document, one).raw_bytes()]));
    let damaged = (honest.clone(), any::<prop::sample::Index>(), any::<u8>()).prop_map(
        |(message, at, byte)| {
            let mut message = message.to_vec();
            let at = at.index(message.len());
            message[at] = byte;
            Bytes::from(message)
        },
    );
    let noise = prop::collection::vec(any::<u8>(), 0..60).prop_map(Bytes::from);
    prop_oneof![3 => honest, 2 => damaged, 1 => noise]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_order_of_inputs_upsets_a_room(
        inputs in prop::collection::vec((0..100_u64, any_input(created())), 1..80),
    ) {
        let mut room = room_of(&created());
        let mut now_ms = 0;
        for (passed_ms, input) in inputs {
            now_ms += passed_ms;
            for effect in room.handle(now_ms, input) {
                let is_rebuild = matches!(effect, Effect::Rebuild { .. });
                prop_assert!(!is_rebuild, "{effect:?}");
            }
            prop_assert!(room.is_settled() || !room.is_idle());
        }
        let loaded = Automerge::load(&room.document().save()).unwrap();
        prop_assert_eq!(loaded.get_heads(), room.document().get_heads());
    }
}
