//! Changing and removing people.

use super::world::World;
use crate::{ParticipantId, PersonChange, Role, StoreError, Way};

#[tokio::test]
async fn people_are_listed_in_the_order_they_came() {
    let world = World::new();
    let made = world.workshop().await;
    world.joins(&made.links.reader, "Zoé").await;
    world.joins(&made.links.reader, "Bob").await;
    let people = world.store.people(made.space).await.unwrap();
    let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Ana", "Zoé", "Bob"]);
}

#[tokio::test]
async fn a_person_changes_name_structure_and_role() {
    let world = World::new();
    let made = world.workshop().await;
    let bob = world.joins(&made.links.reader, "Bob").await;
    let change = PersonChange {
        name: Some("Robert".into()),
        structure: Some("La Ruche".into()),
        role: Some(Role::Facilitator),
        ..PersonChange::default()
    };
    let person = world
        .store
        .change_person(made.space, bob.participant, change)
        .await
        .unwrap();
    assert_eq!(
        (person.name.as_str(), person.role),
        ("Robert", Role::Facilitator)
    );
    assert_eq!(
        world.role(&bob.session, made.space).await,
        Some(Role::Facilitator)
    );
    let away = PersonChange {
        structure: Some(" ".into()),
        ..PersonChange::default()
    };
    let person = world
        .store
        .change_person(made.space, bob.participant, away)
        .await
        .unwrap();
    assert_eq!((person.name.as_str(), person.structure), ("Robert", None));
}

#[tokio::test]
async fn a_person_of_another_space_is_not_found() {
    let world = World::new();
    let (here, there) = (world.workshop().await, world.workshop().await);
    let change = PersonChange {
        name: Some("Eve".into()),
        ..PersonChange::default()
    };
    let changed = world
        .store
        .change_person(here.space, there.participant, change)
        .await;
    assert!(matches!(changed, Err(StoreError::NotFound)));
    let removed = world
        .store
        .remove_person(here.space, ParticipantId::random())
        .await;
    assert!(matches!(removed, Err(StoreError::NotFound)));
    assert!(
        world
            .store
            .person(here.space, there.participant)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn a_removed_person_is_out_and_their_name_is_gone() {
    let mut world = World::new();
    let made = world.workshop().await;
    let bob = world
        .joins(&made.links.participant, "Robert-Unmistakable")
        .await;
    let link = world
        .store
        .return_link(made.space, bob.participant)
        .await
        .unwrap();
    world
        .store
        .remove_person(made.space, bob.participant)
        .await
        .unwrap();
    assert_eq!(world.role(&bob.session, made.space).await, None);
    assert!(
        world
            .store
            .door(Way::Link(link.hash()), None)
            .await
            .unwrap()
            .is_none()
    );
    assert_eq!(world.store.people(made.space).await.unwrap().len(), 1);
    world.restart().await;
    world.store.close().await;
    let file = std::fs::read(world.database()).unwrap();
    assert!(!file.windows(11).any(|window| window == b"Unmistakabl"));
}

#[tokio::test]
async fn a_space_keeps_its_last_facilitator() {
    let world = World::new();
    let made = world.workshop().await;
    let step_down = PersonChange {
        role: Some(Role::Reader),
        ..PersonChange::default()
    };
    let changed = world
        .store
        .change_person(made.space, made.participant, step_down.clone())
        .await;
    assert!(matches!(changed, Err(StoreError::LastFacilitator)));
    let removed = world
        .store
        .remove_person(made.space, made.participant)
        .await;
    assert!(matches!(removed, Err(StoreError::LastFacilitator)));
    world.joins(&made.links.facilitator, "Bob").await;
    let person = world
        .store
        .change_person(made.space, made.participant, step_down)
        .await;
    assert_eq!(person.unwrap().role, Role::Reader);
}

#[tokio::test]
async fn an_expected_person_comes_by_their_own_link() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let expected = world.store.expect_person(made.space, " Awa ".into());
    let expected = expected.await.unwrap();
    assert_eq!(
        (expected.name.as_str(), expected.role),
        ("Awa", Role::Participant)
    );
    let link = async || world.store.expected_link(made.space, expected.id).await;
    let (first, second) = (link().await.unwrap(), link().await.unwrap());
    let door = world.store.door(Way::Link(first.hash()), None).await;
    assert!(door.unwrap().is_none(), "replaced");
    let came = world.joins(&second, "Awa").await;
    assert_eq!((came.participant, came.is_new), (expected.id, false));
    assert!(matches!(link().await, Err(StoreError::AlreadyHere)));
    let nobody = world
        .store
        .expected_link(made.space, ParticipantId::random())
        .await;
    assert!(matches!(nobody, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn several_are_expected_or_nobody() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let expect = async |names: &[&str]| {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        world.store.expect_people(made.space, names).await
    };
    let before = world.store.people(made.space).await.unwrap().len();
    assert!(expect(&["Awa", ""]).await.is_err());
    assert_eq!(world.store.people(made.space).await.unwrap().len(), before);
    let came = expect(&["Awa", "Ben"]).await.unwrap();
    assert_eq!(came[1].name, "Ben");
    assert_eq!(
        world.store.people(made.space).await.unwrap().len(),
        before + 2
    );
}
