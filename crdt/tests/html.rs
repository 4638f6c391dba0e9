//! HTML exports: nothing people typed becomes a tag, and every tag is closed.

mod pads;

use crdt::language::Language;
use crdt::pad::comments::Noted;
use crdt::pad::{Block, BlockKind, Tone, html_fragment, html_page};
use pads::{any_blocks, block, linked, paragraph, run, table};
use proptest::prelude::*;

use BlockKind::{BulletItem, Callout, CheckItem, Code, Heading, NumberedItem, Quote, Rule};

fn page(blocks: &[Block]) -> String {
    let pad = Noted::plain(blocks.to_vec());
    html_page("Réunion <b>", Language::French, &pad)
}

/// What the page shows under its title.
fn shown(blocks: &[Block]) -> String {
    let page = page(blocks);
    let (_, rest) = page.split_once("</h1>\n").expect("a page has a title");
    let (body, _) = rest.split_once("</main>").expect("a page has an end");
    body.replace('\n', "")
}

#[test]
fn the_fragment_has_one_element_per_block() {
    let pad = [
        block(Heading { level: 2 }, "Menu"),
        paragraph("Du\npain"),
        block(BulletItem { indent: 1 }, "a"),
        block(NumberedItem { indent: 0 }, "b"),
        block(
            CheckItem {
                indent: 0,
                checked: true,
            },
            "c",
        ),
        block(Quote, "d"),
        block(Callout { tone: Tone::Tip }, "e"),
        block(Code, "f\n g"),
        block(Rule, ""),
    ];
    let expected = [
        "<h2>Menu</h2>",
        "<p>Du\npain</p>",
        r#"<div class="item bullet" data-indent="1">a</div>"#,
        r#"<div class="item numbered" data-indent="0" data-number="1">b</div>"#,
        r#"<div class="item check" data-indent="0" data-checked="true">c</div>"#,
        "<blockquote><p>d</p></blockquote>",
        r#"<div class="callout" data-tone="tip">e</div>"#,
        "<pre><code>f\n g</code></pre>",
        r#"<div class="rule"><hr><p></p></div>"#,
    ];
    assert_eq!(html_fragment(&pad), expected.concat());
}

#[test]
fn links_tell_nothing_about_where_people_come_from() {
    let runs = vec![run("a", linked("https://x/?a=\"&b"))];
    let pad = [Block {
        kind: BlockKind::Paragraph,
        runs,
    }];
    let expected = r#"<p><a href="https://x/?a=&quot;&amp;b" rel="noopener noreferrer" target="_blank">a</a></p>"#;
    assert_eq!(html_fragment(&pad), expected);
}

#[test]
fn the_page_nests_lists_and_keeps_their_sorts_apart() {
    let pad = [
        block(NumberedItem { indent: 0 }, "a"),
        block(BulletItem { indent: 3 }, "b"),
        block(NumberedItem { indent: 0 }, "c"),
        block(
            CheckItem {
                indent: 0,
                checked: true,
            },
            "d",
        ),
    ];
    let expected = "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>\
        <ul class=\"checks\"><li><label><input type=\"checkbox\" disabled checked> d</label></li></ul>";
    assert_eq!(shown(&pad), expected);
}

#[test]
fn the_page_has_one_title_and_the_headings_are_below_it() {
    let pad = [
        block(Heading { level: 1 }, "a"),
        block(Heading { level: 3 }, "b\nc"),
    ];
    assert_eq!(shown(&pad), "<h2>a</h2><h4>b<br>c</h4>");
    let page = page(&pad);
    assert!(page.contains("<html lang=\"fr\">"));
    assert!(page.contains("<title>Réunion &lt;b&gt;</title>"));
    assert!(page.contains("<h1>Réunion &lt;b&gt;</h1>"));
}

#[test]
fn quotes_that_follow_each_other_are_one_quotation() {
    let pad = [block(Quote, "a"), block(Quote, "b")];
    assert_eq!(shown(&pad), "<blockquote><p>a</p><p>b</p></blockquote>");
}

