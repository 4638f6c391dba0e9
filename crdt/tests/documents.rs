//! Three long documents, of ten pages and more each with everything a pad holds, through every format and back.

mod pads;
mod poppler;

use automerge::ActorId;
use crdt::language::Language;
use crdt::pad::comments::Noted;
use crdt::pad::foreign::understand;
use crdt::pad::{Block, Volume, create_of, docx, html_page, markdown, odt, pdf, plain_text, read};
use pads::tidy;
use poppler::told;

/// What a text in three languages lacks of what a pad holds.
const EVERYTHING: &str = include_str!("documents/everything.md");
/// By their names.
const DOCUMENTS: [(&str, &str); 3] = [
    ("guide", include_str!("../../docs/guide-animation.md")),
    ("hosting", include_str!("../../docs/hosting.md")),
    ("shapes", include_str!("../../docs/documents.md")),
];

fn document(text: &str) -> Vec<Block> {
    let text = format!("{text}\n\n{EVERYTHING}");
    let found = understand("a.md", text.as_bytes()).expect("it is understood");
    found.blocks.into_iter().map(tidy).collect()
}

fn volume(title: &str, blocks: &[Block]) -> Volume {
    let cover = pads::cover(title);
    Volume::of_one(&cover, blocks.to_vec())
}

/// The first block in which they differ: whole documents say nothing to a reader.
fn assert_same(what: &str, read: &[Block], written: &[Block]) {
    let differs = read.iter().zip(written).find(|(a, b)| a != b);
    assert_eq!(differs, None, "{what}");
    assert_eq!(read.len(), written.len(), "{what}");
}

#[test]
fn each_holds_everything_and_is_a_pad() {
    for (name, text) in DOCUMENTS {
        let blocks = document(text);
        let letters: usize = blocks
            .iter()
            .flat_map(|block| &block.runs)
            .map(|run| run.text.chars().count())
            .sum();
        assert!(letters > 15_000, "{name} has {letters} letters");
        for kind in [
            "heading",
            "bullet",
            "numbered",
            "check",
            "quote",
            "callout",
            "code",
            "rule",
            "table",
            "paragraph",
        ] {
            let is_there = blocks
                .iter()
                .any(|block| block.kind.as_str().starts_with(kind));
            assert!(is_there, "{name} has no {kind}");
        }
        let pad = create_of(ActorId::from([1; 16]), &blocks);
        assert_same(name, &read(&pad).expect("it is a pad"), &blocks);
    }
}

#[test]
fn what_is_written_in_each_format_is_read_again() {
    for (name, text) in DOCUMENTS {
        let blocks = document(text);
        let noted = Noted::plain(blocks.clone());
        let files = [
            ("a.docx", docx(&volume(name, &blocks))),
            ("a.odt", odt(&volume(name, &blocks))),
            (
                "a.html",
                html_page(name, Language::French, &noted).into_bytes(),
            ),
            ("a.md", markdown(&blocks).into_bytes()),
        ];
        for (file, bytes) in files {
            let found = understand(file, &bytes).expect("it is understood");
            assert_eq!(found.losses.all().count(), 0, "{name} {file}");
            assert_same(&format!("{name} {file}"), &found.blocks, &blocks);
        }
    }
}

#[test]
fn plain_text_says_every_word_in_order() {
    for (name, text) in DOCUMENTS {
        let blocks = document(text);
        let plain = plain_text(&blocks);
        let mut rest = plain.as_str();
        for run in blocks.iter().flat_map(|block| &block.runs) {
            for word in run.text.split_whitespace() {
                let at = rest
                    .find(word)
                    .unwrap_or_else(|| panic!("{name} lost {word:?}"));
                rest = &rest[at + word.len()..];
            }
        }
    }
}

/// What a tagged PDF says to who has it read aloud: its letters, in the order of its structure. Spaces, signs and lines from
/// right to left are written in each program's own way.
fn letters_read_aloud(pdf: &[u8]) -> String {
    let structure = told("pdfinfo", &["-struct-text", "-"], pdf);
    let texts = structure.lines().map(str::trim);
    letters(
        &texts
            .filter(|line| line.starts_with('"'))
            .collect::<String>(),
    )
}

fn letters(text: &str) -> String {
    let latin = |c: &char| c.is_alphabetic() && *c < '\u{250}';
    // A box that is ticked.
    text.replace("[x]", "").chars().filter(latin).collect()
}

#[test]
fn every_letter_is_in_its_place_in_a_pdf_that_is_read_aloud() {
    for (name, text) in DOCUMENTS {
        let blocks = document(text);
        let written = pdf(&volume(name, &blocks));
        let pages = told("pdfinfo", &["-"], &written);
        let pages = pages.lines().find_map(|line| line.strip_prefix("Pages:"));
        let pages: u32 = pages
            .and_then(|count| count.trim().parse().ok())
            .expect("it says how many");
        assert!(pages >= 10, "{name} has {pages} pages");
        let expected = letters(&plain_text(&blocks));
        let found = letters_read_aloud(&written);
        let (_, found) = found.split_at(name.len());
        let differs = found
            .chars()
            .zip(expected.chars())
            .position(|(a, b)| a != b);
        let near: Option<String> = differs.map(|at| expected.chars().skip(at).take(40).collect());
        assert_eq!(near, None, "{name}");
        assert_eq!(found.len(), expected.len(), "{name}");
    }
}
