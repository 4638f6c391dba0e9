//! What people in the room show: a raised hand, that they are ready.

use std::time::Instant;

use axum::Json;
use axum::extract::{Path, State};
use store::{Member, ParticipantId};

use super::tell;
use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::ConductView;

type Shown = Result<Json<ConductView>, Problem>;

/// Raises one's own hand, behind those that are raised.
#[utoipa::path(put, path = "/api/spaces/{space}/conduct/hand", operation_id = "raiseHand",
    params(("space" = String, Path)), responses((status = 200, body = ConductView)))]
pub async fn raise(State(app): State<App>, session: Session, Path(space): Path<String>) -> Shown {
    let member = may(&app, &session, &space, Deed::ShowHand).await?;
    let shown = app.store.show_hand(member.space, member.participant, true);
    told(&app, &member, shown).await
}

/// Lowers one's own hand.
#[utoipa::path(delete, path = "/api/spaces/{space}/conduct/hand", operation_id = "lowerHand",
    params(("space" = String, Path)), responses((status = 200, body = ConductView)))]
pub async fn lower(State(app): State<App>, session: Session, Path(space): Path<String>) -> Shown {
    let member = may(&app, &session, &space, Deed::ShowHand).await?;
    let shown = app.store.show_hand(member.space, member.participant, false);
    told(&app, &member, shown).await
}

/// Lowers somebody else's hand, for those who facilitate.
#[utoipa::path(delete, path = "/api/spaces/{space}/conduct/hands/{participant}", operation_id = "lowerHandOf",
    params(("space" = String, Path), ("participant" = String, Path)), responses((status = 200, body = ConductView)))]
pub async fn lower_other(
    State(app): State<App>,
    session: Session,
    Path((space, participant)): Path<(String, String)>,
) -> Shown {
    let member = may(&app, &session, &space, Deed::Conduct).await?;
    let who: ParticipantId = participant.parse().map_err(|_| Problem::NOT_FOUND)?;
    let shown = app.store.show_hand(member.space, who, false);
    told(&app, &member, shown).await
}

/// Lowers every hand, for those who facilitate.
#[utoipa::path(delete, path = "/api/spaces/{space}/conduct/hands", operation_id = "lowerHands",
    params(("space" = String, Path)), responses((status = 200, body = ConductView)))]
pub async fn lower_all(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Shown {
    let member = may(&app, &session, &space, Deed::Conduct).await?;
    let shown = app.store.lower_hands(member.space);
    told(&app, &member, shown).await
}

/// Asks everybody whether they are ready, from nobody on; for those who facilitate.
#[utoipa::path(post, path = "/api/spaces/{space}/conduct/ready-check", operation_id = "askReady",
    params(("space" = String, Path)), responses((status = 200, body = ConductView)))]
pub async fn ask(State(app): State<App>, session: Session, Path(space): Path<String>) -> Shown {
    let member = may(&app, &session, &space, Deed::Conduct).await?;
    let shown = app.store.ask_ready(member.space, true);
    told(&app, &member, shown).await
}

/// Asks no more; for those who facilitate.
#[utoipa::path(delete, path = "/api/spaces/{space}/conduct/ready-check", operation_id = "endReadyCheck",
    params(("space" = String, Path)), responses((status = 200, body = ConductView)))]
pub async fn ask_no_more(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Shown {
    let member = may(&app, &session, &space, Deed::Conduct).await?;
    let shown = app.store.ask_ready(member.space, false);
    told(&app, &member, shown).await
}

/// Says that one is ready. Nothing changes while nobody asks.
#[utoipa::path(put, path = "/api/spaces/{space}/conduct/ready", operation_id = "beReady",
    params(("space" = String, Path)), responses((status = 200, body = ConductView)))]
pub async fn ready(State(app): State<App>, session: Session, Path(space): Path<String>) -> Shown {
    let member = may(&app, &session, &space, Deed::ShowHand).await?;
    let shown = app.store.be_ready(member.space, member.participant, true);
    told(&app, &member, shown).await
}

/// Says that one is not ready after all.
#[utoipa::path(delete, path = "/api/spaces/{space}/conduct/ready", operation_id = "beNotReady",
    params(("space" = String, Path)), responses((status = 200, body = ConductView)))]
pub async fn not_ready(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Shown {
    let member = may(&app, &session, &space, Deed::ShowHand).await?;
    let shown = app.store.be_ready(member.space, member.participant, false);
    told(&app, &member, shown).await
}

async fn may(app: &App, session: &Session, space: &str, deed: Deed) -> Result<Member, Problem> {
    let member = session.in_space(app, space).await?.may(deed)?;
    app.gestures.may_make(&member, Instant::now())?;
    Ok(member)
}

/// Does it, and tells everybody how it stands then.
async fn told(
    app: &App,
    member: &Member,
    shown: impl Future<Output = Result<(), store::StoreError>>,
) -> Shown {
    let turn = app.turns.conducting.lock().await;
    shown.await?;
    let conduct = tell::tell(app, member.space).await?;
    drop(turn);
    Ok(Json(conduct))
}
