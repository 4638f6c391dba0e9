//! The row of rounds.

use automerge::Automerge;

use super::{KIND, Round, Template as Beginning, check, create, csv, json, markdown, read};
use crate::cover::Cover;
use crate::file::File;
use crate::kind::{DocumentKind, Kind, Template, Writer};
use crate::root::Unreadable;

/// A round: the same question to everybody, answered with one tap.
pub const ROUND: DocumentKind = DocumentKind::of_row(&Kind {
    word: KIND,
    written_by: Writer::Server,
    templates: &[
        Template {
            word: "weather",
            create: |actor, language| create(actor, Beginning::Weather, language),
        },
        Template {
            word: "faces",
            create: |actor, language| create(actor, Beginning::Faces, language),
        },
        // Whether it was worth the time, 1 to 5.
        Template {
            word: "roti",
            create: |actor, language| create(actor, Beginning::Roti, language),
        },
        Template {
            word: "own-words",
            create: |actor, language| create(actor, Beginning::OwnWords, language),
        },
    ],
    participants: &[],
    kept_keys: &[],
    check,
    complete: None,
    files: &[
        File::csv(|document, cover| {
            written(document, cover, |round, cover| csv(round, cover.language))
        }),
        File::markdown(|document, cover| {
            written(document, cover, |round, cover| {
                markdown(&cover.title, round, cover.language)
            })
        }),
        File::json(|document, cover| written(document, cover, |round, _| json(round))),
        File::AUTOMERGE,
    ],
    first_view: None,
});

fn written(
    document: &Automerge,
    cover: &Cover,
    write: fn(&Round, &Cover) -> String,
) -> Result<Vec<u8>, Unreadable> {
    check(document)?;
    Ok(write(&read(document), cover).into_bytes())
}
