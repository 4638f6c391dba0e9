//! Documents on disk that do not load to their own heads once they are saved: not opened, and told to nobody.

use automerge::transaction::CommitOptions;

use super::*;
use crate::gate::tests::numbers::empty;

fn identity() -> Identity {
    Identity {
        root_is_closed: false,
        kept_keys: &[],
        document_id: "document".into(),
        peer_id: "server".into(),
        actor: *b"server----------",
    }
}

/// A document on disk: its snapshot, and these changes after it.
fn stored(changes: &[Change]) -> (Automerge, Vec<Bytes>) {
    let mut document = created();
    let mut pieces = vec![Bytes::from(document.save())];
    document.apply_changes(changes.to_vec()).unwrap();
    let bytes = changes.iter().map(|change| change.raw_bytes());
    pieces.extend(bytes.map(Bytes::copy_from_slice));
    (document, pieces)
}

fn opens(changes: &[Change]) -> Result<Room, Damaged> {
    let (document, pieces) = stored(changes);
    Room::open_from(document, pieces, identity(), Vec::new())
}

fn is_told_early(changes: &[Change]) -> bool {
    let (document, pieces) = stored(changes);
    let heads: Vec<_> = document.get_heads().iter().map(|head| head.0).collect();
    Porch::of(&identity(), &pieces, &heads).is_some()
}

/// An empty change that begins so far above its place.
fn above_its_place(by: u64) -> Change {
    let document = created();
    let numbers = document.get_changes_meta(&[]);
    let next = numbers.iter().map(|one| one.max_op).max().unwrap() + 1;
    empty(&document, next + by, |_| {})
}

/// What two people wrote at once, and the change that makes one head of theirs.
fn merged() -> Vec<Change> {
    let mut document = created();
    let words = [word(&document, "one"), word(&document, "two")];
    document.apply_changes(words.clone()).unwrap();
    document.empty_commit(CommitOptions::default());
    let merge = document.get_last_local_change();
    words.into_iter().chain(merge).collect()
}

#[test]
fn what_does_not_load_again_is_not_opened() {
    assert!(opens(&[above_its_place(1)]).is_err());
    assert!(opens(&[word(&created(), "more"), above_its_place(1)]).is_err());
    for sound in [vec![], vec![above_its_place(0)], merged()] {
        assert!(opens(&sound).is_ok());
    }
}

#[test]
fn what_may_not_load_again_is_told_to_nobody_before_it_was_proved() {
    assert!(!is_told_early(&[above_its_place(1)]));
    assert!(
        !is_told_early(&[above_its_place(0)]),
        "nothing here says that it is in its place"
    );
    for sound in [vec![], vec![word(&created(), "more")], merged()] {
        assert!(is_told_early(&sound));
    }
}
