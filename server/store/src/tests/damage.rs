//! Damage: seen, kept, said, and never taken for an empty document.

use std::fs;

use proptest::prelude::*;

use super::world::{World, options};
use crate::{Damage, DocumentId, Store, StoreError, Stored, check};

/// Turns one bit of the first place in the database file where these bytes are.
async fn rot(world: &mut World, bytes: &[u8]) {
    world.store.close().await;
    let mut file = fs::read(world.database()).unwrap();
    let at = file
        .windows(bytes.len())
        .position(|window| window == bytes)
        .unwrap();
    file[at] ^= 0x10;
    fs::write(world.database(), file).unwrap();
    world.store = Store::open_with(world.dir.path(), options()).unwrap();
}

#[tokio::test]
async fn a_flipped_bit_is_reported_and_the_rest_is_given() {
    let mut world = World::new();
    let pad = world.some_pad(b"the root of it all").await;
    world.writes(pad, b"a damaged sentence").await.unwrap();
    world.writes(pad, b"a good sentence").await.unwrap();
    rot(&mut world, b"a damaged sentence").await;
    let stored = world.loads(pad).await;
    assert_eq!(
        stored.damaged,
        [Damage {
            number: 2,
            is_missing: false
        }]
    );
    assert!(!stored.is_whole);
    assert_eq!(
        world.reads(pad).await,
        [&b"the root of it all"[..], b"a good sentence"]
    );
    assert_eq!(
        world.store.quarantined().await.unwrap(),
        1,
        "copied once, however often it is read"
    );
}

#[tokio::test]
async fn damage_stays_with_its_document() {
    let mut world = World::new();
    let (bad, good) = (
        world.some_pad(b"to be damaged").await,
        world.some_pad(b"kept").await,
    );
    rot(&mut world, b"to be damaged").await;
    assert!(!world.loads(bad).await.is_whole);
    assert!(world.loads(good).await.is_whole);
    assert_eq!(world.writes(good, b"more").await, Ok(2));
}

#[tokio::test]
async fn an_older_way_is_taken_when_the_snapshot_is_damaged() {
    let mut world = World::new();
    let pad = world.some_pad(b"first").await;
    world.writes(pad, b"second").await.unwrap();
    world
        .snapshots(pad, b"SNAPSHOT of both", 2, |_| true)
        .await
        .unwrap();
    world.writes(pad, b"third").await.unwrap();
    assert_eq!(world.reads(pad).await, [&b"SNAPSHOT of both"[..], b"third"]);
    rot(&mut world, b"SNAPSHOT of both").await;
    let stored = world.loads(pad).await;
    assert_eq!(
        (stored.is_whole, stored.damaged.len()),
        (true, 1),
        "damaged, but nothing is lost"
    );
    assert_eq!(world.reads(pad).await, [&b"first"[..], b"second", b"third"]);
}

#[tokio::test]
async fn a_damaged_row_inside_a_snapshot_does_no_harm() {
    let mut world = World::new();
    let pad = world.some_pad(b"the first row").await;
    world
        .snapshots(pad, b"SNAPSHOT", 1, |_| true)
        .await
        .unwrap();
    rot(&mut world, b"the first row").await;
    let stored = world.loads(pad).await;
    assert!(stored.is_whole && stored.damaged.is_empty());
    world.store.close().await;
    let checked = check(&world.path(), &mut |_| Ok(()), &mut |_| ()).unwrap();
    assert_eq!(checked.faults.len(), 1, "looking closely finds it");
    assert!(!checked.faults[0].is_lost);
}

#[tokio::test]
async fn rows_that_disappear_are_missed() {
    for gone in 1..=3 {
        let mut world = World::new();
        let pad = world.some_pad(b"one").await;
        world.writes(pad, b"two").await.unwrap();
        world.writes(pad, b"three").await.unwrap();
        world
            .behind_its_back(|connection| {
                connection
                    .execute("DELETE FROM chunks WHERE number = ?1", [gone])
                    .unwrap();
            })
            .await;
        let stored = world.loads(pad).await;
        assert_eq!(
            stored.damaged,
            [Damage {
                number: gone,
                is_missing: true
            }]
        );
        assert!(!stored.is_whole);
    }
}

