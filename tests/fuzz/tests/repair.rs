//! A poisoned document on disk: `atelier check` names it, `--repair` mends it, and all that is called sound then opens in
//! Rust and in stock JavaScript.

use std::path::Path;

use atelier::command::check;
use atelier::command::cli::{Check, DataDirectory};
use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, Change, ChangeHash, ROOT, ReadDoc};
use crdt::kind::DocumentKind;
use crdt::language::Language;
use fuzz::body::Body;
use fuzz::proof::Kept;
use fuzz::stock::Stock;
use store::{Append, DocumentId, KindWord, NewDocument, NewWorkshop, SpaceId, Store};

/// A data directory with a workshop in it.
struct House {
    place: tempfile::TempDir,
    store: Store,
    space: SpaceId,
}

fn heads(document: &Automerge) -> Vec<[u8; 32]> {
    document.get_heads().iter().map(|head| head.0).collect()
}

impl House {
    async fn opens() -> Self {
        let place = tempfile::tempdir().expect("a temporary directory");
        let store = Store::open(place.path()).expect("an empty directory opens");
        let new = NewWorkshop {
            title: "Bilan".into(),
            language: store::Language::French,
            name: Some("Ana".into()),
            session: None,
        };
        let made = store.create_workshop(new).await;
        let space = made.expect("the store is open").space;
        Self {
            place,
            store,
            space,
        }
    }

    async fn makes(&self, kind: DocumentKind) -> (DocumentId, Automerge) {
        let document = kind.create(None, ActorId::from([1; 16]), Language::French);
        let id = DocumentId::random();
        let new = NewDocument {
            id,
            space: self.space,
            kind: KindWord::from_static(kind.row().word),
            title: "Document".into(),
            bytes: document.save(),
            heads: heads(&document),
        };
        let made = self.store.create_document(new).await;
        made.expect("the store is open");
        (id, document)
    }

    /// Writes a change to the disk, whatever it does to the document.
    async fn writes(&self, id: DocumentId, document: &mut Automerge, change: Vec<u8>) {
        let read = Change::from_bytes(change.clone()).expect("it is a change");
        document.apply_changes([read]).expect("it applies");
        let append = Append {
            document: id,
            bytes: change,
            heads: heads(document),
            actors: Vec::new(),
        };
        self.store.append(append).await.expect("it is written");
    }

    fn path(&self) -> &Path {
        self.place.path()
    }

    async fn documents(&self, ids: &[DocumentId]) -> Vec<Kept> {
        let mut kept = Vec::new();
        for id in ids {
            let stored = self.store.load_document(*id).await;
            let stored = stored.expect("the store is open").expect("it is there");
            let rows = stored.chunks.iter().map(|chunk| chunk.bytes.as_slice());
            let document = crdt::open::open(rows).expect("it opens");
            kept.push(Kept {
                bytes: document.save(),
                heads: stored.heads.into_iter().map(ChangeHash).collect(),
            });
        }
        kept
    }
}

/// 'word' is written in a pad.
fn word(document: &Automerge, actor: u8, word: &str) -> Vec<u8> {
    let mut copy = document.fork().with_actor(ActorId::from([actor; 16]));
    let mut transaction = copy.transaction();
    let body = transaction.get(ROOT, "body").expect("the root is there");
    let (_, body) = body.expect("a pad has a body");
    let written = transaction.splice_text(&body, 1, 0, word);
    written.expect("the beginning is there");
    transaction.commit();
    let change = copy.get_last_local_change().expect("it was just made");
    change.raw_bytes().to_vec()
}

/// An empty change that begins above its place: in a frame, it is some sixty bytes.
fn poison(document: &Automerge) -> Vec<u8> {
    let changes = document.get_changes_meta(&[]);
    let highest = changes.iter().map(|change| change.max_op).max();
    Body::empty(&[66; 16], Vec::new(), highest.unwrap_or(0) + 1).chunk()
}

fn opens_in_javascript(documents: &[Kept]) {
    let mut stock = Stock::started();
    for (number, kept) in (0..).zip(documents) {
        stock.loads(number, kept);
    }
    assert_eq!(stock.ends(), Ok(documents.len() as u64));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_check_calls_sound_opens_and_a_poisoned_document_does_after_it_was_mended() {
    let house = House::opens().await;
    let mut ids = Vec::new();
    for kind in DocumentKind::ALL {
        ids.push(house.makes(kind).await.0);
    }
    let (pad, mut document) = house.makes(DocumentKind::ALL[0]).await;
    ids.push(pad);
    let first = word(&document, 7, "before ");
    house.writes(pad, &mut document, first).await;
    let poison = poison(&document);
    house.writes(pad, &mut document, poison.clone()).await;
    let last = word(&document, 8, "after ");
    house.writes(pad, &mut document, last).await;
    house.store.close().await;

    let checked = check::look(house.path()).expect("the directory is there");
    let [fault] = &checked.faults[..] else {
        panic!("{:?}", checked.faults);
    };
    assert_eq!(fault.document, Some(pad));
    assert!(fault.what.contains("does not load again"), "{}", fault.what);
    let repairs = |repair| {
        check::run(&Check {
            file: None,
            repair,
            directory: DataDirectory {
                data: house.path().to_owned(),
            },
        })
    };
    let said = repairs(false).expect_err("a document is damaged");
    let told = format!("1 of {} documents", ids.len());
    assert!(said.to_string().contains(&told), "{said}");
    repairs(true).expect("it is mended");
    repairs(false).expect("it is sound");

    let house = House {
        store: Store::open(house.path()).expect("it opens again"),
        ..house
    };
    let documents = house.documents(&ids).await;
    let mended = documents.last().expect("the pad is the last");
    let mended = crdt::open::open([mended.bytes.as_slice()]).expect("it loads");
    let text = crdt::pad::read(&mended);
    for word in ["before", "after"] {
        assert!(
            format!("{text:?}").contains(word),
            "{word} is lost: {text:?}"
        );
    }
    opens_in_javascript(&documents);
    house.store.close().await;
    let database = std::fs::read(house.path().join("atelier.sqlite")).expect("it is there");
    let is_kept = database.windows(poison.len()).any(|bytes| bytes == poison);
    assert!(is_kept, "the change is gone");
}
