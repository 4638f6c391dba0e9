//! What a space holds, and what is known of what it does not hold any more.

use serde::Serialize;
use store::{DocumentUsage, ListedAttachment};
use ts_rs::TS;
use utoipa::ToSchema;

view! {
    /// How much of something there is, and how much there may be.
    AmountView {
        /// How much there is.
        #[ts(type = "number")]
        used: u64,
        /// The most there may be.
        #[ts(type = "number")]
        max: u64,
    }
}

view! {
    /// What a space holds.
    UsageView {
        /// How many documents, those that were put away included.
        documents: AmountView,
        /// Bytes of the files beside action plans.
        file_bytes: AmountView,
        /// Bytes of all documents with their history, and of all files.
        bytes: AmountView,
        /// What each document holds, in the order they were made.
        each: Vec<DocumentUsageView>,
        /// The largest files, the largest first; twenty at most.
        largest: Vec<FileUsageView>,
    }
}

view! {
    /// What a document holds: all of it goes when it is deleted.
    DocumentUsageView {
        /// The document.
        id: String,
        /// Its title.
        title: String,
        /// Bytes of its text with all its history.
        #[ts(type = "number")]
        bytes: u64,
        /// How many files are beside it.
        #[ts(type = "number")]
        files: u64,
        /// Bytes of these files.
        #[ts(type = "number")]
        file_bytes: u64,
        /// How many rounds of a vote.
        #[ts(type = "number")]
        rounds: u64,
    }
}

view! {
    /// A file beside an action plan.
    FileUsageView {
        /// The file.
        id: String,
        /// What it is called.
        name: String,
        /// How much it holds.
        #[ts(type = "number")]
        bytes: u64,
        /// When it was attached, in milliseconds since 1970.
        #[ts(type = "number")]
        at: u64,
        /// The participant who attached it.
        by: String,
        /// The document it belongs to.
        document: String,
    }
}

view! {
    /// That a document was deleted for good.
    DeletionView {
        /// The participant who did it.
        by: String,
        /// When, in milliseconds since 1970.
        #[ts(type = "number")]
        at: u64,
    }
}

impl From<&DocumentUsage> for DocumentUsageView {
    fn from(usage: &DocumentUsage) -> Self {
        Self {
            id: usage.document.to_string(),
            title: usage.title.clone(),
            bytes: usage.bytes,
            files: usage.files,
            file_bytes: usage.file_bytes,
            rounds: usage.rounds,
        }
    }
}

impl From<&ListedAttachment> for FileUsageView {
    fn from(file: &ListedAttachment) -> Self {
        Self {
            id: file.id.to_string(),
            name: file.name.clone(),
            bytes: file.bytes,
            at: file.at_ms,
            by: file.participant.to_string(),
            document: file.document.to_string(),
        }
    }
}
