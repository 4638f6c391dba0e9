//! Documents: what they are called, the rows of what is in them, and what lies beside them.

pub(crate) mod attachments;
pub(crate) mod authors;
pub(crate) mod calendars;
pub(crate) mod chunks;
pub(crate) mod compaction;
pub(crate) mod conduct;
pub(crate) mod deletions;
pub(crate) mod documents;
pub(crate) mod messages;
pub(crate) mod places;
pub(crate) mod quarantine;
pub(crate) mod rebuild;
pub(crate) mod room;
pub(crate) mod row;
pub(crate) mod snapshots;
pub(crate) mod stars;
pub(crate) mod stored;
pub(crate) mod usage;
