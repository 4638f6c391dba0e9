//! The days of an action plan for other calendars, at an address that is its own key and can be changed or ended.

use std::collections::HashMap;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use crdt::beside::Beside;
use crdt::cover::{Cover, DaysAs};
use crdt::kanban::files::{Feed, calendar};
use crdt::kanban::read;
use serde::{Deserialize, Serialize};
use store::{DocumentId, Secret};
use ts_rs::TS;
use utoipa::{IntoParams, ToSchema};

use super::{at_kanban, is_live_kanban};
use crate::app::App;
use crate::language;
use crate::problem::Problem;
use crate::request::address::OurOrigin;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Where other calendars read the days of a plan.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct CalendarView {
    /// The whole address; null when there is none.
    url: Option<String>,
}

/// How days are shown.
#[derive(Deserialize, IntoParams)]
pub struct Shown {
    /// `tasks`, or else appointments.
    r#as: Option<String>,
}

impl Shown {
    pub(crate) fn r#as(&self) -> DaysAs {
        match self.r#as.as_deref() {
            Some("tasks") => DaysAs::Tasks,
            _ => DaysAs::Events,
        }
    }
}

/// Shows the address.
#[utoipa::path(get, path = "/api/kanbans/{document}/calendar", operation_id = "showCalendar",
    params(("document" = String, Path)), responses((status = 200, body = CalendarView)))]
pub async fn address(
    State(app): State<App>,
    session: Session,
    OurOrigin(origin): OurOrigin,
    Path(document): Path<String>,
) -> Result<Json<CalendarView>, Problem> {
    let access = at_kanban(&app, &session, &document, Deed::KeepCalendar).await?;
    let secret = app
        .store
        .calendar_of(access.document, access.member.participant)
        .await?;
    let url = secret.map(|secret| url(&origin, &secret));
    Ok(Json(CalendarView { url }))
}

/// Makes an address; the one before shows nothing any more.
#[utoipa::path(put, path = "/api/kanbans/{document}/calendar", operation_id = "makeCalendar",
    params(("document" = String, Path)), responses((status = 200, body = CalendarView)))]
pub async fn make(
    State(app): State<App>,
    session: Session,
    OurOrigin(origin): OurOrigin,
    Path(document): Path<String>,
) -> Result<Json<CalendarView>, Problem> {
    let access = at_kanban(&app, &session, &document, Deed::KeepCalendar).await?;
    let secret = app
        .store
        .open_calendar(access.document, access.member.participant)
        .await?;
    tracing::info!(document = %access.document, by = %access.member.participant, "a calendar has an address");
    let url = Some(url(&origin, &secret));
    Ok(Json(CalendarView { url }))
}

/// Ends the address: it shows nothing any more.
#[utoipa::path(delete, path = "/api/kanbans/{document}/calendar", operation_id = "endCalendar",
    params(("document" = String, Path)), responses((status = 204)))]
pub async fn end(
    State(app): State<App>,
    session: Session,
    Path(document): Path<String>,
) -> Result<StatusCode, Problem> {
    let access = at_kanban(&app, &session, &document, Deed::KeepCalendar).await?;
    app.store
        .close_calendar(access.document, access.member.participant)
        .await?;
    tracing::info!(document = %access.document, by = %access.member.participant, "a calendar has no address");
    Ok(StatusCode::NO_CONTENT)
}

/// The calendar at an address, for whoever knows it: titles and days of what was not put away.
#[utoipa::path(get, path = "/api/calendars/{file}", operation_id = "readCalendar",
    params(("file" = String, Path, description = "the secret, with `.ics` behind it"), Shown),
    responses((status = 200, description = "iCalendar (RFC 5545)", content_type = "text/calendar")))]
pub async fn show(
    State(app): State<App>,
    OurOrigin(origin): OurOrigin,
    Query(shown): Query<Shown>,
    Path(file): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let secret = file.strip_suffix(".ics").and_then(Secret::parse);
    let secret = secret.ok_or(Problem::NOT_FOUND)?;
    let document = app.store.calendar(secret.hash()).await?;
    let text = written(
        &app,
        &origin,
        document.ok_or(Problem::NOT_FOUND)?,
        shown.r#as(),
    )
    .await?;
    Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8")], text))
}

async fn written(
    app: &App,
    origin: &str,
    document: DocumentId,
    shown: DaysAs,
) -> Result<String, Problem> {
    let listed = app.store.document(document).await?;
    let listed = listed.filter(is_live_kanban);
    let listed = listed.ok_or(Problem::NOT_FOUND)?;
    let space = app.store.space(listed.space).await?;
    let language = space.ok_or(Problem::NOT_FOUND)?.language;
    let kanban = app.rooms.read(listed.space, document, read).await?;
    let cover = Cover {
        title: listed.title,
        language: language::of_documents(language),
        origin: origin.to_owned(),
        path: format!("/w/{}/{document}", listed.space),
        names: HashMap::new(),
        authors: Vec::new(),
        comments: true,
        days: shown,
        beside: Beside::default(),
    };
    Ok(calendar(&kanban, &cover, shown, Feed::Open))
}

fn url(origin: &str, secret: &Secret) -> String {
    format!("{origin}/api/calendars/{}.ics", secret.reveal())
}
