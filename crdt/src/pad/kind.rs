//! The row of pads.

use automerge::Automerge;

use super::volume::signature;
use super::{
    Block, KIND, Volume, check, create, docx, html_fragment, html_page, json, markdown, odt, pdf,
    plain_text, read,
};
use crate::cover::Cover;
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
        File::markdown(|document, cover| Ok(markdown(&signed(document, cover)?).into_bytes())),
        File::text(|document, cover| Ok(plain_text(&signed(document, cover)?).into_bytes())),
        File::html(|document, cover| {
            let blocks = signed(document, cover)?;
            Ok(html_page(&cover.title, cover.language, &blocks).into_bytes())
        }),
        File::odt(|document, cover| Ok(odt(&Volume::of_one(cover, read(document)?)))),
        File::docx(|document, cover| Ok(docx(&Volume::of_one(cover, read(document)?)))),
        File::pdf(|document, cover| Ok(pdf(&Volume::of_one(cover, read(document)?)))),
        File::json(|document, _| Ok(json(&read(document)?).into_bytes())),
        File::AUTOMERGE,
    ],
    first_view: Some(first_view),
});

fn first_view(document: &Automerge) -> Result<String, Unreadable> {
    read(document).map(|blocks| html_fragment(&blocks))
}

/// The text, and above it who wrote it, when that is asked for.
fn signed(document: &Automerge, cover: &Cover) -> Result<Vec<Block>, Unreadable> {
    let signature = signature(cover.language, &cover.authors).into_iter();
    Ok(signature.chain(read(document)?).collect())
}
