//! Everything the API can refuse, and the one place that picks a status for it.

mod sentences;

use axum::Json;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use store::StoreError;
use ts_rs::TS;
use utoipa::ToSchema;

use super::imports::ImportFault;
use super::text::{Fault, Field};
use super::votes::VoteFault;
use crate::language;
use crate::rooms::ReadError;

/// Why a request was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The request cannot be read; the text says where, for who writes a client.
    BadRequest(String),
    /// Something else is done at this address.
    WrongMethod,
    /// A text people typed that cannot be taken.
    BadText(Field, Fault),
    /// The body is longer than any request of ours.
    TooLarge,
    /// A file longer than one may put beside a document.
    FileTooLarge,
    /// A file with nothing in it.
    FileEmpty,
    /// The files of a space take as much as they may.
    FilesFull,
    /// A file that is no archive, or a damaged or forged one.
    ArchiveUnreadable,
    /// More in an archive than a structure may hold.
    ArchiveTooLarge,
    /// A space that does not fit in an archive.
    SpaceTooLarge,
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
    /// A structure keeps at least one member.
    LastMember,
    /// Somebody else's link, once they came.
    AlreadyHere,
    /// The title typed again is another one.
    WrongTitle,
    /// A text that is no mail address.
    BadAddress,
    /// This server sends no mail.
    MailNotConfigured,
    /// The mail server did not take a mail.
    MailNotSent,
    /// There are as many as allowed.
    TooMany,
    /// The disk is full.
    StorageFull,
    /// The document is damaged on disk.
    Damaged,
    /// A vote does not allow it.
    Vote(VoteFault),
    /// Nothing comes of a file of another tool.
    Import(ImportFault),
    /// Our mistake or our disk's.
    Internal,
}

/// What kind of refusal it is: a word that stays the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum ErrorCode {
    /// The request, or a text in it, cannot be taken as it is.
    BadRequest,
    /// The request is too long.
    TooLarge,
    /// The file is no archive that can be read.
    ArchiveUnreadable,
    /// There is more in the archive, or in the space, than an archive may hold.
    ArchiveTooLarge,
    /// The file is of no tool that is known, or damaged.
    ImportUnreadable,
    /// There is more in the file than is taken, or than fits into the plan.
    ImportTooLarge,
    /// There is no session: come in by a link or a code.
    Unauthorized,
    /// There is no such thing, or not for this session.
    NotFound,
    /// The request comes from a page of another site.
    ForeignOrigin,
    /// Too many attempts: wait a minute.
    RateLimited,
    /// It contradicts what is there: a limit is reached, or a space would lose the last one who holds it.
    Conflict,
    /// The person came already: only they take a link to come back by.
    AlreadyHere,
    /// The title typed again is not the title.
    WrongTitle,
    /// This server sends no mail.
    MailNotConfigured,
    /// The mail server did not take a mail: try again later, or give another address.
    MailNotSent,
    /// The server's disk is full.
    StorageFull,
    /// The document is damaged on the server's disk.
    Damaged,
    /// The brick is in a round that is not a draft.
    BrickInRound,
    /// Participants may not propose bricks now.
    ProposalsClosed,
    /// Bricks cannot be grouped this way.
    Grouping,
    /// The round is not in a state that allows this.
    RoundState,
    /// The round takes no more ballots.
    RoundClosed,
    /// More dots than one has.
    OverBudget,
    /// More dots on one brick than allowed.
    OverCap,
    /// A dot on one's own proposal, where that is not allowed.
    OwnBrick,
    /// A brick that is not in the round.
    UnknownBrick,
    /// Done with dots left, where all must be used.
    DotsLeft,
    /// No brick to choose in a round, or too few for all dots to be placed.
    TooFewBricks,
    /// The server failed.
    Internal,
}

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
    /// The kind of refusal.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::BadRequest(_)
            | Self::WrongMethod
            | Self::BadText(..)
            | Self::BadAddress
            | Self::FileEmpty => ErrorCode::BadRequest,
            Self::TooLarge | Self::FileTooLarge => ErrorCode::TooLarge,
            Self::ArchiveUnreadable => ErrorCode::ArchiveUnreadable,
            Self::ArchiveTooLarge | Self::SpaceTooLarge => ErrorCode::ArchiveTooLarge,
            Self::Unauthorized => ErrorCode::Unauthorized,
            Self::NotFound | Self::WrongWay => ErrorCode::NotFound,
            Self::ForeignOrigin => ErrorCode::ForeignOrigin,
            Self::RateLimited => ErrorCode::RateLimited,
            Self::LastFacilitator | Self::LastMember | Self::TooMany | Self::FilesFull => {
                ErrorCode::Conflict
            }
            Self::AlreadyHere => ErrorCode::AlreadyHere,
            Self::WrongTitle => ErrorCode::WrongTitle,
            Self::MailNotConfigured => ErrorCode::MailNotConfigured,
            Self::MailNotSent => ErrorCode::MailNotSent,
            Self::StorageFull => ErrorCode::StorageFull,
            Self::Damaged => ErrorCode::Damaged,
            Self::Vote(fault) => fault.code(),
            Self::Import(fault) => fault.code(),
            Self::Internal => ErrorCode::Internal,
        }
    }

    fn status(&self) -> StatusCode {
        match self.code() {
            ErrorCode::BadRequest if *self == Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            ErrorCode::BadRequest => StatusCode::BAD_REQUEST,
            ErrorCode::TooLarge | ErrorCode::ArchiveTooLarge | ErrorCode::ImportTooLarge => {
                StatusCode::PAYLOAD_TOO_LARGE
            }
            ErrorCode::Unauthorized => StatusCode::UNAUTHORIZED,
            ErrorCode::NotFound => StatusCode::NOT_FOUND,
            ErrorCode::ForeignOrigin => StatusCode::FORBIDDEN,
            ErrorCode::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            ErrorCode::Conflict
            | ErrorCode::AlreadyHere
            | ErrorCode::MailNotConfigured
            | ErrorCode::BrickInRound
            | ErrorCode::ProposalsClosed
            | ErrorCode::Grouping
            | ErrorCode::RoundState
            | ErrorCode::RoundClosed => StatusCode::CONFLICT,
            ErrorCode::ArchiveUnreadable
            | ErrorCode::ImportUnreadable
            | ErrorCode::WrongTitle
            | ErrorCode::OverBudget
            | ErrorCode::OverCap
            | ErrorCode::OwnBrick
            | ErrorCode::UnknownBrick
            | ErrorCode::DotsLeft
            | ErrorCode::TooFewBricks => StatusCode::UNPROCESSABLE_ENTITY,
            ErrorCode::MailNotSent => StatusCode::BAD_GATEWAY,
            ErrorCode::StorageFull => StatusCode::SERVICE_UNAVAILABLE,
            ErrorCode::Damaged | ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::BadRequest(detail) => Some(detail.clone()),
            _ => None,
        }
    }
}

