//! How spaces end: asked for, taken back, silent; and that nothing stays of those that did.

use super::world::World;
use crate::{
    Ending, SpaceId, StoreError, Way,
    limits::{NOTICE_MS, SEEN_STEP_MS, SILENCE_MS},
};

const NOW: u64 = 2_000_000_000_000;

async fn ends(world: &World, space: SpaceId) -> Option<(u64, Ending)> {
    let found = world.store.space(space).await.unwrap().unwrap();
    found.deletes_ms.zip(found.ends)
}

/// Erases what is over at a moment, as the server does every day.
async fn erases(world: &World, now_ms: u64) -> Vec<SpaceId> {
    let over = world.store.ended_spaces(now_ms).await.unwrap();
    for &space in &over {
        assert!(world.store.erase_space(space, now_ms).await.unwrap());
    }
    over
}

#[tokio::test]
async fn a_space_goes_on_for_thirty_days_and_may_be_kept() {
    let world = World::new();
    let made = world.workshop().await;
    let planned = world.store.end_space(made.space, NOW).await.unwrap();
    assert_eq!(planned.deletes_ms, Some(NOW + NOTICE_MS));
    let again = world.store.end_space(made.space, NOW + 5).await.unwrap();
    assert_eq!(again.deletes_ms, planned.deletes_ms);
    assert!(world.role(&made.session, made.space).await.is_some());
    assert!(erases(&world, NOW + NOTICE_MS - 1).await.is_empty());
    let kept = world.store.keep_space(made.space).await.unwrap();
    assert_eq!((kept.deletes_ms, kept.ends), (None, None));
    assert!(erases(&world, NOW + NOTICE_MS).await.is_empty());
    let unknown = world.store.keep_space(SpaceId::random()).await;
    assert!(matches!(unknown, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn who_asked_for_the_end_is_not_overruled_by_a_visit() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    world.store.end_space(made.space, NOW).await.unwrap();
    world.store.note_seen(made.space, NOW + 1).await.unwrap();
    assert_eq!(
        ends(&world, made.space).await,
        Some((NOW + NOTICE_MS, Ending::Asked))
    );
}

#[tokio::test]
async fn a_structure_outlives_its_workshop() {
    let mut world = World::new();
    let workshop = world.workshop().await;
    let made = world.structure(Some(workshop.space), b"root").await;
    world.writes(made.document, b"more").await.unwrap();
    world.store.share_space(made.space, true).await.unwrap();
    world.store.end_space(workshop.space, NOW).await.unwrap();
    assert_eq!(erases(&world, NOW + NOTICE_MS).await, [workshop.space]);
    world.restart().await;
    assert!(world.store.space(workshop.space).await.unwrap().is_none());
    let left = world.store.space(made.space).await.unwrap().unwrap();
    assert_eq!((left.workshop, left.title.as_str()), (None, "La Ruche"));
    assert!(world.role(&made.session, made.space).await.is_some());
    assert_eq!(
        world.reads(made.document).await,
        [b"root".to_vec(), b"more".to_vec()]
    );
    let link = Way::Link(made.links.participant.hash());
    assert!(world.store.door(link, None).await.unwrap().is_some());
}

#[tokio::test]
async fn nothing_of_an_erased_space_is_left_in_the_files() {
    let mut world = World::new();
    let made = world.workshop().await;
    let rename = world
        .store
        .rename_space(made.space, "Quartier-Unmistakable".into());
    rename.await.unwrap();
    world
        .joins(&made.links.participant, "Robert-Unmistakable")
        .await;
    let pad = world.pad(made.space, b"root-Unmistakable").await;
    world.writes(pad, b"more-Unmistakable").await.unwrap();
    let aside = b"odd-Unmistakable".to_vec();
    world.store.quarantine(pad, "test", aside).await.unwrap();
    world.store.end_space(made.space, NOW).await.unwrap();
    assert_eq!(erases(&world, NOW + NOTICE_MS).await, [made.space]);
    assert!(world.store.load_document(pad).await.unwrap().is_none());
    assert!(world.role(&made.session, made.space).await.is_none());
    world.restart().await;
    world.store.close().await;
    let file = std::fs::read(world.database()).unwrap();
    assert!(!file.windows(11).any(|window| window == b"Unmistakabl"));
}

#[tokio::test]
async fn what_was_kept_at_the_last_moment_is_not_erased() {
    let world = World::new();
    let made = world.workshop().await;
    world.store.end_space(made.space, NOW).await.unwrap();
    let over = world.store.ended_spaces(NOW + NOTICE_MS).await.unwrap();
    world.store.keep_space(made.space).await.unwrap();
    let erased = world.store.erase_space(over[0], NOW + NOTICE_MS).await;
    assert!(!erased.unwrap());
    assert!(world.role(&made.session, made.space).await.is_some());
}

#[tokio::test]
async fn a_silent_structure_ends_and_any_visit_keeps_it() {
    let world = World::new();
    let workshop = world.workshop().await.space;
    let made = world.structure(Some(workshop), b"root").await.space;
    world.store.note_seen(made, NOW).await.unwrap();
    let silent = async |now_ms| world.store.end_silent_spaces(now_ms).await.unwrap();
    assert!(silent(NOW + SILENCE_MS).await.is_empty());
    let later = NOW + SILENCE_MS + 1;
    assert_eq!(silent(later).await, [made]);
    assert_eq!(
        ends(&world, made).await,
        Some((later + NOTICE_MS, Ending::Silent))
    );
    assert!(silent(later + 1).await.is_empty(), "told once");
    world.store.note_seen(made, later + 2).await.unwrap();
    assert_eq!(ends(&world, made).await, None);
}

#[tokio::test]
async fn writing_keeps_a_silent_structure_too() {
    let mut world = World::new();
    let made = world.structure(None, b"root").await;
    world
        .behind_its_back(|connection| {
            connection
                .execute("UPDATE spaces SET created_ms = 0", [])
                .unwrap();
        })
        .await;
    let silent = async || world.store.end_silent_spaces(SILENCE_MS + 1).await.unwrap();
    assert_eq!(silent().await, [made.space]);
    assert!(silent().await.is_empty());
    assert!(ends(&world, made.space).await.is_some());
    world.writes(made.document, b"more").await.unwrap();
    assert!(silent().await.is_empty());
    assert_eq!(ends(&world, made.space).await, None);
}

#[tokio::test]
async fn a_look_is_noted_once_an_hour() {
    let world = World::new();
    let made = world.structure(None, b"root").await.space;
    let commits = || world.store.commits();
    world.store.note_seen(made, NOW).await.unwrap();
    let before = commits();
    world.store.note_seen(made, NOW + 1).await.unwrap();
    assert_eq!(commits(), before);
    world
        .store
        .note_seen(made, NOW + SEEN_STEP_MS + 1)
        .await
        .unwrap();
    assert_eq!(commits(), before + 1);
}
