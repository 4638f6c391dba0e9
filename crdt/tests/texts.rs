//! Web pages, Markdown and plain text: what is written in one is read from it again, and nothing else acts.

mod pads;

use crdt::language::Language;
use crdt::pad::comments::Noted;
use crdt::pad::foreign::{Loss, NotUnderstood, understand};
use crdt::pad::{Block, BlockKind, Marks, Tone, html_page, markdown, plain_text};
use pads::{block, linked, paragraph, run, table};
use proptest::prelude::*;

use BlockKind::{BulletItem, CheckItem, Heading, NumberedItem, Paragraph, Quote};

fn blocks_of(name: &str, text: &str) -> Vec<Block> {
    let found = understand(name, text.as_bytes());
    found.expect("it is understood").blocks
}

fn page(text: &str) -> Vec<Block> {
    blocks_of("a.html", text)
}

fn strong(text: &str) -> crdt::pad::Run {
    run(
        text,
        Marks {
            strong: true,
            ..Marks::default()
        },
    )
}

/// A page of everything a pad holds.
fn everything() -> Vec<Block> {
    let check = |indent, checked| CheckItem { indent, checked };
    let mixed = Block {
        kind: Paragraph,
        runs: vec![
            run("Avec ", Marks::default()),
            strong("force"),
            run(", et ", Marks::default()),
            run("un lien", linked("https://example.org/a?b=c&d=e")),
            run(" ; « ça » <va> & vient.", Marks::default()),
        ],
    };
    vec![
        block(Heading { level: 1 }, "Réunion"),
        mixed,
        block(Quote, "Une citation\nsur deux lignes"),
        block(BulletItem { indent: 0 }, "un"),
        block(NumberedItem { indent: 1 }, "deux"),
        block(NumberedItem { indent: 1 }, "trois"),
        block(check(0, true), "fait"),
        block(check(0, false), "à faire"),
        block(Heading { level: 2 }, "Suites"),
        block(BlockKind::Callout { tone: Tone::Tip }, "Un conseil"),
        block(BlockKind::Callout { tone: Tone::Tip }, "sur deux lignes"),
        block(
            BlockKind::Callout {
                tone: Tone::Warning,
            },
            "Attention",
        ),
        block(BlockKind::Code, "let a = 1;\n  if <b> {\n\n}"),
        block(BlockKind::Rule, ""),
        paragraph("Fin."),
    ]
}

#[test]
fn a_page_and_markdown_come_back_as_they_were() {
    let pad = everything();
    assert_eq!(
        page(&html_page(
            "Compte rendu",
            Language::French,
            &Noted::plain(pad.clone())
        )),
        pad
    );
    assert_eq!(blocks_of("a.md", &markdown(&pad)), pad);
}

#[test]
fn plain_text_comes_back_with_its_items() {
    let pad = [
        paragraph("Bonjour"),
        paragraph(""),
        block(BulletItem { indent: 1 }, "a"),
        block(NumberedItem { indent: 0 }, "b"),
        block(
            CheckItem {
                indent: 2,
                checked: true,
            },
            "c",
        ),
    ];
    assert_eq!(blocks_of("a.txt", &plain_text(&pad)), pad);
    assert_eq!(
        blocks_of("a.txt", "-5 degrés\n2024. Un an"),
        [paragraph("-5 degrés"), paragraph("2024. Un an"),]
    );
}

#[test]
fn the_title_of_a_page_is_not_in_its_text() {
    let found = understand(
        "a.html",
        html_page("Été", Language::French, &Noted::plain(everything())).as_bytes(),
    );
    assert_eq!(
        found.expect("it is understood").title.as_deref(),
        Some("Été")
    );
    let two = "<title>A</title><h1>A</h1><h1>B</h1>";
    assert_eq!(page(two).len(), 2);
}

#[test]
fn tags_that_are_mixed_up_break_nothing() {
    assert_eq!(
        page("<p>a<b>b<i>c</b>d</i><p>e"),
        [
            Block {
                kind: Paragraph,
                runs: vec![
                    run("a", Marks::default()),
                    strong("b"),
                    run(
                        "c",
                        Marks {
                            strong: true,
                            em: true,
                            ..Marks::default()
                        }
                    ),
                    run("d", Marks::default()),
                ],
            },
            paragraph("e"),
        ]
    );
    assert_eq!(
        page("</li></ul>a</table><td>b"),
        [paragraph("a"), paragraph("b")]
    );
    assert_eq!(page("a<!-- <b>"), [paragraph("a")]);
}

