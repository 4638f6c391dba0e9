//! Markdown exports, read back by a CommonMark parser.

mod pads;

use crdt::pad::{Block, BlockKind, Marks, Run, Tone, markdown};
use pads::{any_blocks, block, linked, paragraph, run, table, tidy};
use proptest::prelude::*;
use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use BlockKind::{Callout, Code, Quote, Rule};

fn lines(blocks: &[Block]) -> String {
    markdown(blocks)
}

#[test]
fn a_pad_reads_like_a_document() {
    use BlockKind::{BulletItem, CheckItem, Heading, NumberedItem};
    let pad = [
        block(Heading { level: 2 }, "Menu"),
        paragraph("Du pain."),
        paragraph(""),
        block(NumberedItem { indent: 0 }, "un"),
        block(BulletItem { indent: 1 }, "dedans"),
        block(NumberedItem { indent: 0 }, "deux"),
        block(
            CheckItem {
                indent: 0,
                checked: true,
            },
            "fait",
        ),
        block(
            CheckItem {
                indent: 0,
                checked: false,
            },
            "à faire",
        ),
        block(Quote, "a"),
        block(Quote, "b"),
        block(Callout { tone: Tone::Tip }, "c"),
        block(Callout { tone: Tone::Tip }, "d"),
        block(Rule, ""),
        block(Code, "let a = `1`;\n```"),
    ];
    let expected = "## Menu\n\nDu pain.\n\n1. un\n   - dedans\n2. deux\n- [x] fait\n- [ ] à faire\n\n\
                    > a\n>\n> b\n\n> [!TIP]\n> c\n>\n> d\n\n---\n\n````\nlet a = `1`;\n```\n````\n";
    assert_eq!(lines(&pad), expected);
}

#[test]
fn marks_become_delimiters_around_words() {
    let strong = Marks {
        strong: true,
        ..Marks::default()
    };
    let underline = Marks {
        underline: true,
        ..Marks::default()
    };
    let runs = vec![
        run("un ", Marks::default()),
        run("deux", strong),
        run(" et ", underline),
        run("lien", linked("https://x.org")),
    ];
    let pad = [Block {
        kind: BlockKind::Paragraph,
        runs,
    }];
    assert_eq!(lines(&pad), "un **deux**<u> et </u>[lien](https://x.org)\n");
}

#[test]
fn marks_that_delimiters_cannot_hold_become_tags() {
    let strong = Marks {
        strong: true,
        ..Marks::default()
    };
    let runs = vec![
        run("a", Marks::default()),
        run("(b) ", strong),
        run("c", Marks::default()),
    ];
    let pad = [Block {
        kind: BlockKind::Paragraph,
        runs,
    }];
    assert_eq!(lines(&pad), "a<strong>(b) </strong>c\n");
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    let cases = [
        ("# a", "\\# a"),
        ("1. a", "1\\. a"),
        ("12) a", "12\\) a"),
        ("- a", "\\- a"),
        ("> a", "\\> a"),
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("[a](b)", "\\[a\\](b)"),
        ("<b> & &amp;", "\\<b> & \\&amp;"),
        ("    code", "&#32;&#32;&#32;&#32;code"),
        ("3 - 1 = 2. Bien !", "3 - 1 = 2. Bien \\!"),
    ];
    for (text, expected) in cases {
        assert_eq!(lines(&[paragraph(text)]), format!("{expected}\n"));
    }
}

#[test]
fn an_exclamation_before_a_link_makes_no_image() {
    let runs = vec![run("!", Marks::default()), run("a", linked("https://x"))];
    let pad = [Block {
        kind: BlockKind::Paragraph,
        runs,
    }];
    assert_eq!(lines(&pad), "\\![a](https://x)\n");
}

#[test]
fn an_empty_pad_is_an_empty_file() {
    assert_eq!(lines(&[paragraph("")]), "");
}

#[test]
fn a_table_has_bars_and_its_title_above() {
    let pad = [table("Qui | quoi", &[&["Nom", "a|b"], &["Ana\nBo", "*"]])];
    let expected = "Qui | quoi\n\n| Nom | a&#124;b |\n| --- | --- |\n| Ana<br>Bo | \\* |\n";
    assert_eq!(lines(&pad), expected);
}

#[test]
fn a_parser_reads_the_cells_people_wrote() {
    let texts = [["a|b", "\\|"], ["", "- c"], ["`d` |", "# e"]];
    let rows: Vec<&[&str]> = texts.iter().map(<[&str; 2]>::as_slice).collect();
    let markdown = lines(&[table("", &rows)]);
    let mut cells: Vec<String> = Vec::new();
    for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => cells.push(String::new()),
            Event::Text(text) => cells.last_mut().expect("text is in a cell").push_str(&text),
            Event::Start(_) | Event::End(_) => {}
            other => panic!("the table has no {other:?}"),
        }
    }
    assert_eq!(cells, texts.concat(), "{markdown}");
}

/// What a parser reads: the blocks without indents, as a person who opens the file sees them.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    marks: Marks,
    /// The block around the text: quotes and items hold paragraphs.
    around: Vec<BlockKind>,
}

