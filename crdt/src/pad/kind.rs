//! The row of pads.

use automerge::Automerge;

use super::{KIND, check, create, html_fragment, html_page, json, markdown, plain_text, read};
use crate::file::File;
use crate::kind::{DocumentKind, Kind, Template, Writer};
use crate::root::Unreadable;

/// A text written together.
pub const PAD: DocumentKind = DocumentKind::of_row(&Kind {
    word: KIND,
    written_by: Writer::People,
    templates: &[Template {
        word: "empty",
        create: |actor, _| create(actor),
    }],
    participants: &[],
    check,
    files: &[
        File::markdown(|document, _| Ok(markdown(&read(document)?).into_bytes())),
        File::text(|document, _| Ok(plain_text(&read(document)?).into_bytes())),
        File::html(|document, cover| {
            let blocks = read(document)?;
            Ok(html_page(&cover.title, cover.language, &blocks).into_bytes())
        }),
        File::json(|document, _| Ok(json(&read(document)?).into_bytes())),
        File::AUTOMERGE,
    ],
    first_view: Some(first_view),
});

fn first_view(document: &Automerge) -> Result<String, Unreadable> {
    read(document).map(|blocks| html_fragment(&blocks))
}
