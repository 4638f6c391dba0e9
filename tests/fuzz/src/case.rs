//! One room under attack: Ana sends damaged frames, and in the end everything that was kept is proved.

use automerge::{Automerge, Change, ChangeHash};
use bytes::Bytes;
use hub::wire::{ClientMessage, decode};
use hub::{Access, AlreadySent, Effect, Identity, Input, PeerKey, Room};

use crate::body::Body;
use crate::dice::Dice;
use crate::document::{created, honest, word};
use crate::frame::frame;
use crate::mutation::{Surroundings, mutate, scramble};
use crate::proof::{Kept, prove};

/// Frames that are sent to one room: what is taken stays, and the next frames build on it.
pub const FRAMES_PER_CASE: usize = 20;

const ANA: PeerKey = PeerKey(1);
const BOB: PeerKey = PeerKey(2);

/// What became of the frames.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The document at the end, as it is saved.
    pub kept: Kept,
    /// How often something was committed.
    pub commits: usize,
    /// How often changes were taken out of the document again.
    pub quarantined: usize,
}

/// Plays the case that `seed` stands for.
///
/// # Errors
/// What went wrong: a panic, a room that gave up, a document that does not load again, a word of Bob's that was lost.
pub fn play(seed: u64) -> Result<Outcome, String> {
    let mut dice = Dice::new(seed);
    let mut case = Case::new();
    for number in 0..FRAMES_PER_CASE {
        let frame = case
            .damaged_frame(&mut dice, number)
            .ok_or("Ana cannot write")?;
        case.sends(ANA, &frame)?;
    }
    case.ends()
}

struct Case {
    room: Room,
    /// Everything that is on disk: the document as it was created, and the commits.
    disk: Vec<u8>,
    heads: Vec<ChangeHash>,
    now_ms: u64,
    commits: usize,
    quarantined: usize,
}

impl Case {
    fn new() -> Self {
        let document = created();
        let (disk, heads) = (document.save(), document.get_heads());
        let identity = Identity {
            document_id: "document".into(),
            peer_id: "server".into(),
            actor: *b"server----------",
            root_is_closed: false,
            kept_keys: &[],
        };
        let room = Room::open(document, identity, Vec::new()).expect("the document is sound");
        let mut case = Self {
            room,
            disk,
            heads,
            now_ms: 0,
            commits: 0,
            quarantined: 0,
        };
        case.enters(ANA);
        case.enters(BOB);
        case
    }

    fn enters(&mut self, peer: PeerKey) {
        let enter = Input::Enter {
            peer,
            peer_id: format!("{peer:?}"),
            participant: [peer.0.to_le_bytes()[0]; 16],
            access: Access::Write,
            reads_bundles: true,
            already_sent: AlreadySent::Everything,
        };
        self.room.handle(self.now_ms, enter);
    }

    fn damaged_frame(&self, dice: &mut Dice, number: usize) -> Option<Vec<u8>> {
        let document = self.room.document();
        let actor = format!("ana-{number:012}");
        let changes = honest(document, actor.as_bytes(), dice)?;
        let mut changes = changes.each_ref().map(Body::of);
        let around = surroundings(document);
        let damaged = mutate_one(&mut changes, dice, &around);
        let count = changes.len().min(damaged + 1 + dice.below(2));
        let mut chunks: Vec<u8> = changes[..count].iter().flat_map(Body::chunk).collect();
        if dice.below(10) == 0 {
            scramble(&mut chunks, dice);
        }
        let mut frame = frame("document", chunks);
        if dice.below(10) == 0 {
            scramble(&mut frame, dice);
        }
        Some(frame)
    }

    /// Bob, who did nothing wrong, writes a word; then what is on disk is proved.
    fn ends(mut self) -> Result<Outcome, String> {
        let word = word(self.room.document(), b"bob-------------").ok_or("Bob cannot write")?;
        self.sends(BOB, &frame("document", word.raw_bytes().to_vec()))?;
        if !self.holds(&word) {
            return Err("Bob's word was not taken".into());
        }
        Ok(Outcome {
            kept: prove(&self.disk, &self.heads)?,
            commits: self.commits,
            quarantined: self.quarantined,
        })
    }

    fn holds(&self, change: &Change) -> bool {
        let document = self.room.document();
        document.get_change_meta_by_hash(&change.hash()).is_some()
    }

    fn sends(&mut self, peer: PeerKey, frame: &[u8]) -> Result<(), String> {
        let Ok(ClientMessage::Sync { data, .. }) = decode(&Bytes::copy_from_slice(frame)) else {
            return Ok(());
        };
        self.handle(Input::Sync { peer, data })?;
        self.now_ms += 10_000;
        self.handle(Input::Tick)
    }

    fn handle(&mut self, input: Input) -> Result<(), String> {
        for effect in self.room.handle(self.now_ms, input) {
            match effect {
                Effect::Commit {
                    commit,
                    bytes,
                    heads,
                    ..
                } => {
                    self.disk.extend_from_slice(&bytes);
                    self.heads = heads.into_iter().map(ChangeHash).collect();
                    self.commits += 1;
                    self.handle(Input::Committed { commit })?;
                }
                Effect::Quarantine { .. } => self.quarantined += 1,
                Effect::Rebuild { why } => return Err(format!("the room gave up: {why}")),
                _ => {}
            }
        }
        Ok(())
    }
}

/// Damages one of them; which. What follows the first is told its new hash.
fn mutate_one(changes: &mut [Body; 2], dice: &mut Dice, around: &Surroundings) -> usize {
    let [first, second] = changes;
    if dice.below(2) == 0 {
        mutate(second, dice, around);
        return 1;
    }
    let before = first.hash();
    mutate(first, dice, around);
    let after = first.hash();
    for dependency in &mut second.dependencies {
        if *dependency == before {
            *dependency = after;
        }
    }
    0
}

fn surroundings(document: &Automerge) -> Surroundings {
    let changes = document.get_changes_meta(&[]);
    Surroundings {
        changes: changes.iter().map(|change| change.hash.0).collect(),
        actors: changes
            .iter()
            .map(|change| change.actor.to_bytes().to_vec())
            .collect(),
        op_max: changes
            .iter()
            .map(|change| change.max_op)
            .max()
            .unwrap_or(0),
    }
}
