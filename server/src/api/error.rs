//! Everything the API can refuse, and the one place that picks a status and a sentence for it.

use axum::Json;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use store::StoreError;
use utoipa::ToSchema;

use crate::language::{Sentence, asked};
use crate::rooms::ReadError;

/// Why a request was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The request cannot be read.
    BadRequest,
    /// A text is missing, empty, too long, or has characters nobody types.
    BadText,
    /// The body is longer than any request of ours.
    TooLarge,
    /// There is no session.
    Unauthorized,
    /// No such thing, or not for this session: the two are told alike.
    NotFound,
    /// A link or code that opens nothing.
    WrongWay,
    /// The request comes from a page of another site.
    ForeignOrigin,
    /// Too many attempts.
    RateLimited,
    /// A space keeps at least one facilitator.
    LastFacilitator,
    /// There are as many as allowed.
    TooMany,
    /// The disk is full.
    StorageFull,
    /// The document is damaged on disk.
    Damaged,
    /// Our mistake or our disk's.
    Internal,
}

/// How a refusal looks.
#[derive(Serialize, ToSchema)]
pub struct ErrorView {
    /// The refusal.
    error: ErrorDetail,
}

/// What is in a refusal.
#[derive(Serialize, ToSchema)]
struct ErrorDetail {
    /// For programs: a word that stays the same.
    code: &'static str,
    /// For people: what happened and what to do, in the language of `Accept-Language`.
    message: &'static str,
}

impl Problem {
    fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::BadText => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::NotFound | Self::WrongWay => StatusCode::NOT_FOUND,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            Self::LastFacilitator | Self::TooMany => StatusCode::CONFLICT,
            Self::StorageFull => StatusCode::SERVICE_UNAVAILABLE,
            Self::Damaged | Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::BadRequest => "bad_request",
            Self::BadText => "bad_text",
            Self::TooLarge => "too_large",
            Self::Unauthorized => "unauthorized",
            Self::NotFound => "not_found",
            Self::WrongWay => "wrong_way",
            Self::ForeignOrigin => "foreign_origin",
            Self::RateLimited => "rate_limited",
            Self::LastFacilitator => "last_facilitator",
            Self::TooMany => "too_many",
            Self::StorageFull => "storage_full",
            Self::Damaged => "damaged",
            Self::Internal => "internal",
        }
    }

    fn sentence(self) -> Sentence {
        match self {
            Self::BadRequest => Sentence {
                fr: "Cette demande n’est pas lisible. Rechargez la page et recommencez.",
                en: "This request cannot be read. Reload the page and try again.",
            },
            Self::BadText => Sentence {
                fr: "Un des textes est vide, trop long ou contient des caractères inattendus. Corrigez-le et recommencez.",
                en: "One of the texts is empty, too long or has unexpected characters. Correct it and try again.",
            },
            Self::TooLarge => Sentence {
                fr: "C’est trop long pour être envoyé en une fois. Raccourcissez et recommencez.",
                en: "This is too long to be sent at once. Shorten it and try again.",
            },
            Self::Unauthorized => Sentence {
                fr: "Cet appareil n’est dans aucun atelier. Entrez par le lien ou le code qu’on vous a donné.",
                en: "This device is not in any workshop. Come in by the link or code you were given.",
            },
            Self::NotFound => Sentence {
                fr: "Cette page n’existe pas, ou n’est pas ouverte à cet appareil. Demandez un lien à l’animation.",
                en: "This page does not exist, or is not open to this device. Ask the facilitators for a link.",
            },
            Self::WrongWay => Sentence {
                fr: "Ce lien ou ce code n’ouvre aucun atelier. Vérifiez-le, ou demandez-en un autre à l’animation.",
                en: "This link or code does not open any workshop. Check it, or ask the facilitators for another.",
            },
            Self::ForeignOrigin => Sentence {
                fr: "Cette demande vient d’un autre site. Ouvrez Atelier à son adresse et recommencez.",
                en: "This request comes from another site. Open Atelier at its own address and try again.",
            },
            Self::RateLimited => Sentence {
                fr: "Trop d’essais. Attendez une minute, puis recommencez.",
                en: "Too many attempts. Wait a minute, then try again.",
            },
            Self::LastFacilitator => Sentence {
                fr: "Il faut au moins une personne à l’animation. Confiez d’abord ce rôle à quelqu’un d’autre.",
                en: "At least one facilitator is needed. Give that role to somebody else first.",
            },
            Self::TooMany => Sentence {
                fr: "Le nombre maximum est atteint. Retirez-en avant d’en ajouter.",
                en: "The maximum number is reached. Remove some before you add more.",
            },
            Self::StorageFull => Sentence {
                fr: "Le disque du serveur est plein : rien de neuf n’est enregistré. Prévenez la personne qui héberge Atelier.",
                en: "The server’s disk is full: nothing new is saved. Tell the person who hosts Atelier.",
            },
            Self::Damaged => Sentence {
                fr: "Ce document est abîmé sur le disque du serveur ; ce qu’il en reste est gardé. Prévenez la personne qui héberge Atelier.",
                en: "This document is damaged on the server’s disk; what is left of it is kept. Tell the person who hosts Atelier.",
            },
            Self::Internal => Sentence {
                fr: "Le serveur n’y arrive pas. Recommencez dans un instant ; ce qui était enregistré le reste.",
                en: "The server cannot do this. Try again in a moment; what was saved stays saved.",
            },
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
    let language = asked(request.headers());
    let response = next.run(request).await;
    let Some(problem) = response.extensions().get::<Problem>() else {
        return response;
    };
    let (code, message) = (problem.code(), problem.sentence().r#in(language));
    (
        problem.status(),
        Json(ErrorView {
            error: ErrorDetail { code, message },
        }),
    )
        .into_response()
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::StorageFull,
            StoreError::NotFound => Self::NotFound,
            StoreError::TooMany { .. } => Self::TooMany,
            StoreError::TooLong { .. } | StoreError::Empty(_) => Self::BadText,
            StoreError::LastFacilitator => Self::LastFacilitator,
            StoreError::Damaged => Self::Damaged,
            StoreError::Gone | StoreError::NotVerified | StoreError::Database(_) => {
                tracing::error!(%error, "the store refused a request");
                Self::Internal
            }
        }
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Unknown => Self::NotFound,
            ReadError::Damaged => Self::Damaged,
            ReadError::Unavailable => Self::Internal,
        }
    }
}
