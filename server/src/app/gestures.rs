//! Bounds how often one person, and all people of a space, raise a hand, answer or turn the clock within an hour.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use store::{Member, ParticipantId, SpaceId};

use super::quota::Shares;
use crate::limits::{GESTURES_BY_PERSON_MAX, GESTURES_IN_SPACE_MAX};
use crate::problem::{Problem, refusals};

refusals! {
    /// Too much was pressed within the hour.
    TOO_MANY_GESTURES: 429 "rate_limited" {
        fr: "Trop d’appuis en peu de temps. Attendez quelques secondes, puis recommencez.",
        en: "Pressed too often in a short time. Wait some seconds, then try again.",
    }
}

/// The gestures of the last hour.
pub struct Gestures(Mutex<Made>);

struct Made {
    people: Shares<ParticipantId>,
    spaces: Shares<SpaceId>,
}

impl Default for Gestures {
    fn default() -> Self {
        Self(Mutex::new(Made {
            people: Shares::of(GESTURES_BY_PERSON_MAX),
            spaces: Shares::of(GESTURES_IN_SPACE_MAX),
        }))
    }
}

impl Gestures {
    /// Counts one more. A refused one counts for nobody.
    ///
    /// # Errors
    /// When there were too many within the hour.
    pub fn may_make(&self, member: &Member, now: Instant) -> Result<(), Problem> {
        // Consistent between any two statements, so a poisoned lock is still good.
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (person, space) = (member.participant, member.space);
        if !made.people.has(&person, 1.0, now) || !made.spaces.has(&space, 1.0, now) {
            return Err(TOO_MANY_GESTURES);
        }
        made.people.take(person, 1.0, now);
        made.spaces.take(space, 1.0, now);
        Ok(())
    }
}
