//! What the API keeps in memory, and only there: tickets and failed attempts.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use store::{Secret, SecretHash};

use super::error::Problem;

/// How long a ticket is good.
const TICKET_GOOD_FOR: Duration = Duration::from_secs(30);
/// Tickets that may be waiting.
const TICKETS_MAX: usize = 10_000;
/// Failed attempts from one address within a minute. A room full of people shares one address.
const FAILURES_PER_ADDRESS_MAX: u32 = 30;
/// Failed attempts from everywhere within a minute.
const FAILURES_MAX: u32 = 300;
/// The minute.
const WINDOW: Duration = Duration::from_secs(60);

/// Tickets and failed attempts.
pub struct ApiState {
    tickets: Mutex<HashMap<SecretHash, (SecretHash, Instant)>>,
    attempts: Mutex<Attempts>,
}

struct Attempts {
    since: Instant,
    all: u32,
    by_address: HashMap<IpAddr, u32>,
}

impl Default for ApiState {
    fn default() -> Self {
        let attempts = Attempts {
            since: Instant::now(),
            all: 0,
            by_address: HashMap::new(),
        };
        Self {
            tickets: Mutex::default(),
            attempts: Mutex::new(attempts),
        }
    }
}

impl ApiState {
    /// A key to one WebSocket for a session.
    ///
    /// # Errors
    /// When too many are waiting.
    pub fn issue_ticket(&self, session: SecretHash, now: Instant) -> Result<Secret, Problem> {
        let mut tickets = lock(&self.tickets);
        tickets.retain(|_, (_, until)| *until > now);
        if tickets.len() >= TICKETS_MAX {
            return Err(Problem::RateLimited);
        }
        let ticket = Secret::random();
        tickets.insert(ticket.hash(), (session, now + TICKET_GOOD_FOR));
        Ok(ticket)
    }

    /// The session of a ticket, once.
    pub fn redeem_ticket(&self, ticket: &str, now: Instant) -> Option<SecretHash> {
        let ticket = Secret::parse(ticket)?.hash();
        let (session, until) = lock(&self.tickets).remove(&ticket)?;
        (until > now).then_some(session)
    }

    /// Whether this address may still try links and codes.
    ///
    /// # Errors
    /// When it, or everybody together, failed too often within the minute.
    pub fn may_try(&self, address: IpAddr, now: Instant) -> Result<(), Problem> {
        let mut attempts = lock(&self.attempts);
        attempts.turn_the_minute(now);
        let here = attempts
            .by_address
            .get(&network(address))
            .copied()
            .unwrap_or(0);
        if here >= FAILURES_PER_ADDRESS_MAX || attempts.all >= FAILURES_MAX {
            return Err(Problem::RateLimited);
        }
        Ok(())
    }

    /// This address tried a link or code that opens nothing.
    pub fn failed(&self, address: IpAddr, now: Instant) {
        let mut attempts = lock(&self.attempts);
        attempts.turn_the_minute(now);
        attempts.all += 1;
        *attempts.by_address.entry(network(address)).or_default() += 1;
    }
}

impl Attempts {
    fn turn_the_minute(&mut self, now: Instant) {
        if now.duration_since(self.since) >= WINDOW {
            (self.since, self.all) = (now, 0);
            self.by_address.clear();
        }
    }
}

/// Who holds an IPv6 address holds 2^64 of them: the first half counts.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 => v4,
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Consistent between any two statements, so a poisoned lock is still good.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_opens_once_and_not_for_long() {
        let (state, now) = (ApiState::default(), Instant::now());
        let session = Secret::random().hash();
        let ticket = state
            .issue_ticket(session, now)
            .expect("there is room")
            .reveal();
        assert_eq!(state.redeem_ticket(&ticket, now), Some(session));
        assert_eq!(state.redeem_ticket(&ticket, now), None);
        let late = state
            .issue_ticket(session, now)
            .expect("there is room")
            .reveal();
        assert_eq!(state.redeem_ticket(&late, now + TICKET_GOOD_FOR), None);
    }

    #[test]
    fn one_address_is_stopped_and_the_others_are_not() {
        let (state, now) = (ApiState::default(), Instant::now());
        let guesser: IpAddr = "2001:db8::1".parse().expect("an address");
        let neighbour: IpAddr = "2001:db8::2".parse().expect("an address");
        let room: IpAddr = "192.0.2.1".parse().expect("an address");
        (0..FAILURES_PER_ADDRESS_MAX).for_each(|_| state.failed(guesser, now));
        assert_eq!(state.may_try(neighbour, now), Err(Problem::RateLimited));
        assert_eq!(state.may_try(room, now), Ok(()));
        assert_eq!(state.may_try(guesser, now + WINDOW), Ok(()));
    }

    #[test]
    fn guessing_from_everywhere_is_stopped_too() {
        let (state, now) = (ApiState::default(), Instant::now());
        for n in 0..FAILURES_MAX {
            state.failed(IpAddr::from(n.to_be_bytes()), now);
        }
        assert_eq!(
            state.may_try(IpAddr::from([1, 1, 1, 1]), now),
            Err(Problem::RateLimited)
        );
    }
}
