//! Looking at a data directory for whoever looks after the server.

use std::fs;

use super::world::{World, options};
use crate::{OpenError, Store, disk::migrations, inspect};

#[tokio::test]
async fn a_directory_is_looked_at_and_left_as_it_was() {
    let mut world = World::new();
    let empty = world.store.inspection().await.unwrap();
    assert_eq!((empty.has_spaces, empty.backed_up_ms), (false, None));
    assert!(matches!(inspect(&world.path()), Err(OpenError::InUse(_))));
    world.some_pad(b"root").await;
    let copy = world.path().join("copy.sqlite");
    world.store.backup(copy, |_| ()).await.unwrap();
    world.restart().await;
    world.store.close().await;
    let files = || {
        let files = fs::read_dir(world.path()).unwrap().map(|entry| {
            let path = entry.unwrap().path();
            (path.clone(), fs::read(path).unwrap())
        });
        let mut files: Vec<_> = files.collect();
        files.sort();
        files
    };
    let before = files();
    let seen = inspect(&world.path()).unwrap();
    assert!(before == files(), "nothing changed");
    assert_eq!(
        (seen.schema, seen.schema_known),
        (migrations::ALL.len(), migrations::ALL.len())
    );
    assert!(seen.has_spaces && seen.findings.is_empty());
    assert!(seen.backed_up_ms.is_some() && seen.trusted_ms.is_some());
}

#[test]
fn where_there_is_nothing_nothing_is_made() {
    let dir = tempfile::tempdir().unwrap();
    let nowhere = dir.path().join("data");
    assert!(matches!(inspect(&nowhere), Err(OpenError::Missing(_))));
    assert!(!nowhere.exists());
}

#[tokio::test]
async fn damage_is_found_and_left() {
    let world = World::new();
    for _ in 0..20 {
        world.some_pad(&vec![7; 20_000]).await;
    }
    world.store.close().await;
    let mut bytes = fs::read(world.database()).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0x55);
    fs::write(world.database(), &bytes).unwrap();
    let is_damaged = match inspect(&world.path()) {
        Ok(seen) => !seen.findings.is_empty(),
        Err(error) => matches!(error, OpenError::Damaged { .. }),
    };
    assert!(is_damaged);
    assert!(fs::read(world.database()).unwrap() == bytes);
    drop(Store::open_with(&world.path(), options()).unwrap());
}
