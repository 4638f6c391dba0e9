//! Reminders by mail: asked for, confirmed, due, and forgotten.

use super::world::World;
use crate::{
    MailDeed, Member, Reminder, Role, SpaceKind, StoreError, Structure, Subscription,
    limits::{MAIL_PAUSE_MS, NOTICE_MS},
};

const NOW: u64 = 2_000_000_000_000;
const TUESDAY: u8 = 2;

fn subscription(made: &Structure, email: &str, weekday: u8) -> Subscription {
    Subscription {
        member: Member {
            space: made.space,
            kind: SpaceKind::Structure,
            participant: made.participant,
            role: Role::Participant,
            scope: None,
            locked: false,
        },
        email: email.into(),
        weekday,
    }
}

impl World {
    async fn reminds(&self, made: &Structure, email: &str, now_ms: u64) -> Reminder {
        let asked = subscription(made, email, TUESDAY);
        self.store.remind(asked, now_ms).await.unwrap()
    }

    async fn confirmed(&self, made: &Structure) {
        self.reminds(made, "lea@example.org", NOW).await;
        self.store.confirm_reminder(made.participant).await.unwrap();
    }
}

#[tokio::test]
async fn an_address_is_confirmed_once_and_another_one_again() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let asked = world.reminds(&made, " lea@example.org ", NOW).await;
    assert_eq!(
        (asked.email.as_str(), asked.confirmed, asked.name.as_str()),
        ("lea@example.org", false, "Léa")
    );
    world
        .store
        .confirm_reminder(made.participant)
        .await
        .unwrap();
    let same = subscription(&made, "lea@example.org", 7);
    let same = world.store.remind(same, NOW + 1).await.unwrap();
    assert_eq!((same.weekday, same.confirmed), (7, true));
    let soon = subscription(&made, "autre@example.org", TUESDAY);
    let soon = world.store.remind(soon, NOW + 1).await;
    assert!(matches!(soon, Err(StoreError::TooSoon)));
    let other = world
        .reminds(&made, "autre@example.org", NOW + MAIL_PAUSE_MS)
        .await;
    assert!(!other.confirmed);
}

#[tokio::test]
async fn a_reminder_is_due_once_on_its_day() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    world.reminds(&made, "lea@example.org", NOW).await;
    let due = async |day, weekday| world.store.reminders_due(day, weekday).await.unwrap().len();
    assert_eq!(due(100, TUESDAY).await, 0, "not confirmed");
    world
        .store
        .confirm_reminder(made.participant)
        .await
        .unwrap();
    assert_eq!((due(100, TUESDAY).await, due(100, 3).await), (1, 0));
    world.store.reminded(made.participant, 100).await.unwrap();
    assert_eq!((due(100, TUESDAY).await, due(107, TUESDAY).await), (0, 1));
}

#[tokio::test]
async fn each_link_does_one_thing_until_the_reminders_end() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    world.confirmed(&made).await;
    let (document, card) = (made.document, "k1".to_owned());
    let deeds = vec![MailDeed::Unsubscribe, MailDeed::Done { document, card }];
    let links = world
        .store
        .mail_links(made.participant, deeds.clone(), NOW)
        .await
        .unwrap();
    let does = async |index: usize| {
        let link = world.store.mail_link(links[index].hash()).await.unwrap();
        link.map(|link| link.deed)
    };
    assert_eq!(does(0).await.as_ref(), Some(&deeds[0]));
    assert_eq!(does(1).await.as_ref(), Some(&deeds[1]));
    assert_eq!(world.store.forget_mail_links(NOW).await.unwrap(), 0);
    world.store.stop_reminding(made.participant).await.unwrap();
    assert_eq!((does(0).await, does(1).await), (None, None));
    let nobody = world.store.mail_links(made.participant, deeds, NOW).await;
    assert!(matches!(nobody, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn people_are_asked_whether_their_structure_lives_once_per_age() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let space = world.store.space(made.space).await.unwrap().unwrap();
    let (born, month) = (space.created_ms, 1_000_000);
    world.reminds(&made, "lea@example.org", born + month).await;
    world
        .store
        .confirm_reminder(made.participant)
        .await
        .unwrap();
    let due = async |months: u8, now_ms| {
        let age_ms = u64::from(months) * month;
        let due = world.store.nudges_due(months, age_ms, now_ms).await;
        due.unwrap().len()
    };
    assert_eq!(due(3, born + 3 * month - 1).await, 0, "too young");
    assert_eq!(due(3, born + 3 * month).await, 1);
    world.store.nudged(made.participant, 3).await.unwrap();
    let late = born + 7 * month;
    assert_eq!((due(1, late).await, due(3, late).await), (0, 0));
    assert_eq!(due(6, late).await, 1);
    world.store.end_space(made.space, late).await.unwrap();
    assert_eq!(due(6, late).await, 0, "it ends anyway");
}

#[tokio::test]
async fn who_subscribes_later_is_not_asked_for_an_age_that_is_past() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let space = world.store.space(made.space).await.unwrap().unwrap();
    let now_ms = space.created_ms + 100;
    world.reminds(&made, "lea@example.org", now_ms).await;
    world
        .store
        .confirm_reminder(made.participant)
        .await
        .unwrap();
    let due = async |age_ms| world.store.nudges_due(1, age_ms, now_ms + 1).await.unwrap();
    assert_eq!((due(99).await.len(), due(100).await.len()), (0, 1));
}

#[tokio::test]
async fn an_end_is_warned_of_once_and_another_end_again() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    world.confirmed(&made).await;
    let due = async || world.store.warnings_due().await.unwrap();
    assert!(due().await.is_empty());
    for now_ms in [NOW, NOW + 7] {
        world.store.end_space(made.space, now_ms).await.unwrap();
        let at_ms = now_ms + NOTICE_MS;
        assert_eq!(due().await[0].space.deletes_ms, Some(at_ms));
        world.store.warned(made.participant, at_ms).await.unwrap();
        assert!(due().await.is_empty());
        world.store.keep_space(made.space).await.unwrap();
    }
}

#[tokio::test]
async fn an_address_leaves_no_trace_with_its_person_nor_with_its_space() {
    for is_space_erased in [false, true] {
        let mut world = World::new();
        let made = world.structure(None, b"root").await;
        world.joins(&made.links.participant, "Bob").await;
        world.reminds(&made, "unmistakable@example.org", NOW).await;
        if is_space_erased {
            world.store.end_space(made.space, 0).await.unwrap();
            assert!(world.store.erase_space(made.space, NOW).await.unwrap());
        } else {
            let gone = world.store.remove_person(made.space, made.participant);
            gone.await.unwrap();
        }
        assert_eq!(world.store.reminder(made.participant).await.unwrap(), None);
        world.restart().await;
        world.store.close().await;
        let file = std::fs::read(world.database()).unwrap();
        assert!(!file.windows(11).any(|window| window == b"unmistakabl"));
    }
}
