//! Structures: made alone or from a workshop, held by their members, shared or not.

use super::world::{World, new_structure};
use crate::{PersonChange, Role, SpaceId, SpaceKind, StoreError, Way};

#[tokio::test]
async fn a_structure_has_a_member_a_document_and_two_links() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let space = world.store.space(made.space).await.unwrap().unwrap();
    assert_eq!((space.kind, space.code), (SpaceKind::Structure, None));
    assert_eq!((space.workshop, space.shared), (None, false));
    assert_eq!(
        world.role(&made.session, made.space).await,
        Some(Role::Participant)
    );
    assert_eq!(world.reads(made.document).await, [b"root"]);
    for (link, role) in [
        (made.links.participant, Role::Participant),
        (made.links.reader, Role::Reader),
    ] {
        let joined = world.joins(&link, "Zoé").await;
        assert_eq!((joined.role, joined.space.id), (role, made.space));
    }
}

#[tokio::test]
async fn a_structure_knows_the_workshop_it_comes_from_and_nothing_else() {
    let world = World::new();
    let workshop = world.workshop().await.space;
    let made = world.structure(Some(workshop), b"root").await;
    let space = world.store.space(made.space).await.unwrap().unwrap();
    assert_eq!(space.workshop, Some(workshop));
    for wrong in [made.space, SpaceId::random()] {
        let refused = world
            .store
            .create_structure(new_structure(Some(wrong), b"root"))
            .await;
        assert!(matches!(refused, Err(StoreError::NotFound)));
    }
}

#[tokio::test]
async fn only_shared_structures_are_shown_to_their_workshop() {
    let world = World::new();
    let (here, there) = (world.workshop().await.space, world.workshop().await.space);
    let (mine, alone) = (
        world.structure(Some(here), b"a").await.space,
        world.structure(None, b"b").await.space,
    );
    let shown = async |workshop| {
        let shown = world.store.shared_structures(workshop).await.unwrap();
        shown.into_iter().map(|each| each.id).collect::<Vec<_>>()
    };
    assert!(shown(here).await.is_empty());
    world.store.share_space(mine, true).await.unwrap();
    assert_eq!(shown(here).await, [mine]);
    assert!(shown(there).await.is_empty());
    world.store.share_space(mine, false).await.unwrap();
    assert!(shown(here).await.is_empty());
    let nowhere = world.store.share_space(alone, true).await;
    assert!(matches!(nowhere, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn nobody_facilitates_a_structure() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let link = world.store.rotate_link(made.space, Role::Facilitator).await;
    assert!(matches!(link, Err(StoreError::NotFound)));
    let promote = PersonChange {
        role: Some(Role::Facilitator),
        ..PersonChange::default()
    };
    let promoted = world
        .store
        .change_person(made.space, made.participant, promote)
        .await;
    assert!(matches!(promoted, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn a_structure_keeps_its_last_member() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    world.joins(&made.links.reader, "Lise").await;
    let leave = async || {
        world
            .store
            .remove_person(made.space, made.participant)
            .await
    };
    assert!(matches!(leave().await, Err(StoreError::LastMember)));
    world.joins(&made.links.participant, "Bob").await;
    assert!(leave().await.is_ok());
}

#[tokio::test]
async fn a_code_opens_a_structure_only_when_its_members_want_one() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let code = world.store.rotate_code(made.space).await.unwrap();
    let door = world.store.door(Way::Code(code), None).await.unwrap();
    assert_eq!(door.unwrap().role, Role::Participant);
}
