//! Making a structure, from a workshop or alone; and what a workshop sees of the structures that share.

use std::time::Instant;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse};
use crdt::kanban::KANBAN;
use serde::Deserialize;
use store::{
    DocumentId, KindWord, Language, NewDocument, NewStructure, Secret, SpaceId, SpaceKind,
    Structure,
};
use ts_rs::TS;
use utoipa::ToSchema;

use super::documents::first_content;
use super::workshops::link;
use crate::app::App;
use crate::clock::now_ms;
use crate::day::Day;
use crate::kinds::kanban::sharing::shared_kanbans;
use crate::problem::Problem;
use crate::request::address::{Address, OurOrigin};
use crate::request::body::Body;
use crate::request::cookie::cookie;
use crate::request::host_code::GivenCode;
use crate::request::rights::Deed;
use crate::request::session::{MaybeSession, Session};
use crate::request::text::Field;
use crate::views::{SharedKanbanView, StructureLinksView, StructureView, Template};

/// A structure to be made.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct CreateStructure {
    /// Its title.
    #[schema(max_length = 200)]
    title: String,
    /// The language it speaks: `fr` or `en`.
    #[schema(value_type = String, pattern = "^(fr|en)$")]
    #[ts(type = "\"fr\" | \"en\"")]
    language: Language,
    /// The name of its first member; may be given later.
    #[schema(max_length = 80)]
    #[ts(optional = nullable)]
    name: Option<String>,
    /// The workshop it comes from, for one of its people who may write there.
    #[ts(optional = nullable)]
    workshop: Option<String>,
    /// What its action plan begins with: `plan`, `event`, `tools` or `empty`; `plan` when it is left out.
    #[ts(optional = nullable)]
    template: Option<Template>,
}

/// Makes a structure with its action plan; the one who asks is its first member. Sets the cookie.
#[utoipa::path(post, path = "/api/structures", operation_id = "createStructure",
    request_body = CreateStructure,
    params(("Atelier-Host-Code" = Option<String>, Header, description = "The code of the host, where one is needed")),
    responses((status = 201, body = StructureView)))]
pub async fn create(
    State(app): State<App>,
    MaybeSession(session): MaybeSession,
    Address(from): Address,
    GivenCode(code): GivenCode,
    OurOrigin(origin): OurOrigin,
    Body(asked): Body<CreateStructure>,
) -> Result<impl IntoResponse, Problem> {
    let workshop = match &asked.workshop {
        Some(workshop) => Some(origin_of(&app, session.as_ref(), workshop).await?),
        None => None,
    };
    match workshop {
        Some(_) => app.doorkeeper.admit_from_workshop()?,
        None => app
            .doorkeeper
            .admit(from, Instant::now(), code.as_deref())?,
    }
    let name = asked.name.as_deref();
    let new = NewStructure {
        title: Field::TITLE.line(&asked.title)?,
        language: asked.language,
        name: name
            .map(|name| Field::NAME.maybe_empty_line(name))
            .transpose()?,
        session,
        workshop,
        document: kanban(asked.template, asked.language),
    };
    app.creation.structure(from, Instant::now())?;
    let made = app.store.create_structure(new).await?;
    tracing::info!(space = %made.space, "a structure was made");
    Ok(created(&app, &origin, &made))
}

/// What the one who made a structure is told, with the cookie.
pub(super) fn created(app: &App, origin: &str, made: &Structure) -> impl IntoResponse + use<> {
    let view = StructureView {
        id: made.space.to_string(),
        document: made.document.to_string(),
        links: StructureLinksView {
            participant: link(origin, &made.links.participant),
            reader: link(origin, &made.links.reader),
        },
    };
    let session = AppendHeaders([(SET_COOKIE, cookie(&app.config, &made.session))]);
    (StatusCode::CREATED, session, Json(view))
}

/// How the plans stand of the structures that come from a workshop and share them. For reading only.
#[utoipa::path(get, path = "/api/spaces/{space}/structures", operation_id = "showStructures",
    params(("space" = String, Path)), responses((status = 200, body = Vec<SharedKanbanView>)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<Vec<SharedKanbanView>>, Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::SeeStructures)?;
    let today = Day::at(now_ms());
    let mut views = Vec::new();
    for structure in app.store.shared_structures(member.space).await? {
        views.extend(shared_kanbans(&app, &structure, today).await?);
    }
    Ok(Json(views))
}

/// The workshop a structure is made from: for those who may write there.
async fn origin_of(
    app: &App,
    session: Option<&Secret>,
    workshop: &str,
) -> Result<SpaceId, Problem> {
    let session = Session(session.ok_or(Problem::UNAUTHORIZED)?.hash());
    let asking = session.in_space(app, workshop).await?;
    let member = asking.may(Deed::CreateDocument)?;
    match member.kind {
        SpaceKind::Workshop => Ok(member.space),
        SpaceKind::Structure => Err(Problem::NOT_FOUND),
    }
}

/// The plan of a space that is made with it.
fn kanban(template: Option<Template>, language: Language) -> NewDocument {
    let content = first_content(KANBAN, template, language);
    let title = match language {
        Language::French => "Plan d’action",
        Language::English => "Action plan",
    };
    NewDocument {
        id: DocumentId::random(),
        space: SpaceId::random(),
        kind: KindWord::from_static(KANBAN.as_str()),
        title: title.to_owned(),
        bytes: content.save(),
        heads: content.get_heads().iter().map(|head| head.0).collect(),
    }
}
