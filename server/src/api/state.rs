//! What the API keeps in memory, and only there.

use super::attempts::Attempts;
use super::letters::Letters;
use super::tickets::Tickets;

/// Tickets that wait, attempts that failed, mails that were sent, and whose turn it is.
#[derive(Default)]
pub struct ApiState {
    pub(super) tickets: Tickets,
    pub(super) attempts: Attempts,
    pub(super) letters: Letters,
    /// Held while pads are opened for bricks.
    pub(super) opening_pads: tokio::sync::Mutex<()>,
}
