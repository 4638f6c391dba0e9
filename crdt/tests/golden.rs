//! Golden documents: pads written by one side of the wire and read by the other.
//!
//! Every `golden/NAME.automerge` has a `golden/NAME.json` beside it that says what must be read.
//! `ATELIER_GOLDEN=write cargo test -p crdt --test golden` writes this side's document again.

mod pads;

use std::fs;
use std::path::{Path, PathBuf};

use automerge::marks::{ExpandMark, Mark};
use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ObjType, ReadDoc};
use crdt::open::open;
use crdt::pad::{Block, BlockKind, Image, Marks, Pad, Size, Tone, json, read};
use pads::{add_cell, block, edit, linked, paragraph, run, table, written};

use BlockKind::{
    BulletItem, Callout, CheckItem, Code, Heading, NumberedItem, Paragraph, Quote, Rule,
};

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden")
}

/// The pads in the folder, without their extension.
fn documents() -> Vec<PathBuf> {
    let entries = fs::read_dir(golden()).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    paths
        .filter(|path| path.extension().is_some_and(|word| word == "automerge"))
        .filter(|path| named(path).starts_with("pad-"))
        .filter(|path| !named(path).contains("-with-comments"))
        .map(|path| path.with_extension(""))
        .collect()
}

fn named(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .expect("a name in letters")
}

#[test]
fn every_golden_document_is_read_as_its_json_says() {
    let documents = documents();
    assert!(!documents.is_empty());
    for document in documents {
        let bytes = fs::read(document.with_extension("automerge")).expect("the document is there");
        let expected = fs::read(document.with_extension("json")).expect("its json is there");
        let expected: Pad = serde_json::from_slice(&expected).expect("the json is a pad");
        let pad = open([bytes.as_slice()]).expect("the document opens");
        let blocks = read(&pad).expect("the document is a pad");
        assert_eq!(
            Pad::new(blocks, Vec::new()),
            expected,
            "{}",
            document.display()
        );
    }
}

#[test]
fn this_side_still_writes_the_same_documents() {
    still_writes("pad-from-server", &a_pad_of_everything());
    still_writes("pad-from-server-blocks", &a_pad_of_blocks());
    still_writes("pad-from-server-tables", &a_pad_of_tables());
    still_writes("pad-from-server-images", &a_pad_of_images());
}

fn still_writes(name: &str, pad: &Automerge) {
    let text = json(&read(pad).expect("it is a pad"), &[]);
    let path = golden().join(name);
    if std::env::var_os("ATELIER_GOLDEN").is_some_and(|word| word == "write") {
        fs::write(path.with_extension("automerge"), pad.save()).expect("the folder is writable");
        fs::write(path.with_extension("json"), &text).expect("the folder is writable");
    }
    let kept = fs::read(path.with_extension("automerge")).expect("the document is there");
    let kept = open([kept.as_slice()]).expect("the document opens");
    assert_eq!(kept.get_heads(), pad.get_heads());
    let kept = fs::read_to_string(path.with_extension("json")).expect("the json is there");
    assert_eq!(kept, text);
}

/// Every sort of block and mark, then what only a careless or hostile client writes.
fn a_pad_of_everything() -> Automerge {
    let mut pad = written(&everything_people_write());
    add_a_marker_of_unknown_type(&mut pad);
    add_a_heading_far_too_small(&mut pad);
    merge_two_ways_of_changing_a_block(&mut pad);
    put_text_before_the_first_marker(&mut pad);
    pad
}

/// The blocks that came after the first golden document.
fn a_pad_of_blocks() -> Automerge {
    let mut pad = written(&[
        block(Callout { tone: Tone::Note }, "à savoir"),
        block(Callout { tone: Tone::Tip }, "à essayer"),
        block(
            Callout {
                tone: Tone::Warning,
            },
            "à éviter",
        ),
        block(Code, "fn main() {\n    a();\n}"),
        block(Rule, ""),
        paragraph("après le trait"),
    ]);
    edit(&mut pad, |edit, body| {
        let marker = edit.split_block(body, 0)?;
        edit.put(&marker, "type", "callout")?;
        let attrs = edit.put_object(&marker, "attrs", ObjType::Map)?;
        edit.put(&attrs, "tone", "shouting")?;
        edit.splice_text(body, 1, 0, "ton inconnu")
    });
    pad
}

/// Tables as people make them, and as merges and careless clients leave them.
fn a_pad_of_tables() -> Automerge {
    let mut pad = written(&[
        table(
            "Qui vient",
            &[&["Nom", "Jour"], &["Ana", "lundi\nmardi"], &["", "😀"]],
        ),
        paragraph("après"),
        table("", &[&["seul"]]),
    ]);
    edit(&mut pad, |edit, body| {
        // Behind the last cell: text typed in a row that was removed, another line of a cell, a cell without a row.
        for (attrs, text) in [
            (
                vec![("row", "5"), ("column", "0"), ("gone", "row")],
                "gardé",
            ),
            (vec![("row", "6"), ("column", "0"), ("gone", "row")], ""),
            (vec![("row", "0"), ("column", "0")], "deuxième ligne"),
            (vec![("column", "1 -é"), ("gone", "column")], ""),
        ] {
            let end = edit.length(body);
            add_cell(edit, body, end, &attrs)?;
            edit.splice_text(body, end + 1, 0, text)?;
        }
        // In front of all: a table without cells, and a cell without a table.
        add_cell(edit, body, 0, &[("row", "0"), ("column", "0")])?;
        edit.splice_text(body, 1, 0, "orpheline")?;
        let marker = edit.split_block(body, 0)?;
        edit.put(&marker, "type", "paragraph")?;
        let marker = edit.split_block(body, 0)?;
        edit.put(&marker, "type", "table")
    });
    pad
}

