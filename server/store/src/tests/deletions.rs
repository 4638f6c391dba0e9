//! Documents and files that are deleted for good, and how much of a space the others take.

use super::world::{World, new_pad};
use crate::{
    AttachmentId, DocumentChange, DocumentId, NewAttachment, ParticipantId, StoreError, Structure,
    limits::{BYTES_PER_SPACE_MAX, DELETIONS_PER_SPACE_MAX, GRACE_MS, NOTICE_MS},
};

impl World {
    async fn puts_away(&self, document: DocumentId) {
        let change = DocumentChange {
            archived: Some(true),
            ..DocumentChange::default()
        };
        self.store.change_document(document, change).await.unwrap();
    }

    async fn attaches(&self, made: &Structure, name: &str, bytes: usize) -> AttachmentId {
        let new = NewAttachment {
            document: made.document,
            participant: made.participant,
            name: name.into(),
            bytes: vec![7; bytes],
        };
        self.store.attach(new).await.unwrap()
    }

    /// How much each document of the space holds.
    async fn weighs(&self, made: &Structure) -> Vec<u64> {
        let usage = self.store.usage(made.space).await.unwrap();
        usage.documents.iter().map(|each| each.bytes).collect()
    }
}

#[tokio::test]
async fn a_document_is_put_away_before_it_is_deleted_for_good() {
    let world = World::new();
    let made = world.workshop().await;
    let pad = world.pad(made.space, b"root").await;
    let too_early = world.store.delete_document(pad, made.participant).await;
    assert!(matches!(too_early, Err(StoreError::NotArchived)));
    assert_eq!(world.reads(pad).await, [b"root"]);
    world.puts_away(pad).await;
    world
        .store
        .delete_document(pad, made.participant)
        .await
        .unwrap();
    assert_eq!(world.store.document(pad).await.unwrap(), None);
    assert!(world.store.load_document(pad).await.unwrap().is_none());
    let again = world.store.delete_document(pad, made.participant).await;
    assert!(matches!(again, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn who_deleted_a_document_is_known_to_whoever_names_it() {
    let mut world = World::new();
    let made = world.workshop().await;
    let pad = world.pad(made.space, b"root").await;
    assert_eq!(world.store.deletion(pad).await.unwrap(), None);
    world.puts_away(pad).await;
    let by = made.participant;
    world.store.delete_document(pad, by).await.unwrap();
    world.restart().await;
    let deletion = world.store.deletion(pad).await.unwrap().unwrap();
    assert_eq!((deletion.space, deletion.by), (made.space, by));
    let never_was = world.store.deletion(DocumentId::random()).await;
    assert_eq!(never_was.unwrap(), None);
}

#[tokio::test]
async fn a_deleted_document_takes_nothing_any_more() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    world.puts_away(made.document).await;
    let deleted = world.store.delete_document(made.document, made.participant);
    deleted.await.unwrap();
    assert!(world.writes(made.document, b"late").await.is_err());
    let late = world.store.quarantine(made.document, "late", vec![1]).await;
    late.unwrap();
    assert_eq!(world.store.quarantined().await.unwrap(), 0);
    let new = NewAttachment {
        document: made.document,
        participant: made.participant,
        name: "late.pdf".into(),
        bytes: vec![1],
    };
    let late = world.store.attach(new).await;
    assert!(matches!(late, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn the_oldest_deletions_of_a_space_are_forgotten_beyond_the_limit() {
    let mut world = World::new();
    let made = world.workshop().await;
    let pads = [
        world.pad(made.space, b"1").await,
        world.pad(made.space, b"2").await,
    ];
    world.puts_away(pads[0]).await;
    let by: ParticipantId = made.participant;
    world.store.delete_document(pads[0], by).await.unwrap();
    world
        .behind_its_back(|connection| {
            let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
                       INSERT INTO deletions SELECT randomblob(32), space, participant, at_ms + 1 FROM n, deletions";
            connection.execute(sql, [DELETIONS_PER_SPACE_MAX]).unwrap();
            let sql = "UPDATE deletions SET at_ms = at_ms - 1000000";
            connection.execute(sql, []).unwrap();
        })
        .await;
    assert!(world.store.deletion(pads[0]).await.unwrap().is_some());
    world.puts_away(pads[1]).await;
    world.store.delete_document(pads[1], by).await.unwrap();
    assert_eq!(world.store.deletion(pads[0]).await.unwrap(), None);
    assert!(world.store.deletion(pads[1]).await.unwrap().is_some());
}

#[tokio::test]
async fn what_is_known_of_deletions_goes_with_the_space() {
    let world = World::new();
    let made = world.workshop().await;
    let pad = world.pad(made.space, b"root").await;
    world.puts_away(pad).await;
    let deleted = world.store.delete_document(pad, made.participant);
    deleted.await.unwrap();
    world.store.end_space(made.space, 0).await.unwrap();
    let erased = world.store.erase_space(made.space, NOTICE_MS).await;
    assert!(erased.unwrap());
    assert_eq!(world.store.deletion(pad).await.unwrap(), None);
}

#[tokio::test]
async fn a_deleted_file_is_gone_and_the_others_stay() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let (one, two) = (
        world.attaches(&made, "devis.pdf", 10).await,
        world.attaches(&made, "devis.pdf", 10).await,
    );
    world.store.delete_attachment(one).await.unwrap();
    assert_eq!(world.store.attachment(one).await.unwrap(), None);
    assert_eq!(world.store.listed_attachment(one).await.unwrap(), None);
    let other = world.store.attachment(two).await.unwrap().unwrap();
    assert_eq!(other.bytes, [7; 10], "the same bytes, in a row of its own");
    let again = world.store.delete_attachment(one).await;
    assert!(matches!(again, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn a_deleted_file_is_in_no_file_of_the_data() {
    let mut world = World::new();
    let made = world.structure(None, b"root").await;
    let secret = b"Unmistakable-content".repeat(3_000);
    let new = NewAttachment {
        document: made.document,
        participant: made.participant,
        name: "devis-Unforgettable.pdf".into(),
        bytes: secret,
    };
    let id = world.store.attach(new).await.unwrap();
    let mut needles = traces::Needles::default();
    needles.bytes("content", b"Unmistakable");
    needles.bytes("name", b"Unforgettable");
    needles.id("file", &id.0, id);
    let found = |world: &World| traces::in_files(&world.path(), &needles).unwrap();
    assert!(!found(&world).is_empty());
    world.store.delete_attachment(id).await.unwrap();
    assert!(found(&world).is_empty(), "at once, with the log");
    assert!(world.store.remove_traces().await.unwrap());
    world.restart().await;
    assert!(found(&world).is_empty());
}

#[tokio::test]
async fn a_space_says_what_it_holds_and_what_is_largest() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let small = world.attaches(&made, "a.pdf", 10).await;
    let large = world.attaches(&made, "b.pdf", 30).await;
    world.writes(made.document, b"hello").await.unwrap();
    let usage = world.store.usage(made.space).await.unwrap();
    let plan = &usage.documents[0];
    assert_eq!((plan.bytes, plan.files, plan.file_bytes), (9, 2, 40));
    let largest: Vec<_> = usage.largest.iter().map(|file| file.id).collect();
    assert_eq!(largest, [large, small]);
    world.store.delete_attachment(large).await.unwrap();
    let usage = world.store.usage(made.space).await.unwrap();
    assert_eq!(usage.documents[0].file_bytes, 10);
}

#[tokio::test]
async fn what_snapshots_replace_is_counted_until_it_goes() {
    let world = World::new();
    let made = world.structure(None, b"root").await;
    let last = world.writes(made.document, b"hello").await.unwrap();
    for _ in 0..2 {
        let made = world.snapshots(made.document, b"whole", last, |_| true);
        made.await.unwrap();
    }
    assert_eq!(world.weighs(&made).await, [19]);
    let bad = world.snapshots(made.document, b"wrong", last, |_| false);
    bad.await.unwrap_err();
    assert_eq!(world.weighs(&made).await, [19], "a withdrawn one is empty");
    let later = world.store.now_ms() + 2 * GRACE_MS;
    world.store.sweep(later, GRACE_MS).await.unwrap();
    assert_eq!(world.weighs(&made).await, [10]);
}

#[tokio::test]
async fn a_full_space_begins_nothing_and_lets_people_write() {
    let mut world = World::new();
    let made = world.structure(None, b"root").await;
    world
        .behind_its_back(|connection| {
            let sql = "UPDATE documents SET bytes = ?1";
            connection.execute(sql, [BYTES_PER_SPACE_MAX]).unwrap();
        })
        .await;
    let is_full = |error| {
        let what = "bytes in a space";
        matches!(error, StoreError::TooMany { what: found, .. } if found == what)
    };
    let pad = world.store.create_document(new_pad(made.space, b"root"));
    assert!(is_full(pad.await.unwrap_err()));
    let file = NewAttachment {
        document: made.document,
        participant: made.participant,
        name: "a.pdf".into(),
        bytes: vec![1],
    };
    assert!(is_full(world.store.attach(file).await.unwrap_err()));
    world.writes(made.document, b"more").await.unwrap();
    let elsewhere = world.structure(None, b"root").await;
    world.pad(elsewhere.space, b"root").await;
}
