//! Saving: what is answered is on disk, whoever waits is committed together, and whoever fails fails alone.

use std::{fs, sync::mpsc};

use super::world::{World, changes, head, options};
use crate::{CommitError, DocumentId, ParticipantId, Store, StoreError, limits};

/// Keeps the writer thread from its work until the sender is dropped.
async fn hold(world: &World) -> mpsc::Sender<()> {
    let (held, until) = mpsc::channel::<()>();
    let (start, started) = mpsc::channel();
    let store = world.store.clone();
    tokio::spawn(async move {
        let wait = move |_: &rusqlite::Connection| {
            start.send(()).unwrap();
            let _ = until.recv(); // dropping is the signal
            Ok(())
        };
        store.read(wait).await.unwrap();
    });
    tokio::task::yield_now().await; // it has queued its job
    started.recv().unwrap();
    held
}

/// Lets others run until so many small jobs wait behind the one that holds the thread.
async fn until_queued(world: &World, jobs: usize) {
    while limits::QUEUE_KIB_MAX - world.store.room.available_permits() < jobs + 1 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn what_is_written_is_read_back_in_order_after_a_restart() {
    let mut world = World::new();
    let pad = world.some_pad(b"root").await;
    assert_eq!(world.writes(pad, b"one").await, Ok(2));
    assert_eq!(world.writes(pad, b"two").await, Ok(3));
    world.restart().await;
    let stored = world.loads(pad).await;
    assert_eq!(
        (stored.last, stored.tail_bytes, &stored.heads),
        (3, 10, &vec![head(b"two")])
    );
    assert_eq!(world.reads(pad).await, [&b"root"[..], b"one", b"two"]);
}

/// The files as they are at this moment are what a killed process leaves behind.
#[tokio::test]
async fn what_was_answered_is_in_the_files() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    for each in 1..=20u8 {
        world.writes(pad, &[each; 2_000]).await.unwrap();
        let dir = tempfile::tempdir().unwrap();
        for name in ["atelier.sqlite", "atelier.sqlite-wal"] {
            fs::copy(world.path().join(name), dir.path().join(name)).unwrap();
        }
        let copy = Store::open_with(dir.path(), options()).unwrap();
        let stored = copy.load_document(pad).await.unwrap().unwrap();
        assert!(stored.is_whole);
        assert_eq!(stored.chunks.len(), 1 + usize::from(each));
        copy.close().await;
    }
}

#[tokio::test]
async fn everyone_who_waits_is_committed_at_once() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    let held = hold(&world).await;
    let writers: Vec<_> = (0..200u8)
        .map(|each| {
            let store = world.store.clone();
            tokio::spawn(async move { store.append(changes(pad, &[each])).await })
        })
        .collect();
    until_queued(&world, 200).await;
    let before = world.store.commits();
    drop(held);
    for writer in writers {
        writer.await.unwrap().unwrap();
    }
    assert_eq!(world.store.commits() - before, 1);
    assert_eq!(world.reads(pad).await.len(), 201);
}

#[tokio::test]
async fn one_who_fails_takes_nobody_along() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    let held = hold(&world).await;
    let appends = [
        changes(pad, b"good"),
        changes(DocumentId::random(), b"lost"),
        changes(pad, b""),
    ];
    let writers = appends.map(|append| {
        let store = world.store.clone();
        tokio::spawn(async move { store.append(append).await })
    });
    until_queued(&world, 3).await;
    drop(held);
    let [good, unknown, empty] = writers;
    assert_eq!(good.await.unwrap(), Ok(2));
    assert_eq!(unknown.await.unwrap(), Err(CommitError::Gone));
    assert_eq!(empty.await.unwrap(), Err(CommitError::Gone));
    assert_eq!(world.reads(pad).await, [&b"root"[..], b"good"]);
}

#[tokio::test]
async fn a_refused_change_leaves_nothing_of_itself() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    let long_actor = vec![7; limits::ACTOR_BYTES_MAX + 1];
    let mut append = changes(pad, b"lost");
    append.actors = vec![(long_actor, ParticipantId::random())];
    assert_eq!(world.store.append(append).await, Err(CommitError::Gone));
    assert_eq!(
        world.writes(pad, b"good").await,
        Ok(2),
        "its number was given back"
    );
    assert!(world.loads(pad).await.is_whole);
}

#[tokio::test]
async fn an_actor_stays_with_who_used_it_first() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    let (ana, bob) = (ParticipantId::random(), ParticipantId::random());
    for who in [ana, bob] {
        let mut append = changes(pad, b"hello");
        append.actors = vec![(vec![1, 2, 3], who)];
        world.store.append(append).await.unwrap();
    }
    assert_eq!(world.loads(pad).await.actors, [(vec![1, 2, 3], ana)]);
    assert_eq!(
        world.store.authors(pad).await.unwrap(),
        [(vec![1, 2, 3], ana)]
    );
}

#[tokio::test]
async fn after_closing_every_call_says_so() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    world.store.close().await;
    world.store.close().await;
    assert_eq!(world.writes(pad, b"late").await, Err(CommitError::Gone));
    assert!(matches!(
        world.store.load_document(pad).await,
        Err(StoreError::Gone)
    ));
}

#[tokio::test]
async fn closing_first_finishes_what_is_queued() {
    let mut world = World::new();
    let pad = world.some_pad(b"root").await;
    let held = hold(&world).await;
    let store = world.store.clone();
    let writer = tokio::spawn(async move { store.append(changes(pad, b"last word")).await });
    until_queued(&world, 1).await;
    drop(held);
    world.restart().await;
    assert_eq!(writer.await.unwrap(), Ok(2));
    assert_eq!(world.reads(pad).await, [&b"root"[..], b"last word"]);
}
