//! Who asks: the session in the cookie, and the person it is in a space or at a document.

use std::time::Instant;

use axum::RequestPartsExt;
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use store::{DocumentAccess, DocumentId, Secret, SecretHash, SpaceId};

use super::cookie;
use super::origin::same_origin;
use super::rights::{AtDocument, Deed, InSpace};
use crate::app::App;
use crate::problem::Problem;

/// The session the browser has, if any; whether it is a good one is not known yet.
pub struct MaybeSession(pub Option<Secret>);

/// A session that exists, or the token of a program.
pub struct Session(pub SecretHash);

/// The session or token a request shows; whether it is a good one is not known. For what was opened with a good one and ends
/// with it.
pub struct Shown(pub SecretHash);

impl FromRequestParts<App> for MaybeSession {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        same_origin(&parts.method, &parts.headers, &app.config)?;
        Ok(Self(cookie::secret(&parts.headers, &app.config)))
    }
}

impl FromRequestParts<App> for Session {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if let Some(token) = bearer(&parts.headers) {
            return known_token(app, token).await.map(Self);
        }
        let MaybeSession(secret) = parts.extract_with_state(app).await?;
        known(app, secret).await.map(Self)
    }
}

impl FromRequestParts<App> for Shown {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let secret = match bearer(&parts.headers) {
            Some(token) => Secret::parse(token),
            None => parts.extract_with_state::<MaybeSession, _>(app).await?.0,
        };
        let secret = secret.ok_or(Problem::UNAUTHORIZED)?;
        Ok(Self(secret.hash()))
    }
}

impl Session {
    /// Who this session is in a space.
    ///
    /// # Errors
    /// When it does not belong there, alike for spaces that do not exist.
    pub async fn in_space(&self, app: &App, space: &str) -> Result<InSpace, Problem> {
        let space: SpaceId = space.parse().map_err(|_| Problem::NOT_FOUND)?;
        let member = app.store.member(self.0, space).await?;
        member.map(InSpace).ok_or(Problem::NOT_FOUND)
    }

    /// Who this session is at a document.
    ///
    /// # Errors
    /// When the document is not for it, alike for documents that do not exist.
    pub async fn at_document(&self, app: &App, document: &str) -> Result<AtDocument, Problem> {
        let document: DocumentId = document.parse().map_err(|_| Problem::NOT_FOUND)?;
        let access = app.store.access(self.0, document).await?;
        access
            .filter(DocumentAccess::is_visible)
            .map(AtDocument)
            .ok_or(Problem::NOT_FOUND)
    }

    /// Lets through who may do this at a document of this kind: the one way to it for all that only one kind does.
    ///
    /// # Errors
    /// Alike for what is not there, of another kind, or not allowed.
    pub async fn at(
        &self,
        app: &App,
        kind: &str,
        document: &str,
        deed: Deed,
    ) -> Result<DocumentAccess, Problem> {
        let access = self.at_document(app, document).await?.may(deed)?;
        let listed = app.store.document(access.document).await?;
        let is_of_kind = listed.is_some_and(|listed| listed.kind == kind);
        is_of_kind.then_some(access).ok_or(Problem::NOT_FOUND)
    }
}

/// The session of a request for a page. Its origin is not looked at: pages only read.
pub fn session_of_page(app: &App, headers: &HeaderMap) -> Option<Session> {
    cookie::secret(headers, &app.config).map(|secret| Session(secret.hash()))
}

/// The session a WebSocket is opened with: a ticket, or the cookie of a page of ours.
///
/// # Errors
/// When there is none, or the page is another site's.
pub async fn session_of_socket(
    app: &App,
    headers: &HeaderMap,
    ticket: Option<&str>,
) -> Result<SecretHash, Problem> {
    if let Some(ticket) = ticket {
        let session = app.tickets.redeem(ticket, Instant::now());
        return session.ok_or(Problem::UNAUTHORIZED);
    }
    // What a socket does is more than reading, though its handshake is a GET.
    same_origin(&Method::POST, headers, &app.config)?;
    known(app, cookie::secret(headers, &app.config)).await
}

/// What a program shows: `Authorization: Bearer …`. Nothing when it shows nothing.
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let shown = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = shown.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then_some(token.trim())
}

/// The token of a program, if it is a good one.
///
/// # Errors
/// When it is none, or revoked.
pub async fn known_token(app: &App, token: &str) -> Result<SecretHash, Problem> {
    let token = Secret::parse(token).ok_or(Problem::UNAUTHORIZED)?.hash();
    if app.store.greet_token(token).await? {
        Ok(token)
    } else {
        Err(Problem::UNAUTHORIZED)
    }
}

async fn known(app: &App, secret: Option<Secret>) -> Result<SecretHash, Problem> {
    let session = secret.ok_or(Problem::UNAUTHORIZED)?.hash();
    if app.store.greet_session(session).await? {
        Ok(session)
    } else {
        Err(Problem::UNAUTHORIZED)
    }
}
