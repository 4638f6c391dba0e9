//! What belongs to a document and is not in it: files and the address of a calendar.

use super::world::World;
use crate::{
    AttachmentId, DocumentId, NewAttachment, StoreError, Structure,
    limits::{ATTACHMENT_BYTES_MAX, ATTACHMENTS_BYTES_PER_SPACE_MAX, NOTICE_MS},
};

fn file(made: &Structure, bytes: Vec<u8>) -> NewAttachment {
    NewAttachment {
        document: made.document,
        participant: made.participant,
        name: " devis.pdf ".into(),
        bytes,
    }
}

#[tokio::test]
async fn a_file_is_kept_as_it_is() {
    let mut world = World::new();
    let made = world.structure(None, b"root").await;
    let id = world.store.attach(file(&made, vec![0, 255, 7])).await;
    let id = id.unwrap();
    world.restart().await;
    let kept = world.store.attachment(id).await.unwrap().unwrap();
    assert_eq!(
        (kept.name.as_str(), kept.bytes.as_slice()),
        ("devis.pdf", [0, 255, 7].as_slice())
    );
    let document = world.store.attached_to(id).await.unwrap();
    assert_eq!(document, Some(made.document));
    assert_eq!(world.store.attachments(made.space).await.unwrap(), [id]);
    let nothing = world.store.attached_to(AttachmentId::random()).await;
    assert_eq!(nothing.unwrap(), None);
}

#[tokio::test]
async fn files_are_bounded_one_by_one_and_together() {
    let mut world = World::new();
    let made = world.structure(None, b"root").await;
    let long = world
        .store
        .attach(file(&made, vec![0; ATTACHMENT_BYTES_MAX + 1]))
        .await;
    assert!(matches!(long, Err(StoreError::TooLong { .. })));
    let id = world.store.attach(file(&made, vec![1])).await.unwrap();
    world
        .behind_its_back(|connection| {
            let sql = "UPDATE attachments SET size = ?1";
            connection
                .execute(sql, [ATTACHMENTS_BYTES_PER_SPACE_MAX - 1])
                .unwrap();
        })
        .await;
    world.store.attach(file(&made, vec![1])).await.unwrap();
    let more = world.store.attach(file(&made, vec![1])).await;
    assert!(matches!(more, Err(StoreError::TooMany { .. })));
    assert_eq!(world.store.attachments(made.space).await.unwrap().len(), 2);
    let nowhere = NewAttachment {
        document: DocumentId::random(),
        ..file(&made, vec![1])
    };
    let nowhere = world.store.attach(nowhere).await;
    assert!(matches!(nowhere, Err(StoreError::NotFound)));
    assert!(world.store.attachment(id).await.unwrap().is_some());
}

#[tokio::test]
async fn a_calendar_is_at_one_address_at_a_time() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let shown = async || {
        world
            .store
            .calendar_of(made.document, made.participant)
            .await
            .unwrap()
    };
    assert_eq!(shown().await, None);
    let first = world
        .store
        .open_calendar(made.document, made.participant)
        .await
        .unwrap();
    let second = world
        .store
        .open_calendar(made.document, made.participant)
        .await
        .unwrap();
    let at = async |secret: &crate::Secret| world.store.calendar(secret.hash()).await.unwrap();
    assert_eq!(
        (at(&first).await, at(&second).await),
        (None, Some(made.document))
    );
    assert_eq!(shown().await.as_ref(), Some(&second));
    world
        .store
        .close_calendar(made.document, made.participant)
        .await
        .unwrap();
    assert_eq!((at(&second).await, shown().await), (None, None));
}

#[tokio::test]
async fn belongings_go_with_their_space() {
    let mut world = World::new();
    let made = world.structure(None, b"root").await;
    let bytes = b"devis-Unmistakable".to_vec();
    world.store.attach(file(&made, bytes)).await.unwrap();
    let calendar = world
        .store
        .open_calendar(made.document, made.participant)
        .await
        .unwrap();
    world.store.end_space(made.space, 0).await.unwrap();
    assert!(
        world
            .store
            .erase_space(made.space, NOTICE_MS)
            .await
            .unwrap()
    );
    let at = world.store.calendar(calendar.hash()).await.unwrap();
    assert_eq!(at, None);
    world.restart().await;
    world.store.close().await;
    let bytes = std::fs::read(world.database()).unwrap();
    assert!(!bytes.windows(11).any(|window| window == b"Unmistakabl"));
}
