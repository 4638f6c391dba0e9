//! What the API keeps in memory, and only there.

use super::attempts::Attempts;
use super::letters::Letters;
use super::tickets::Tickets;

/// Archives that are packed or opened at once: each may take 64 MiB several times over.
const ARCHIVES_MAX: usize = 2;

/// Tickets that wait, attempts that failed, mails that were sent, and whose turn it is.
pub struct ApiState {
    pub(super) tickets: Tickets,
    pub(super) attempts: Attempts,
    pub(super) letters: Letters,
    /// Held while pads are opened for bricks.
    pub(super) opening_pads: tokio::sync::Mutex<()>,
    /// Held while an archive is packed or opened.
    pub(super) archives: tokio::sync::Semaphore,
}

impl Default for ApiState {
    fn default() -> Self {
        Self {
            tickets: Tickets::default(),
            attempts: Attempts::default(),
            letters: Letters::default(),
            opening_pads: tokio::sync::Mutex::default(),
            archives: tokio::sync::Semaphore::new(ARCHIVES_MAX),
        }
    }
}
