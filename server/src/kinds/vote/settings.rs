//! What holds for a whole vote.

use axum::Json;
use axum::extract::{Path, State};
use crdt::vote::{MINUTES_MAX, SettingsChange, change_settings};
use serde::Deserialize;
use ts_rs::TS;
use utoipa::ToSchema;

use super::document::AtVote;
use crate::app::App;
use crate::problem::Problem;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::Done;

/// What changes about a vote; what is left out stays.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ChangeVote {
    /// Whether participants may propose bricks.
    #[ts(optional = nullable)]
    proposals: Option<bool>,
    /// Minutes that are free for bricks; 0 when nobody can say.
    #[schema(maximum = 1440)]
    #[ts(optional = nullable)]
    free_minutes: Option<u32>,
}

/// Says whether participants may propose bricks, and how much time there is.
#[utoipa::path(patch, path = "/api/votes/{vote}", operation_id = "changeVote",
    request_body = ChangeVote,
    params(("vote" = String, Path)), responses((status = 200, body = Done)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path(vote): Path<String>,
    Body(asked): Body<ChangeVote>,
) -> Result<Json<Done>, Problem> {
    let at = AtVote::may(Deed::HoldVote, &session, &app, &vote).await?;
    let change = SettingsChange {
        proposals: asked.proposals,
        free_minutes: asked.free_minutes.map(minutes).transpose()?,
    };
    at.vote
        .write(&app, move |edit| Ok(change_settings(edit, change)?))
        .await?;
    Ok(Json(Done {}))
}

/// A number of minutes in a day.
pub(super) fn minutes(asked: u32) -> Result<u32, Problem> {
    if asked > MINUTES_MAX {
        return Err(Problem::BadRequest(format!(
            "minutes: at most {MINUTES_MAX}"
        )));
    }
    Ok(asked)
}
