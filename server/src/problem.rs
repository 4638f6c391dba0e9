//! Everything the API can refuse.

mod answer;
mod code;
mod sentences;

use store::StoreError;

use crate::kinds::kanban::imports::ImportFault;
use crate::kinds::vote::VoteFault;
use crate::request::text::{Fault, Field};
pub use answer::{ErrorDetail, ErrorView, in_the_language_asked};
pub use code::ErrorCode;

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
