//! Looking through a door, and joining.

use super::world::World;
use crate::{Doors, Join, JoinCode, PersonChange, Role, Secret, StoreError, Way};

#[tokio::test]
async fn one_joins_by_code_as_a_participant() {
    let world = World::new();
    let made = world.workshop().await;
    let way = Way::Code(JoinCode::parse(&made.code.to_string()).unwrap());
    let structure = Some("La Ruche".to_owned());
    let join = Join {
        way: way.clone(),
        name: Some("Bob".into()),
        structure,
        session: None,
    };
    let bob = world.store.join(join).await.unwrap();
    assert_eq!((bob.role, bob.is_new), (Role::Participant, true));
    assert_eq!(
        world.role(&bob.session, made.space).await,
        Some(Role::Participant)
    );
    let door = world.store.door(way, None).await.unwrap().unwrap();
    assert_eq!(
        (door.structures, door.known),
        (vec!["La Ruche".to_owned()], None)
    );
}

#[tokio::test]
async fn a_device_that_comes_again_is_the_same_person() {
    let world = World::new();
    let made = world.workshop().await;
    let bob = world.joins(&made.links.participant, "Bob").await;
    let known = world
        .store
        .door(
            Way::Link(made.links.participant.hash()),
            Some(bob.session.hash()),
        )
        .await
        .unwrap()
        .unwrap()
        .known;
    assert_eq!(
        known.map(|known| (known.participant, known.name)),
        Some((bob.participant, "Bob".into()))
    );
    let again = world
        .joins_again(&made.links.reader, "Bobby", Some(bob.session.clone()))
        .await;
    assert_eq!(
        (again.participant, again.is_new, &again.session),
        (bob.participant, false, &bob.session)
    );
    assert_eq!(
        again.role,
        Role::Participant,
        "a weaker link takes nothing away"
    );
    let stronger = world
        .joins_again(&made.links.facilitator, "Bobby", Some(bob.session))
        .await;
    assert_eq!(stronger.role, Role::Facilitator);
    assert_eq!(world.store.people(made.space).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_known_person_need_not_say_their_name_again() {
    let world = World::new();
    let made = world.workshop().await;
    let bob = world.joins(&made.links.participant, "Bob").await;
    let way = Way::Link(made.links.participant.hash());
    let silent = |session| Join {
        way: way.clone(),
        name: None,
        structure: None,
        session,
    };
    let again = world.store.join(silent(Some(bob.session))).await.unwrap();
    let person = world
        .store
        .person(made.space, again.participant)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(person.name, "Bob");
    let unknown = world.store.join(silent(None)).await;
    assert!(matches!(unknown, Err(StoreError::Empty("name"))));
}

#[tokio::test]
async fn a_return_link_makes_another_device_the_same_person() {
    let world = World::new();
    let made = world.workshop().await;
    let bob = world.joins(&made.links.participant, "Bob").await;
    let first = world
        .store
        .return_link(made.space, bob.participant)
        .await
        .unwrap();
    let link = world
        .store
        .return_link(made.space, bob.participant)
        .await
        .unwrap();
    assert!(
        world
            .store
            .door(Way::Link(first.hash()), None)
            .await
            .unwrap()
            .is_none()
    );
    let phone = world.joins(&link, "Bob").await;
    assert_eq!(
        (phone.participant, phone.role),
        (bob.participant, Role::Participant)
    );
    assert_ne!(phone.session, bob.session);
    assert_eq!(
        world.role(&bob.session, made.space).await,
        Some(Role::Participant)
    );
}

#[tokio::test]
async fn a_return_link_carries_the_role_of_its_person() {
    let world = World::new();
    let made = world.workshop().await;
    let link = world
        .store
        .return_link(made.space, made.participant)
        .await
        .unwrap();
    let door = world
        .store
        .door(Way::Link(link.hash()), None)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(door.role, Role::Facilitator);
    assert_eq!(door.known.unwrap().name, "Ana");
}

#[tokio::test]
async fn a_wrong_link_opens_nothing() {
    let world = World::new();
    world.workshop().await;
    let way = Way::Link(Secret::random().hash());
    assert!(world.store.door(way.clone(), None).await.unwrap().is_none());
    let join = Join {
        way,
        name: Some("Eve".into()),
        structure: None,
        session: None,
    };
    assert!(matches!(
        world.store.join(join).await,
        Err(StoreError::NotFound)
    ));
}

#[tokio::test]
async fn a_session_we_did_not_make_is_never_taken_over() {
    let world = World::new();
    let made = world.workshop().await;
    let chosen = Secret::random();
    let eve = world
        .joins_again(&made.links.reader, "Eve", Some(chosen.clone()))
        .await;
    assert_ne!(eve.session, chosen);
    assert_eq!(world.role(&chosen, made.space).await, None);
}

#[tokio::test]
async fn one_session_belongs_to_several_spaces() {
    let world = World::new();
    let (first, second) = (world.workshop().await, world.workshop().await);
    let both = world
        .joins_again(&second.links.reader, "Ana", Some(first.session.clone()))
        .await
        .session;
    let mine = world.store.my_spaces(both.hash()).await.unwrap();
    let seen: Vec<_> = mine.iter().map(|mine| (mine.space.id, mine.role)).collect();
    assert_eq!(
        seen,
        [
            (second.space, Role::Reader),
            (first.space, Role::Facilitator)
        ]
    );
}

#[tokio::test]
async fn a_revoked_session_is_nobody() {
    let world = World::new();
    let made = world.workshop().await;
    assert!(
        world
            .store
            .greet_session(made.session.hash())
            .await
            .unwrap()
    );
    world
        .store
        .revoke_session(made.session.hash())
        .await
        .unwrap();
    assert!(
        !world
            .store
            .greet_session(made.session.hash())
            .await
            .unwrap()
    );
    assert_eq!(world.role(&made.session, made.space).await, None);
    assert!(
        world
            .store
            .my_spaces(made.session.hash())
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        world.store.people(made.space).await.unwrap().len(),
        1,
        "the person stays"
    );
}

#[tokio::test]
async fn sessions_nobody_uses_are_forgotten() {
    let world = World::new();
    let made = world.workshop().await;
    assert_eq!(world.store.forget_sessions(0).await.unwrap(), 0);
    assert_eq!(world.store.forget_sessions(u64::MAX / 4).await.unwrap(), 1);
    assert!(
        !world
            .store
            .greet_session(made.session.hash())
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn links_and_code_change_with_a_removal_and_whoever_is_in_stays() {
    let world = World::new();
    let made = world.workshop().await;
    let (alice, bob) = (
        world.joins(&made.links.participant, "Alice").await,
        world.joins(&made.links.participant, "Bob").await,
    );
    let back = world.store.return_link(made.space, bob.participant);
    let back = back.await.unwrap();
    let expelled = world
        .store
        .expel_person(made.space, alice.participant, Doors::Change);
    expelled.await.unwrap();
    let code = JoinCode::parse(&made.code.to_string()).unwrap();
    let links = &made.links;
    let old = [&links.facilitator, &links.participant, &links.reader];
    for way in old.map(|link| Way::Link(link.hash())) {
        assert_eq!(world.store.door(way, None).await.unwrap(), None);
    }
    assert_eq!(world.store.door(Way::Code(code), None).await.unwrap(), None);
    let space = world.store.space(made.space).await.unwrap().unwrap();
    assert!(space.code.is_some(), "there is a new one");
    assert!(world.role(&bob.session, made.space).await.is_some());
    let back = Way::Link(back.hash());
    assert!(world.store.door(back, None).await.unwrap().is_some());
}

#[tokio::test]
async fn nothing_changes_about_the_doors_when_nothing_is_done() {
    let world = World::new();
    let made = world.workshop().await;
    let alone = world
        .store
        .expel_person(made.space, made.participant, Doors::Change);
    assert!(matches!(alone.await, Err(StoreError::LastFacilitator)));
    let step_down = PersonChange {
        role: Some(Role::Reader),
        doors: Doors::Change,
        ..PersonChange::default()
    };
    let kept = world
        .store
        .change_person(made.space, made.participant, step_down);
    assert!(matches!(kept.await, Err(StoreError::LastFacilitator)));
    world.joins(&made.links.participant, "Alice").await;
}
