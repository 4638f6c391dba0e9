//! The row of action plans.

use automerge::Automerge;

use super::files::{Feed, calendar, csv, html_page, markdown, trello};
use super::{KIND, Kanban, Template as Beginning, check, create, read};
use crate::cover::Cover;
use crate::file::File;
use crate::kind::{DocumentKind, Kind, Naming, Template, Writer};
use crate::root::Unreadable;

/// An action plan: cards in columns.
pub const KANBAN: DocumentKind = DocumentKind::of_row(&Kind {
    word: KIND,
    written_by: Writer::People,
    templates: &[
        // Three columns for anything.
        Template {
            word: "plan",
            create: |actor, language| create(actor, Beginning::Plan, language),
        },
        // An event, from the idea to the thanks.
        Template {
            word: "event",
            create: |actor, language| create(actor, Beginning::Event, language),
        },
        // Bringing in another digital tool.
        Template {
            word: "tools",
            create: |actor, language| create(actor, Beginning::Tools, language),
        },
        // Nothing but its columns, without which there is nowhere to put a card.
        Template {
            word: "empty",
            create: |actor, language| create(actor, Beginning::Plan, language),
        },
    ],
    participants: &[
        Naming::Text("createdBy"),
        Naming::Text("by"),
        Naming::Keys("people"),
    ],
    kept_keys: &[],
    check,
    complete: None,
    files: &[
        File::csv(|document, cover| written(document, cover, csv)),
        File::markdown(|document, cover| written(document, cover, markdown)),
        File::html(|document, cover| written(document, cover, html_page)),
        File::calendar(|document, cover| {
            written(document, cover, |kanban, cover| {
                calendar(kanban, cover, cover.days, Feed::Whole)
            })
        }),
        // In the shape of Trello, which other tools read.
        File::json(|document, cover| written(document, cover, trello)),
        File::AUTOMERGE,
    ],
    first_view: None,
});

fn written(
    document: &Automerge,
    cover: &Cover,
    write: fn(&Kanban, &Cover) -> String,
) -> Result<Vec<u8>, Unreadable> {
    check(document)?;
    Ok(write(&read(document), cover).into_bytes())
}
