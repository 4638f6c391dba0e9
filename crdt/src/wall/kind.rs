//! The row of walls.

use automerge::Automerge;

use super::{
    KIND, Template as Beginning, Wall, check, create, csv, html_page, json, markdown, read,
};
use crate::cover::Cover;
use crate::file::File;
use crate::kind::{DocumentKind, Kind, Naming, Template, Writer};
use crate::root::Unreadable;

/// A wall: notes under columns.
pub const WALL: DocumentKind = DocumentKind::of_row(&Kind {
    word: KIND,
    written_by: Writer::People,
    templates: &[
        Template {
            word: "expectations",
            create: |actor, language| create(actor, Beginning::Expectations, language),
        },
        Template {
            word: "empty",
            create: |actor, language| create(actor, Beginning::Empty, language),
        },
    ],
    participants: &[Naming::Text("by")],
    kept_keys: &["text", "by"],
    check,
    complete: None,
    files: &[
        File::csv(|document, cover| written(document, cover, csv)),
        File::markdown(|document, cover| written(document, cover, markdown)),
        File::html(|document, cover| written(document, cover, html_page)),
        File::json(|document, cover| written(document, cover, |wall, _| json(wall))),
        File::AUTOMERGE,
    ],
    first_view: None,
});

fn written(
    document: &Automerge,
    cover: &Cover,
    write: fn(&Wall, &Cover) -> String,
) -> Result<Vec<u8>, Unreadable> {
    check(document)?;
    Ok(write(&read(document), cover).into_bytes())
}
