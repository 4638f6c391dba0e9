//! Bringing the plan of another tool into an action plan: a look first, then all of it or nothing.

mod few;
mod people;
pub mod refusals;
mod views;

use std::collections::HashMap;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use crdt::kanban::foreign::{Clock, Found, Here, understand};
use crdt::kanban::{Arrivals, WriteError, bring_in};
use crdt::language::Language;
use serde::Deserialize;
use store::{DocumentAccess, Person, random_key};
use ts_rs::TS;
use utoipa::ToSchema;

use super::at_kanban;
use super::limits::{CLOCK_MINUTES_MAX, IMPORT_FILE_BYTES_MAX};
use crate::app::App;
use crate::budget::shares::Owner;
use crate::clock::now_ms;
use crate::language;
use crate::problem::Problem;
use crate::request::address::Address;
use crate::request::body::{self, Held};
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::rooms::EditError;
use few::FewNames;
use people::{Newcomers, in_file};
use views::ImportView;

/// A file of another tool.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ImportFile {
    /// All that is in it.
    text: String,
    /// Who those are whom it names: the identifier of a participant, `new` for somebody to put down, empty for nobody.
    /// Whoever is left out is nobody.
    #[serde(default)]
    #[ts(as = "HashMap<String, String>")]
    #[schema(value_type = HashMap<String, String>)]
    people: FewNames,
    /// The clocks where it is brought in: a moment of another tool is on the day it is there. Those of Paris when it is
    /// left out.
    #[serde(default)]
    #[ts(optional)]
    clock: Option<ClockAsked>,
    /// Whether to bring it in; else it is only looked at.
    apply: bool,
}

/// Minutes that clocks are ahead of Greenwich.
#[derive(Clone, Copy, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ClockAsked {
    /// In January.
    #[schema(minimum = -900, maximum = 900)]
    winter: i16,
    /// In July.
    #[schema(minimum = -900, maximum = 900)]
    summer: i16,
}

impl ClockAsked {
    fn clock(self) -> Clock {
        let bounded =
            |minutes: i16| i32::from(minutes).clamp(-CLOCK_MINUTES_MAX, CLOCK_MINUTES_MAX);
        Clock {
            winter_minutes: bounded(self.winter),
            summer_minutes: bounded(self.summer),
        }
    }
}

/// Looks into a file of Trello, Wekan, Kanboard, Nextcloud Deck or a spreadsheet, or brings all of it into the plan.
#[utoipa::path(post, path = "/api/kanbans/{document}/imports", operation_id = "importKanban",
    request_body = ImportFile,
    params(("document" = String, Path)), responses((status = 200, body = ImportView)))]
pub async fn bring(
    State(app): State<App>,
    session: Session,
    Path(document): Path<String>,
    Address(visitor): Address,
    request: Request,
) -> Result<Json<ImportView>, Problem> {
    let access = at_kanban(&app, &session, &document, Deed::ImportKanban).await?;
    body::is_json(request.headers())?;
    let Held { content, share } = body::raw(&app, request, refusals::FILE_TOO_LARGE).await?;
    let space = app.store.space(access.member.space).await?;
    let spoken = language::of_documents(space.ok_or(Problem::NOT_FOUND)?.language);
    let known = app.store.people(access.member.space).await?;
    let work = move || looked_into(content, spoken, &known);
    let mut looked = app.heavy.run(Owner::at(visitor), work).await??;
    drop(share);
    if looked.apply {
        take(&app, &access, looked.found, looked.people).await?;
        looked.view.applied = true;
    }
    Ok(Json(looked.view))
}

/// What is in a file, and what is to be done with it.
struct Looked {
    found: Found,
    people: HashMap<String, String>,
    apply: bool,
    view: ImportView,
}

fn looked_into(content: Bytes, spoken: Language, known: &[Person]) -> Result<Looked, Problem> {
    let file: ImportFile = body::parsed(&content)?;
    // The file stands in it as well, and both would be a lot.
    drop(content);
    if file.text.len() > IMPORT_FILE_BYTES_MAX {
        return Err(refusals::FILE_TOO_LARGE);
    }
    let here = Here {
        clock: file.clock.map_or(Clock::PARIS, ClockAsked::clock),
        language: spoken,
        now_ms: now_ms(),
    };
    let found = understand(&file.text, here)?;
    Ok(Looked {
        view: ImportView::of(&found, in_file(&found.kanban, known)),
        found,
        people: file.people.0,
        apply: file.apply,
    })
}

/// Puts down those who are new, then writes everything in one change; whoever was put down goes again when it fails.
async fn take(
    app: &App,
    access: &DocumentAccess,
    found: Found,
    chosen: HashMap<String, String>,
) -> Result<(), Problem> {
    let space = access.member.space;
    let newcomers = Newcomers::put_down(app, space, chosen).await?;
    let (people, by) = (newcomers.people.clone(), access.member.participant);
    let (kanban, now_ms) = (found.kanban, now_ms());
    let cards = kanban.cards.len();
    let edit = app.rooms.edit(space, access.document, move |edit| {
        let by = by.to_string();
        let arrivals = Arrivals {
            kanban,
            people: &people,
            by: &by,
            now_ms,
        };
        bring_in(edit, arrivals, random_key)
    });
    if let Err(error) = edit.await {
        newcomers.send_away(app, space).await;
        return Err(unwritten(error));
    }
    newcomers.announce(app, space);
    tracing::info!(document = %access.document, %by, cards, "cards came from another tool");
    Ok(())
}

fn unwritten(error: EditError<WriteError>) -> Problem {
    match error {
        EditError::Refused(WriteError::TooMuch(what)) => refusals::too_much(what),
        EditError::Refused(WriteError::Missing) => Problem::DAMAGED,
        EditError::Refused(WriteError::Automerge(why)) => {
            tracing::error!(why, "cards could not be brought in");
            Problem::INTERNAL
        }
        EditError::Unavailable(why) => why.into(),
    }
}
