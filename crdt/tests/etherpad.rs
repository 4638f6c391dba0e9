//! Pads of Etherpad: their text, who wrote it, and how.

mod pads;

use automerge::ActorId;
use crdt::language::Language;
use crdt::pad::foreign::{Format, Found, Loss, NotUnderstood, understand};
use crdt::pad::{Block, BlockKind, Marks, read};
use pads::{block, paragraph, run};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A pad of two people: a heading, an item and a word in bold, in four changes.
fn pad() -> Value {
    let text = "*Réunion\nBonjour à tous\n*un\n\n";
    json!({
        "pad:g.abc$Ordre_du_jour": {
            "atext": {"text": text, "attribs": "*0*3*4+1|1+8+8*2+1|1+6*0*3*5+1|1+3|1+1"},
            "pool": {"numToAttrib": {
                "0": ["author", "a.1"], "1": ["author", "a.2"], "2": ["bold", "true"],
                "3": ["lmkr", "1"], "4": ["heading", "h2"], "5": ["list", "bullet1"],
            }, "nextNum": 6},
            "head": 3, "chatHead": 0,
        },
        "pad:g.abc$Ordre_du_jour:revs:0": {"changeset": "Z:1>9*0*3*4+1|1+8$*Réunion\n", "meta": {"author": "a.1", "timestamp": 1_700_000_000_000_u64}},
        "pad:g.abc$Ordre_du_jour:revs:1": {"changeset": "Z:a>f|1=9*1|1+f$Bonjour à tous\n", "meta": {"author": "a.2", "timestamp": 1_700_000_001_000_u64}},
        "pad:g.abc$Ordre_du_jour:revs:2": {"changeset": "Z:p>4|2=o*0*3*5+1*0|1+3$*un\n", "meta": {"author": "a.1", "timestamp": 1_700_000_200_000_u64}},
        "pad:g.abc$Ordre_du_jour:revs:3": {"changeset": "Z:t>0|1=9=8*2=1$", "meta": {"author": "a.1", "timestamp": 1_700_000_300_000_u64}},
        "pad:g.abc$Ordre_du_jour:chat:0": {"text": "Salut", "userId": "a.1"},
        "globalAuthor:a.1": {"name": "Ana", "colorId": 1, "padIDs": "x"},
        "globalAuthor:a.2": {"name": "Ben"},
        "globalAuthor:a.3": {"name": null},
        "something else": [1],
    })
}

fn found(file: &Value) -> Result<Found, NotUnderstood> {
    understand("a.etherpad", file.to_string().as_bytes())
}

fn blocks() -> Vec<Block> {
    let strong = Marks {
        strong: true,
        ..Marks::default()
    };
    vec![
        block(BlockKind::Heading { level: 2 }, "Réunion"),
        Block {
            kind: BlockKind::Paragraph,
            runs: vec![
                run("Bonjour ", Marks::default()),
                run("à", strong),
                run(" tous", Marks::default()),
            ],
        },
        block(BlockKind::BulletItem { indent: 0 }, "un"),
    ]
}

#[test]
fn the_text_comes_with_its_title_and_authors() {
    let found = found(&pad()).expect("it is understood");
    assert_eq!(
        (found.format, found.title.as_deref()),
        (Format::Etherpad, Some("Ordre du jour"))
    );
    assert_eq!(found.blocks, blocks());
    assert_eq!(found.authors, ["Ana", "Ben"]);
    assert_eq!(found.losses.of(Loss::Chat), 1);
}

#[test]
fn its_past_is_played_again_moment_by_moment() {
    let mut found = found(&pad()).expect("it is understood");
    let past = found.past.as_ref().expect("its changes lead to its text");
    assert_eq!(past.moments(), 4);
    found.sign(Language::French);
    let document = found.create(ActorId::from([1; 16]));
    assert_eq!(read(&document), Ok(found.blocks.clone()));
    let seen = |at: i64| {
        let changes = document.get_changes(&[]);
        let until: Vec<_> = changes
            .iter()
            .filter(|change| change.timestamp() == at)
            .map(|change| change.hash())
            .collect();
        read(&document.fork_at(&until).expect("a moment of it")).expect("a pad")
    };
    assert_eq!(
        seen(1_700_000_000),
        [block(BlockKind::Heading { level: 2 }, "Réunion")]
    );
    assert_eq!(seen(1_700_000_001)[1..], [paragraph("Bonjour à tous")]);
    assert_eq!(seen(1_700_000_200).len(), 3);
}

#[test]
fn without_a_past_that_fits_the_text_comes_alone() {
    let mut broken = pad();
    broken["pad:g.abc$Ordre_du_jour:revs:1"]["changeset"] = json!("Z:9>1+1$x");
    let mut missing = pad();
    missing
        .as_object_mut()
        .expect("records")
        .remove("pad:g.abc$Ordre_du_jour:revs:2");
    let mut untrue = pad();
    untrue["pad:g.abc$Ordre_du_jour:revs:1"]["changeset"] =
        json!("Z:a>f|1=9*1|1+f$Bonsoir, vous !\n");
    for file in [broken, missing, untrue] {
        let found = found(&file).expect("it is understood");
        assert_eq!(found.blocks, blocks());
        assert_eq!(found.past, None);
    }
    let mut unmarked = pad();
    unmarked["pad:g.abc$Ordre_du_jour"]["atext"]["attribs"] = json!("+1");
    let found = found(&unmarked).expect("it is understood");
    assert_eq!(found.blocks[1], paragraph("Bonjour à tous"));
}

#[test]
fn what_is_no_pad_is_refused() {
    for file in [
        json!([]),
        json!({}),
        json!({"pad:a": 1}),
        json!({"globalAuthor:a": {"name": "x"}}),
    ] {
        assert_eq!(found(&file), Err(NotUnderstood::Broken), "{file}");
    }
    let mut two = pad();
    two["pad:other"] = two["pad:g.abc$Ordre_du_jour"].clone();
    assert_eq!(found(&two), Err(NotUnderstood::Broken));
    let huge = json!({"pad:a": {"atext": {"text": "\n"}, "pool": {"numToAttrib": {"4000000000": ["a", "b"]}}}});
    assert_eq!(found(&huge), Err(NotUnderstood::Broken));
}

proptest! {
    #[test]
    fn no_change_breaks_the_reader(change in "Z:[0-9a-z]{1,2}[<>][0-9a-z]{1,2}([*|=+-][0-9a-z]{1,3}){0,8}\\$[a-zé\n]{0,20}", attribs in "([*|+][0-9a-z]{1,2}){0,8}") {
        let mut file = pad();
        file["pad:g.abc$Ordre_du_jour:revs:0"]["changeset"] = json!(change);
        file["pad:g.abc$Ordre_du_jour"]["atext"]["attribs"] = json!(attribs);
        let found = found(&file).expect("there is text in it");
        drop(found.create(ActorId::from([1; 16])));
    }
}