impl Reading {
    fn of(markdown: &str) -> Vec<Block> {
        let options =
            Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_GFM;
        let mut reading = Self::default();
        for event in Parser::new_ext(markdown, options) {
            reading.event(event);
        }
        seen(&reading.blocks)
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::InlineHtml(tag) | Event::Html(tag) => self.html(&tag),
            Event::TaskListMarker(checked) => self.checked(checked),
            Event::Rule => self.open(BlockKind::Rule),
            other => panic!("the export has no {other:?}"),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock if self.around.is_empty() => {
                self.open(BlockKind::Paragraph);
            }
            Tag::Paragraph if matches!(self.around.last(), Some(Quote | Callout { .. })) => {
                self.open(self.inner());
            }
            Tag::Paragraph | Tag::HtmlBlock => {}
            Tag::Heading { level, .. } => self.open(heading(level)),
            Tag::BlockQuote(kind) => self.around.push(quotation(kind)),
            Tag::CodeBlock(_) => self.open(BlockKind::Code),
            Tag::List(None) => self.around.push(BlockKind::BulletItem { indent: 0 }),
            Tag::List(Some(_)) => self.around.push(BlockKind::NumberedItem { indent: 0 }),
            Tag::Item => self.open(self.inner()),
            Tag::Strong => self.marks.strong = true,
            Tag::Emphasis => self.marks.em = true,
            Tag::Strikethrough => self.marks.strike = true,
            Tag::Link { dest_url, .. } => self.marks.link = Some(dest_url.into_string()),
            other => panic!("the export has no {other:?}"),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) => {
                self.around.pop();
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::Strong => self.marks.strong = false,
            TagEnd::Emphasis => self.marks.em = false,
            TagEnd::Strikethrough => self.marks.strike = false,
            TagEnd::Link => self.marks.link = None,
            _ => {}
        }
    }

    fn inner(&self) -> BlockKind {
        self.around.last().expect("something is around").clone()
    }

    /// The line feed in front of the closing fence is the fence's.
    fn end_code(&mut self) {
        let block = self.last();
        let text = block.text();
        let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
        block.runs = vec![run(&text, Marks::default())];
    }

    fn html(&mut self, tag: &str) {
        match tag.trim_end() {
            "<strong>" => self.marks.strong = true,
            "</strong>" => self.marks.strong = false,
            "<em>" => self.marks.em = true,
            "</em>" => self.marks.em = false,
            "<u>" => self.marks.underline = true,
            "</u>" => self.marks.underline = false,
            "<s>" => self.marks.strike = true,
            "</s>" => self.marks.strike = false,
            breaks => self.text(&breaks.replace("<br>", "\n")),
        }
    }

    fn text(&mut self, text: &str) {
        let run = run(text, self.marks.clone());
        self.last().runs.push(run);
    }

    fn checked(&mut self, checked: bool) {
        self.last().kind = BlockKind::CheckItem { indent: 0, checked };
    }

    fn open(&mut self, kind: BlockKind) {
        let runs = Vec::new();
        self.blocks.push(Block { kind, runs });
    }

    fn last(&mut self) -> &mut Block {
        self.blocks.last_mut().expect("text is in a block")
    }
}

fn quotation(kind: Option<BlockQuoteKind>) -> BlockKind {
    let tone = match kind {
        None => return Quote,
        Some(BlockQuoteKind::Tip) => Tone::Tip,
        Some(BlockQuoteKind::Warning) => Tone::Warning,
        Some(_) => Tone::Note,
    };
    Callout { tone }
}

fn heading(level: HeadingLevel) -> BlockKind {
    let level = match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        _ => 3,
    };
    BlockKind::Heading { level }
}

/// The blocks without what Markdown cannot hold: blank blocks, exact indents, control characters.
fn seen(blocks: &[Block]) -> Vec<Block> {
    let full = blocks.iter().flat_map(ruled).filter(is_seen);
    full.map(|block| tidy(flat(&block))).collect()
}

/// What was typed into a rule stands under it.
fn ruled(block: &Block) -> Vec<Block> {
    if block.kind != Rule || block.runs.is_empty() {
        return vec![block.clone()];
    }
    let (kind, runs) = (BlockKind::Paragraph, block.runs.clone());
    vec![self::block(Rule, ""), Block { kind, runs }]
}

fn is_seen(block: &Block) -> bool {
    let is_blank = block.text().trim_matches([' ', '\n']).is_empty();
    matches!(block.kind, Rule | Code) || !is_blank
}

fn flat(block: &Block) -> Block {
    let kind = match block.kind.clone() {
        BlockKind::BulletItem { .. } => BlockKind::BulletItem { indent: 0 },
        BlockKind::NumberedItem { .. } => BlockKind::NumberedItem { indent: 0 },
        BlockKind::CheckItem { checked, .. } => BlockKind::CheckItem { indent: 0, checked },
        other => other,
    };
    let runs = block.runs.iter().map(|run| Run {
        text: run.text.replace(is_control, "\u{fffd}"),
        marks: if kind == Code {
            Marks::default()
        } else {
            run.marks.clone()
        },
    });
    let runs = runs.collect();
    Block { kind, runs }
}

fn is_control(character: char) -> bool {
    character.is_control() && character != '\n' && character != '\t'
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_parser_reads_the_text_and_the_marks_people_wrote(blocks in any_blocks()) {
        let markdown = lines(&blocks);
        prop_assert_eq!(Reading::of(&markdown), seen(&blocks), "{}", markdown);
    }
}
