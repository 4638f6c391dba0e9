//! The row of votes.

use automerge::Automerge;

use super::{KIND, Vote, check, create, csv, json, markdown, read, template};
use crate::cover::Cover;
use crate::file::File;
use crate::kind::{DocumentKind, Kind, Naming, Template, Writer};
use crate::root::Unreadable;

/// A dot vote about content bricks.
pub const VOTE: DocumentKind = DocumentKind::of_row(&Kind {
    word: KIND,
    written_by: Writer::Server,
    templates: &[
        // The built-in bricks.
        Template {
            word: "bricks",
            create: |actor, language| create(actor, &template(language)),
        },
        Template {
            word: "empty",
            create: |actor, _| create(actor, &[]),
        },
    ],
    participants: &[Naming::Text("proposedBy")],
    kept_keys: &[],
    check,
    complete: None,
    files: &[
        File::csv(|document, cover| {
            written(document, cover, |vote, cover| csv(vote, cover.language))
        }),
        File::markdown(|document, cover| {
            written(document, cover, |vote, cover| {
                markdown(&cover.title, vote, cover.language)
            })
        }),
        File::json(|document, cover| written(document, cover, |vote, _| json(vote))),
        File::AUTOMERGE,
    ],
    first_view: None,
});

fn written(
    document: &Automerge,
    cover: &Cover,
    write: fn(&Vote, &Cover) -> String,
) -> Result<Vec<u8>, Unreadable> {
    check(document)?;
    Ok(write(&read(document), cover).into_bytes())
}
