//! How a refusal is told: a status, a word for programs, a sentence for people in their language.

use axum::Json;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

use super::{ErrorCode, Problem};
use crate::language;

/// How a refusal looks.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ErrorView {
    /// The refusal.
    error: ErrorDetail,
}

/// What is in a refusal.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ErrorDetail {
    /// For programs.
    code: ErrorCode,
    /// For people: what happened and what to do, in the language of `Accept-Language`.
    message: &'static str,
    /// For who writes a client: what cannot be read, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    detail: Option<String>,
}

impl Problem {
    fn status(&self) -> StatusCode {
        match self {
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            other => other.code().status(),
        }
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::BadRequest(detail) => Some(detail.clone()),
            _ => None,
        }
    }
}

impl IntoResponse for Problem {
    /// Without its sentence: [`in_the_language_asked`] adds it.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Gives every refusal its body, in the language of the one who asked.
pub async fn in_the_language_asked(request: Request, next: Next) -> Response {
    let language = language::asked(request.headers());
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Problem>() else {
        return response;
    };
    let (code, message) = (problem.code(), problem.sentence().r#in(language));
    let error = ErrorDetail {
        code,
        message,
        detail: problem.detail(),
    };
    let mut told = (problem.status(), Json(ErrorView { error })).into_response();
    told.extensions_mut().insert(code);
    told
}
