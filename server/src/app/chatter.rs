//! Bounds how much one person says, and how much is said in one space, within an hour.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use store::{Member, ParticipantId, SpaceId};

use super::quota::Shares;
use crate::limits::{MESSAGES_BY_PERSON_MAX, MESSAGES_IN_SPACE_MAX};
use crate::problem::{Problem, refusals};

refusals! {
    /// Too much was said within the hour.
    TOO_MANY_MESSAGES: 429 "rate_limited" {
        fr: "Trop de messages en peu de temps. Attendez un peu : votre message reste ici, et vous pourrez l’envoyer.",
        en: "Too many messages in a short time. Wait a little: your message stays here, and you can send it then.",
    }
}

/// The messages of the last hour.
pub struct Chatter(Mutex<Said>);

struct Said {
    people: Shares<ParticipantId>,
    spaces: Shares<SpaceId>,
}

impl Default for Chatter {
    fn default() -> Self {
        Self(Mutex::new(Said {
            people: Shares::of(MESSAGES_BY_PERSON_MAX),
            spaces: Shares::of(MESSAGES_IN_SPACE_MAX),
        }))
    }
}

impl Chatter {
    /// Counts one more. A refused one counts for nobody.
    ///
    /// # Errors
    /// When there were too many within the hour.
    pub fn may_say(&self, member: &Member, now: Instant) -> Result<(), Problem> {
        // Consistent between any two statements, so a poisoned lock is still good.
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (person, space) = (member.participant, member.space);
        if !said.people.has(&person, 1.0, now) || !said.spaces.has(&space, 1.0, now) {
            return Err(TOO_MANY_MESSAGES);
        }
        said.people.take(person, 1.0, now);
        said.spaces.take(space, 1.0, now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use store::{Role, SpaceKind};

    use super::*;

    fn somebody(space: SpaceId) -> Member {
        Member {
            space,
            kind: SpaceKind::Workshop,
            participant: ParticipantId::random(),
            role: Role::Participant,
            scope: None,
            locked: false,
        }
    }

    #[test]
    fn one_person_has_their_share_and_leaves_the_others_theirs() {
        let (chatter, now) = (Chatter::default(), Instant::now());
        let space = SpaceId::random();
        let (loud, quiet) = (somebody(space), somebody(space));
        let said = (0..1_000).filter(|_| chatter.may_say(&loud, now).is_ok());
        assert_eq!(said.count(), 300);
        assert_eq!(chatter.may_say(&quiet, now), Ok(()));
    }
}
