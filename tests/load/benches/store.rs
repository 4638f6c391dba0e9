//! What it takes until changes are on disk: one commit, and many that come at once and share one.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use store::{Append, DocumentId, KindWord, Language, NewDocument, NewWorkshop, SpaceId, Store};

/// A letter, as a change.
const BYTES: usize = 120;
/// Documents written in at the same time.
const DOCUMENTS: [usize; 2] = [1, 50];

async fn documents(store: &Store, count: usize) -> Vec<DocumentId> {
    let new = NewWorkshop {
        title: "Bench".into(),
        language: Language::French,
        name: None,
        session: None,
    };
    let workshop = store
        .create_workshop(new)
        .await
        .expect("a workshop is made");
    let mut all = Vec::new();
    for _ in 0..count {
        all.push(document(store, workshop.space).await);
    }
    all
}

async fn document(store: &Store, space: SpaceId) -> DocumentId {
    let new = NewDocument {
        id: DocumentId::random(),
        space,
        kind: KindWord::from_static("pad"),
        title: "Bench".into(),
        bytes: vec![1; BYTES],
        heads: vec![[1; 32]],
    };
    store.create_document(new).await.expect("a pad is made").id
}

/// All of them at once, and back when the last one is on disk.
async fn append(store: &Store, documents: &[DocumentId]) {
    let writing = documents.iter().map(|&document| {
        store.append(Append {
            document,
            bytes: vec![2; BYTES],
            heads: vec![[2; 32]],
            actors: Vec::new(),
        })
    });
    for written in futures_util::future::join_all(writing).await {
        written.expect("the disk has room");
    }
}

fn commits(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let mut group = criterion.benchmark_group("store");
    group.sample_size(30);
    for count in DOCUMENTS {
        let directory = tempfile::tempdir().expect("there is room for a directory");
        let store = Store::open(directory.path()).expect("an empty directory opens");
        let documents = runtime.block_on(documents(&store, count));
        group.bench_function(BenchmarkId::new("append", count), |bench| {
            bench.iter(|| runtime.block_on(append(&store, &documents)));
        });
        runtime.block_on(store.close());
    }
    group.finish();
}

criterion_group!(benches, commits);
criterion_main!(benches);
