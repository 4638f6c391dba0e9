//! A document that does not load to its own heads once it is saved is refused in words, to everybody, at once.

use automerge::transaction::CommitOptions;
use automerge::{ActorId, Automerge, Change};
use hub::{AlreadySent, PeerKey};
use store::{
    Append, KindWord, Language, NewDocument, NewWorkshop, ParticipantId, Role, Snapshot, Store,
};

use super::*;
use crate::budget::Budget;
use crate::budget::shares::Owner;
use crate::metrics::Metrics;
use crate::outbox::{Mail, Outbox};

/// A change without operations, above its place: it applies, and keeps what is saved with it from loading.
fn poison(document: &Automerge) -> Change {
    let mut copy = document.fork();
    copy.empty_commit(CommitOptions::default());
    let change = copy.get_last_local_change().expect("it was just made");
    let mut change = change.decode();
    change.deps.clear();
    change.hash = None;
    Change::from(change)
}

async fn workshop(store: &Store) -> store::SpaceId {
    let new = NewWorkshop {
        title: "Bilan".into(),
        language: Language::French,
        name: Some("Ana".into()),
        session: None,
    };
    let made = store.create_workshop(new).await;
    made.expect("the store is open").space
}

/// A server on whose disk is one pad: a snapshot of it, and the poison after that.
async fn poisoned(store: &Store) -> (Rooms, store::SpaceId, DocumentId) {
    let mut pad = crdt::pad::create(ActorId::from([1; 16]));
    let (space, id) = (workshop(store).await, DocumentId::random());
    let heads = |pad: &Automerge| pad.get_heads().iter().map(|head| head.0).collect();
    let new = NewDocument {
        id,
        space,
        kind: KindWord::from_static("pad"),
        title: "Pad".into(),
        bytes: pad.save(),
        heads: heads(&pad),
    };
    let made = store.create_document(new).await;
    made.expect("the store is open");
    let snapshot = Snapshot {
        document: id,
        bytes: pad.save(),
        heads: heads(&pad),
        covers_to: 1,
    };
    let added = store.add_snapshot(snapshot, |_| true).await;
    added.expect("the snapshot is taken");
    let poison = poison(&pad);
    pad.apply_changes([poison.clone()]).expect("it applies");
    let append = Append {
        document: id,
        bytes: poison.raw_bytes().to_vec(),
        heads: heads(&pad),
        actors: Vec::new(),
    };
    store.append(append).await.expect("it is written");
    let rooms = Rooms::new(store.clone(), Metrics::default());
    (rooms, space, id)
}

async fn enters(rooms: &Rooms, pad: (store::SpaceId, DocumentId), speaks_atelier: bool) -> Outbox {
    let outbox = Outbox::new(&Budget::default(), Owner::Proxy);
    let visitor = Visitor {
        peer: PeerKey(u64::from(speaks_atelier)),
        peer_id: "somebody".into(),
        participant: ParticipantId([7; 16]),
        role: Role::Participant,
        role_max: Role::Facilitator,
        outbox: outbox.clone(),
        speaks_atelier,
        reads_bundles: true,
        already_sent: AlreadySent::Nothing,
    };
    rooms.send(pad.0, pad.1, Order::Enter(visitor)).await;
    outbox
}

/// Everything that is said up to a frame with these words in it.
async fn hears(outbox: &Outbox, words: &str) -> String {
    let mut heard = String::new();
    while !heard.contains(words) {
        let Mail::Frames(mail) = outbox.next().await else {
            panic!("the socket is closed after {heard}");
        };
        heard.extend(
            mail.frames
                .iter()
                .map(|frame| String::from_utf8_lossy(frame)),
        );
    }
    heard
}

#[tokio::test(flavor = "multi_thread")]
async fn who_opens_a_document_that_does_not_load_again_is_told_so() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let store = Store::open(place.path()).expect("an empty directory opens");
    let (rooms, space, pad) = poisoned(&store).await;
    let ours = enters(&rooms, (space, pad), true).await;
    let heard = hears(&ours, "atelier-refused").await;
    assert!(heard.contains("damaged") && !heard.contains("doc-unavailable"));

    let stock = enters(&rooms, (space, pad), false).await;
    let heard = hears(&stock, "doc-unavailable").await;
    for words in ["est abîmé sur le disque", "is damaged on the server"] {
        assert!(heard.contains(words), "{heard}");
    }
    let read = rooms.read(space, pad, |_| ()).await;
    assert!(matches!(read, Err(ReadError::Damaged)));
    let counted = rooms.0.metrics.text().expect("counters can be written");
    assert!(
        counted.contains("atelier_documents_damaged_total 3"),
        "{counted}"
    );
}
