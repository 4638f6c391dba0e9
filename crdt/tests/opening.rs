//! Opening a document from the chunks that are kept of it.

mod pads;

use automerge::transaction::Transactable;
use automerge::{Automerge, ReadDoc};
use crdt::holds::holds;
use crdt::open::{OpenError, TEXT_ENCODING, open};
use crdt::root::is_written_by;
use pads::{edit, paragraph, written};
use proptest::prelude::*;

/// Each change of a pad as a chunk of its own.
fn chunks(pad: &Automerge) -> Vec<Vec<u8>> {
    let changes = pad.get_changes(&[]);
    changes
        .iter()
        .map(|change| change.raw_bytes().to_vec())
        .collect()
}

fn opened(chunks: &[Vec<u8>]) -> Result<Automerge, OpenError> {
    open(chunks.iter().map(Vec::as_slice))
}

fn a_pad_with_history() -> Automerge {
    let mut pad = written(&[paragraph("un")]);
    for letter in ["deux", "trois", "quatre"] {
        edit(&mut pad, |edit, body| {
            let end = edit.length(body);
            edit.splice_text(body, end, 0, letter)
        });
    }
    pad
}

#[test]
fn changes_one_by_one_make_the_document() {
    let pad = a_pad_with_history();
    let again = opened(&chunks(&pad)).expect("it opens");
    assert_eq!(again.get_heads(), pad.get_heads());
    assert_eq!(again.text_encoding(), TEXT_ENCODING);
}

#[test]
fn a_snapshot_and_changes_it_already_holds_make_the_document() {
    let pad = a_pad_with_history();
    let mut kept = vec![pad.save()];
    kept.extend(chunks(&pad));
    assert_eq!(
        opened(&kept).map(|pad| pad.get_heads()),
        Ok(pad.get_heads())
    );
}

#[test]
fn what_a_document_holds_is_told_from_what_it_lacks() {
    let whole = a_pad_with_history();
    let chunks = chunks(&whole);
    let (last, before) = chunks.split_last().expect("it has a history");
    for held in [&chunks.concat(), &whole.save(), &Vec::new()] {
        assert_eq!(holds(&whole, held), Ok(true));
    }
    let shorter = opened(before).expect("a history without its end is one");
    for lacking in [last, &chunks.concat(), &whole.save()] {
        assert_eq!(holds(&shorter, lacking), Ok(false));
    }
}

#[test]
fn what_is_damaged_is_not_held() {
    let whole = a_pad_with_history();
    for mut damaged in chunks(&whole) {
        *damaged.last_mut().expect("a change has bytes") ^= 1;
        assert_ne!(holds(&whole, &damaged), Ok(true));
        damaged.truncate(9);
        assert!(matches!(
            holds(&whole, &damaged),
            Err(OpenError::Damaged(_))
        ));
    }
}

#[test]
fn nothing_is_an_error_and_not_an_empty_document() {
    assert_eq!(opened(&[]).map(|_| ()), Err(OpenError::Nothing));
    assert_eq!(opened(&[vec![]]).map(|_| ()), Err(OpenError::Nothing));
}

#[test]
fn a_missing_change_is_an_error() {
    let mut kept = chunks(&a_pad_with_history());
    kept.remove(2);
    let error = opened(&kept).map(|_| ());
    assert!(
        matches!(error, Err(OpenError::MissingChanges { .. })),
        "{error:?}"
    );
}

#[test]
fn a_change_missing_after_a_snapshot_is_an_error() {
    let pad = a_pad_with_history();
    let changes = chunks(&pad);
    let snapshot = opened(&changes[..2]).expect("it opens").save();
    let error = opened(&[snapshot, changes[3].clone()]).map(|_| ());
    assert_eq!(error, Err(OpenError::MissingChanges { missing: 1 }));
}

#[test]
fn only_the_first_change_writes_to_the_root() {
    let pad = a_pad_with_history();
    let writes: Vec<bool> = pad
        .get_changes(&[])
        .iter()
        .map(|change| is_written_by(&change.decode()))
        .collect();
    assert_eq!(writes, [true, false, false, false, false]);
}

proptest! {
    #[test]
    fn a_flipped_byte_is_an_error_or_changes_nothing(at in any::<usize>(), bit in 0..8u8) {
        let pad = a_pad_with_history();
        let mut bytes = chunks(&pad).concat();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        if let Ok(again) = open([bytes.as_slice()]) {
            prop_assert_eq!(again.get_heads(), pad.get_heads());
        }
    }
}