impl ErrorCode {
    /// The word, as it stands in the answer.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BadRequest => "bad_request",
            Self::TooLarge => "too_large",
            Self::ArchiveUnreadable => "archive_unreadable",
            Self::ArchiveTooLarge => "archive_too_large",
            Self::ImportUnreadable => "import_unreadable",
            Self::ImportTooLarge => "import_too_large",
            Self::Unauthorized => "unauthorized",
            Self::NotFound => "not_found",
            Self::ForeignOrigin => "foreign_origin",
            Self::RateLimited => "rate_limited",
            Self::Conflict => "conflict",
            Self::AlreadyHere => "already_here",
            Self::WrongTitle => "wrong_title",
            Self::MailNotConfigured => "mail_not_configured",
            Self::MailNotSent => "mail_not_sent",
            Self::StorageFull => "storage_full",
            Self::Damaged => "damaged",
            Self::BrickInRound => "brick_in_round",
            Self::ProposalsClosed => "proposals_closed",
            Self::Grouping => "grouping",
            Self::RoundState => "round_state",
            Self::RoundClosed => "round_closed",
            Self::OverBudget => "over_budget",
            Self::OverCap => "over_cap",
            Self::OwnBrick => "own_brick",
            Self::UnknownBrick => "unknown_brick",
            Self::DotsLeft => "dots_left",
            Self::TooFewBricks => "too_few_bricks",
            Self::Internal => "internal",
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

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::StorageFull,
            StoreError::NotFound => Self::NotFound,
            StoreError::TooMany { .. } => Self::TooMany,
            StoreError::TooLong { what, .. } => Self::bad_text(what, Fault::TooLong),
            StoreError::Empty(what) => Self::bad_text(what, Fault::Empty),
            StoreError::LastFacilitator => Self::LastFacilitator,
            StoreError::LastMember => Self::LastMember,
            StoreError::AlreadyHere => Self::AlreadyHere,
            StoreError::TooSoon => Self::RateLimited,
            StoreError::Damaged => Self::Damaged,
            StoreError::Gone | StoreError::NotVerified | StoreError::Database(_) => {
                tracing::error!(%error, "the store refused a request");
                Self::Internal
            }
        }
    }
}

impl Problem {
    /// A fault the store found in one of the texts it knows by name.
    fn bad_text(what: &str, fault: Fault) -> Self {
        match what {
            "title" => Self::BadText(Field::Title, fault),
            "name" => Self::BadText(Field::Name, fault),
            "structure" => Self::BadText(Field::Structure, fault),
            _ => Self::TooLarge,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_a_code_is_the_one_in_the_answer() {
        for code in [
            ErrorCode::BadRequest,
            ErrorCode::ForeignOrigin,
            ErrorCode::StorageFull,
        ] {
            assert_eq!(serde_json::to_value(code).expect("a word"), code.as_str());
        }
    }
}