/// Images as people put them in, and as careless and hostile clients do.
fn a_pad_of_images() -> Automerge {
    let image = |alt: &str, size| {
        let url = "/api/attachments/4Ev2HhPsMPcRwLNZ7xsBTX".to_owned();
        let alt = alt.to_owned();
        Image {
            url,
            alt,
            width: 1200,
            height: 800,
            size,
        }
    };
    let mut pad = written(&[
        block(
            BlockKind::Image(image("le plan de la salle 😀", Size::Small)),
            "Salle Lilas",
        ),
        block(BlockKind::Image(image("", Size::Medium)), ""),
        block(BlockKind::Image(image("grand", Size::Full)), "deux\nlignes"),
    ]);
    edit(&mut pad, |edit, body| {
        for (url, width, size) in [
            ("https://elsewhere.example/a.png", 1, "full"),
            ("/api/attachments/../me", -3, "huge"),
            ("javascript:alert(1)", 9_000_000, "small"),
        ] {
            let end = edit.length(body);
            let marker = edit.split_block(body, end)?;
            edit.put(&marker, "type", "image")?;
            let attrs = edit.put_object(&marker, "attrs", ObjType::Map)?;
            edit.put(&attrs, "url", url)?;
            edit.put(&attrs, "width", i64::from(width))?;
            edit.put(&attrs, "height", 1.9)?;
            edit.put(&attrs, "size", size)?;
            let alt = edit.put_object(&attrs, "alt", ObjType::Text)?;
            edit.splice_text(&alt, 0, 0, &("a\n\t".to_owned() + &"é".repeat(1_200)))?;
        }
        let end = edit.length(body);
        let marker = edit.split_block(body, end)?;
        edit.put(&marker, "type", "image")
    });
    pad
}

fn everything_people_write() -> Vec<Block> {
    vec![
        block(Heading { level: 1 }, "Réunion d’équipe 😀"),
        block(Heading { level: 2 }, "Ordre du jour"),
        block(Heading { level: 3 }, "Détails"),
        all_marks(),
        block(BulletItem { indent: 0 }, "thé"),
        block(BulletItem { indent: 2 }, "vert"),
        block(NumberedItem { indent: 0 }, "un"),
        block(NumberedItem { indent: 5 }, "tout au fond"),
        block(
            CheckItem {
                indent: 0,
                checked: true,
            },
            "fait",
        ),
        block(
            CheckItem {
                indent: 1,
                checked: false,
            },
            "à faire",
        ),
        block(Quote, "« l’union fait la force »"),
        paragraph("deux\nlignes *sans* <b>balise</b>"),
        paragraph(""),
    ]
}

fn all_marks() -> Block {
    let plain = Marks::default;
    let runs = vec![
        run(
            "gras",
            Marks {
                strong: true,
                ..plain()
            },
        ),
        run(
            "italique gras",
            Marks {
                strong: true,
                em: true,
                ..plain()
            },
        ),
        run(
            " 👩‍🎨 souligné",
            Marks {
                underline: true,
                ..plain()
            },
        ),
        run(
            "barré",
            Marks {
                strike: true,
                ..plain()
            },
        ),
        run("lien", linked("https://example.org/?a=b&c=d")),
        run("courriel", linked("mailto:a@example.org")),
        run("piège", linked("javascript:alert(1)")),
        run(" simple", plain()),
    ];
    Block {
        kind: Paragraph,
        runs,
    }
}

fn add_a_marker_of_unknown_type(pad: &mut Automerge) {
    edit(pad, |edit, body| {
        let marker = edit.split_block(body, 0)?;
        let word = edit.put_object(&marker, "type", ObjType::Text)?;
        edit.splice_text(&word, 0, 0, "tableau")
    });
}

fn add_a_heading_far_too_small(pad: &mut Automerge) {
    edit(pad, |edit, body| {
        let marker = edit.split_block(body, 0)?;
        edit.put(&marker, "type", "heading")?;
        let attrs = edit.put_object(&marker, "attrs", ObjType::Map)?;
        edit.put(&attrs, "level", 99)?;
        edit.splice_text(body, 1, 0, "trop petit")
    });
}

/// One person makes the first block bold while another splits it.
fn merge_two_ways_of_changing_a_block(pad: &mut Automerge) {
    let mut other = pad.fork().with_actor(ActorId::from([3; 16]));
    edit(&mut other, |edit, body| {
        let marker = edit.split_block(body, 5)?;
        edit.put(&marker, "type", "quote")
    });
    edit(pad, |edit, body| {
        let mark = Mark::new("strong".to_owned(), true, 1, 11);
        edit.mark(body, mark, ExpandMark::After)
    });
    pad.merge(&mut other).expect("changes merge");
}

fn put_text_before_the_first_marker(pad: &mut Automerge) {
    edit(pad, |edit, body| {
        edit.splice_text(body, 0, 0, "avant tout bloc")
    });
}
