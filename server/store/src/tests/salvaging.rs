//! What becomes of a damaged database: it is kept as it was, and what can be read goes on in a fresh one.

use std::{fs, path::PathBuf};

use super::world::{World, options};
use crate::{OpenError, Store};

const PAGE_BYTES: usize = 4096;

/// Fills pages with zeros while the server is stopped.
async fn zero(world: &World, pages_of: &str) {
    world.store.close().await;
    let connection = rusqlite::Connection::open(world.database()).unwrap();
    let mut statement = connection
        .prepare("SELECT pageno FROM dbstat WHERE name = ?1")
        .unwrap();
    let pages = statement.query_map([pages_of], |row| row.get::<_, usize>(0));
    let mut file = fs::read(world.database()).unwrap();
    for page in pages.unwrap().map(Result::unwrap) {
        file[(page - 1) * PAGE_BYTES..page * PAGE_BYTES].fill(0);
    }
    fs::write(world.database(), file).unwrap();
}

fn kept_aside(world: &World) -> Vec<PathBuf> {
    let entries = fs::read_dir(world.path()).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.to_string_lossy().contains("damaged-"))
        .collect()
}

#[tokio::test]
async fn a_damaged_index_costs_nothing_and_the_file_is_kept() {
    let mut world = World::new();
    let pad = world.some_pad(b"root").await;
    world.writes(pad, b"more").await.unwrap();
    zero(&world, "sqlite_autoindex_documents_1").await;
    let damaged = fs::read(world.database()).unwrap();
    world.store = Store::open_with(&world.path(), options()).unwrap();
    assert!(world.loads(pad).await.is_whole);
    assert_eq!(world.reads(pad).await, [&b"root"[..], b"more"]);
    let [aside] = &kept_aside(&world)[..] else {
        panic!("the damaged file is kept once")
    };
    assert_eq!(fs::read(aside.join("atelier.sqlite")).unwrap(), damaged);
    let report = fs::read_to_string(aside.join("report.txt")).unwrap();
    assert!(
        report.contains("chunks: 2 rows, all that were found"),
        "{report}"
    );
    world.restart().await;
    assert_eq!(
        kept_aside(&world).len(),
        1,
        "a sound database is left alone"
    );
}

#[tokio::test]
async fn a_space_that_lost_its_title_is_entered_all_the_same() {
    let mut world = World::new();
    let made = world.structure(None, b"root").await;
    let workshop = world.workshop().await;
    zero(&world, "spaces").await;
    world.store = Store::open_with(&world.path(), options()).unwrap();
    let left = world.store.space(made.space).await.unwrap().unwrap();
    assert_eq!((left.kind, left.code), (crate::SpaceKind::Structure, None));
    let found = world.store.space(workshop.space).await.unwrap().unwrap();
    assert_eq!(found.kind, crate::SpaceKind::Workshop);
    assert!(world.role(&made.session, made.space).await.is_some());
    world.joins(&made.links.participant, "Zoé").await;
    assert_eq!(world.reads(made.document).await, [b"root"]);
}

#[tokio::test]
async fn what_was_saved_last_is_found_in_the_log_of_a_file_without_a_beginning() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    world.writes(pad, b"saved last").await.unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    for name in ["atelier.sqlite", "atelier.sqlite-wal"] {
        fs::copy(world.path().join(name), elsewhere.path().join(name)).unwrap();
    }
    let file = elsewhere.path().join("atelier.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    bytes[..100].fill(0);
    fs::write(&file, bytes).unwrap();
    let store = Store::open_with(elsewhere.path(), options()).unwrap();
    let stored = store.load_document(pad).await.unwrap().unwrap();
    assert!(stored.is_whole);
    assert_eq!(stored.chunks[1].bytes, b"saved last");
}

#[tokio::test]
async fn a_disk_that_goes_on_damaging_is_not_written_to_for_ever() {
    let mut world = World::new();
    for _ in 0..5 {
        zero(&world, "sqlite_autoindex_documents_1").await;
        world.store = Store::open_with(&world.path(), options()).unwrap();
    }
    zero(&world, "sqlite_autoindex_documents_1").await;
    let refused = Store::open_with(&world.path(), options());
    let Err(error @ OpenError::Damaged { .. }) = refused else {
        panic!("it was salvaged again")
    };
    assert!(
        error.to_string().contains("atelier restore FILE"),
        "{error}"
    );
    assert_eq!(kept_aside(&world).len(), 5);
}

#[tokio::test]
async fn a_number_of_the_schema_that_the_tables_belie_is_not_believed() {
    let mut world = World::new();
    let pad = world.some_pad(b"root").await;
    let steps = crate::disk::migrations::ALL.len();
    for said in [steps ^ 64, 1, 2_000_000_000] {
        world.store.close().await;
        let connection = rusqlite::Connection::open(world.database()).unwrap();
        connection
            .pragma_update(None, "user_version", said as i64)
            .unwrap();
        drop(connection);
        world.store = Store::open_with(&world.path(), options()).unwrap();
        assert_eq!(world.reads(pad).await, [b"root"], "{said}");
    }
}