#[tokio::test]
async fn a_document_whose_own_row_is_gone_is_damaged_and_not_new() {
    let mut world = World::new();
    let pad = world.some_pad(b"one").await;
    world
        .behind_its_back(|connection| {
            connection
                .pragma_update(None, "foreign_keys", false)
                .unwrap();
            connection.execute("DELETE FROM documents", []).unwrap();
        })
        .await;
    assert!(matches!(
        world.store.load_document(pad).await,
        Err(StoreError::Damaged)
    ));
}

#[tokio::test]
async fn a_row_in_the_place_of_another_is_damage() {
    let mut world = World::new();
    let pad = world.some_pad(b"one").await;
    world.writes(pad, b"two").await.unwrap();
    world
        .behind_its_back(|connection| {
            let sql = "UPDATE chunks SET (bytes, heads, sha256) =
                       (SELECT bytes, heads, sha256 FROM chunks WHERE number = 1) WHERE number = 2";
            connection.execute(sql, []).unwrap();
        })
        .await;
    assert_eq!(
        world.loads(pad).await.damaged,
        [Damage {
            number: 2,
            is_missing: false
        }]
    );
}

#[tokio::test]
async fn quarantine_is_bounded() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    for _ in 0..crate::limits::QUARANTINE_PER_DOCUMENT_MAX + 5 {
        world
            .store
            .quarantine(pad, "malformed", vec![7; 10])
            .await
            .unwrap();
    }
    let kept = world.store.quarantined().await.unwrap();
    assert_eq!(kept, crate::limits::QUARANTINE_PER_DOCUMENT_MAX);
}

/// What the random flips are tried on: two pads, one of them with a snapshot and changes after it.
struct Specimen {
    file: Vec<u8>,
    pads: Vec<(DocumentId, Vec<Vec<u8>>)>,
}

async fn specimen() -> Specimen {
    let world = World::new();
    let (plain, snapshotted) = (
        world.some_pad(&[1; 3_000]).await,
        world.some_pad(&[2; 50]).await,
    );
    world.writes(plain, &[3; 9_000]).await.unwrap();
    world.writes(snapshotted, &[4; 700]).await.unwrap();
    world
        .snapshots(snapshotted, &[5; 5_000], 2, |_| true)
        .await
        .unwrap();
    world.writes(snapshotted, &[6; 300]).await.unwrap();
    let full = vec![vec![2; 50], vec![4; 700], vec![5; 5_000], vec![6; 300]];
    world.store.close().await;
    Specimen {
        file: fs::read(world.database()).unwrap(),
        pads: vec![
            (plain, vec![vec![1; 3_000], vec![3; 9_000]]),
            (snapshotted, full),
        ],
    }
}

/// Whether what was loaded says the truth: only rows that were written, and 'whole' only with all that is needed.
fn is_honest(stored: &Stored, written: &[Vec<u8>]) -> bool {
    let has = |bytes: &Vec<u8>| stored.chunks.iter().any(|chunk| &chunk.bytes == bytes);
    let only_written = stored
        .chunks
        .iter()
        .all(|chunk| written.contains(&chunk.bytes));
    let by_rows = written.iter().filter(|bytes| bytes[0] != 5).all(has);
    let by_snapshot = written.iter().filter(|bytes| bytes[0] >= 5).all(has) && has(&vec![5; 5_000]);
    only_written && (!stored.is_whole || by_rows || by_snapshot)
}

#[test]
fn a_random_flip_is_never_served_as_content() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let specimen = runtime.block_on(specimen());
    let length = specimen.file.len();
    proptest!(ProptestConfig::with_cases(150), |(at in 0..length, bit in 0..8u32)| {
        let dir = tempfile::tempdir().unwrap();
        let mut file = specimen.file.clone();
        file[at] ^= 1 << bit;
        fs::write(dir.path().join("atelier.sqlite"), file).unwrap();
        let Ok(store) = Store::open_with(dir.path(), options()) else { return Ok(()) };
        for (pad, written) in &specimen.pads {
            match runtime.block_on(store.load_document(*pad)) {
                Ok(Some(stored)) => prop_assert!(is_honest(&stored, written), "flip at {at}"),
                Ok(None) => prop_assert!(false, "a document was taken for a new one: flip at {at}"),
                Err(_) => {}
            }
        }
        runtime.block_on(store.close());
    });
}
