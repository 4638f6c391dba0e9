//! Tokens: keys by which programs act for a person in one space. Each person keeps their own.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use store::{NewToken, Scope, StoreError, Token, TokenId};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::app::App;
use crate::problem::{Problem, refusals};
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::request::text::Field;
use crate::views::{ScopeView, TokenMadeView, TokenView};

refusals! {
    /// As many tokens as one person may have.
    TOO_MANY_TOKENS: 409 "conflict" {
        fr: "Vous avez déjà dix clés ici, le maximum. Retirez-en une qui ne sert plus.",
        en: "You have ten keys here already, the maximum. Revoke one that is no longer used.",
    }
}

/// A program that is to act for the one who asks.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct CreateToken {
    /// What to call it.
    #[schema(max_length = 80)]
    name: String,
    /// What it may do at most.
    #[schema(value_type = ScopeView)]
    #[ts(as = "ScopeView")]
    scope: Scope,
}

/// Shows the tokens of the one who asks, without their secrets.
#[utoipa::path(get, path = "/api/spaces/{space}/tokens", operation_id = "showTokens",
    params(("space" = String, Path)), responses((status = 200, body = Vec<TokenView>)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<Vec<TokenView>>, Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::KeepTokens)?;
    let tokens = app.store.tokens(member.participant).await?;
    Ok(Json(tokens.into_iter().map(view).collect()))
}

/// Makes a token, for `/sync?token=…` and `Authorization: Bearer …`. It is shown once.
#[utoipa::path(post, path = "/api/spaces/{space}/tokens", operation_id = "makeToken",
    request_body = CreateToken,
    params(("space" = String, Path)), responses((status = 201, body = TokenMadeView)))]
pub async fn make(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(asked): Body<CreateToken>,
) -> Result<(StatusCode, Json<TokenMadeView>), Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::KeepTokens)?;
    let new = NewToken {
        space: member.space,
        participant: member.participant,
        name: Field::NAME.line(&asked.name)?,
        scope: asked.scope,
    };
    let (token, secret) = app.store.make_token(new).await.map_err(refused)?;
    tracing::info!(space = %member.space, by = %member.participant, token = %token.id, scope = %token.scope, "a token was made");
    let made = TokenMadeView {
        token: view(token),
        secret: secret.reveal(),
    };
    Ok((StatusCode::CREATED, Json(made)))
}

/// Revokes a token of the one who asks: what is connected by it is cut off.
#[utoipa::path(delete, path = "/api/spaces/{space}/tokens/{token}", operation_id = "revokeToken",
    params(("space" = String, Path), ("token" = String, Path)), responses((status = 204)))]
pub async fn revoke(
    State(app): State<App>,
    session: Session,
    Path((space, token)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::KeepTokens)?;
    let token: TokenId = token.parse().map_err(|_| Problem::NOT_FOUND)?;
    let known_by = app.store.revoke_token(member.participant, token).await?;
    tracing::info!(space = %member.space, by = %member.participant, %token, "a token was revoked");
    app.live.rights_changed();
    app.live.end_session(known_by);
    Ok(StatusCode::NO_CONTENT)
}

fn view(token: Token) -> TokenView {
    TokenView {
        id: token.id.to_string(),
        name: token.name,
        scope: token.scope.into(),
        made: token.made_ms,
        used: token.used_ms,
    }
}

fn refused(error: StoreError) -> Problem {
    match error {
        StoreError::TooMany { .. } => TOO_MANY_TOKENS,
        other => other.into(),
    }
}
