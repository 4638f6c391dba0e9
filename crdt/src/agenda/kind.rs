//! The row of agendas.

use automerge::Automerge;

use super::files::{calendar, csv, html_page, markdown};
use super::{Agenda, KIND, Template as Beginning, check, create, json, read};
use crate::cover::Cover;
use crate::file::File;
use crate::kind::{DocumentKind, Kind, Template, Writer};
use crate::root::Unreadable;

/// An agenda: steps with their times.
pub const AGENDA: DocumentKind = DocumentKind::of_row(&Kind {
    word: KIND,
    written_by: Writer::People,
    templates: &[
        // Two days on digital practice.
        Template {
            word: "two-days",
            create: |actor, language| create(actor, Beginning::TwoDays, language),
        },
        Template {
            word: "empty",
            create: |actor, language| create(actor, Beginning::Empty, language),
        },
    ],
    participants: &[],
    kept_keys: &[],
    check,
    complete: None,
    files: &[
        File::html(|document, cover| written(document, cover, html_page)),
        File::calendar(|document, cover| written(document, cover, calendar)),
        File::csv(|document, cover| written(document, cover, csv)),
        File::markdown(|document, cover| written(document, cover, markdown)),
        File::json(|document, cover| written(document, cover, |agenda, _| json(agenda))),
        File::AUTOMERGE,
    ],
    first_view: None,
});

fn written(
    document: &Automerge,
    cover: &Cover,
    write: fn(&Agenda, &Cover) -> String,
) -> Result<Vec<u8>, Unreadable> {
    check(document)?;
    Ok(write(&read(document), cover).into_bytes())
}
