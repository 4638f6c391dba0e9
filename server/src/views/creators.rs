//! Who may make workshops and structures.

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

use crate::config::Creators;

/// Who may make workshops and structures on this server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "lowercase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum CreatorsWord {
    /// Whoever comes.
    Everybody,
    /// Those whom the host gave a code, sent in the header `Atelier-Host-Code`.
    Code,
    /// Nobody.
    Nobody,
}

view! {
    /// Who may make workshops and structures on this server.
    CreatorsView {
        /// Who.
        who: CreatorsWord,
    }
}

impl From<&Creators> for CreatorsWord {
    fn from(creators: &Creators) -> Self {
        match creators {
            Creators::Everybody => Self::Everybody,
            Creators::WhoHasCode(_) => Self::Code,
            Creators::Nobody => Self::Nobody,
        }
    }
}
