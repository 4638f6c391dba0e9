//! The kinds of refusal: a word for programs, and a status.

use axum::http::StatusCode;
use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

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

    /// The status it is answered with.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::TooLarge | Self::ArchiveTooLarge | Self::ImportTooLarge => {
                StatusCode::PAYLOAD_TOO_LARGE
            }
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            Self::Conflict
            | Self::AlreadyHere
            | Self::MailNotConfigured
            | Self::BrickInRound
            | Self::ProposalsClosed
            | Self::Grouping
            | Self::RoundState
            | Self::RoundClosed => StatusCode::CONFLICT,
            Self::ArchiveUnreadable
            | Self::ImportUnreadable
            | Self::WrongTitle
            | Self::OverBudget
            | Self::OverCap
            | Self::OwnBrick
            | Self::UnknownBrick
            | Self::DotsLeft
            | Self::TooFewBricks => StatusCode::UNPROCESSABLE_ENTITY,
            Self::MailNotSent => StatusCode::BAD_GATEWAY,
            Self::StorageFull => StatusCode::SERVICE_UNAVAILABLE,
            Self::Damaged | Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
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
