//! Slows down those who guess at links and codes: counts the attempts that failed.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::limits::{FAILURES_MAX, FAILURES_PER_ADDRESS_MAX};
use crate::problem::{Problem, refusals};

/// The minute.
const WINDOW: Duration = Duration::from_secs(60);

refusals! {
    /// A link or code that opens nothing.
    WRONG_WAY: 404 "not_found" {
        fr: "Ce lien ou ce code n’ouvre aucun atelier. Vérifiez-le, ou demandez-en un autre à l’animation.",
        en: "This link or code does not open any workshop. Check it, or ask the facilitators for another.",
    }
}

/// The attempts that failed within the minute.
#[derive(Default)]
pub struct Attempts(Mutex<Minute>);

#[derive(Default)]
struct Minute {
    since: Option<Instant>,
    failures: u32,
    failures_from: HashMap<IpAddr, u32>,
}

impl Attempts {
    /// Whether this address may try a link or a code.
    ///
    /// # Errors
    /// When it, or everybody together, failed too often within the minute.
    pub fn may_try(&self, address: IpAddr, now: Instant) -> Result<(), Problem> {
        self.within_minute(now, |minute| minute.may_try(network(address)))
    }

    /// Counts an attempt when it failed, and answers with its outcome unless there were too many. Of many attempts made at
    /// once, no more are answered than of attempts made one after the other.
    ///
    /// # Errors
    /// When there were too many failures: then not even a success is told.
    pub fn count<T>(
        &self,
        address: IpAddr,
        now: Instant,
        outcome: Option<T>,
    ) -> Result<T, Problem> {
        self.within_minute(now, |minute| {
            minute.may_try(network(address))?;
            if outcome.is_none() {
                minute.count_failure(network(address));
            }
            outcome.ok_or(WRONG_WAY)
        })
    }

    fn within_minute<T>(&self, now: Instant, look: impl FnOnce(&mut Minute) -> T) -> T {
        // Consistent between any two statements, so a poisoned lock is still good.
        let mut minute = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let since = *minute.since.get_or_insert(now);
        if now.duration_since(since) >= WINDOW {
            *minute = Minute {
                since: Some(now),
                ..Minute::default()
            };
        }
        look(&mut minute)
    }
}

impl Minute {
    fn may_try(&self, network: IpAddr) -> Result<(), Problem> {
        let here = self.failures_from.get(&network).copied().unwrap_or(0);
        let is_too_often = here >= FAILURES_PER_ADDRESS_MAX || self.failures >= FAILURES_MAX;
        if is_too_often {
            Err(Problem::RATE_LIMITED)
        } else {
            Ok(())
        }
    }

    fn count_failure(&mut self, network: IpAddr) {
        self.failures += 1;
        *self.failures_from.entry(network).or_default() += 1;
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

#[cfg(test)]
mod tests {
    use super::*;

    const FAILED: Option<()> = None;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn one_address_is_stopped_and_the_others_are_not() {
        let (attempts, now) = (Attempts::default(), Instant::now());
        let guesser = address("2001:db8::1");
        for _ in 0..FAILURES_PER_ADDRESS_MAX {
            assert_eq!(attempts.count(guesser, now, FAILED), Err(WRONG_WAY));
        }
        assert_eq!(
            attempts.count(guesser, now, FAILED),
            Err(Problem::RATE_LIMITED)
        );
        assert_eq!(
            attempts.may_try(address("2001:db8::2"), now),
            Err(Problem::RATE_LIMITED)
        );
        assert_eq!(attempts.may_try(address("2001:db8:0:1::1"), now), Ok(()));
        assert_eq!(attempts.may_try(address("192.0.2.1"), now), Ok(()));
        assert_eq!(attempts.may_try(guesser, now + WINDOW), Ok(()));
    }

    #[test]
    fn a_lucky_guess_among_too_many_is_not_told() {
        let (attempts, now, guesser) = (Attempts::default(), Instant::now(), address("192.0.2.1"));
        for _ in 0..FAILURES_PER_ADDRESS_MAX {
            assert!(attempts.count(guesser, now, FAILED).is_err());
        }
        assert_eq!(
            attempts.count(guesser, now, Some("in")),
            Err(Problem::RATE_LIMITED)
        );
    }

    #[test]
    fn guessing_from_everywhere_is_stopped_too() {
        let (attempts, now) = (Attempts::default(), Instant::now());
        for n in 0..FAILURES_MAX {
            assert_eq!(
                attempts.count(IpAddr::from(n.to_be_bytes()), now, FAILED),
                Err(WRONG_WAY)
            );
        }
        assert_eq!(
            attempts.may_try(address("1.1.1.1"), now),
            Err(Problem::RATE_LIMITED)
        );
    }

    #[test]
    fn people_who_come_in_are_not_counted() {
        let (attempts, now, room) = (Attempts::default(), Instant::now(), address("192.0.2.1"));
        for _ in 0..1_000 {
            assert_eq!(attempts.count(room, now, Some(())), Ok(()));
        }
    }
}
