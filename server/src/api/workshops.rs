//! Making a workshop.

use std::time::Instant;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse};
use serde::Deserialize;
use store::{Language, NewWorkshop, Secret};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::app::App;
use crate::problem::Problem;
use crate::request::address::{Address, OurOrigin};
use crate::request::body::Body;
use crate::request::cookie::cookie;
use crate::request::host_code::GivenCode;
use crate::request::session::MaybeSession;
use crate::request::text::Field;
use crate::views::{LinksView, WorkshopView};

/// A workshop to be made.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct CreateWorkshop {
    /// Its title.
    #[schema(max_length = 200)]
    title: String,
    /// The language it speaks: `fr` or `en`.
    #[schema(value_type = String, pattern = "^(fr|en)$")]
    #[ts(type = "\"fr\" | \"en\"")]
    language: Language,
    /// The facilitator's name; may be given later.
    #[schema(max_length = 80)]
    #[ts(optional = nullable)]
    name: Option<String>,
}

/// Makes a workshop; the one who asks is its first facilitator. Sets the cookie.
#[utoipa::path(post, path = "/api/workshops", operation_id = "createWorkshop",
    request_body = CreateWorkshop,
    params(("Atelier-Host-Code" = Option<String>, Header, description = "The code of the host, where one is needed")),
    responses((status = 201, body = WorkshopView)))]
pub async fn create(
    State(app): State<App>,
    MaybeSession(session): MaybeSession,
    Address(from): Address,
    GivenCode(code): GivenCode,
    OurOrigin(origin): OurOrigin,
    Body(asked): Body<CreateWorkshop>,
) -> Result<impl IntoResponse, Problem> {
    let new = NewWorkshop {
        title: Field::TITLE.line(&asked.title)?,
        language: asked.language,
        name: asked
            .name
            .map(|name| Field::NAME.maybe_empty_line(&name))
            .transpose()?,
        session,
    };
    app.doorkeeper
        .admit(from, Instant::now(), code.as_deref())?;
    app.creation.workshop(from, Instant::now())?;
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
