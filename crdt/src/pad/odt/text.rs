//! The text of a paragraph: spans with their marks, links, and the spaces XML would drop.

use super::styles::mark_style;
use crate::pad::block::Run;
use crate::xml::{escaped, push};

/// The runs as XML; those of one link are one.
pub(super) fn text(runs: &[Run]) -> String {
    let mut spaces = Spaces::default();
    runs.chunk_by(|a, b| a.marks.link == b.marks.link)
        .map(|same| {
            let spans: String = same.iter().map(|run| span(run, &mut spaces)).collect();
            match &same[0].marks.link {
                Some(address) => {
                    let address = escaped(address);
                    format!(
                        "<text:a xlink:type=\"simple\" xlink:href=\"{address}\">{spans}</text:a>"
                    )
                }
                None => spans,
            }
        })
        .collect()
}

/// Text without marks.
pub(super) fn plain(text: &str) -> String {
    written(text, &mut Spaces::default())
}

fn span(run: &Run, spaces: &mut Spaces) -> String {
    let text = written(&run.text, spaces);
    match mark_style(&run.marks) {
        Some(style) => format!("<text:span text:style-name=\"{style}\">{text}</text:span>"),
        None => text,
    }
}

/// Whether a space would be dropped here: at the beginning of a paragraph, and after another.
struct Spaces {
    dropped: bool,
}

impl Default for Spaces {
    fn default() -> Self {
        Self { dropped: true }
    }
}

fn written(text: &str, spaces: &mut Spaces) -> String {
    let mut xml = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let is_last = characters.peek().is_none_or(|next| *next == '\n');
        match character {
            ' ' if spaces.dropped || is_last => xml.push_str("<text:s/>"),
            '\n' => xml.push_str("<text:line-break/>"),
            '\t' => xml.push_str("<text:tab/>"),
            other => push(&mut xml, other),
        }
        spaces.dropped = matches!(character, ' ' | '\n' | '\t');
    }
    xml
}
