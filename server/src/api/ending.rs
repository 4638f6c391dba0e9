//! Having a space erased, and keeping it after all.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use ts_rs::TS;
use utoipa::ToSchema;

use crate::app::App;
use crate::problem::{Problem, refusals};
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::spaces::space_view;
use crate::views::SpaceView;

refusals! {
    /// The title typed again is another one.
    WRONG_TITLE: 422 "wrong_title" {
        fr: "Ce n’est pas le titre. Tapez-le exactement comme il est affiché.",
        en: "This is not the title. Type it exactly as it is shown.",
    }
}

/// What is needed to have a space erased.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct EndSpace {
    /// Its title, typed again: nobody erases the wrong one by a slip.
    #[schema(max_length = 200)]
    title: String,
}

/// Has a space erased in thirty days; until then everything works and it may be kept.
#[utoipa::path(delete, path = "/api/spaces/{space}", operation_id = "endSpace",
    request_body = EndSpace,
    params(("space" = String, Path)), responses((status = 200, body = SpaceView)))]
pub async fn end(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(asked): Body<EndSpace>,
) -> Result<Json<SpaceView>, Problem> {
    let member = session.in_space(&app, &space).await?.may(Deed::EndSpace)?;
    let found = app.store.space(member.space).await?;
    if found.ok_or(Problem::NOT_FOUND)?.title != asked.title.trim() {
        return Err(WRONG_TITLE);
    }
    app.store
        .end_space(member.space, app.store.now_ms())
        .await?;
    tracing::info!(space = %member.space, by = %member.participant, "will be erased");
    app.live.space_changed(member.space);
    space_view(&app, member).await.map(Json)
}

/// Keeps a space that was going to be erased.
#[utoipa::path(post, path = "/api/spaces/{space}/keep", operation_id = "keepSpace",
    params(("space" = String, Path)), responses((status = 200, body = SpaceView)))]
pub async fn keep(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<SpaceView>, Problem> {
    let member = session.in_space(&app, &space).await?.may(Deed::EndSpace)?;
    app.store.keep_space(member.space).await?;
    tracing::info!(space = %member.space, by = %member.participant, "is kept");
    app.live.space_changed(member.space);
    space_view(&app, member).await.map(Json)
}
