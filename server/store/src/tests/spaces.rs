//! Workshops: made, renamed, opened and closed.

use super::world::World;
use crate::{Language, NewWorkshop, Role, SpaceId, SpaceKind, StoreError, Way};

#[tokio::test]
async fn a_workshop_has_a_facilitator_a_code_and_three_links() {
    let world = World::new();
    let made = world.workshop().await;
    assert_eq!(
        world.role(&made.session, made.space).await,
        Some(Role::Facilitator)
    );
    let space = world.store.space(made.space).await.unwrap().unwrap();
    assert_eq!(
        (space.kind, space.language),
        (SpaceKind::Workshop, Language::French)
    );
    assert_eq!(space.code, Some(made.code));
    for (link, role) in [
        (made.links.facilitator, Role::Facilitator),
        (made.links.participant, Role::Participant),
        (made.links.reader, Role::Reader),
    ] {
        let door = world
            .store
            .door(Way::Link(link.hash()), None)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((door.role, door.space.id), (role, made.space));
    }
}

#[tokio::test]
async fn a_workshop_survives_a_restart_and_so_does_the_storage() {
    let mut world = World::new();
    let (made, storage) = (world.workshop().await, world.store.storage_id());
    world.restart().await;
    assert_eq!(
        world.role(&made.session, made.space).await,
        Some(Role::Facilitator)
    );
    assert_eq!(world.store.storage_id(), storage);
}

#[tokio::test]
async fn a_title_is_needed_and_bounded() {
    let world = World::new();
    let new = |title: &str| NewWorkshop {
        title: title.into(),
        language: Language::English,
        name: None,
        session: None,
    };
    let empty = world.store.create_workshop(new("  ")).await;
    assert!(matches!(empty, Err(StoreError::Empty("title"))));
    let long = world.store.create_workshop(new(&"a".repeat(201))).await;
    assert!(matches!(
        long,
        Err(StoreError::TooLong { what: "title", .. })
    ));
}

#[tokio::test]
async fn a_space_is_renamed() {
    let world = World::new();
    let made = world.workshop().await;
    let renamed = world
        .store
        .rename_space(made.space, " Suite ".into())
        .await
        .unwrap();
    assert_eq!(renamed.title, "Suite");
    assert_eq!(world.store.space(made.space).await.unwrap(), Some(renamed));
    let unknown = world
        .store
        .rename_space(SpaceId::random(), "x".into())
        .await;
    assert!(matches!(unknown, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn a_revoked_code_is_gone_and_a_new_code_replaces_the_old() {
    let world = World::new();
    let made = world.workshop().await;
    let fresh = world.store.rotate_code(made.space).await.unwrap();
    assert!(
        world
            .store
            .door(Way::Code(made.code), None)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        world
            .store
            .door(Way::Code(fresh.clone()), None)
            .await
            .unwrap()
            .is_some()
    );
    world.store.revoke_code(made.space).await.unwrap();
    assert!(
        world
            .store
            .door(Way::Code(fresh), None)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn a_rotated_link_stops_working_and_the_others_go_on() {
    let world = World::new();
    let made = world.workshop().await;
    let fresh = world
        .store
        .rotate_link(made.space, Role::Participant)
        .await
        .unwrap();
    let door = async |link: &crate::Secret| {
        world
            .store
            .door(Way::Link(link.hash()), None)
            .await
            .unwrap()
    };
    assert!(door(&made.links.participant).await.is_none());
    assert_eq!(door(&fresh).await.unwrap().role, Role::Participant);
    assert_eq!(door(&made.links.reader).await.unwrap().role, Role::Reader);
    let unknown = world
        .store
        .rotate_link(SpaceId::random(), Role::Reader)
        .await;
    assert!(matches!(unknown, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn nothing_secret_is_in_the_files() {
    let mut world = World::new();
    let made = world.workshop().await;
    let back = world
        .store
        .return_link(made.space, made.participant)
        .await
        .unwrap();
    world.restart().await;
    world.store.close().await;
    let file = std::fs::read(world.database()).unwrap();
    for secret in [
        &made.session,
        &made.links.facilitator,
        &made.links.reader,
        &back,
    ] {
        let bytes = bs58::decode(secret.reveal()).into_vec().unwrap();
        assert!(!file.windows(16).any(|window| window == bytes));
        assert!(
            !file.windows(22).any(
                |window| window == &secret.reveal().as_bytes()[..22.min(secret.reveal().len())]
            )
        );
        let hash = secret.hash();
        assert!(format!("{secret:?}{hash:?}").ends_with("Secret(..)SecretHash(..)"));
    }
}
