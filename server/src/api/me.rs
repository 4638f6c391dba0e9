//! What this device belongs to, and forgetting it.

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse};

use crate::app::App;
use crate::problem::Problem;
use crate::request::cookie::end_cookie;
use crate::request::session::{MaybeSession, bearer, known_token};
use crate::views::MeView;

/// The spaces of this device; none when it has no session. That of a token, when it is asked with one.
#[utoipa::path(get, path = "/api/me", operation_id = "showMe",
    responses((status = 200, body = MeView)))]
pub async fn show(
    State(app): State<App>,
    headers: HeaderMap,
    MaybeSession(session): MaybeSession,
) -> Result<Json<MeView>, Problem> {
    let spaces = match (bearer(&headers), session) {
        (Some(token), _) => {
            let token = known_token(&app, token).await?;
            Vec::from_iter(app.store.space_of_token(token).await?)
        }
        (None, Some(session)) => app.store.my_spaces(session.hash()).await?,
        (None, None) => Vec::new(),
    };
    Ok(Json(MeView {
        spaces: spaces.into_iter().map(Into::into).collect(),
    }))
}

/// Forgets this device. The people it was stay in their spaces.
#[utoipa::path(delete, path = "/api/me", operation_id = "forgetMe",
    responses((status = 204)))]
pub async fn forget(
    State(app): State<App>,
    MaybeSession(session): MaybeSession,
) -> Result<impl IntoResponse, Problem> {
    if let Some(session) = session {
        app.store.revoke_session(session.hash()).await?;
        app.live.rights_changed();
        app.live.end_session(session.hash());
    }
    Ok((
        StatusCode::NO_CONTENT,
        AppendHeaders([(SET_COOKIE, end_cookie(&app.config))]),
    ))
}
