//! Backups: complete, verified, and put back.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
};

use super::world::{World, changes, options};
use crate::{
    BackupError, DocumentId, OpenError, Progress, RestoreError, Stage, Store, check, restore,
};

fn quiet(_: Progress) {}

fn restored(from: &Path, dir: &Path) -> Store {
    restore(from, dir, false, &mut quiet).unwrap();
    Store::open_with(dir, options()).unwrap()
}

async fn rows(store: &Store, pad: DocumentId) -> Vec<Vec<u8>> {
    let stored = store.load_document(pad).await.unwrap().unwrap();
    stored.chunks.into_iter().map(|chunk| chunk.bytes).collect()
}

#[tokio::test]
async fn a_backup_comes_back_as_it_was() {
    let world = World::new();
    let made = world.workshop().await;
    let pad = world.pad(made.space, b"root").await;
    world.writes(pad, b"hello").await.unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("backup.sqlite");
    let checked = world.store.backup(file.clone(), quiet).await.unwrap();
    assert_eq!(
        (checked.documents, checked.chunks, checked.bytes),
        (1, 2, 9)
    );
    assert!(checked.faults.is_empty());

    let store = restored(&file, &elsewhere.path().join("data"));
    assert_eq!(rows(&store, pad).await, [&b"root"[..], b"hello"]);
    let member = store.member(made.session.hash(), made.space).await.unwrap();
    assert_eq!(member.unwrap().participant, made.participant);
    assert_ne!(
        store.storage_id(),
        world.store.storage_id(),
        "not all that was saved there is here"
    );
    let names: Vec<_> = fs::read_dir(elsewhere.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(names.len(), 2, "nothing is left beside it: {names:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_under_writers_holds_all_that_was_saved_before() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    for each in 0..12u8 {
        world.writes(pad, &vec![each; 1024 * 1024]).await.unwrap();
    }
    let is_over = Arc::new(AtomicBool::new(false));
    let (store, stop) = (world.store.clone(), Arc::clone(&is_over));
    let (say, said) = mpsc::channel();
    let writer = tokio::spawn(async move {
        while !stop.load(Ordering::Relaxed) {
            say.send(store.append(changes(pad, &[7; 3_000])).await.unwrap())
                .unwrap();
        }
    });
    let first = said.recv().unwrap();
    let saved_before = said.try_iter().last().unwrap_or(first);
    let file = world.path().join("backup.sqlite");
    let (tell, told) = mpsc::channel();
    world
        .store
        .backup(file.clone(), move |progress| tell.send(progress).unwrap())
        .await
        .unwrap();
    is_over.store(true, Ordering::Relaxed);
    writer.await.unwrap();
    let stages: Vec<_> = told.iter().map(|progress| progress.stage).collect();
    assert!(
        stages
            .iter()
            .filter(|stage| **stage == Stage::Copying)
            .count()
            > 5
    );
    assert_eq!(stages.last(), Some(&Stage::Documents));

    let store = restored(&file, &world.path().join("elsewhere"));
    let stored = store.load_document(pad).await.unwrap().unwrap();
    assert!(stored.is_whole && stored.last >= saved_before);
    assert!(stored.last <= said.try_iter().last().unwrap_or(saved_before));
}

#[tokio::test]
async fn a_backup_replaces_an_older_one_and_fails_without_a_trace() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    let file = world.path().join("backup.sqlite");
    world.store.backup(file.clone(), quiet).await.unwrap();
    world.writes(pad, b"hello").await.unwrap();
    let checked = world.store.backup(file, quiet).await.unwrap();
    assert_eq!(checked.chunks, 2);
    let nowhere = world.path().join("no/such/directory/backup.sqlite");
    let failed = world.store.backup(nowhere, quiet).await;
    assert!(matches!(failed, Err(BackupError::Files { .. })));
    assert_eq!(world.writes(pad, b"still here").await, Ok(3));
}

#[tokio::test]
async fn data_is_replaced_only_when_asked_and_then_kept_aside() {
    let world = World::new();
    let pad = world.some_pad(b"old").await;
    let file = world.path().join("backup.sqlite");
    world.store.backup(file.clone(), quiet).await.unwrap();
    world.writes(pad, b"newer").await.unwrap();
    let in_use = restore(&file, &world.path(), true, &mut quiet);
    assert!(matches!(
        in_use,
        Err(RestoreError::Open(OpenError::InUse(_)))
    ));
    world.store.close().await;
    let refused = restore(&file, &world.path(), false, &mut quiet);
    assert!(matches!(refused, Err(RestoreError::NotEmpty(_))));

    let (_, aside) = restore(&file, &world.path(), true, &mut quiet).unwrap();
    let store = Store::open_with(&world.path(), options()).unwrap();
    assert_eq!(rows(&store, pad).await, [b"old"]);
    let kept = Store::open_with(&aside.unwrap(), options()).unwrap();
    assert_eq!(rows(&kept, pad).await, [&b"old"[..], b"newer"]);
}

#[tokio::test]
async fn a_damaged_backup_is_not_put_back() {
    let world = World::new();
    world.some_pad(b"old").await;
    let file = world.path().join("backup.sqlite");
    world.store.backup(file.clone(), quiet).await.unwrap();
    let target = fs::OpenOptions::new().write(true).open(&file).unwrap();
    target.set_len(5 * 4096).unwrap();
    let dir = world.path().join("elsewhere");
    let refused = restore(&file, &dir, false, &mut quiet);
    assert!(
        matches!(refused, Err(RestoreError::NotSound { .. })),
        "{refused:?}"
    );
    assert!(!dir.join("atelier.sqlite").exists());
}

#[tokio::test]
async fn a_half_done_restore_is_not_taken_for_an_empty_directory() {
    let world = World::new();
    world.store.close().await;
    fs::rename(
        world.database(),
        world.path().join("atelier.sqlite.restoring"),
    )
    .unwrap();
    let opened = Store::open_with(&world.path(), options());
    assert!(matches!(opened, Err(OpenError::HalfRestored(_))));
}

#[tokio::test]
async fn checking_opens_every_document_and_changes_nothing() {
    let world = World::new();
    let pad = world.some_pad(b"fine").await;
    let odd = world.some_pad(b"odd").await;
    let in_use = check(&world.path(), &mut |_| Ok(()), &mut quiet);
    assert!(matches!(in_use, Err(OpenError::InUse(_))));
    world.store.close().await;
    let before = fs::read(world.database()).unwrap();
    let mut opened = Vec::new();
    let mut open = |stored: &crate::Stored| {
        opened.push(stored.id);
        if stored.id == odd {
            Err("does not open".to_owned())
        } else {
            Ok(())
        }
    };
    let checked = check(&world.path(), &mut open, &mut quiet).unwrap();
    assert_eq!(opened, [pad, odd]);
    assert_eq!(checked.documents, 2);
    let faults: Vec<_> = checked
        .faults
        .iter()
        .map(|fault| (fault.document, fault.what.as_str()))
        .collect();
    assert_eq!(faults, [(Some(odd), "does not open")]);
    assert_eq!(fs::read(world.database()).unwrap(), before);
}

#[test]
fn checking_where_there_is_nothing_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let nothing = check(dir.path(), &mut |_| Ok(()), &mut quiet);
    assert!(matches!(nothing, Err(OpenError::Missing(_))));
    assert!(fs::read_dir(dir.path()).unwrap().next().is_none());
}
