//! Making a workshop.

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse};
use serde::Deserialize;
use store::limits::{NAME_CHARS_MAX, TITLE_CHARS_MAX};
use store::{Language, NewWorkshop, Secret};
use utoipa::ToSchema;

use super::body::{Body, Line, MaybeLine};
use super::error::{ErrorView, Problem};
use super::session::{MaybeSession, cookie, origin};
use super::views::{LinksView, WorkshopView};
use crate::app::App;

/// A workshop to be made.
#[derive(Deserialize, ToSchema)]
pub struct NewWorkshopBody {
    /// Its title.
    #[schema(value_type = String, max_length = 200)]
    title: Line<TITLE_CHARS_MAX>,
    /// The language it speaks.
    #[schema(value_type = String, pattern = "fr|en")]
    language: Language,
    /// The facilitator's name; may be given later.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 80)]
    name: MaybeLine<NAME_CHARS_MAX>,
}

/// Makes a workshop; the one who asks is its first facilitator.
#[utoipa::path(post, path = "/api/workshops", request_body = NewWorkshopBody, responses(
    (status = 201, body = WorkshopView), (status = 422, body = ErrorView), (status = 503, body = ErrorView)))]
pub async fn create(
    State(app): State<App>,
    MaybeSession(session): MaybeSession,
    headers: HeaderMap,
    Body(body): Body<NewWorkshopBody>,
) -> Result<impl IntoResponse, Problem> {
    let origin = origin(&app.config, &headers)?;
    let new = NewWorkshop {
        title: body.title.0,
        language: body.language,
        name: body.name.0,
        session,
    };
    let made = app.store.create_workshop(new).await?;
    tracing::info!(space = %made.space, "a workshop was made");
    let view = WorkshopView {
        id: made.space.to_string(),
        code: made.code.to_string(),
        links: LinksView {
            facilitator: link(&origin, &made.links.facilitator),
            participant: link(&origin, &made.links.participant),
            reader: link(&origin, &made.links.reader),
        },
    };
    let session = AppendHeaders([(SET_COOKIE, cookie(&app.config, &made.session))]);
    Ok((StatusCode::CREATED, session, Json(view)))
}

/// The address of a secret. It stands in the fragment: browsers do not send it, so no log holds it.
pub(super) fn link(origin: &str, secret: &Secret) -> String {
    format!("{origin}/join#{}", secret.reveal())
}
