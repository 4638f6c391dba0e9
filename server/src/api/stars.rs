//! Stars: versions of a document that people want to find again, with a label or without.

use automerge::ChangeHash;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::{DocumentAccess, Star, StarId};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::app::App;
use crate::app::pasts::Copied;
use crate::budget::shares::Owner;
use crate::control_messages;
use crate::problem::Problem;
use crate::request::address::Address;
use crate::request::body::Body;
use crate::request::heads::{self, UNKNOWN_VERSION};
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::request::text::Field;

/// A version that has a star.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct StarView {
    /// Its identifier.
    id: String,
    /// What the version is called; may be empty.
    label: String,
    /// The heads of the version.
    heads: Vec<String>,
    /// At which step of the history it stands; null when the document has lost it.
    step: Option<usize>,
    /// Who gave it.
    participant: String,
    /// When, in milliseconds since 1970.
    #[ts(type = "number")]
    at: u64,
}

/// The stars of a document.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct StarsView {
    /// In the order they were given.
    stars: Vec<StarView>,
}

/// A star to be given.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct GiveStar {
    /// What the version is called; may be empty.
    #[schema(max_length = 200)]
    label: String,
    /// The heads of the version; the document as it is when they are left out.
    #[ts(optional)]
    heads: Option<Vec<String>>,
}

/// Another label of a star.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct LabelStar {
    /// What the version is called; may be empty.
    #[schema(max_length = 200)]
    label: String,
}

/// What is told of a document's stars, by its `type`.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum News {
    /// They are not what they were: whoever shows them asks again.
    Stars,
}

/// Shows the stars of a document.
#[utoipa::path(get, path = "/api/documents/{document}/stars", operation_id = "showStars",
    params(("document" = String, Path)), responses((status = 200, body = StarsView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Address(visitor): Address,
    Path(document): Path<String>,
) -> Result<Json<StarsView>, Problem> {
    let at = session.at_document(&app, &document).await?;
    let at = at.may(Deed::ExportDocument)?;
    let stars = app.store.stars(at.document).await?;
    if stars.is_empty() {
        return Ok(Json(StarsView { stars: Vec::new() }));
    }
    let all = stars.iter().flat_map(|star| hashes(&star.heads));
    let asked = (Owner::at(visitor), at.member.space, at.document);
    let copied = Copied::With(all.collect());
    let view = app.look_back(asked, copied, move |past| {
        let step = |star: &Star| past.history.step_of(&hashes(&star.heads));
        let stars = stars.into_iter().map(|star| view(step(&star), star));
        StarsView {
            stars: stars.collect(),
        }
    });
    Ok(Json(view.await?))
}

/// Gives a version a star.
#[utoipa::path(post, path = "/api/documents/{document}/stars", operation_id = "giveStar",
    request_body = GiveStar,
    params(("document" = String, Path)), responses((status = 201, body = StarView)))]
pub async fn give(
    State(app): State<App>,
    session: Session,
    Address(visitor): Address,
    Path(document): Path<String>,
    Body(asked): Body<GiveStar>,
) -> Result<(StatusCode, Json<StarView>), Problem> {
    let at = session.at_document(&app, &document).await?;
    let at = at.may(Deed::StarVersion)?;
    let label = Field::LABEL.maybe_empty_line(&asked.label)?;
    let wanted = asked.heads.map(|heads| heads::parse(&heads.join(",")));
    let wanted = wanted.transpose()?;
    let copied = wanted.clone().map_or(Copied::Now, Copied::With);
    let owner = (Owner::at(visitor), at.member.space, at.document);
    let found = app.look_back(owner, copied, move |past| {
        let heads = wanted.unwrap_or_else(|| past.history.heads().to_vec());
        past.history.step_of(&heads).map(|step| (heads, step))
    });
    let (heads, step) = found.await?.ok_or(UNKNOWN_VERSION)?;
    let heads = heads.into_iter().map(|head| head.0).collect();
    let star = Star::new(at.member.participant, label, heads);
    let star = app.store.give_star(at.document, star).await?;
    tell(&app, &at);
    Ok((StatusCode::CREATED, Json(view(Some(step), star))))
}

/// Gives a star another label.
#[utoipa::path(patch, path = "/api/documents/{document}/stars/{star}", operation_id = "labelStar",
    request_body = LabelStar,
    params(("document" = String, Path), ("star" = String, Path)), responses((status = 204)))]
pub async fn label(
    State(app): State<App>,
    session: Session,
    Path((document, star)): Path<(String, String)>,
    Body(asked): Body<LabelStar>,
) -> Result<StatusCode, Problem> {
    let at = session.at_document(&app, &document).await?;
    let at = at.may(Deed::StarVersion)?;
    let label = Field::LABEL.maybe_empty_line(&asked.label)?;
    app.store.label_star(at.document, id(&star)?, label).await?;
    tell(&app, &at);
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a star away. The version stays in the history.
#[utoipa::path(delete, path = "/api/documents/{document}/stars/{star}", operation_id = "takeStar",
    params(("document" = String, Path), ("star" = String, Path)), responses((status = 204)))]
pub async fn take(
    State(app): State<App>,
    session: Session,
    Path((document, star)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let at = session.at_document(&app, &document).await?;
    let at = at.may(Deed::StarVersion)?;
    app.store.take_star(at.document, id(&star)?).await?;
    tell(&app, &at);
    Ok(StatusCode::NO_CONTENT)
}

fn id(star: &str) -> Result<StarId, Problem> {
    star.parse().map_err(|_| Problem::NOT_FOUND)
}

fn tell(app: &App, at: &DocumentAccess) {
    let frame = control_messages::news(at.document, &News::Stars);
    app.live.tell_space(at.member.space, &frame);
}

fn hashes(heads: &[[u8; 32]]) -> Vec<ChangeHash> {
    heads.iter().copied().map(ChangeHash).collect()
}

fn view(step: Option<usize>, star: Star) -> StarView {
    StarView {
        id: star.id.to_string(),
        label: star.label,
        heads: heads::shown(&hashes(&star.heads)),
        step,
        participant: star.participant.to_string(),
        at: star.at_ms,
    }
}
