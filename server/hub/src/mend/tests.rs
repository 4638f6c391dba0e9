//! Documents that do not load again, and what is left of them.

use automerge::transaction::Transactable;
use automerge::{ActorId, ROOT, ReadDoc};

use super::*;
use crate::gate::tests::created;
use crate::gate::tests::numbers::empty;

fn writes(document: &mut Automerge, actor: &[u8], word: &str) -> Bytes {
    document.set_actor(ActorId::from(actor));
    let mut transaction = document.transaction();
    transaction.put(ROOT, word, true).unwrap();
    transaction.commit();
    let change = document.get_last_local_change().unwrap();
    Bytes::copy_from_slice(change.raw_bytes())
}

/// An empty change that stands above its place and builds on nothing.
fn above_its_place(document: &Automerge) -> Change {
    let changes = document.get_changes_meta(&[]);
    let last = changes.iter().map(|one| one.max_op).max().unwrap();
    empty(document, last + 1, |change| change.deps.clear())
}

/// A document on disk into which somebody put an empty change above its place, and then went on, as others did.
fn poisoned() -> (Automerge, Vec<Bytes>, Bytes) {
    let mut document = created();
    let mut pieces = vec![Bytes::from(document.save())];
    pieces.push(writes(&mut document, b"ana-------------", "before"));
    let poison = above_its_place(&document);
    document.apply_changes([poison.clone()]).unwrap();
    let bytes = Bytes::copy_from_slice(poison.raw_bytes());
    pieces.push(bytes.clone());
    let author = poison.actor_id().to_bytes().to_vec();
    pieces.push(writes(&mut document, b"bob-------------", "after"));
    pieces.push(writes(&mut document, &author, "by its author"));
    pieces.push(writes(&mut document, b"ana-------------", "at last"));
    (document, pieces, bytes)
}

#[test]
fn a_change_that_keeps_a_document_from_loading_is_set_aside_and_nothing_else() {
    let (document, pieces, poison) = poisoned();
    assert!(prove(&document).is_err(), "the document is sound");
    let mended = mend(&pieces).unwrap();
    assert_eq!((mended.set_aside, mended.rewritten), (vec![poison], 3));
    let loaded = Automerge::load(&mended.bytes).unwrap();
    let heads: Vec<_> = loaded.get_heads().iter().map(|head| head.0).collect();
    assert_eq!(heads, mended.heads);
    assert_eq!(prove(&loaded), Ok(()));
    for word in ["body", "before", "after", "by its author", "at last"] {
        assert!(loaded.get(ROOT, word).unwrap().is_some(), "{word} is lost");
    }
}

#[test]
fn two_of_them_are_set_aside() {
    let (mut document, mut pieces, first) = poisoned();
    let second = above_its_place(&document);
    document.apply_changes([second.clone()]).unwrap();
    let second = Bytes::copy_from_slice(second.raw_bytes());
    pieces.push(second.clone());
    pieces.push(writes(
        &mut document,
        b"bob-------------",
        "at the very end",
    ));
    let mended = mend(&pieces).unwrap();
    assert_eq!(mended.set_aside, [first, second]);
    let loaded = Automerge::load(&mended.bytes).unwrap();
    assert!(loaded.get(ROOT, "at the very end").unwrap().is_some());
}

#[test]
fn a_sound_document_stays_as_it_is() {
    let mut document = created();
    let whole = Bytes::from(document.save());
    let word = writes(&mut document, b"ana-------------", "more");
    let mended = mend(&[whole, word]).unwrap();
    assert_eq!((mended.set_aside, mended.rewritten), (Vec::new(), 0));
    assert_eq!(mended.heads, [document.get_heads()[0].0]);
}

#[test]
fn what_cannot_be_read_is_not_mended() {
    assert!(mend(&[Bytes::from_static(b"no document")]).is_err());
}
