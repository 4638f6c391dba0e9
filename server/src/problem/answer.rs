//! How a refusal is answered.

use axum::Json;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;
use utoipa::openapi::Ref;

use super::Problem;
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
    #[schema(schema_with = error_code)]
    #[ts(type = "import(\"./ErrorCode\").ErrorCode")]
    code: &'static str,
    /// For people: what happened and what to do, in the language of `Accept-Language`.
    message: &'static str,
    /// For who writes a client: what cannot be read, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    detail: Option<String>,
}

/// The words are gathered from all refusals, in `api::refusals`.
fn error_code() -> Ref {
    Ref::from_schema_name("ErrorCode")
}

impl Problem {
    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.refusal().status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::BadRequest(detail) => Some(detail.clone()),
            Self::Refused(_) => None,
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

/// Gives every refusal its body, in the language of the one who asked. What is refused stays with the answer as
/// `&'static Refusal`.
pub async fn in_the_language_asked(request: Request, next: Next) -> Response {
    let language = language::asked(request.headers());
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Problem>() else {
        return response;
    };
    let refusal = problem.refusal();
    let error = ErrorDetail {
        code: refusal.code,
        message: refusal.says.r#in(language),
        detail: problem.detail(),
    };
    let mut told = (problem.status(), Json(ErrorView { error })).into_response();
    told.extensions_mut().insert(refusal);
    told
}
