//! Slows down those who guess at the codes of rooms: counts the attempts that failed.
//!
//! A code is one of 12.96 thousand million. Thirty failures a minute from one address, and 300 from everywhere before
//! each further address has one attempt a minute, leave who guesses at one of 100 open codes from 1,000 addresses a
//! chance of 1.4 % a day. Links hold 128 random bits: no number of guesses finds one, so they are not counted, and
//! nobody who has one is kept out by those who guess.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use store::JoinCode;

use crate::limits::{
    FAILED_ADDRESSES_MAX, FAILURES_MAX, FAILURES_PER_ADDRESS_MAX, OPENED_CODES_MAX,
};
use crate::network::Network;
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

/// The attempts that failed within the minute, and the codes that opened.
pub struct Attempts<Code = JoinCode>(Mutex<Counts<Code>>);

struct Counts<Code> {
    minute: Minute,
    opened: Opened<Code>,
}

#[derive(Default)]
struct Minute {
    since: Option<Instant>,
    failures: u32,
    failures_from: HashMap<Network, u32>,
}

/// Which codes opened from which addresses; the oldest are forgotten.
struct Opened<Code> {
    known: HashSet<(Network, Code)>,
    order: VecDeque<(Network, Code)>,
}

impl<Code> Default for Attempts<Code> {
    fn default() -> Self {
        Self(Mutex::new(Counts {
            minute: Minute::default(),
            opened: Opened {
                known: HashSet::new(),
                order: VecDeque::new(),
            },
        }))
    }
}

/// What became of an attempt with a code.
pub struct Outcome<T> {
    /// What it opens; nothing when it is wrong.
    pub opens: Option<T>,
    /// Whether the device is known in the space that is opened: it guesses nothing.
    pub is_known: bool,
}

impl Attempts {
    /// Counts an attempt with the code of a room, as [`Attempts::count_or`] does.
    ///
    /// # Errors
    /// When it opens nothing, or there were too many that did not.
    pub fn count<T>(
        &self,
        address: IpAddr,
        now: Instant,
        code: &JoinCode,
        outcome: Outcome<T>,
    ) -> Result<T, Problem> {
        self.count_or(address, now, code, outcome, WRONG_WAY)
    }
}

impl<Code: Clone + Eq + Hash> Attempts<Code> {
    /// Counts an attempt with a code when it failed, and answers with what it opens, or `wrong`, unless there were too many.
    /// Of many attempts made at once, no more are answered than of attempts made one after the other.
    ///
    /// # Errors
    /// When there were too many failures: then not even a success is told, but to devices that are known there and where
    /// the code opened before.
    pub fn count_or<T>(
        &self,
        address: IpAddr,
        now: Instant,
        code: &Code,
        outcome: Outcome<T>,
        wrong: Problem,
    ) -> Result<T, Problem> {
        // Consistent between any two statements, so a poisoned lock is still good.
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Counts { minute, opened } = &mut *counts;
        let tried = (Network::of(address), code.clone());
        minute.begin_again(now);
        match outcome.opens {
            Some(opens) if outcome.is_known || opened.known.contains(&tried) => Ok(opens),
            opens => {
                minute.may_try(tried.0)?;
                let opens = opens.ok_or(wrong);
                match opens {
                    Ok(_) => opened.remember(tried),
                    Err(_) => minute.count_failure(tried.0),
                }
                opens
            }
        }
    }
}

impl<Code: Clone + Eq + Hash> Opened<Code> {
    fn remember(&mut self, tried: (Network, Code)) {
        if self.order.len() >= OPENED_CODES_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.known.remove(&oldest);
        }
        if self.known.insert(tried.clone()) {
            self.order.push_back(tried);
        }
    }
}

impl Minute {
    fn begin_again(&mut self, now: Instant) {
        let since = *self.since.get_or_insert(now);
        if now.duration_since(since) >= WINDOW {
            *self = Self {
                since: Some(now),
                ..Self::default()
            };
        }
    }

    fn may_try(&self, network: Network) -> Result<(), Problem> {
        let here = self.failures_from.get(&network).copied().unwrap_or(0);
        let is_too_often = here >= FAILURES_PER_ADDRESS_MAX
            || here > 0 && self.failures >= FAILURES_MAX
            || here == 0 && self.failures_from.len() >= FAILED_ADDRESSES_MAX;
        if is_too_often {
            Err(Problem::RATE_LIMITED)
        } else {
            Ok(())
        }
    }

