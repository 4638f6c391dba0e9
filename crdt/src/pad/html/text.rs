//! The text of a block as HTML: escaped, inside the tags of its marks.

use crate::html::{escaped, push_escaped};
use crate::pad::block::Run;
use crate::pad::inline::{Inline, Layer, nested};

/// Where the HTML is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the app, as the editor shows it: line feeds stay (`white-space: pre-wrap`), a link opens
    /// beside the pad.
    App,
    /// In a page of its own: line feeds become `<br>`.
    Page,
    /// In a page of its own, where white space stays as it is.
    Code,
}

/// The runs as HTML.
pub(super) fn text(runs: &[Run], place: Place) -> String {
    let mut html = String::new();
    push_all(&mut html, &nested(runs), place);
    html
}

fn push_all(html: &mut String, pieces: &[Inline<'_>], place: Place) {
    for piece in pieces {
        match piece {
            Inline::Text(text) => push_text(html, text, place),
            Inline::Marked(layer, pieces) => {
                html.push_str(&opening(*layer, place));
                push_all(html, pieces, place);
                html.push_str(closing(*layer));
            }
            Inline::Notes(numbers) => html.extend(numbers.iter().map(note)),
        }
    }
}

fn push_text(html: &mut String, text: &str, place: Place) {
    for character in text.chars() {
        match character {
            '\n' if place == Place::Page => html.push_str("<br>"),
            other => push_escaped(html, other),
        }
    }
}

fn opening(layer: Layer<'_>, place: Place) -> String {
    match layer {
        Layer::Link(address) => link(address, place),
        Layer::Strong => "<strong>".to_owned(),
        Layer::Em => "<em>".to_owned(),
        Layer::Underline => "<u>".to_owned(),
        Layer::Strike => "<s>".to_owned(),
    }
}

fn link(address: &str, place: Place) -> String {
    let address = escaped(address);
    let target = match place {
        Place::App => r#" target="_blank""#,
        Place::Page | Place::Code => "",
    };
    format!(r#"<a href="{address}" rel="noopener noreferrer"{target}>"#)
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

/// The number of a note, which leads to it.
fn note(number: &u32) -> String {
    format!(r##"<sup id="passage-{number}"><a href="#note-{number}">{number}</a></sup>"##)
}
