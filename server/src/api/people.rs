//! The people of a space: names, structures, roles, and leaving.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use store::limits::{NAME_CHARS_MAX, STRUCTURE_CHARS_MAX};
use store::{Member, ParticipantId, PersonChange, Role};
use utoipa::ToSchema;

use super::body::{Body, Line, MaybeLine};
use super::error::{ErrorView, Problem};
use super::session::Session;
use super::views::{PersonView, person_view};
use crate::app::App;

/// What changes about a person; what is left out stays.
#[derive(Deserialize, ToSchema)]
pub struct PersonChangeBody {
    /// Another name: one's own, or anybody's for a facilitator.
    #[schema(value_type = Option<String>, max_length = 80)]
    name: Option<Line<NAME_CHARS_MAX>>,
    /// Another structure; empty: none.
    #[schema(value_type = Option<String>, max_length = 120)]
    structure: Option<MaybeLine<STRUCTURE_CHARS_MAX>>,
    /// Another role; for facilitators to give.
    #[schema(value_type = Option<String>, pattern = "facilitator|participant|reader")]
    role: Option<Role>,
}

/// Changes a person.
#[utoipa::path(patch, path = "/api/spaces/{space}/people/{participant}", request_body = PersonChangeBody, responses(
    (status = 200, body = PersonView), (status = 404, body = ErrorView), (status = 409, body = ErrorView),
    (status = 422, body = ErrorView)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path((space, participant)): Path<(String, String)>,
    Body(body): Body<PersonChangeBody>,
) -> Result<Json<PersonView>, Problem> {
    let member = session.member(&app, &space).await?;
    let participant = whom(member, &participant, body.role.is_some())?;
    let change = PersonChange {
        name: body.name.map(|line| line.0),
        structure: body.structure.map(|line| line.0.unwrap_or_default()),
        role: body.role,
    };
    let person = app
        .store
        .change_person(member.space, participant, change)
        .await?;
    if body.role.is_some() {
        app.role_changed(member.space, participant, Some(person.role))
            .await;
    } else {
        app.live.people_changed(member.space, participant);
    }
    Ok(Json(person_view(
        &person,
        app.live.peers_of(member.space, participant),
    )))
}

/// Removes a person: their name is erased and their devices are out. A facilitator removes anybody,
/// anybody removes themselves.
#[utoipa::path(delete, path = "/api/spaces/{space}/people/{participant}", responses(
    (status = 204), (status = 404, body = ErrorView), (status = 409, body = ErrorView)))]
pub async fn remove(
    State(app): State<App>,
    session: Session,
    Path((space, participant)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let member = session.member(&app, &space).await?;
    let participant = whom(member, &participant, false)?;
    app.store.remove_person(member.space, participant).await?;
    app.role_changed(member.space, participant, None).await;
    Ok(StatusCode::NO_CONTENT)
}

/// The person meant, if the one who asks may change them.
fn whom(
    member: Member,
    participant: &str,
    by_facilitators_only: bool,
) -> Result<ParticipantId, Problem> {
    let participant: ParticipantId = participant.parse().map_err(|_| Problem::NotFound)?;
    let is_own = participant == member.participant && !by_facilitators_only;
    if is_own || member.role == Role::Facilitator {
        Ok(participant)
    } else {
        Err(Problem::NotFound)
    }
}
