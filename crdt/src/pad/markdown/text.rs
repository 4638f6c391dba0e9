//! The text of a block as one line of Markdown, with delimiters or tags for its marks.

use crate::markdown::{address, escaped, whole_line};
use crate::pad::block::{Block, Run};
use crate::pad::inline::{Inline, Layer, nested};

/// The block's text as one line; empty when the block is.
pub(super) fn text(block: &Block) -> String {
    text_of(&block.runs)
}

/// The runs as one line.
pub(super) fn text_of(runs: &[Run]) -> String {
    let mut line = String::new();
    push_all(&mut line, &nested(runs));
    whole_line(&line)
}

fn push_all(line: &mut String, pieces: &[Inline<'_>]) {
    for piece in pieces {
        match piece {
            Inline::Text(text) => line.push_str(&escaped(text)),
            Inline::Marked(layer, pieces) => push_marked(line, *layer, pieces),
            Inline::Notes(numbers) => line.extend(numbers.iter().map(note)),
        }
    }
}

fn push_marked(line: &mut String, layer: Layer<'_>, pieces: &[Inline<'_>]) {
    let mut inner = String::new();
    push_all(&mut inner, pieces);
    let (before, after) = around(layer, line, &inner);
    line.push_str(&before);
    line.push_str(&inner);
    line.push_str(&after);
}

/// What goes around marked text: a delimiter where Markdown surely reads it as one, else a tag.
fn around(layer: Layer<'_>, line: &str, inner: &str) -> (String, String) {
    let twice = |delimiter: &str| (delimiter.to_owned(), delimiter.to_owned());
    let tag = |name: &str| (format!("<{name}>"), format!("</{name}>"));
    let clear = is_clear(line, inner);
    match layer {
        Layer::Link(to) => ("[".to_owned(), format!("]({})", address(to))),
        Layer::Strong if clear => twice("**"),
        Layer::Em if clear => twice("*"),
        Layer::Strike if clear => twice("~~"),
        Layer::Strong => tag("strong"),
        Layer::Em => tag("em"),
        Layer::Underline => tag("u"),
        Layer::Strike => tag("s"),
    }
}

/// The number of a footnote.
fn note(number: &u32) -> String {
    format!("[^{number}]")
}

/// Whether delimiters around `inner` work: beside a letter inside they open and close whatever is
/// outside, and no other delimiter touches them.
fn is_clear(line: &str, inner: &str) -> bool {
    inner.starts_with(is_letter) && inner.ends_with(is_letter) && !line.ends_with(['*', '~'])
}

/// Whether Markdown takes the character for a letter, neither space nor punctuation. Letters in
/// circles and squares are symbols to it.
fn is_letter(character: char) -> bool {
    let enclosed = matches!(character, '\u{2460}'..='\u{24ff}' | '\u{1f100}'..='\u{1f1ff}');
    character.is_alphanumeric() && !enclosed
}
