//! PDFs, read back by another program: poppler.

mod pads;
mod poppler;

use crdt::cover::Cover;
use crdt::language::Language;
use crdt::pad::{Block, BlockKind, Chapter, Marks, Tone, Volume, pdf};
use pads::{any_blocks, block, linked, paragraph, run, table};
use poppler::told;
use proptest::prelude::*;

fn volume(blocks: Vec<Block>) -> Volume {
    let cover = Cover {
        authors: vec!["Zoé".to_owned()],
        ..pads::cover("Compte rendu d’été")
    };
    Volume::of_one(&cover, blocks)
}

fn everything() -> Vec<Block> {
    let strong = Marks {
        strong: true,
        ..Marks::default()
    };
    let mixed = Block {
        kind: BlockKind::Paragraph,
        runs: vec![
            run(
                "Œuvre «\u{a0}déjà\u{a0}» à 12\u{202f}€ : ",
                Marks::default(),
            ),
            run("force", strong),
            run(" → ", Marks::default()),
            run("le site", linked("https://example.org/a")),
        ],
    };
    vec![
        block(BlockKind::Heading { level: 1 }, "Décisions"),
        mixed,
        block(BlockKind::NumberedItem { indent: 0 }, "premier"),
        block(BlockKind::BulletItem { indent: 1 }, "dedans"),
        block(BlockKind::NumberedItem { indent: 0 }, "second"),
        block(
            BlockKind::CheckItem {
                indent: 0,
                checked: true,
            },
            "fait",
        ),
        block(BlockKind::Quote, "cité"),
        block(BlockKind::Callout { tone: Tone::Tip }, "conseil"),
        block(BlockKind::Code, "let a = 1;\n  b();"),
        block(BlockKind::Rule, ""),
        block(BlockKind::Heading { level: 2 }, "Suites"),
        paragraph("Fin 👍 🎉."),
        table("Tâches", &[&["Qui", "Quoi"], &["Ana", "un devis"]]),
    ]
}

#[test]
fn it_is_tagged_a4_and_carries_its_fonts() {
    let bytes = pdf(&volume(everything()));
    let info = told("pdfinfo", &["-"], &bytes);
    for line in [
        "Tagged:          yes",
        "(A4)",
        "Title:           Compte rendu d’été",
        "Author:          Zoé",
        "Pages:           1",
    ] {
        assert!(info.contains(line), "{line}: {info}");
    }
    let fonts = told("pdffonts", &["-"], &bytes);
    assert!(fonts.contains("AtkinsonHyperlegibleNext"), "{fonts}");
    for font in fonts.lines().skip(2) {
        let columns: Vec<&str> = font.split_whitespace().rev().collect();
        // From the end: object, number, unicode, subset, embedded.
        assert_eq!(columns[2..5], ["yes", "yes", "yes"], "{font}");
    }
}

#[test]
fn its_structure_is_what_it_looks_like() {
    let bytes = pdf(&volume(everything()));
    let structure = told("pdfinfo", &["-struct-text", "-"], &bytes);
    let mut rest = structure.as_str();
    for part in [
        "Compte rendu d’été",
        "H1",
        "Décisions",
        "Link",
        "le site",
        "L (block)",
        "LI",
        "Lbl",
        "1.",
        "LBody",
        "premier",
        "dedans",
        "2.",
        "second",
        "☑",
        "fait",
        "BlockQuote",
        "cité",
        "Note",
        "conseil",
        "Code",
        "H2",
        "Suites",
        "Table",
        "TH",
        "Qui",
        "TD",
        "Ana",
    ] {
        let (_, after) = rest
            .split_once(part)
            .unwrap_or_else(|| panic!("{part} comes: {structure}"));
        rest = after;
    }
}

#[test]
fn its_text_can_be_searched_and_copied_even_where_a_sign_is_not_drawn() {
    let text = told("pdftotext", &["-", "-"], &pdf(&volume(everything())));
    // Poppler tells every space alike.
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    for line in [
        "Œuvre « déjà » à 12 € : force → le site",
        "let a = 1;",
        "Fin 👍 🎉.",
        "Écrit par Zoé",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn pictures_and_scripts_from_right_to_left_are_written() {
    let blocks = vec![
        paragraph("Bravo 🎉 à tous 👩🏽‍🚀"),
        paragraph("مرحبا بكم في الورشة"),
        paragraph("Le mot שלום עולם veut dire paix."),
    ];
    let bytes = pdf(&volume(blocks));
    let fonts = told("pdffonts", &["-"], &bytes);
    assert!(fonts.contains("NotoEmoji"), "{fonts}");
    let text = told("pdftotext", &["-", "-"], &bytes);
    // Poppler says where the direction changes.
    let text = text.replace(
        ['\u{202a}', '\u{202b}', '\u{202c}', '\u{2067}', '\u{2069}'],
        "",
    );
    for line in ["Bravo 🎉 à tous", "مرحبا بكم في الورشة", "שלום עולם"] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(!text.contains("un carré"), "{text}");
}

#[test]
fn a_file_in_which_boxes_stand_for_signs_says_so() {
    let text = told(
        "pdftotext",
        &["-", "-"],
        &pdf(&volume(vec![paragraph("中文")])),
    );
    assert!(text.contains("un carré (□) les remplace"), "{text}");
}

#[test]
fn long_texts_go_on_over_pages_and_pads_begin_on_their_own() {
    let long = "Une phrase qui revient souvent, et qui remplit la ligne. ".repeat(400);
    let bytes = pdf(&volume(vec![
        paragraph(&long),
        paragraph(&"x".repeat(3_000)),
    ]));
    let text = told("pdftotext", &["-", "-"], &bytes).replace(['\n', '\u{c}'], " ");
    assert_eq!(text.matches("remplit").count(), 400);
    assert_eq!(text.matches('x').count(), 3_000);
    let chapter = |title: &str| Chapter {
        title: title.to_owned(),
        authors: Vec::new(),
        blocks: vec![paragraph("a")],
    };
    let volume = Volume {
        title: "Atelier".to_owned(),
        language: Language::French,
        pads: vec![chapter("Un"), chapter("Deux")],
        beside: crdt::beside::Beside::default(),
    };
    assert!(told("pdfinfo", &["-"], &pdf(&volume)).contains("Pages:           3"));
}

proptest! {
    // Each case runs a program.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_written_makes_a_pdf_that_is_read(blocks in any_blocks()) {
        let words: Vec<String> = blocks.iter().map(Block::text).collect();
        let text = told("pdftotext", &["-", "-"], &pdf(&volume(blocks)));
        for word in words.join(" ").split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 2) {
            prop_assert!(text.replace('\n', "").contains(word), "{word}: {text}");
        }
    }
}
