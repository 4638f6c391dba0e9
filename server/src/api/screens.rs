//! The big screen of a workshop: made and revoked by those who facilitate, shown to whoever has its link.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use store::limits::{WIFI_NAME_BYTES_MAX, WIFI_PASSWORD_BYTES_MAX};
use store::{DocumentId, Secret, SpaceId, Wifi};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::app::App;
use crate::kinds;
use crate::problem::{Problem, refusals};
use crate::request::address::OurOrigin;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::{Session, bearer};
use crate::views::{
    ConductView, LinkView, PlannedStepView, ScreenActivityView, ScreenKeptView, ScreenView,
};

refusals! {
    /// The Wi-Fi is no Wi-Fi.
    WIFI_ODD: 400 "bad_request" {
        fr: "Le nom d’un réseau Wi-Fi a 32 signes au plus, et son mot de passe 63. Recopiez-les tels quels.",
        en: "The name of a Wi-Fi network has 32 characters at most, and its password 63. Copy them as they are.",
    }
}

/// What changes about the screen.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ChangeScreen {
    /// The name of the Wi-Fi; empty when none is to be shown.
    #[schema(max_length = 32)]
    name: String,
    /// Its password; empty when everybody may join.
    #[schema(max_length = 63)]
    password: String,
}

/// Shows whether there is a screen, to those who keep it.
#[utoipa::path(get, path = "/api/spaces/{space}/screen", operation_id = "showScreenKept",
    params(("space" = String, Path)), responses((status = 200, body = ScreenKeptView)))]
pub async fn kept(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<ScreenKeptView>, Problem> {
    let space = keeper(&app, &session, &space).await?;
    view_kept(&app, space).await
}

/// Makes the link of the screen; the one before shows nothing any more. It is shown once.
#[utoipa::path(post, path = "/api/spaces/{space}/screen", operation_id = "makeScreen",
    params(("space" = String, Path)), responses((status = 201, body = LinkView)))]
pub async fn make(
    State(app): State<App>,
    session: Session,
    OurOrigin(origin): OurOrigin,
    Path(space): Path<String>,
) -> Result<(StatusCode, Json<LinkView>), Problem> {
    let space = keeper(&app, &session, &space).await?;
    let secret = app.store.make_screen(space).await?;
    tracing::info!(%space, "a big screen was made");
    let link = format!("{origin}/screen#{}", secret.reveal());
    Ok((StatusCode::CREATED, Json(LinkView { link })))
}

/// Puts the Wi-Fi of the room on the screen, or takes it away.
#[utoipa::path(put, path = "/api/spaces/{space}/screen", operation_id = "changeScreen",
    request_body = ChangeScreen,
    params(("space" = String, Path)), responses((status = 200, body = ScreenKeptView)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(asked): Body<ChangeScreen>,
) -> Result<Json<ScreenKeptView>, Problem> {
    let space = keeper(&app, &session, &space).await?;
    app.store.show_wifi(space, wifi(asked)?).await?;
    view_kept(&app, space).await
}

/// Revokes the link of the screen, and forgets the Wi-Fi.
#[utoipa::path(delete, path = "/api/spaces/{space}/screen", operation_id = "endScreen",
    params(("space" = String, Path)), responses((status = 204)))]
pub async fn end(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<StatusCode, Problem> {
    let space = keeper(&app, &session, &space).await?;
    app.store.end_screen(space).await?;
    tracing::info!(%space, "a big screen was revoked");
    Ok(StatusCode::NO_CONTENT)
}

/// Shows a workshop as on its big screen, to whoever shows its link: `Authorization: Bearer …`. The link is no session, and opens
/// nothing else.
#[utoipa::path(get, path = "/api/screen", operation_id = "showScreen",
    responses((status = 200, body = ScreenView)))]
pub async fn show(State(app): State<App>, headers: HeaderMap) -> Result<Json<ScreenView>, Problem> {
    let shown = bearer(&headers).ok_or(Problem::UNAUTHORIZED)?;
    let secret = Secret::parse(shown).ok_or(Problem::NOT_FOUND)?;
    let space = app.store.shown_by(secret.hash()).await?;
    screen(&app, space.ok_or(Problem::NOT_FOUND)?)
        .await
        .map(Json)
}

async fn keeper(app: &App, session: &Session, space: &str) -> Result<SpaceId, Problem> {
    let asking = session.in_space(app, space).await?;
    Ok(asking.may(Deed::KeepScreen)?.space)
}

async fn view_kept(app: &App, space: SpaceId) -> Result<Json<ScreenKeptView>, Problem> {
    let found = app.store.screen(space).await?;
    Ok(Json(ScreenKeptView {
        made: found.is_some(),
        wifi: found.flatten().map(Into::into),
    }))
}

/// None when the name is empty.
fn wifi(asked: ChangeScreen) -> Result<Option<Wifi>, Problem> {
    let ChangeScreen { name, password } = asked;
    let is_odd = |text: &str| text.chars().any(char::is_control);
    let is_long = name.len() > WIFI_NAME_BYTES_MAX || password.len() > WIFI_PASSWORD_BYTES_MAX;
    if is_long || is_odd(&name) || is_odd(&password) {
        return Err(WIFI_ODD);
    }
    Ok((!name.trim().is_empty()).then_some(Wifi { name, password }))
}

async fn screen(app: &App, id: SpaceId) -> Result<ScreenView, Problem> {
    let space = app.store.space(id).await?.ok_or(Problem::NOT_FOUND)?;
    let wifi = app.store.screen(id).await?.flatten();
    let conduct = kinds::agenda::look(app, id).await?;
    let activity = activity(app, id, &conduct).await;
    let course = conduct.course.filter(|course| course.ended.is_none());
    Ok(ScreenView {
        now: conduct.now,
        title: space.title,
        language: space.language,
        code: space.code.map(|code| code.to_string()),
        wifi: wifi.map(Into::into),
        present: present(app, id).await?,
        locked: space.locked,
        course: course.map(|mut course| {
            course.step = bare(course.step);
            course
        }),
        next: conduct.next.map(bare),
        hands: counted(conduct.hands.len()),
        ready: conduct.ready.map(|ready| counted(ready.people.len())),
        activity,
    })
}

/// A step without what it opens: the room of a call is not for whoever sees the screen.
fn bare(step: PlannedStepView) -> PlannedStepView {
    PlannedStepView {
        document: String::new(),
        link: String::new(),
        ..step
    }
}

async fn present(app: &App, space: SpaceId) -> Result<u32, Problem> {
    let people = app.store.people(space).await?;
    let here = |person: &&store::Person| !app.live.peers_of(space, person.id).is_empty();
    Ok(counted(people.iter().filter(here).count()))
}

/// What the step that runs opens. One that cannot be read leaves the rest of the screen as it is.
async fn activity(app: &App, space: SpaceId, conduct: &ConductView) -> Option<ScreenActivityView> {
    let course = conduct.course.as_ref()?;
    let document: DocumentId = course.step.document.parse().ok()?;
    let found = app.store.document(document).await.ok()??;
    if found.space != space || found.archived || course.ended.is_some() {
        return None;
    }
    let on_screen = kinds::on_screen(found.kind.as_str())?;
    on_screen(app, space, document).await.ok()?
}

fn counted(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
