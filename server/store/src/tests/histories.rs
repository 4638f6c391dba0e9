//! Random histories of one document: whatever happens in whatever order, it rebuilds in two independent ways.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::world::World;
use crate::{
    Append, Chunk, ChunkNumber, DocumentId, Reread, Snapshot, StoreError, Stored,
    content::{places, rebuild},
    limits::GRACE_MS,
};

/// A change is one number; a row holds some, four bytes each; a snapshot holds all.
type Changes = BTreeSet<u32>;

#[derive(Debug, Clone)]
enum Step {
    Write(u8),
    Snapshot { rows_behind: u8 },
    BadSnapshot,
    Sweep { is_grace_over: bool },
    Restart,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (1..4u8).prop_map(Step::Write),
        3 => (0..3u8).prop_map(|rows_behind| Step::Snapshot { rows_behind }),
        1 => Just(Step::BadSnapshot),
        2 => any::<bool>().prop_map(|is_grace_over| Step::Sweep { is_grace_over }),
        1 => Just(Step::Restart),
    ]
}

struct History {
    world: World,
    pad: DocumentId,
    written: Changes,
    /// What was written up to each row of changes.
    up_to: Vec<(ChunkNumber, Changes)>,
}

fn encode(changes: impl IntoIterator<Item = u32>) -> Vec<u8> {
    changes.into_iter().flat_map(u32::to_le_bytes).collect()
}

fn decode(bytes: &[u8]) -> Changes {
    bytes
        .as_chunks()
        .0
        .iter()
        .map(|four| u32::from_le_bytes(*four))
        .collect()
}

/// The head of a document is its last change: it stands for all before it.
fn heads(changes: &Changes) -> Vec<[u8; 32]> {
    changes
        .last()
        .map(|last| super::world::head(&last.to_le_bytes()))
        .into_iter()
        .collect()
}

fn contains_all(reread: Reread) -> bool {
    let snapshot = decode(&reread.snapshot);
    let is_known = |head: &[u8; 32]| decode(&head[..4]).is_subset(&snapshot);
    let is_contained = |chunk: &Chunk| decode(&chunk.bytes).is_subset(&snapshot);
    reread.covered_heads.iter().all(is_known) && reread.covered.iter().all(is_contained)
}

fn union(stored: &Stored, without: Option<ChunkNumber>) -> Changes {
    let rest = stored
        .chunks
        .iter()
        .filter(|chunk| Some(chunk.number) != without);
    rest.flat_map(|chunk| decode(&chunk.bytes)).collect()
}

impl History {
    async fn begin() -> Self {
        let world = World::new();
        let pad = world.some_pad(&encode([0])).await;
        let written = Changes::from([0]);
        History {
            world,
            pad,
            up_to: vec![(1, written.clone())],
            written,
        }
    }

    async fn goes_on(&mut self, step: Step) {
        match step {
            Step::Write(count) => self.write(count).await,
            Step::Snapshot { rows_behind } => self.snapshot(rows_behind.into()).await,
            Step::BadSnapshot => self.bad_snapshot().await,
            Step::Sweep { is_grace_over } => self.sweep(is_grace_over).await,
            Step::Restart => self.world.restart().await,
        }
    }

    async fn write(&mut self, count: u8) {
        let next = self.written.len() as u32;
        let fresh = next..next + u32::from(count);
        self.written.extend(fresh.clone());
        let (heads, actors) = (heads(&self.written), vec![]);
        let append = Append {
            document: self.pad,
            bytes: encode(fresh),
            heads,
            actors,
        };
        let number = self.world.store.append(append).await.unwrap();
        self.up_to.push((number, self.written.clone()));
    }

    /// Of an earlier state, as when people write while it is being made.
    async fn snapshot(&mut self, rows_behind: usize) {
        let back = self.up_to.len().saturating_sub(1 + rows_behind);
        let (covers_to, changes) = self.up_to[back].clone();
        match self.add(covers_to, changes).await {
            Ok(_) => {}
            Err(StoreError::NotVerified) => {} // it covers less than the one before
            Err(error) => panic!("{error}"),
        }
    }

    /// It misses the last change.
    async fn bad_snapshot(&mut self) {
        let (covers_to, mut changes) = self.up_to.last().unwrap().clone();
        changes.pop_last();
        let added = self.add(covers_to, changes).await;
        assert!(matches!(added, Err(StoreError::NotVerified)));
    }

    async fn add(
        &self,
        covers_to: ChunkNumber,
        changes: Changes,
    ) -> Result<ChunkNumber, StoreError> {
        let (document, heads) = (self.pad, heads(&changes));
        let snapshot = Snapshot {
            document,
            bytes: encode(changes),
            heads,
            covers_to,
        };
        self.world.store.add_snapshot(snapshot, contains_all).await
    }

    async fn sweep(&mut self, is_grace_over: bool) {
        let now_ms = if is_grace_over {
            u64::MAX / 4
        } else {
            crate::clock::now_ms()
        };
        assert_eq!(
            self.world
                .store
                .sweep(now_ms, GRACE_MS)
                .await
                .unwrap()
                .blocked,
            0
        );
    }

    async fn rebuilds_in_two_ways(&self) {
        let short = self.world.loads(self.pad).await;
        assert!(short.is_whole && short.damaged.is_empty());
        assert_eq!(union(&short, None), self.written);
        let pad = self.pad;
        let thorough = move |connection: &rusqlite::Connection| {
            let verified = places::verified(connection, pad)?;
            Ok((rebuild::load_thoroughly(connection, pad)?, verified))
        };
        let (all, verified) = self.world.store.read(thorough).await.unwrap();
        let all = all.unwrap();
        assert!(all.is_whole && all.damaged.is_empty());
        let Some((latest, _)) = verified.first() else {
            return;
        };
        assert_eq!(
            union(&all, Some(*latest)),
            self.written,
            "without the latest snapshot"
        );
        let covered = all
            .chunks
            .iter()
            .filter(|chunk| chunk.number < short.chunks[0].number);
        for chunk in covered.filter(|chunk| !short.chunks.contains(chunk)) {
            assert_eq!(
                union(&all, Some(chunk.number)),
                self.written,
                "without {}",
                chunk.number
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn nothing_written_is_ever_lost(steps in prop::collection::vec(step(), 1..30)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut history = History::begin().await;
            for step in steps {
                history.goes_on(step).await;
                history.rebuilds_in_two_ways().await;
            }
        });
    }
}
