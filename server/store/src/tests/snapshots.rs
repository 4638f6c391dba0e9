//! Snapshots: used only when verified, and nothing goes before two of them agree and the grace is over.

use super::world::{World, head};
use crate::{StoreError, limits::GRACE_MS};

const LATER_MS: u64 = u64::MAX / 4;

#[tokio::test]
async fn who_verifies_is_shown_the_snapshot_and_all_it_covers() {
    let world = World::new();
    let pad = world.some_pad(b"one").await;
    world.writes(pad, b"two").await.unwrap();
    world.writes(pad, b"three").await.unwrap();
    let (tell, told) = std::sync::mpsc::channel();
    world
        .snapshots(pad, b"S", 2, move |reread| tell.send(reread).is_ok())
        .await
        .unwrap();
    let reread = told.recv().unwrap();
    let covered: Vec<_> = reread
        .covered
        .iter()
        .map(|chunk| chunk.bytes.as_slice())
        .collect();
    assert_eq!(
        (reread.snapshot.as_slice(), covered),
        (&b"S"[..], vec![&b"one"[..], b"two"])
    );
    assert_eq!(reread.covered_heads, [head(b"two")]);
    let stored = world.loads(pad).await;
    assert!(stored.chunks[0].is_snapshot && !stored.chunks[1].is_snapshot);
    assert_eq!(world.reads(pad).await, [&b"S"[..], b"three"]);
    assert_eq!((stored.heads, stored.tail_bytes), (vec![head(b"three")], 5));
}

#[tokio::test]
async fn the_next_snapshot_is_shown_only_what_is_new() {
    let world = World::new();
    let pad = world.some_pad(b"one").await;
    world.snapshots(pad, b"S1", 1, |_| true).await.unwrap();
    let two = world.writes(pad, b"two").await.unwrap();
    let verify =
        |reread: crate::Reread| reread.covered.len() == 1 && reread.covered[0].bytes == b"two";
    world.snapshots(pad, b"S2", two, verify).await.unwrap();
    assert_eq!(world.reads(pad).await, [b"S2"]);
}

#[tokio::test]
async fn a_snapshot_that_does_not_verify_is_not_used() {
    let world = World::new();
    let pad = world.some_pad(b"one").await;
    let refused = world.snapshots(pad, b"bad", 1, |_| false).await;
    assert!(matches!(refused, Err(StoreError::NotVerified)));
    let panicked = world
        .snapshots(pad, b"worse", 1, |_| panic!("poison"))
        .await;
    assert!(matches!(panicked, Err(StoreError::NotVerified)));
    assert_eq!(world.reads(pad).await, [b"one"]);
    assert_eq!(world.store.quarantined().await.unwrap(), 2);
    let next = world.writes(pad, b"two").await.unwrap();
    world.snapshots(pad, b"good", next, |_| true).await.unwrap();
    assert_eq!(world.reads(pad).await, [b"good"]);
    assert!(world.loads(pad).await.is_whole);
}

#[tokio::test]
async fn a_snapshot_cannot_cover_what_does_not_exist_or_less_than_the_one_before() {
    let world = World::new();
    let pad = world.some_pad(b"one").await;
    for covers_to in [0, 2, 99] {
        let refused = world.snapshots(pad, b"S", covers_to, |_| true).await;
        assert!(matches!(refused, Err(StoreError::NotVerified)));
    }
    let two = world.writes(pad, b"two").await.unwrap();
    world.snapshots(pad, b"S", two, |_| true).await.unwrap();
    let back = world.snapshots(pad, b"S", 1, |_| true).await;
    assert!(matches!(back, Err(StoreError::NotVerified)));
}

#[tokio::test]
async fn a_snapshot_that_a_crash_left_unverified_is_not_used() {
    let mut world = World::new();
    let pad = world.some_pad(b"one").await;
    world.snapshots(pad, b"S1", 1, |_| true).await.unwrap();
    world
        .behind_its_back(|connection| {
            connection.execute("DELETE FROM verified", []).unwrap();
        })
        .await;
    assert_eq!(world.reads(pad).await, [b"one"]);
    world.snapshots(pad, b"S2", 1, |_| true).await.unwrap();
    assert_eq!(world.reads(pad).await, [b"S2"]);
}

#[tokio::test]
async fn rows_go_when_two_snapshots_replace_them_and_the_grace_is_over() {
    let world = World::new();
    let pad = world.some_pad(b"one").await;
    let two = world.writes(pad, b"two").await.unwrap();
    world.snapshots(pad, b"S1", two, |_| true).await.unwrap();
    assert_eq!(
        world.store.sweep(LATER_MS, GRACE_MS).await.unwrap().chunks,
        0,
        "one is not enough"
    );
    let four = world.writes(pad, b"four").await.unwrap();
    world.snapshots(pad, b"S2", four, |_| true).await.unwrap();
    let now_ms = crate::clock::now_ms();
    assert_eq!(
        world.store.sweep(now_ms, GRACE_MS).await.unwrap().chunks,
        0,
        "too early"
    );
    let swept = world.store.sweep(LATER_MS, GRACE_MS).await.unwrap();
    assert_eq!(
        (swept.documents, swept.chunks, swept.bytes, swept.blocked),
        (1, 2, 6, 0)
    );
    assert_eq!(
        world.store.sweep(LATER_MS, GRACE_MS).await.unwrap().chunks,
        0
    );
    assert_eq!(world.reads(pad).await, [b"S2"]);
    assert!(world.loads(pad).await.is_whole);
}

#[tokio::test]
async fn nothing_goes_while_a_row_is_damaged() {
    let mut world = World::new();
    let pad = world.some_pad(b"one").await;
    world.snapshots(pad, b"S1", 1, |_| true).await.unwrap();
    let three = world.writes(pad, b"three").await.unwrap();
    world.snapshots(pad, b"S2", three, |_| true).await.unwrap();
    world
        .behind_its_back(|connection| {
            connection
                .execute("UPDATE chunks SET bytes = x'00' WHERE number = 4", [])
                .unwrap();
        })
        .await;
    let swept = world.store.sweep(LATER_MS, GRACE_MS).await.unwrap();
    assert_eq!((swept.chunks, swept.blocked), (0, 1));
    let stored = world.loads(pad).await;
    assert!(
        stored.is_whole,
        "the way from before the damaged snapshot is still there"
    );
}
