//! What a server knows of itself and of its database, and tells the doctor.

use serde::{Deserialize, Serialize};
use store::{Inspection, StoreError};

use crate::app::App;
use crate::config::Config;
use crate::mail;

/// What a running server tells of itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Report {
    /// Of its database.
    pub database: Database,
    /// How it runs.
    pub server: ServerFacts,
}

/// [`Inspection`] as it travels.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Database {
    /// Steps of its schema, and how many the program knows.
    pub schema: (usize, usize),
    /// What is wrong with it.
    pub findings: Vec<String>,
    /// The moment that is believed to have come.
    pub trusted_ms: Option<u64>,
    /// What the clock says.
    pub wall_ms: u64,
    /// When the last backup was complete.
    pub backed_up_ms: Option<u64>,
    /// Whether there is anything to lose.
    pub has_spaces: bool,
}

/// How a server runs.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServerFacts {
    /// The address people type.
    pub public_url: Option<String>,
    /// Whether others in the network reach it.
    pub is_open: bool,
    /// Whether it is behind proxies.
    pub has_proxies: bool,
    /// Whether the mail server answers; nothing when there is none.
    pub mail: Option<Result<(), String>>,
    /// How many files it may have open.
    pub descriptors: u64,
}

/// What a running server tells.
///
/// # Errors
/// When the store does not answer.
pub async fn running(app: &App) -> Result<Report, StoreError> {
    Ok(Report {
        database: app.store.inspection().await?.into(),
        server: server(&app.config).await,
    })
}

/// How a server runs that is started like this.
pub(super) async fn server(config: &Config) -> ServerFacts {
    let mail = match &config.mail {
        Some(mail) => Some(mail::answers(mail).await.map_err(|error| error.to_string())),
        None => None,
    };
    ServerFacts {
        public_url: config.public_url.clone(),
        is_open: !config.listen.ip().is_loopback(),
        has_proxies: !config.trusted_proxies.is_empty(),
        mail,
        // The server raises its limit as far as it may.
        descriptors: rlimit::Resource::NOFILE.get_hard().unwrap_or(u64::MAX),
    }
}

impl From<Inspection> for Database {
    fn from(seen: Inspection) -> Self {
        Self {
            schema: (seen.schema, seen.schema_known),
            findings: seen.findings,
            trusted_ms: seen.trusted_ms,
            wall_ms: seen.wall_ms,
            backed_up_ms: seen.backed_up_ms,
            has_spaces: seen.has_spaces,
        }
    }
}
