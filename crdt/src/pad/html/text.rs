//! The text of a block as HTML: escaped, inside the tags of its marks.

use crate::pad::block::Run;
use crate::pad::inline::{Inline, Layer, nested};

/// What a line feed inside a block becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineFeed {
    /// Stays as it is: the page shows line feeds (`white-space: pre-wrap`), as the editor does.
    Kept,
    /// Becomes `<br>`.
    Tag,
}

/// The runs as HTML.
pub(super) fn text(runs: &[Run], line_feed: LineFeed) -> String {
    let mut html = String::new();
    push_all(&mut html, &nested(runs), line_feed);
    html
}

/// Text that can stand anywhere in HTML, also between the quotes of an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        push_escaped(&mut html, character);
    }
    html
}

fn push_all(html: &mut String, pieces: &[Inline<'_>], line_feed: LineFeed) {
    for piece in pieces {
        match piece {
            Inline::Text(text) => push_text(html, text, line_feed),
            Inline::Marked(layer, pieces) => {
                html.push_str(&opening(*layer));
                push_all(html, pieces, line_feed);
                html.push_str(closing(*layer));
            }
        }
    }
}

fn push_text(html: &mut String, text: &str, line_feed: LineFeed) {
    for character in text.chars() {
        match character {
            '\n' if line_feed == LineFeed::Tag => html.push_str("<br>"),
            other => push_escaped(html, other),
        }
    }
}

fn push_escaped(html: &mut String, character: char) {
    match character {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '"' => html.push_str("&quot;"),
        '\'' => html.push_str("&#39;"),
        '\n' | '\t' => html.push(character),
        // HTML allows no other control character.
        control if control.is_control() => html.push(char::REPLACEMENT_CHARACTER),
        other => html.push(other),
    }
}

fn opening(layer: Layer<'_>) -> String {
    match layer {
        Layer::Link(address) => link(address),
        Layer::Strong => "<strong>".to_owned(),
        Layer::Em => "<em>".to_owned(),
        Layer::Underline => "<u>".to_owned(),
        Layer::Strike => "<s>".to_owned(),
    }
}

fn link(address: &str) -> String {
    let address = escaped(address);
    format!(r#"<a href="{address}" rel="noopener noreferrer">"#)
}

fn closing(layer: Layer<'_>) -> &'static str {
    match layer {
        Layer::Link(_) => "</a>",
        Layer::Strong => "</strong>",
        Layer::Em => "</em>",
        Layer::Underline => "</u>",
        Layer::Strike => "</s>",
    }
}