    fn count_failure(&mut self, network: Network) {
        self.failures = self.failures.saturating_add(1);
        *self.failures_from.entry(network).or_default() += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    /// Tries a code; whether it opens.
    fn tries(
        attempts: &Attempts,
        from: IpAddr,
        now: Instant,
        code: &JoinCode,
        opens: bool,
    ) -> Result<(), Problem> {
        let outcome = Outcome {
            opens: opens.then_some(()),
            is_known: false,
        };
        attempts.count(from, now, code, outcome)
    }

    fn fails(attempts: &Attempts, from: IpAddr, now: Instant) -> Result<(), Problem> {
        tries(attempts, from, now, &JoinCode::random(), false)
    }

    #[test]
    fn one_address_is_stopped_and_the_others_are_not() {
        let (attempts, now, code) = (Attempts::default(), Instant::now(), JoinCode::random());
        let guesser = address("2001:db8::1");
        for _ in 0..FAILURES_PER_ADDRESS_MAX {
            assert_eq!(fails(&attempts, guesser, now), Err(WRONG_WAY));
        }
        assert_eq!(fails(&attempts, guesser, now), Err(Problem::RATE_LIMITED));
        let opens = |from: &str, now| tries(&attempts, address(from), now, &code, true);
        assert_eq!(opens("2001:db8::2", now), Err(Problem::RATE_LIMITED));
        assert_eq!(opens("2001:db8:0:1::1", now), Ok(()));
        assert_eq!(opens("192.0.2.1", now), Ok(()));
        assert_eq!(opens("2001:db8::1", now + WINDOW), Ok(()));
    }

    #[test]
    fn a_code_that_opened_from_an_address_goes_on_opening_there() {
        let (attempts, now, room) = (Attempts::default(), Instant::now(), address("192.0.2.1"));
        let (code, other) = (JoinCode::random(), JoinCode::random());
        assert_eq!(tries(&attempts, room, now, &code, true), Ok(()));
        for _ in 0..FAILURES_PER_ADDRESS_MAX {
            assert!(fails(&attempts, room, now).is_err());
        }
        assert_eq!(tries(&attempts, room, now, &code, true), Ok(()));
        let lucky = tries(&attempts, room, now, &other, true);
        assert_eq!(lucky, Err(Problem::RATE_LIMITED));
    }

    #[test]
    fn a_device_that_is_known_there_is_never_stopped() {
        let (attempts, now, room) = (Attempts::default(), Instant::now(), address("192.0.2.1"));
        for _ in 0..FAILURES_PER_ADDRESS_MAX {
            assert!(fails(&attempts, room, now).is_err());
        }
        let known = Outcome {
            opens: Some("in"),
            is_known: true,
        };
        let opens = attempts.count(room, now, &JoinCode::random(), known);
        assert_eq!(opens, Ok("in"));
    }

    #[test]
    fn guessing_from_everywhere_leaves_one_attempt_to_who_did_not_fail() {
        let (attempts, now) = (Attempts::default(), Instant::now());
        for n in 0..FAILURES_MAX {
            assert_eq!(
                fails(&attempts, IpAddr::from(n.to_be_bytes()), now),
                Err(WRONG_WAY)
            );
        }
        let guesser = IpAddr::from(0_u32.to_be_bytes());
        assert_eq!(fails(&attempts, guesser, now), Err(Problem::RATE_LIMITED));
        let newcomer = address("1.1.1.1");
        let opens = tries(&attempts, newcomer, now, &JoinCode::random(), true);
        assert_eq!(opens, Ok(()));
    }

    #[test]
    fn people_who_come_in_are_not_counted() {
        let (attempts, now, room) = (Attempts::default(), Instant::now(), address("192.0.2.1"));
        for _ in 0..1_000 {
            assert_eq!(
                tries(&attempts, room, now, &JoinCode::random(), true),
                Ok(())
            );
        }
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let (attempts, now) = (Attempts::default(), Instant::now());
        for _ in 0..=OPENED_CODES_MAX {
            assert_eq!(
                tries(&attempts, address("::1"), now, &JoinCode::random(), true),
                Ok(())
            );
        }
        let counts = attempts.0.lock().expect("nothing panicked");
        assert_eq!(
            (counts.opened.known.len(), counts.opened.order.len()),
            (OPENED_CODES_MAX, OPENED_CODES_MAX)
        );
    }
}
