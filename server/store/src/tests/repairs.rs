//! Documents whose rows are intact and do not make a document: mended, and what they were is kept.

use std::path::Path;

use super::world::{World, head};
use crate::{Mended, OpenError, Repaired, Stored, backups::repair::Mend, check, repair};

const POISON: &[u8] = b"POISON";

fn is_poisoned(stored: &Stored) -> bool {
    stored.chunks.iter().any(|chunk| chunk.bytes == POISON)
}

/// Leaves the poison out and nothing else.
fn leaves_it_out(stored: &Stored) -> Result<Option<Mended>, String> {
    if !is_poisoned(stored) {
        return Ok(None);
    }
    let pieces = stored.chunks.iter().map(|chunk| chunk.bytes.as_slice());
    let good: Vec<_> = pieces.filter(|bytes| *bytes != POISON).collect();
    Ok(Some(Mended {
        bytes: good.concat(),
        heads: vec![head(b"good")],
        set_aside: vec![POISON.to_vec()],
    }))
}

fn repairs(dir: &Path) -> Vec<Repaired> {
    repair(dir, &mut leaves_it_out, &mut |_| ()).unwrap()
}

#[tokio::test]
async fn a_mended_document_opens_goes_on_and_what_it_was_is_kept() {
    let mut world = World::new();
    let pad = world.some_pad(b"root ").await;
    world.snapshots(pad, b"root ", 1, |_| true).await.unwrap();
    world.writes(pad, POISON).await.unwrap();
    world.writes(pad, b"and more").await.unwrap();
    let sound = world.some_pad(b"sound").await;
    world.store.close().await;
    let document = pad;
    assert_eq!(
        repairs(&world.path()),
        [Repaired {
            document,
            outcome: Ok(1)
        }]
    );
    assert_eq!(repairs(&world.path()), []);

    world.restart().await;
    assert_eq!(world.reads(pad).await, [b"root root and more"]);
    let stored = world.loads(pad).await;
    assert_eq!((stored.heads, stored.is_whole), (vec![head(b"good")], true));
    assert_eq!(world.reads(sound).await, [b"sound"]);
    assert_eq!(world.store.quarantined().await.unwrap(), 5);
    world.writes(pad, b", on and on").await.unwrap();
    assert_eq!(world.reads(pad).await[1], b", on and on");
    world.store.close().await;
    let checked = check(&world.path(), &mut |_| Ok(()), &mut |_| ()).unwrap();
    assert_eq!(checked.faults, []);
}

#[tokio::test]
async fn all_rows_are_kept_whole_and_leave_room_for_what_is_refused_later() {
    let mut world = World::new();
    let pad = world.some_pad(b"root").await;
    let long = vec![7; crate::limits::QUARANTINE_BYTES_MAX + 1];
    world.writes(pad, &long).await.unwrap();
    for _ in 0..crate::limits::QUARANTINE_PER_DOCUMENT_MAX {
        world.writes(pad, b"a letter").await.unwrap();
    }
    world.writes(pad, POISON).await.unwrap();
    world.store.close().await;
    assert_eq!(repairs(&world.path()).len(), 1);
    world.restart().await;
    let before = world.store.quarantined().await.unwrap();
    let refused = world.store.quarantine(pad, "malformed", vec![1]);
    refused.await.unwrap();
    assert_eq!(world.store.quarantined().await.unwrap(), before + 1);
    world
        .behind_its_back(|connection| {
            let sql = "SELECT bytes FROM quarantine WHERE number = 2";
            let kept: Vec<u8> = connection.query_row(sql, [], |row| row.get(0)).unwrap();
            assert!(kept == long, "it was cut");
        })
        .await;
}

#[tokio::test]
async fn what_cannot_be_mended_stays_as_it_is() {
    let mut world = World::new();
    let pad = world.some_pad(b"root").await;
    world.writes(pad, POISON).await.unwrap();
    world.store.close().await;
    let mut gives_up = |_: &Stored| Err("beyond repair".to_owned());
    let mut makes_it_worse = |stored: &Stored| {
        let mended = leaves_it_out(stored)?;
        mended.ok_or_else(|| "still poisoned".to_owned()).map(Some)
    };
    let mends: [Mend<'_>; 2] = [&mut gives_up, &mut makes_it_worse];
    for mend in mends {
        let repaired = repair(&world.path(), mend, &mut |_| ()).unwrap();
        assert!(repaired[0].outcome.is_err());
    }
    world.restart().await;
    assert_eq!(world.reads(pad).await, [&b"root"[..], POISON]);
    assert_eq!(world.store.quarantined().await.unwrap(), 0);
}

#[tokio::test]
async fn nothing_is_mended_under_a_running_server() {
    let world = World::new();
    let refused = repair(&world.path(), &mut leaves_it_out, &mut |_| ());
    assert!(matches!(refused, Err(OpenError::InUse(_))));
    let nowhere = tempfile::tempdir().unwrap();
    let refused = repair(nowhere.path(), &mut leaves_it_out, &mut |_| ());
    assert!(matches!(refused, Err(OpenError::Missing(_))));
}
