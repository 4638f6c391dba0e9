//! Documents: made with content, listed, renamed, put away, and open to those of their space only.

use super::world::{World, new_pad};
use crate::{DocumentChange, DocumentId, NewDocument, Role, Secret, SpaceId, StoreError, limits};

#[tokio::test]
async fn a_document_is_made_with_its_content() {
    let mut world = World::new();
    let made = world.workshop().await;
    let pad = world.pad(made.space, b"root").await;
    world.restart().await;
    let stored = world.loads(pad).await;
    assert_eq!(
        (stored.space, stored.title.as_str(), stored.is_whole),
        (made.space, "Notes", true)
    );
    assert_eq!(world.reads(pad).await, [b"root"]);
    let listed = world.store.documents(made.space).await.unwrap();
    assert_eq!((listed[0].id, listed[0].updated_ms), (pad, None));
    assert_eq!(world.store.document_ids().await.unwrap(), [pad]);
}

#[tokio::test]
async fn a_document_needs_a_space_and_a_title() {
    let world = World::new();
    let nowhere = world
        .store
        .create_document(new_pad(SpaceId::random(), b"root"))
        .await;
    assert!(matches!(nowhere, Err(StoreError::NotFound)));
    let made = world.workshop().await;
    let untitled = NewDocument {
        title: "".into(),
        ..new_pad(made.space, b"root")
    };
    let refused = world.store.create_document(untitled).await;
    assert!(matches!(refused, Err(StoreError::Empty("title"))));
    assert!(world.store.documents(made.space).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_space_holds_a_bounded_number_of_documents() {
    let mut world = World::new();
    let made = world.workshop().await;
    let pad = world.pad(made.space, b"root").await;
    world
        .behind_its_back(|connection| {
            let sql = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
                       INSERT INTO documents(id, space, kind, title, created_ms)
                       SELECT randomblob(16), space, kind, title, 0 FROM n, documents WHERE id = ?1";
            connection.execute(sql, (pad, limits::DOCUMENTS_PER_SPACE_MAX)).unwrap();
        })
        .await;
    let refused = world
        .store
        .create_document(new_pad(made.space, b"root"))
        .await;
    assert!(matches!(
        refused,
        Err(StoreError::TooMany {
            what: "documents",
            ..
        })
    ));
    let listed = world.store.documents(made.space).await.unwrap();
    assert_eq!(listed.len() as u64, limits::DOCUMENTS_PER_SPACE_MAX);
}

#[tokio::test]
async fn writing_marks_the_document_as_updated() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    world.writes(pad, b"hello").await.unwrap();
    assert!(
        world
            .store
            .document(pad)
            .await
            .unwrap()
            .unwrap()
            .updated_ms
            .is_some()
    );
}

#[tokio::test]
async fn a_document_is_renamed_put_away_and_taken_out() {
    let world = World::new();
    let pad = world.some_pad(b"root").await;
    let change = |title: Option<&str>, archived| DocumentChange {
        title: title.map(str::to_owned),
        archived,
        locked: None,
    };
    let away = world
        .store
        .change_document(pad, change(Some("Idées"), Some(true)))
        .await
        .unwrap();
    assert_eq!((away.title.as_str(), away.archived), ("Idées", true));
    let out = world
        .store
        .change_document(pad, change(None, Some(false)))
        .await
        .unwrap();
    assert_eq!((out.title.as_str(), out.archived), ("Idées", false));
    assert_eq!(world.store.document(pad).await.unwrap(), Some(out));
    let lock = DocumentChange {
        locked: Some(true),
        ..DocumentChange::default()
    };
    let locked = world.store.change_document(pad, lock).await.unwrap();
    assert_eq!((locked.title.as_str(), locked.locked), ("Idées", true));
    let stored = world.store.load_document(pad).await.unwrap().unwrap();
    assert!(stored.locked && !stored.archived);
    let unknown = world
        .store
        .change_document(DocumentId::random(), change(None, None))
        .await;
    assert!(matches!(unknown, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn a_document_opens_to_its_space_only() {
    let world = World::new();
    let (here, there) = (world.workshop().await, world.workshop().await);
    let pad = world.pad(here.space, b"root").await;
    let access =
        async |session: &Secret, pad| world.store.access(session.hash(), pad).await.unwrap();
    let mine = access(&here.session, pad).await.unwrap();
    assert_eq!(
        (mine.member.participant, mine.member.role),
        (here.participant, Role::Facilitator)
    );
    assert!(access(&there.session, pad).await.is_none());
    assert!(access(&Secret::random(), pad).await.is_none());
    assert!(access(&here.session, DocumentId::random()).await.is_none());
}

#[tokio::test]
async fn there_is_no_document_that_was_never_made() {
    let world = World::new();
    assert!(
        world
            .store
            .load_document(DocumentId::random())
            .await
            .unwrap()
            .is_none()
    );
}
