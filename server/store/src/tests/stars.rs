//! Stars: kept, renamed, taken away, and only of the document they were given to.

use super::world::{World, new_pad};
use crate::{DocumentId, ParticipantId, Star, StoreError, limits};

async fn two_pads(world: &World) -> [DocumentId; 2] {
    let made = world.structure(None, b"history").await;
    let other = new_pad(made.space, b"other");
    [
        made.document,
        world.store.create_document(other).await.unwrap().id,
    ]
}

fn star(label: &str) -> Star {
    Star::new(
        ParticipantId::random(),
        label.into(),
        vec![[7; 32], [9; 32]],
    )
}

#[tokio::test]
async fn stars_are_kept_renamed_and_taken_away() {
    let mut world = World::new();
    let [pad, _] = two_pads(&world).await;
    let noon = world.store.give_star(pad, star("  Midi ")).await.unwrap();
    let none = world.store.give_star(pad, star("")).await.unwrap();
    world.restart().await;
    assert_eq!(noon.label, "Midi");
    let mut given = world.store.stars(pad).await.unwrap();
    given.sort_by_key(|star| star.label.clone());
    assert_eq!(given, [none.clone(), noon.clone()]);
    let evening = world.store.label_star(pad, noon.id, "Soir".into());
    assert_eq!(evening.await.unwrap().label, "Soir");
    world.store.take_star(pad, noon.id).await.unwrap();
    assert_eq!(world.store.stars(pad).await.unwrap(), [none]);
}

#[tokio::test]
async fn a_star_is_of_one_document() {
    let world = World::new();
    let [pad, other] = two_pads(&world).await;
    let noon = world.store.give_star(pad, star("Midi")).await.unwrap();
    let named = world.store.label_star(other, noon.id, "Soir".into()).await;
    assert!(matches!(named, Err(StoreError::NotFound)));
    let taken = world.store.take_star(other, noon.id).await;
    assert!(matches!(taken, Err(StoreError::NotFound)));
    assert!(world.store.stars(other).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_is_too_much_is_refused() {
    let world = World::new();
    let [pad, _] = two_pads(&world).await;
    let mut headless = star("Midi");
    headless.heads.clear();
    let long = star(&"é".repeat(limits::TITLE_CHARS_MAX + 1));
    let mut many = star("Midi");
    many.heads = vec![[7; 32]; limits::STAR_HEADS_MAX + 1];
    for wrong in [headless, long, many] {
        assert!(world.store.give_star(pad, wrong).await.is_err());
    }
    assert!(world.store.stars(pad).await.unwrap().is_empty());
}
