//! What the host of a server does with spaces: seeing what they take, closing, opening again, erasing.

use super::world::World;
use crate::{
    Join, NewAttachment, Secret, SpaceId, SpaceOverview, StoreError, Way, limits::SILENCE_MS,
};

const NOW: u64 = 2_000_000_000_000;

async fn joins(world: &World, way: Way, session: Option<Secret>) -> Result<(), StoreError> {
    let join = Join {
        way,
        name: Some("Eve".into()),
        structure: None,
        session,
    };
    world.store.join(join).await.map(drop)
}

async fn overview(world: &World, space: SpaceId) -> SpaceOverview {
    let found = world.store.space_overview(space).await.unwrap();
    found.expect("the space is there")
}

#[tokio::test]
async fn a_space_is_seen_with_what_it_takes() {
    let world = World::new();
    let made = world.structure(None, &[7; 1_000]).await;
    let other = world.workshop().await;
    let bob = world.joins(&made.links.participant, "Bob").await;
    let file = NewAttachment {
        document: made.document,
        participant: bob.participant,
        name: "devis.pdf".into(),
        bytes: vec![1; 5_000],
    };
    world.store.attach(file).await.unwrap();
    world.writes(made.document, &[8; 200]).await.unwrap();
    let seen = overview(&world, made.space).await;
    assert_eq!((seen.people, seen.documents, seen.bytes), (2, 1, 6_200));
    assert!(seen.active_ms >= seen.space.created_ms);
    world.store.note_seen(made.space, NOW).await.unwrap();
    let seen = overview(&world, made.space).await;
    assert_eq!(seen.active_ms, NOW);
    let empty = overview(&world, other.space).await;
    assert_eq!((empty.people, empty.documents, empty.bytes), (1, 0, 0));
    let mut spaces = world.store.space_ids().await.unwrap();
    spaces.retain(|space| *space != made.space && *space != other.space);
    assert_eq!(spaces, []);
    let none = world.store.space_overview(SpaceId::random()).await;
    assert_eq!(none.unwrap(), None);
}

#[tokio::test]
async fn nobody_gets_into_a_closed_space_by_any_way() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let bob = world.joins(&made.links.participant, "Bob").await;
    let code = world.store.rotate_code(made.space).await.unwrap();
    let back = world.store.return_link(made.space, bob.participant).await;
    let calendar = world
        .store
        .open_calendar(made.document, bob.participant)
        .await
        .unwrap();
    let closed = world.store.close_space(made.space, NOW).await.unwrap();
    assert_eq!(closed.closed_ms, Some(NOW));
    let session = bob.session.hash();
    let is_closed = |error: Option<StoreError>| assert!(matches!(error, Some(StoreError::Closed)));
    is_closed(world.store.member(session, made.space).await.err());
    is_closed(world.store.access(session, made.document).await.err());
    let called = world.store.member_called(made.space, bob.participant);
    is_closed(called.await.err());
    for way in [
        Way::Link(made.links.participant.hash()),
        Way::Link(back.unwrap().hash()),
        Way::Code(code.clone()),
    ] {
        is_closed(world.store.door(way.clone(), Some(session)).await.err());
        is_closed(joins(&world, way.clone(), None).await.err());
        is_closed(joins(&world, way, Some(bob.session.clone())).await.err());
    }
    let read = world.store.calendar(calendar.hash()).await.unwrap();
    assert_eq!(read, None);
    let again = world.store.close_space(made.space, NOW + 1).await.unwrap();
    assert_eq!(again.closed_ms, Some(NOW), "since the first time");

    world.store.reopen_space(made.space).await.unwrap();
    let member = world.store.member(session, made.space).await.unwrap();
    assert_eq!(
        member.map(|member| member.participant),
        Some(bob.participant)
    );
    joins(&world, Way::Code(code), None).await.unwrap();
    let read = world.store.calendar(calendar.hash()).await.unwrap();
    assert_eq!(read, Some(made.document));
}

#[tokio::test]
async fn a_closed_structure_is_not_erased_because_nobody_comes() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    world.store.close_space(made.space, NOW).await.unwrap();
    let late = NOW + 2 * SILENCE_MS;
    assert_eq!(world.store.end_silent_spaces(late).await.unwrap(), []);
    world.store.reopen_space(made.space).await.unwrap();
    let silent = world.store.end_silent_spaces(late).await.unwrap();
    assert_eq!(silent, [made.space]);
}

#[tokio::test]
async fn a_host_erases_a_space_at_once_and_no_other() {
    let world = World::new();
    let (made, kept) = (world.structure(None, b"root").await, world.workshop().await);
    assert!(world.store.erase_space_at_once(made.space).await.unwrap());
    assert_eq!(world.store.space(made.space).await.unwrap(), None);
    assert!(world.store.space(kept.space).await.unwrap().is_some());
    assert!(!world.store.erase_space_at_once(made.space).await.unwrap());
    assert!(world.store.remove_traces().await.unwrap());
}