#[test]
fn what_acts_does_not_come() {
    let found = understand(
        "a.html",
        b"<p onclick=x>a</p><script>b</script><style>c</style><a href=' javascript:d'>e</a><svg><text>f</text></svg>",
    );
    let found = found.expect("it is understood");
    assert_eq!(found.blocks, [paragraph("a"), paragraph("e")]);
    let losses: Vec<_> = found.losses.all().collect();
    assert_eq!(
        losses,
        [(Loss::Drawings, 1), (Loss::Links, 1), (Loss::Scripts, 1)]
    );
}

#[test]
fn office_programs_say_by_styles_what_others_say_by_tags() {
    let pasted = "<b style=\"font-weight:normal\"><span style=\"font-weight:700\">a</span>b</b>";
    let runs = vec![strong("a"), run("b", Marks::default())];
    assert_eq!(page(pasted)[0].runs, runs);
}

#[test]
fn tables_come_with_their_title_and_as_wide_as_their_widest_row() {
    let rows: [&[&str]; 3] = [
        &["Qui", "Quoi"],
        &["Ana", "un devis\npour mai"],
        &["Ben", ""],
    ];
    let html = "<table><caption>Tâches</caption><tr><th>Qui<th>Quoi<tr><td>Ana<td><p>un devis<p>pour mai</p><tr><td>Ben</table>";
    assert_eq!(page(html), [table("Tâches", &rows)]);
    let markdown = "|Qui|Quoi|\n|-|-|\n|Ana|un devis<br>pour mai|\n|Ben||\n";
    assert_eq!(blocks_of("a.md", markdown), [table("", &rows)]);
}

#[test]
fn a_table_without_a_place_comes_in_lines() {
    let wide = format!("<table><tr>{}</table>", "<td>a".repeat(2_001));
    let found = understand("a.html", wide.as_bytes()).expect("it is understood");
    assert_eq!(found.losses.of(Loss::Tables), 1);
    assert!(found.blocks[0].text().starts_with("a | a | "));
    let nested = page("<table><tr><td>a<table><tr><td>b<td>c</table>");
    assert_eq!(nested, [table("", &[&["a\nb | c"]])]);
}

#[test]
fn what_hedgedoc_adds_is_left_out_or_read() {
    let text = "---\ntitle: \"Ordre du jour\"\ntags: a\n---\n[TOC]\n:::info\nUn mot\n:::\n";
    let found = understand("a.md", text.as_bytes()).expect("it is understood");
    assert_eq!(found.title.as_deref(), Some("Ordre du jour"));
    let note = BlockKind::Callout { tone: Tone::Note };
    assert_eq!(found.blocks, [block(note, "Un mot")]);
}

#[test]
fn a_box_that_was_drawn_is_a_box() {
    let check = |checked| CheckItem { indent: 0, checked };
    assert_eq!(
        page("<p>☐ a<p>☑\u{fe0f} b<li>☒ c"),
        [
            block(check(false), "a"),
            block(check(true), "b"),
            block(check(true), "c"),
        ]
    );
}

#[test]
fn a_page_too_long_or_empty_is_refused() {
    let refused = |text: &str| understand("a.html", text.as_bytes()).expect_err("it is refused");
    assert_eq!(refused("<p></p><script>a</script>"), NotUnderstood::Empty);
    assert_eq!(refused(&"<p>a".repeat(30_000)), NotUnderstood::TooMuch);
    assert_eq!(refused(&"a".repeat(400_000)), NotUnderstood::TooMuch);
    assert_eq!(understand("a.png", b"a"), Err(NotUnderstood::Strange));
}

proptest! {
    #[test]
    fn nothing_that_is_sent_breaks_a_reader(bytes in prop::collection::vec(any::<u8>(), 0..200), name in "a\\.(txt|md|html|docx|odt|x)") {
        drop(understand(&name, &bytes));
    }

    #[test]
    fn no_tags_break_the_reader(text in "(<(/|)(p|b|i|ul|ol|li|table|tr|td|pre|a href=x|input type=checkbox|script|svg|title|blockquote|br|h1|img|span)>| |a|\n|&amp;|☐ ){0,60}") {
        drop(understand("a.html", text.as_bytes()));
        drop(understand("a.md", text.as_bytes()));
    }
}
