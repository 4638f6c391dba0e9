//! A change that breaks the document: who loses what.

use super::*;

fn sends(peer: PeerKey, chunks: &[&[u8]]) -> Input {
    Input::Sync {
        peer,
        data: upload(chunks),
    }
}

fn refusals(effects: &[Effect]) -> Vec<(PeerKey, Refusal)> {
    let refused = |effect: &Effect| match effect {
        Effect::Refused { peer, refusal } => Some((*peer, *refusal)),
        _ => None,
    };
    effects.iter().filter_map(refused).collect()
}

fn damaged(abuse: bool) -> Vec<(PeerKey, Refusal)> {
    let code = RefusalCode::Damaged;
    vec![(ANAS, Refusal { code, abuse })]
}

/// The room after Ana's poison and, in the same tick, Bob's word.
fn poisoned() -> (Room, Vec<u8>, Vec<Effect>) {
    let document = created();
    let poison = mutants::poison(&document);
    let bobs = word(&document, "bob was here");
    let mut room = room_of(&document);
    room.handle(0, sends(ANAS, &[&poison]));
    room.handle(0, sends(BOBS, &[bobs.raw_bytes()]));
    let effects = room.handle(0, Input::Tick);
    (room, poison, effects)
}

#[test]
fn only_the_sender_is_told() {
    let (_, poison, effects) = poisoned();
    assert_eq!(refusals(&effects), damaged(false));
    let kept = effects.iter().find_map(|effect| match effect {
        Effect::Quarantine { peer, bytes, .. } => Some((*peer, bytes.to_vec())),
        _ => None,
    });
    assert_eq!(kept, Some((Some(ANAS), poison)));
}

#[test]
fn the_second_time_it_is_refused_unread_and_is_abuse() {
    let (mut room, poison, _) = poisoned();
    let effects = room.handle(0, sends(ANAS, &[&poison]));
    assert_eq!(effects.len(), 1);
    assert_eq!(refusals(&effects), damaged(true));
}

#[test]
fn the_room_goes_on() {
    let (mut room, _, _) = poisoned();
    room.handle(10, Input::Committed { commit: 1 });
    let anas = word(room.document(), "ana again");
    room.handle(1_000, sends(ANAS, &[anas.raw_bytes()]));
    let effects = room.handle(1_000, Input::Tick);
    let [
        Effect::Commit {
            commit: 2, heads, ..
        },
    ] = &effects[..]
    else {
        panic!("{effects:?}");
    };
    assert!(heads.contains(&anas.hash().0));
}

#[test]
fn a_room_that_cannot_repair_itself_asks_to_be_rebuilt_and_falls_silent() {
    let document = created();
    let poison = mutants::poison(&document);
    let mut room = room_of(&document);
    room.baseline = Baseline::of(&Automerge::new()).unwrap();
    room.handle(0, sends(ANAS, &[&poison]));
    let effects = room.handle(0, Input::Tick);
    let [
        Effect::Quarantine { peer: None, .. },
        Effect::Rebuild { .. },
    ] = &effects[..]
    else {
        panic!("{effects:?}");
    };
    assert_eq!(room.handle(1, sends(ANAS, &[&poison])), []);
}
