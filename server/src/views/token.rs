//! The tokens of programs.

use serde::Serialize;
use store::Scope;
use ts_rs::TS;
use utoipa::ToSchema;

/// What a program may do at most, and never more than its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "lowercase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum ScopeView {
    /// Read.
    Read,
    /// Read and write.
    Write,
}

impl From<Scope> for ScopeView {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Read => Self::Read,
            Scope::Write => Self::Write,
        }
    }
}

view! {
    /// The token of a program, without its secret.
    TokenView {
        /// By which it is revoked.
        id: String,
        /// What its person calls the program.
        name: String,
        /// What the program may do at most.
        scope: ScopeView,
        /// When it was made, in milliseconds since 1970.
        #[ts(type = "number")]
        made: u64,
        /// When it was last used, to the hour; null when it never was.
        #[ts(type = "number | null")]
        used: Option<u64>,
    }
}

view! {
    /// A token that was just made.
    TokenMadeView {
        /// What it is.
        token: TokenView,
        /// What the program shows. It is told once.
        secret: String,
    }
}
