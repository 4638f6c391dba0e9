//! What the API keeps in memory, and only there.

use super::attempts::Attempts;
use super::tickets::Tickets;

/// Tickets that wait, and attempts that failed.
#[derive(Default)]
pub struct ApiState {
    pub(super) tickets: Tickets,
    pub(super) attempts: Attempts,
}
