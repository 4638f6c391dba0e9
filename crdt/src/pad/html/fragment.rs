//! The pad as the editor shows it: one element per block, items flat. The server puts it into the
//! page so that the text is there before the editor is.

use super::image;
use super::table;
use super::text::{Place, text};
use crate::pad::block::{Block, BlockKind};
use crate::pad::number::numbers;

/// The blocks as HTML without anything around them. The same tags and classes as the editor writes.
pub fn html_fragment(blocks: &[Block]) -> String {
    let numbers = numbers(blocks);
    let elements = blocks.iter().zip(numbers);
    elements
        .map(|(block, number)| element(block, number))
        .collect()
}

fn element(block: &Block, number: Option<u32>) -> String {
    let text = text(&block.runs, Place::App);
    match &block.kind {
        BlockKind::Paragraph => format!("<p>{text}</p>"),
        BlockKind::Heading { level } => format!("<h{level}>{text}</h{level}>"),
        BlockKind::Quote => format!("<blockquote><p>{text}</p></blockquote>"),
        BlockKind::Callout { tone } => {
            let tone = tone.as_str();
            format!(r#"<div class="callout" data-tone="{tone}">{text}</div>"#)
        }
        BlockKind::Image(shown) => image::shown(shown, &block.runs),
        BlockKind::Table { rows } => table::shown(&block.runs, rows),
        BlockKind::Code => format!("<pre><code>{text}</code></pre>"),
        BlockKind::Rule => format!(r#"<div class="rule"><hr><p>{text}</p></div>"#),
        BlockKind::BulletItem { indent } => item("bullet", *indent, "", &text),
        BlockKind::NumberedItem { indent } => {
            let number = format!(r#" data-number="{}""#, number.unwrap_or(1));
            item("numbered", *indent, &number, &text)
        }
        BlockKind::CheckItem { indent, checked } => {
            let checked = format!(r#" data-checked="{checked}""#);
            item("check", *indent, &checked, &text)
        }
    }
}

fn item(class: &str, indent: u8, more: &str, text: &str) -> String {
    format!(r#"<div class="item {class}" data-indent="{indent}"{more}>{text}</div>"#)
}
