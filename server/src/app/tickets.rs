//! Tickets: keys to the WebSocket for clients without a cookie jar.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use store::{Secret, SecretHash};

use crate::limits::{TICKETS_MAX, TICKETS_PER_SESSION_MAX};
use crate::problem::Problem;

/// How long a ticket is good.
const GOOD_FOR: Duration = Duration::from_secs(30);

/// The tickets that wait.
#[derive(Default)]
pub struct Tickets(Mutex<HashMap<SecretHash, Ticket>>);

struct Ticket {
    session: SecretHash,
    until: Instant,
}

impl Tickets {
    /// A key to one WebSocket for a session.
    ///
    /// # Errors
    /// When too many are waiting.
    pub fn issue(&self, session: SecretHash, now: Instant) -> Result<Secret, Problem> {
        let mut waiting = self.waiting();
        waiting.retain(|_, ticket| ticket.until > now);
        let own = waiting
            .values()
            .filter(|ticket| ticket.session == session)
            .count();
        if own >= TICKETS_PER_SESSION_MAX || waiting.len() >= TICKETS_MAX {
            return Err(Problem::RATE_LIMITED);
        }
        let ticket = Secret::random();
        waiting.insert(
            ticket.hash(),
            Ticket {
                session,
                until: now + GOOD_FOR,
            },
        );
        Ok(ticket)
    }

    /// The session of a ticket, once.
    pub fn redeem(&self, ticket: &str, now: Instant) -> Option<SecretHash> {
        let ticket = self.waiting().remove(&Secret::parse(ticket)?.hash())?;
        (ticket.until > now).then_some(ticket.session)
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<SecretHash, Ticket>> {
        // Consistent between any two statements, so a poisoned lock is still good.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_opens_once_and_not_for_long() {
        let (tickets, session, now) = (Tickets::default(), Secret::random().hash(), Instant::now());
        let issue = || tickets.issue(session, now).expect("there is room").reveal();
        let (ticket, late) = (issue(), issue());
        assert_eq!(tickets.redeem(&ticket, now), Some(session));
        assert_eq!(tickets.redeem(&ticket, now), None);
        assert_eq!(tickets.redeem(&late, now + GOOD_FOR), None);
        assert_eq!(tickets.redeem("nonsense", now), None);
    }

    #[test]
    fn one_session_cannot_take_them_all() {
        let (tickets, now) = (Tickets::default(), Instant::now());
        let (greedy, other) = (Secret::random().hash(), Secret::random().hash());
        for _ in 0..TICKETS_PER_SESSION_MAX {
            assert!(tickets.issue(greedy, now).is_ok());
        }
        assert_eq!(tickets.issue(greedy, now), Err(Problem::RATE_LIMITED));
        assert!(tickets.issue(other, now).is_ok());
        assert!(tickets.issue(greedy, now + GOOD_FOR).is_ok());
    }
}
