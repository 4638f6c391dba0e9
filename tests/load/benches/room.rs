//! What a room spends its time on, each part by itself: the gate, applying, telling everybody, and answering who joins.

use automerge::sync::{ChunkList, Have, Message, MessageVersion};
use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ROOT, ReadDoc};
use bytes::Bytes;
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use hub::{Access, AlreadySent, Effect, Identity, Input, PeerKey, Room};

/// People in the room, each of whom writes one letter.
const PEOPLE: u64 = 100;
/// Letters in the pad before.
const HISTORIES: [usize; 2] = [0, 20_000];

/// A pad with a history, and a letter of each person as they send it.
struct Stage {
    pad: Vec<u8>,
    letters: Vec<Bytes>,
}

impl Stage {
    fn with_history(letters: usize) -> Self {
        let pad = crdt::pad::create(ActorId::from([1; 16])).save();
        let mut pad = AutoCommit::load(&pad).expect("a pad loads");
        for at in 0..letters {
            write(&mut pad, at + 1);
        }
        let (pad, length) = (pad.save(), letters + 1);
        let letter = |person: u64| {
            let mut own = AutoCommit::load(&pad).expect("a pad loads");
            own.set_actor(ActorId::from(participant(person)));
            let before = own.get_heads();
            write(&mut own, length);
            let changes = own.get_changes(&before);
            Bytes::from(message(changes[0].raw_bytes().to_vec()).encode())
        };
        let letters = (0..PEOPLE).map(letter).collect();
        Self { pad, letters }
    }

    /// A room where everybody is up to date.
    fn room(&self) -> Room {
        let document = crdt::open::open([self.pad.as_slice()]).expect("a pad opens");
        let identity = Identity {
            document_id: "document".into(),
            peer_id: "server".into(),
            actor: [9; 16],
            root_is_closed: true,
            kept_keys: &[],
        };
        let mut room = Room::open(document, identity, Vec::new()).expect("a pad has a room");
        for person in 0..PEOPLE {
            enter(&mut room, person);
        }
        room
    }

    fn hear(&self, room: &mut Room) {
        self.hear_of(PEOPLE, room);
    }

    /// What so many of the people write.
    fn hear_of(&self, people: u64, room: &mut Room) {
        for (person, letter) in (0..people).zip(&self.letters) {
            let (peer, data) = (PeerKey(person), letter.clone());
            room.handle(1, Input::Sync { peer, data });
        }
    }
}

fn write(pad: &mut AutoCommit, at: usize) {
    let (_, body) = pad
        .get(ROOT, "body")
        .ok()
        .flatten()
        .expect("a pad has a body");
    pad.splice_text(&body, at, 0, "a")
        .expect("the place is there");
    pad.commit();
}

fn participant(person: u64) -> [u8; 16] {
    (u128::from(person) + 100).to_be_bytes()
}

fn enter(room: &mut Room, person: u64) {
    let peer = PeerKey(person);
    let enter = Input::Enter {
        peer,
        peer_id: person.to_string(),
        participant: participant(person),
        access: Access::Write,
        reads_bundles: true,
        already_sent: AlreadySent::Nothing,
    };
    room.handle(0, enter);
    let data = Bytes::from(message(Vec::new()).encode());
    room.handle(0, Input::Sync { peer, data });
}

fn message(chunk: Vec<u8>) -> Message {
    Message {
        heads: Vec::new(),
        need: Vec::new(),
        have: vec![Have::default()],
        changes: match chunk.is_empty() {
            true => ChunkList::from(Vec::<Vec<u8>>::new()),
            false => ChunkList::from(chunk),
        },
        flags: None,
        version: MessageVersion::V1,
    }
}

fn committed(effects: &[Effect]) -> u64 {
    let commit = effects.iter().find_map(|effect| match effect {
        Effect::Commit { commit, .. } => Some(*commit),
        _ => None,
    });
    commit.expect("what was heard is committed")
}

fn parts(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("room");
    group.sample_size(20);
    for history in HISTORIES {
        let stage = Stage::with_history(history);
        let name = |part: &str| BenchmarkId::new(part, history);
        group.bench_function(name("gate"), |bench| {
            let hear = |room: &mut Room| stage.hear(room);
            bench.iter_batched_ref(|| stage.room(), hear, BatchSize::LargeInput);
        });
        group.bench_function(name("apply"), |bench| {
            let heard = || {
                let mut room = stage.room();
                stage.hear(&mut room);
                room
            };
            let apply = |room: &mut Room| room.handle(2, Input::Tick);
            bench.iter_batched_ref(heard, apply, BatchSize::LargeInput);
        });
        group.bench_function(name("apply one"), |bench| {
            let heard = || {
                let mut room = stage.room();
                stage.hear_of(1, &mut room);
                room
            };
            let apply = |room: &mut Room| room.handle(2, Input::Tick);
            bench.iter_batched_ref(heard, apply, BatchSize::LargeInput);
        });
        group.bench_function(name("encode"), |bench| {
            let applied = || {
                let mut room = stage.room();
                stage.hear(&mut room);
                let commit = committed(&room.handle(2, Input::Tick));
                (room, commit)
            };
            let tell = |(room, commit): &mut (Room, u64)| {
                room.handle(3, Input::Committed { commit: *commit })
            };
            bench.iter_batched_ref(applied, tell, BatchSize::LargeInput);
        });
        group.bench_function(name("join"), |bench| {
            let join = |room: &mut Room| enter(room, PEOPLE);
            bench.iter_batched_ref(|| stage.room(), join, BatchSize::LargeInput);
        });
    }
    group.finish();
}

criterion_group!(benches, parts);
criterion_main!(benches);
