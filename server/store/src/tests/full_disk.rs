//! A full disk: said at once, nothing half done, reading goes on, and it passes by itself.

use tokio::sync::watch;

use super::world::{World, changes};
use crate::{CommitError, StorageState, StoreError};

async fn until(state: &mut watch::Receiver<StorageState>, wanted: StorageState) {
    state.wait_for(|state| *state == wanted).await.unwrap();
}

/// Larger than what is free inside the database, and than the probe.
fn much() -> Vec<u8> {
    vec![7; 1024 * 1024]
}

#[tokio::test]
async fn a_full_disk_refuses_and_recovers_by_itself() {
    let mut world = World::new();
    let pad = world.some_pad(b"root").await;
    let mut state = world.store.state();
    world.store.allow_pages(1).await.unwrap();
    assert_eq!(world.writes(pad, &much()).await, Err(CommitError::Full));
    until(&mut state, StorageState::Full).await;
    assert_eq!(
        world.writes(pad, b"even little").await,
        Err(CommitError::Full)
    );
    assert_eq!(world.reads(pad).await, [b"root"]);

    world.store.allow_pages(1_000_000).await.unwrap();
    until(&mut state, StorageState::Ok).await;
    assert_eq!(world.writes(pad, &much()).await, Ok(2));
    world.restart().await;
    assert_eq!(world.reads(pad).await, [b"root".to_vec(), much()]);
}

#[tokio::test]
async fn all_of_the_same_commit_are_refused() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    world.store.allow_pages(1).await.unwrap();
    let little = changes(pad, b"little");
    let much = changes(pad, &much());
    let (first, second) = tokio::join!(world.store.append(little), world.store.append(much));
    assert_eq!(second, Err(CommitError::Full));
    let kept = usize::from(first.is_ok());
    assert_eq!(
        world.reads(pad).await.len(),
        1 + kept,
        "on disk if and only if it was said"
    );
}

#[tokio::test]
async fn what_protects_someone_still_works() {
    let world = World::new();
    let made = world.workshop().await;
    let pad = world.pad(made.space, b"root").await;
    let bob = world.joins(&made.links.reader, "Bob").await;
    world.store.allow_pages(1).await.unwrap();
    assert_eq!(world.writes(pad, &much()).await, Err(CommitError::Full));
    world
        .store
        .remove_person(made.space, bob.participant)
        .await
        .unwrap();
    world.store.revoke_code(made.space).await.unwrap();
    world
        .store
        .revoke_session(bob.session.hash())
        .await
        .unwrap();
    let renamed = world.store.rename_space(made.space, "x".into()).await;
    assert!(matches!(renamed, Err(StoreError::Full)));
}
