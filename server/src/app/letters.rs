//! Bounds how many mails this server can be made to send to addresses that did not agree yet: to one address, by one
//! person, from one space, from one network, and in all.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use store::{ParticipantId, SpaceId, Subscription};

use super::quota::{Quota, Shares};
use crate::limits::{
    LETTERS_BY_PERSON_MAX, LETTERS_FROM_NETWORK_AND_ALL_MAX, LETTERS_FROM_SPACE_MAX,
    LETTERS_TO_ADDRESS_MAX,
};
use crate::problem::{Problem, refusals};

refusals! {
    /// Too many mails that ask an address were sent within the hour.
    TOO_MANY_LETTERS: 429 "rate_limited" {
        fr: "Trop de courriels de confirmation depuis une heure. Cherchez le précédent dans les indésirables, ou recommencez dans un quart d’heure.",
        en: "Too many mails of confirmation within the hour. Look for the last one in the junk mail, or try again in a quarter of an hour.",
    }
}

/// The mails of the last hour.
pub struct Letters(Mutex<Sent>);

struct Sent {
    addresses: Shares<String>,
    people: Shares<ParticipantId>,
    spaces: Shares<SpaceId>,
    networks: Quota,
}

impl Default for Letters {
    fn default() -> Self {
        let (each, all) = LETTERS_FROM_NETWORK_AND_ALL_MAX;
        Self(Mutex::new(Sent {
            addresses: Shares::of(LETTERS_TO_ADDRESS_MAX),
            people: Shares::of(LETTERS_BY_PERSON_MAX),
            spaces: Shares::of(LETTERS_FROM_SPACE_MAX),
            networks: Quota::hourly(each, all),
        }))
    }
}

impl Letters {
    /// Counts one more, asked for from a network. A refused one counts for nobody.
    ///
    /// # Errors
    /// When there were too many within the hour.
    pub fn may_send(
        &self,
        asked: &Subscription,
        from: IpAddr,
        now: Instant,
    ) -> Result<(), Problem> {
        // Consistent between any two statements, so a poisoned lock is still good.
        let mut sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if sent.has_room(asked, from, now) {
            sent.count(asked, from, now);
            Ok(())
        } else {
            Err(TOO_MANY_LETTERS)
        }
    }
}

impl Sent {
    fn has_room(&self, asked: &Subscription, from: IpAddr, now: Instant) -> bool {
        self.addresses.has(&address(asked), 1.0, now)
            && self.people.has(&asked.member.participant, 1.0, now)
            && self.spaces.has(&asked.member.space, 1.0, now)
            && self.networks.has(from, 1.0, now).is_ok()
    }

    fn count(&mut self, asked: &Subscription, from: IpAddr, now: Instant) {
        self.addresses.take(address(asked), 1.0, now);
        self.people.take(asked.member.participant, 1.0, now);
        self.spaces.take(asked.member.space, 1.0, now);
        self.networks.take(from, 1.0, now);
    }
}

/// Upper and lower case reach the same mailbox.
fn address(asked: &Subscription) -> String {
    asked.email.to_lowercase()
}

#[cfg(test)]
mod tests {
    use store::{Member, Role, SpaceKind};

    use super::*;

    const ROOM: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));
    const ELSEWHERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, 1));

    fn asked(space: SpaceId, email: &str) -> Subscription {
        Subscription {
            member: Member {
                space,
                kind: SpaceKind::Workshop,
                participant: ParticipantId::random(),
                role: Role::Participant,
                scope: None,
                locked: false,
            },
            email: email.to_owned(),
            weekday: 1,
        }
    }

    /// How many of a thousand mails to different addresses are sent.
    fn sent(letters: &Letters, next: impl Fn() -> Subscription, from: IpAddr) -> usize {
        let now = Instant::now();
        let all = (0..1_000).map(|n| Subscription {
            email: format!("n{n}@example.org"),
            ..next()
        });
        all.filter(|asked| letters.may_send(asked, from, now).is_ok())
            .count()
    }

    #[test]
    fn one_address_is_not_bombarded_by_many_people() {
        let letters = Letters::default();
        let now = Instant::now();
        let victim = || asked(SpaceId::random(), "Lea@example.org");
        for _ in 0..3 {
            assert_eq!(letters.may_send(&victim(), ROOM, now), Ok(()));
        }
        let again = asked(SpaceId::random(), "lea@EXAMPLE.org");
        assert_eq!(
            letters.may_send(&again, ELSEWHERE, now),
            Err(TOO_MANY_LETTERS)
        );
    }

    #[test]
    fn one_person_one_space_and_one_network_have_their_shares() {
        let person = asked(SpaceId::random(), "");
        assert_eq!(sent(&Letters::default(), || person.clone(), ROOM), 5);
        let space = SpaceId::random();
        let from_space = sent(&Letters::default(), || asked(space, ""), ROOM);
        assert_eq!(from_space, 60);
        let anew = || asked(SpaceId::random(), "");
        assert_eq!(sent(&Letters::default(), anew, ROOM), 60);
    }

    #[test]
    fn who_writes_to_strangers_keeps_nobody_else_from_their_mail() {
        let (letters, now) = (Letters::default(), Instant::now());
        sent(&letters, || asked(SpaceId::random(), ""), ROOM);
        let honest = asked(SpaceId::random(), "honest@example.org");
        assert_eq!(letters.may_send(&honest, ELSEWHERE, now), Ok(()));
    }
}
