//! The row of pads.

use automerge::Automerge;

use super::comments::{Noted, add_comments, annotated, printed, with_notes};
use super::image::{addressed, embedded};
use super::volume::signature;
use super::{
    KIND, Volume, check, create, docx, html_fragment, html_page, json, markdown_with_notes, odt,
    pdf, plain_text, read,
};
use crate::cover::Cover;
use crate::file::File;
use crate::kind::{DocumentKind, Kind, Naming, Template, Writer};
use crate::root::Unreadable;

/// A text written together.
pub const PAD: DocumentKind = DocumentKind::of_row(&Kind {
    word: KIND,
    written_by: Writer::People,
    templates: &[Template {
        word: "empty",
        create: |actor, _| create(actor),
    }],
    participants: &[Naming::Text("by"), Naming::Text("resolvedBy")],
    kept_keys: &[],
    check,
    complete: Some(add_comments),
    files: &[
        File::markdown(|document, cover| {
            let mut pad = signed(document, cover)?;
            pad.blocks = addressed(pad.blocks, |url| cover.address(url));
            Ok(markdown_with_notes(&pad, cover.language).into_bytes())
        }),
        File::text(|document, cover| {
            Ok(plain_text(&with_notes(signed(document, cover)?, cover.language)).into_bytes())
        }),
        File::html(|document, cover| {
            let mut pad = signed(document, cover)?;
            pad.blocks = embedded(pad.blocks, &cover.beside);
            Ok(html_page(&cover.title, cover.language, &pad).into_bytes())
        }),
        File::odt(|document, cover| Ok(odt(&Volume::of_one(cover, printed(document, cover)?)))),
        File::docx(|document, cover| Ok(docx(&Volume::of_one(cover, printed(document, cover)?)))),
        File::pdf(|document, cover| Ok(pdf(&Volume::of_one(cover, printed(document, cover)?)))),
        File::json(|document, cover| {
            let pad = annotated(document, cover)?;
            Ok(json(&pad.blocks, &pad.comments).into_bytes())
        }),
        File::AUTOMERGE,
    ],
    first_view: Some(first_view),
});

fn first_view(document: &Automerge) -> Result<String, Unreadable> {
    read(document).map(|blocks| html_fragment(&blocks))
}

/// The text, and above it who wrote it, when that is asked for.
fn signed(document: &Automerge, cover: &Cover) -> Result<Noted, Unreadable> {
    let mut pad = annotated(document, cover)?;
    let signature = signature(cover.language, &cover.authors).into_iter();
    pad.blocks = signature.chain(pad.blocks).collect();
    Ok(pad)
}
