//! What is read from a pad, whoever wrote it and however badly.

mod pads;

use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ObjType, ROOT, ScalarValue};
use crdt::pad::{Block, BlockKind, Marks, Tone, check, create, read};
use crdt::root::Unreadable;
use pads::{any_blocks, block, edit, linked, paragraph, run, written};
use proptest::prelude::*;

fn a_new_pad() -> Automerge {
    create(ActorId::from([1; 16]))
}

fn blocks_of(pad: &Automerge) -> Vec<Block> {
    read(pad).expect("the pad is readable")
}

#[test]
fn a_new_pad_is_one_empty_paragraph() {
    assert_eq!(blocks_of(&a_new_pad()), [paragraph("")]);
}

#[test]
fn a_new_pad_is_always_the_same_bytes() {
    assert_eq!(a_new_pad().save(), a_new_pad().save());
}

#[test]
fn text_before_the_first_marker_is_a_paragraph() {
    let mut pad = a_new_pad();
    edit(&mut pad, |edit, body| {
        edit.splice_text(body, 0, 0, "before")
    });
    assert_eq!(blocks_of(&pad), [paragraph("before"), paragraph("")]);
}

#[test]
fn a_body_without_any_marker_is_still_a_paragraph() {
    let mut pad = a_new_pad();
    edit(&mut pad, |edit, body| edit.splice_text(body, 0, 1, ""));
    assert_eq!(blocks_of(&pad), [paragraph("")]);
}

#[test]
fn positions_count_utf_16_code_units() {
    let pad = written(&[Block {
        kind: BlockKind::Paragraph,
        runs: vec![
            run("😀é", Marks::default()),
            run("lien", linked("https://x")),
        ],
    }]);
    assert_eq!(blocks_of(&pad)[0].runs[1].text, "lien");
}

#[test]
fn a_type_is_read_as_a_word_or_as_a_text() {
    let mut pad = a_new_pad();
    edit(&mut pad, |edit, body| {
        let marker = edit.split_block(body, 1)?;
        let word = edit.put_object(&marker, "type", ObjType::Text)?;
        edit.splice_text(&word, 0, 0, "quote")
    });
    assert_eq!(blocks_of(&pad)[1], block(BlockKind::Quote, ""));
}

/// A pad whose second block has this type and these attributes.
fn a_block(word: &str, attrs: &[(&str, ScalarValue)]) -> BlockKind {
    let mut pad = a_new_pad();
    edit(&mut pad, |edit, body| {
        let marker = edit.split_block(body, 1)?;
        edit.put(&marker, "type", word)?;
        let map = edit.put_object(&marker, "attrs", ObjType::Map)?;
        for (key, value) in attrs {
            edit.put(&map, *key, value.clone())?;
        }
        Ok(())
    });
    blocks_of(&pad)[1].kind.clone()
}

#[test]
fn attributes_are_clamped() {
    let heading = |level: ScalarValue| a_block("heading", &[("level", level)]);
    assert_eq!(heading(9.into()), BlockKind::Heading { level: 3 });
    assert_eq!(heading((-9).into()), BlockKind::Heading { level: 1 });
    assert_eq!(heading("2".into()), BlockKind::Heading { level: 1 });
    assert_eq!(heading(2.0.into()), BlockKind::Heading { level: 2 });
    assert_eq!(heading(f64::NAN.into()), BlockKind::Heading { level: 1 });
    for much in [u64::MAX.into(), i64::MAX.into(), f64::INFINITY.into()] {
        let bullet = a_block("bullet-item", &[("indent", much)]);
        assert_eq!(bullet, BlockKind::BulletItem { indent: 5 });
    }
}

#[test]
fn only_true_is_checked() {
    let check = |value: ScalarValue| a_block("check-item", &[("checked", value)]);
    for (value, checked) in [
        (true.into(), true),
        ("true".into(), false),
        (1.into(), false),
    ] {
        assert_eq!(check(value), BlockKind::CheckItem { indent: 0, checked });
    }
}

#[test]
fn a_tone_nobody_knows_is_a_note() {
    let callout = |tone: ScalarValue| a_block("callout", &[("tone", tone)]);
    for (value, tone) in [
        ("warning".into(), Tone::Warning),
        ("tip".into(), Tone::Tip),
        ("Warning".into(), Tone::Note),
        (true.into(), Tone::Note),
    ] {
        assert_eq!(callout(value), BlockKind::Callout { tone });
    }
    assert_eq!(a_block("callout", &[]), callout("note".into()));
}

#[test]
fn an_unknown_type_is_a_paragraph() {
    assert_eq!(a_block("table", &[]), BlockKind::Paragraph);
}

#[test]
fn a_link_that_would_run_a_script_is_plain_text() {
    let runs = vec![run("x", linked("javascript:alert(1)"))];
    let kind = BlockKind::Paragraph;
    assert_eq!(
        blocks_of(&written(&[Block { kind, runs }])),
        [paragraph("x")]
    );
}

#[test]
fn a_marker_nested_a_hundred_thousand_deep_is_read() {
    let mut pad = a_new_pad();
    edit(&mut pad, |edit, body| {
        let mut map = edit.split_block(body, 1)?;
        for _ in 0..100_000 {
            map = edit.put_object(&map, "attrs", ObjType::Map)?;
        }
        Ok(())
    });
    assert_eq!(blocks_of(&pad), [paragraph(""), paragraph("")]);
}

#[test]
fn an_unreadable_pad_is_an_error_and_never_an_empty_pad() {
    let spoilt = |key: &'static str, value: ScalarValue| {
        let mut pad = a_new_pad();
        edit(&mut pad, |edit, _| edit.put(ROOT, key, value));
        check(&pad).expect_err("the pad is spoilt")
    };
    assert_eq!(spoilt("body", "text".into()), Unreadable::Missing("body"));
    assert_eq!(spoilt("version", 2.into()), Unreadable::Version(2));
    assert_eq!(
        spoilt("version", "1".into()),
        Unreadable::Missing("version")
    );
    assert_eq!(
        spoilt("kind", "vote".into()),
        Unreadable::Kind("vote".into())
    );
    assert_eq!(spoilt("kind", 1.into()), Unreadable::NoKind);
}

#[test]
fn a_pad_opened_with_another_text_encoding_is_refused() {
    let pad = Automerge::load(&a_new_pad().save()).expect("the pad loads");
    assert_eq!(read(&pad), Err(Unreadable::Encoding));
}

proptest! {
    #[test]
    fn what_is_written_is_read(blocks in any_blocks()) {
        prop_assert_eq!(blocks_of(&written(&blocks)), blocks);
    }
}

#[test]
fn a_pad_created_with_blocks_is_read_as_them() {
    let blocks = [
        (BlockKind::Heading { level: 2 }, "Été 😀"),
        (BlockKind::Paragraph, ""),
        (BlockKind::BulletItem { indent: 2 }, "thé"),
        (BlockKind::NumberedItem { indent: 0 }, "un"),
        (
            BlockKind::CheckItem {
                indent: 1,
                checked: true,
            },
            "fait",
        ),
        (BlockKind::Quote, "dit-elle"),
    ]
    .map(|(kind, text)| (kind, text.to_owned()));
    let pad = crdt::pad::create_with(automerge::ActorId::from([7; 16]), &blocks);
    let found: Vec<_> = read(&pad)
        .unwrap()
        .into_iter()
        .map(|block| (block.kind.clone(), block.text()))
        .collect();
    assert_eq!(found, blocks);
}
