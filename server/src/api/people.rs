//! The people of a space: names, structures, roles, and leaving.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use store::{Doors, Member, ParticipantId, PersonChange, Role};
use ts_rs::TS;
use utoipa::{IntoParams, ToSchema};

use super::messages;
use super::workshops::link;
use crate::app::App;
use crate::control_messages::ChatNews;
use crate::kinds;
use crate::problem::Problem;
use crate::request::address::OurOrigin;
use crate::request::body::Body;
use crate::request::rights::{Deed, InSpace, allow};
use crate::request::session::Session;
use crate::request::text::Field;
use crate::spaces::role_changed;
use crate::views::{LinkView, PersonView, RoleView, person_view};

/// What changes about a person; what is left out stays.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ChangePerson {
    /// Another name: one's own, or anybody's for a facilitator.
    #[schema(max_length = 80)]
    #[ts(optional = nullable)]
    name: Option<String>,
    /// Another structure; empty: none.
    #[schema(max_length = 120)]
    #[ts(optional = nullable)]
    structure: Option<String>,
    /// Another role; for facilitators to give.
    #[schema(value_type = Option<RoleView>)]
    #[ts(optional = nullable, as = "Option<RoleView>")]
    role: Option<Role>,
    /// Whether the links and the code of the space change in the same step: none of them opens it any more. For
    /// facilitators, together with a role.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    new_links: bool,
}

/// What else changes when somebody is removed.
#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
pub struct Removal {
    /// Whether the links and the code of the space change in the same step: none of them opens it any more. For
    /// facilitators.
    #[serde(default)]
    new_links: bool,
}

/// Somebody who has not come yet.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ExpectPerson {
    /// Their name; a first name is enough.
    #[schema(max_length = 80)]
    name: String,
}

/// Puts down somebody who has not come yet, so that they can be in charge of something.
#[utoipa::path(post, path = "/api/spaces/{space}/people", operation_id = "expectPerson",
    request_body = ExpectPerson,
    params(("space" = String, Path)), responses((status = 201, body = PersonView)))]
pub async fn expect(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(asked): Body<ExpectPerson>,
) -> Result<(StatusCode, Json<PersonView>), Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::ExpectPerson)?;
    let name = Field::NAME.line(&asked.name)?;
    let person = app.store.expect_person(member.space, name).await?;
    app.live.people_changed(member.space, person.id);
    Ok((StatusCode::CREATED, Json(person_view(&person, Vec::new()))))
}

/// The link by which an expected person comes; the last one stops working. Once they came, they take their own.
#[utoipa::path(post, path = "/api/spaces/{space}/people/{participant}/return-link",
    operation_id = "takeExpectedLink",
    params(("space" = String, Path), ("participant" = String, Path)),
    responses((status = 200, body = LinkView)))]
pub async fn expected_link(
    State(app): State<App>,
    session: Session,
    Path((space, participant)): Path<(String, String)>,
    OurOrigin(origin): OurOrigin,
) -> Result<Json<LinkView>, Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::ExpectPerson)?;
    let secret = app
        .store
        .expected_link(member.space, whom(&participant)?)
        .await?;
    Ok(Json(LinkView {
        link: link(&origin, &secret),
    }))
}

/// Changes a person: oneself, or anybody for a facilitator.
#[utoipa::path(patch, path = "/api/spaces/{space}/people/{participant}", operation_id = "changePerson",
    request_body = ChangePerson,
    params(("space" = String, Path), ("participant" = String, Path)),
    responses((status = 200, body = PersonView)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path((space, participant)): Path<(String, String)>,
    Body(asked): Body<ChangePerson>,
) -> Result<Json<PersonView>, Problem> {
    let asking = session.in_space(&app, &space).await?;
    let whom = whom(&participant)?;
    let deed = match asked.role {
        Some(_) => Deed::ChangeRole,
        None => oneself_or(&asking, whom, Deed::ChangeSelf, Deed::ChangeOther),
    };
    let member = asking.may(deed)?;
    let doors = doors(&member, asked.new_links)?;
    let change = PersonChange {
        name: asked.name.map(|name| Field::NAME.line(&name)).transpose()?,
        structure: asked
            .structure
            .map(|text| Field::STRUCTURE.maybe_empty_line(&text))
            .transpose()?,
        role: asked.role,
        doors,
    };
    let person = app.store.change_person(member.space, whom, change).await?;
    announce(&app, member, &person, asked.role.is_some()).await;
    if asked.role.is_some() {
        kinds::people_changed(&app, member.space).await?;
    }
    tell_doors(&app, member, doors);
    Ok(Json(person_view(
        &person,
        app.live.peers_of(member.space, whom),
    )))
}

/// Removes a person: their name is erased and their devices are out, and stay out when somebody else removes them. A
/// facilitator removes anybody, anybody removes themselves.
#[utoipa::path(delete, path = "/api/spaces/{space}/people/{participant}", operation_id = "removePerson",
    params(("space" = String, Path), ("participant" = String, Path), Removal), responses((status = 204)))]
pub async fn remove(
    State(app): State<App>,
    session: Session,
    Path((space, participant)): Path<(String, String)>,
    Query(asked): Query<Removal>,
) -> Result<StatusCode, Problem> {
    let asking = session.in_space(&app, &space).await?;
    let whom = whom(&participant)?;
    let deed = oneself_or(&asking, whom, Deed::RemoveSelf, Deed::RemoveOther);
    let member = asking.may(deed)?;
    let doors = doors(&member, asked.new_links)?;
    let tokens = app.store.token_hashes(whom).await?;
    if deed == Deed::RemoveSelf {
        // Who leaves by themselves may come back, by the links there are.
        app.store.remove_person(member.space, whom).await?;
    } else {
        app.store.expel_person(member.space, whom, doors).await?;
        tell_doors(&app, member, doors);
    }
    tracing::info!(space = %member.space, participant = %whom, by = %member.participant, "removed");
    role_changed(&app, member.space, whom, None).await;
    messages::tell(&app, member.space, ChatNews::Left { participant: whom });
    for token in tokens {
        app.live.end_session(token);
    }
    kinds::people_changed(&app, member.space).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What becomes of the links and the code.
fn doors(member: &Member, new_links: bool) -> Result<Doors, Problem> {
    if !new_links {
        return Ok(Doors::Stay);
    }
    allow(member, Deed::RotateLink).map(|()| Doors::Change)
}

fn tell_doors(app: &App, by: Member, doors: Doors) {
    if doors == Doors::Change {
        tracing::info!(space = %by.space, by = %by.participant, "the links and the code were replaced");
        app.live.space_changed(by.space);
    }
}

fn whom(participant: &str) -> Result<ParticipantId, Problem> {
    participant.parse().map_err(|_| Problem::NOT_FOUND)
}

fn oneself_or(asking: &InSpace, whom: ParticipantId, oneself: Deed, other: Deed) -> Deed {
    if asking.is(whom) { oneself } else { other }
}

async fn announce(app: &App, by: Member, person: &store::Person, is_role_given: bool) {
    if is_role_given {
        tracing::info!(space = %by.space, participant = %person.id, by = %by.participant, role = %person.role, "role given");
        role_changed(app, by.space, person.id, Some(person.role)).await;
    } else {
        app.live.people_changed(by.space, person.id);
    }
}