#[test]
fn code_keeps_its_lines_and_what_was_typed_into_a_rule_stands_under_it() {
    let pad = [block(Code, "a\n  b"), block(Rule, ""), block(Rule, "c")];
    let page = page(&pad);
    assert!(page.contains("<pre><code>a\n  b</code></pre>\n<hr>\n<hr>\n<p>c</p>\n"));
}

#[test]
fn callouts_of_one_tone_are_one_box() {
    let warning = || Callout {
        tone: Tone::Warning,
    };
    let note = Callout { tone: Tone::Note };
    let pad = [
        block(warning(), "a"),
        block(warning(), "b"),
        block(note, "c"),
    ];
    let expected = "<div class=\"callout warning\" role=\"note\"><p>a</p><p>b</p></div>\
        <div class=\"callout note\" role=\"note\"><p>c</p></div>";
    assert_eq!(shown(&pad), expected);
}

#[test]
fn tables_have_headings_and_rows() {
    let pad = [table("Qui", &[&["Nom", "<b>"], &["Ana", "a\nb"]])];
    let expected = "<table><caption>Qui</caption><thead><tr><th scope=\"col\">Nom</th>\
        <th scope=\"col\">&lt;b&gt;</th></tr></thead><tbody><tr><td>Ana</td><td>a<br>b</td></tr></tbody></table>";
    assert_eq!(shown(&pad), expected);
    let expected = "<div class=\"table\"><table><caption>Qui</caption><tr><th scope=\"col\"><p>Nom</p></th>\
        <th scope=\"col\"><p>&lt;b&gt;</p></th></tr><tr><td><p>Ana</p></td><td><p>a\nb</p></td></tr></table></div>";
    assert_eq!(html_fragment(&pad), expected);
}

const TAGS: [&str; 21] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "div",
    "ul",
    "ol",
    "li",
    "label",
    "a",
    "strong",
    "em",
    "u",
    "s",
    "br",
    "input",
    "pre",
    "code",
    "hr",
];

/// Reads the text between tags; every tag must be known and closed in order.
fn text_of(html: &str) -> Result<String, String> {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').ok_or("a tag without end")?;
        follow(tag, &mut open)?;
        rest = after;
    }
    text.push_str(rest);
    if open.is_empty() {
        unescaped(&text)
    } else {
        Err(format!("still open: {open:?}"))
    }
}

fn follow(tag: &str, open: &mut Vec<String>) -> Result<(), String> {
    let name = tag
        .trim_start_matches('/')
        .split(' ')
        .next()
        .unwrap_or_default();
    if !TAGS.contains(&name) {
        return Err(format!("unknown tag {tag:?}"));
    }
    if tag.starts_with('/') {
        let last = open.pop();
        return (last.as_deref() == Some(name))
            .then_some(())
            .ok_or(format!("{last:?} {tag}"));
    }
    if !["br", "input", "hr"].contains(&name) {
        open.push(name.to_owned());
    }
    Ok(())
}

fn unescaped(text: &str) -> Result<String, String> {
    let references = text.matches('&').count();
    let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
    if known
        .iter()
        .map(|known| text.matches(known).count())
        .sum::<usize>()
        != references
    {
        return Err(format!("a bare ampersand in {text:?}"));
    }
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    Ok(text.replace("&#39;", "'").replace("&amp;", "&"))
}

fn written(blocks: &[Block]) -> String {
    let text: String = blocks.iter().map(Block::text).collect();
    text.replace(
        |c: char| c.is_control() && c != '\n' && c != '\t',
        "\u{fffd}",
    )
}

proptest! {
    #[test]
    fn the_fragment_shows_exactly_what_people_wrote(blocks in any_blocks()) {
        prop_assert_eq!(text_of(&html_fragment(&blocks)), Ok(written(&blocks)));
    }

    #[test]
    fn the_page_shows_what_people_wrote(blocks in any_blocks()) {
        let letters = |text: String| text.replace([' ', '\n'], "");
        prop_assert_eq!(text_of(&shown(&blocks)).map(letters), Ok(letters(written(&blocks))));
    }
}
