//! What the API keeps in memory, and only there.

use tokio::sync::{Mutex, Semaphore};

use super::attempts::Attempts;
use super::letters::Letters;
use super::tickets::Tickets;

/// Archives that are packed at once, and that arrive at once: each may take 64 MiB several times over.
const ARCHIVES_MAX: usize = 2;

/// Tickets that wait, attempts that failed, mails that were sent, and whose turn it is.
pub struct ApiState {
    pub(crate) tickets: Tickets,
    pub(crate) attempts: Attempts,
    pub(crate) letters: Letters,
    /// Held while pads are opened for bricks.
    pub(crate) opening_pads: Mutex<()>,
    /// Held while a round is looked up and told of: what is told last is what holds.
    pub(crate) telling_rounds: Mutex<()>,
    /// Held while an archive is packed.
    pub(crate) departures: Semaphore,
    /// Held while one arrives and is opened: whoever sends one slowly keeps nobody from leaving.
    pub(crate) arrivals: Semaphore,
}

impl Default for ApiState {
    fn default() -> Self {
        Self {
            tickets: Tickets::default(),
            attempts: Attempts::default(),
            letters: Letters::default(),
            opening_pads: Mutex::default(),
            telling_rounds: Mutex::default(),
            departures: Semaphore::new(ARCHIVES_MAX),
            arrivals: Semaphore::new(ARCHIVES_MAX),
        }
    }
}
