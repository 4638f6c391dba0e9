//! What people may do, as they are shown it.

use serde::Serialize;
use store::Role;
use ts_rs::TS;
use utoipa::ToSchema;

/// What a person may do: `facilitator`, `participant` or `reader`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "lowercase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum RoleView {
    /// Invites, renames, removes; writes and reads.
    Facilitator,
    /// Writes and reads.
    Participant,
    /// Reads.
    Reader,
}

/// What the one who asks may do with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "lowercase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum AccessView {
    /// Read and write.
    Write,
    /// Read.
    Read,
}

impl From<Role> for RoleView {
    fn from(role: Role) -> Self {
        match role {
            Role::Facilitator => Self::Facilitator,
            Role::Participant => Self::Participant,
            Role::Reader => Self::Reader,
        }
    }
}
