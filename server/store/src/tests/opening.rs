//! Opening a data directory: one process, our own schema, an intact database.

use std::fs;

use super::world::{World, options};
use crate::{OpenError, Store, disk::migrations};

#[tokio::test]
async fn a_second_process_is_refused_until_the_first_is_gone() {
    let world = World::new();
    let second = Store::open_with(&world.path(), options());
    assert!(matches!(second, Err(OpenError::InUse(dir)) if dir == world.path()));
    world.store.close().await;
    assert!(Store::open_with(&world.path(), options()).is_ok());
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let world = World::new();
    world.store.close().await;
    let connection = rusqlite::Connection::open(world.database()).unwrap();
    connection.pragma_update(None, "user_version", 999).unwrap();
    drop(connection);
    let opened = Store::open_with(&world.path(), options());
    assert!(matches!(opened, Err(OpenError::Newer { found: 999, .. })));
}

#[test]
fn an_empty_database_is_brought_up_to_date() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("atelier.sqlite"), b"").unwrap();
    drop(Store::open_with(dir.path(), options()).unwrap());
}

#[test]
fn what_is_not_a_database_is_refused_and_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("atelier.sqlite");
    fs::write(&file, vec![b'x'; 8192]).unwrap();
    let opened = Store::open_with(dir.path(), options());
    assert!(matches!(opened, Err(OpenError::Damaged { path, .. }) if path == file));
    assert_eq!(fs::read(&file).unwrap(), vec![b'x'; 8192]);
}

#[tokio::test]
async fn of_a_database_cut_short_what_is_left_is_served() {
    let world = World::new();
    let pad = world.some_pad(&vec![7; 100_000]).await;
    world.writes(pad, &vec![8; 100_000]).await.unwrap();
    world.store.close().await;
    let file = fs::OpenOptions::new()
        .write(true)
        .open(world.database())
        .unwrap();
    file.set_len(64 * 4096).unwrap();
    let cut = Store::open_with(&world.path(), options()).unwrap();
    assert!(cut.document(pad).await.unwrap().is_some());
    let stored = cut.load_document(pad).await.unwrap().unwrap();
    assert!(!stored.is_whole && !stored.damaged.is_empty());
}

#[tokio::test]
async fn opening_makes_a_directory_and_its_database_is_of_this_version() {
    let outer = tempfile::tempdir().unwrap();
    let dir = outer.path().join("some/where");
    let store = Store::open_with(&dir, options()).unwrap();
    let version = store
        .read(|connection| Ok(migrations::version(connection)?))
        .await
        .unwrap();
    assert_eq!(version, migrations::ALL.len());
}

#[tokio::test]
async fn what_a_crash_left_in_the_log_is_folded_back_at_once() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    let elsewhere = tempfile::tempdir().unwrap();
    for file in fs::read_dir(world.path()).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), elsewhere.path().join(file.file_name())).unwrap();
    }
    let log = elsewhere.path().join("atelier.sqlite-wal");
    assert!(fs::metadata(&log).unwrap().len() > 0);
    let store = Store::open_with(elsewhere.path(), options()).unwrap();
    assert!(store.document(pad).await.unwrap().is_some());
    assert_eq!(fs::metadata(&log).unwrap().len(), 0);
}

#[tokio::test]
async fn what_other_accounts_could_open_is_closed_at_the_start() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let mut world = World::new();
    world.some_pad(b"root").await;
    let set = |path: std::path::PathBuf, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    world.store.close().await;
    set(world.database(), 0o644);
    set(world.path(), 0o755);
    world.restart().await;
    world.some_pad(b"root").await;
    for entry in fs::read_dir(world.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", entry.path().display());
    }
    assert_eq!(fs::metadata(world.path()).unwrap().mode() & 0o777, 0o700);
    assert!(world.database().with_extension("sqlite-wal").exists());
}
