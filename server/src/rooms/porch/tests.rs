use automerge::Automerge;
use automerge::transaction::CommitOptions;
use hub::Identity;
use store::{Chunk, Damage, KindWord, ParticipantId, Role, SpaceId, Stored};

use super::*;
use crate::budget::Budget;
use crate::budget::shares::Owner;
use crate::outbox::{Mail, Outbox};

/// 'I have nothing of this document', as a client says it.
const NOTHING: &[u8] = &[0x42, 0, 0, 1, 0, 0, 0];
const PIECE: &[u8] = b"what is on disk";
const ANA: PeerKey = PeerKey(1);
const BOB: PeerKey = PeerKey(2);

fn identity() -> Identity {
    Identity {
        document_id: "document".into(),
        peer_id: "server".into(),
        actor: [9; 16],
        root_is_closed: true,
        kept_keys: &[],
    }
}

/// A change as it is committed, which builds on nothing.
fn commit() -> Vec<u8> {
    let mut document = Automerge::new();
    document.empty_commit(CommitOptions::default());
    let change = document.get_last_local_change();
    change.expect("it was just made").raw_bytes().to_vec()
}

/// A document on disk, of which these rows are snapshots and the others changes.
fn stored(are_snapshots: &[bool]) -> Stored {
    let chunk = |(number, &is_snapshot): (u64, &bool)| Chunk {
        number,
        is_snapshot,
        bytes: match is_snapshot {
            true => PIECE.to_vec(),
            false => commit(),
        },
    };
    Stored {
        id: DocumentId([1; 16]),
        space: SpaceId([2; 16]),
        kind: KindWord::from_static("pad"),
        title: "Pad".into(),
        archived: false,
        locked: false,
        locked_with_space: false,
        chunks: (1..).zip(are_snapshots).map(chunk).collect(),
        heads: vec![[7; 32]],
        last: are_snapshots.len() as u64,
        actors: Vec::new(),
        damaged: Vec::new(),
        is_whole: true,
        tail_bytes: 0,
    }
}

/// A document that is being loaded, and what waits for it.
struct Loading {
    porch: Porch,
    waiting: Vec<Order>,
}

impl Loading {
    fn begins() -> Self {
        Self {
            porch: Porch::of(&identity(), &[PIECE], &[[7; 32]]).expect("a snapshot needs no proof"),
            waiting: Vec::new(),
        }
    }

    fn hears(&mut self, order: Order) {
        attend(order, &mut self.waiting, Some(&self.porch));
    }

    fn enters(&mut self, peer: PeerKey, already_sent: AlreadySent) -> Outbox {
        let outbox = Outbox::new(&Budget::default(), Owner::Proxy);
        self.hears(Order::Enter(Visitor {
            peer,
            peer_id: "somebody".into(),
            participant: ParticipantId([peer.0 as u8; 16]),
            role: Role::Participant,
            role_max: Role::Facilitator,
            outbox: outbox.clone(),
            speaks_atelier: true,
            reads_bundles: true,
            already_sent,
        }));
        outbox
    }

    fn greets(&mut self, peer: PeerKey) {
        self.hears(Order::Sync(peer, Bytes::from_static(NOTHING), None));
    }
}

/// What was sent to somebody, if anything.
async fn sent(outbox: &Outbox) -> Vec<Bytes> {
    outbox.push(Bytes::new());
    match outbox.next().await {
        Mail::Frames(mail) => mail.frames.into_iter().filter(|f| !f.is_empty()).collect(),
        Mail::CaughtUp | Mail::Close(_) => panic!("not frames"),
    }
}

fn contains(frame: &Bytes, part: &[u8]) -> bool {
    frame.windows(part.len()).any(|window| window == part)
}

#[tokio::test]
async fn a_newcomer_is_given_what_is_on_disk_and_enters_knowing_it() {
    let mut loading = Loading::begins();
    let ana = loading.enters(ANA, AlreadySent::Nothing);
    loading.greets(ANA);
    let frames = sent(&ana).await;
    assert_eq!(frames.len(), 1);
    assert!(contains(&frames[0], PIECE) && contains(&frames[0], &[7; 32]));
    assert!(
        matches!(&loading.waiting[..], [Order::Enter(v)] if v.already_sent == AlreadySent::Everything)
    );
}

#[tokio::test]
async fn who_has_all_of_it_is_given_nothing_more() {
    let mut loading = Loading::begins();
    let ana = loading.enters(ANA, AlreadySent::Nothing);
    let heads = [&[0x42, 1][..], &[7; 32], &NOTHING[2..]].concat();
    loading.hears(Order::Sync(ANA, heads.into(), None));
    let frames = sent(&ana).await;
    assert!(contains(&frames[0], &[7; 32]) && !contains(&frames[0], PIECE));
}

#[tokio::test]
async fn who_has_something_else_waits_and_so_does_what_follows() {
    let mut loading = Loading::begins();
    let ana = loading.enters(ANA, AlreadySent::Nothing);
    let strange = [&[0x42, 1][..], &[8; 32], &NOTHING[2..]].concat();
    loading.hears(Order::Sync(ANA, strange.into(), None));
    loading.greets(ANA);
    assert_eq!(sent(&ana).await, Vec::<Bytes>::new());
    assert_eq!(loading.waiting.len(), 3);
}

#[tokio::test]
async fn a_document_is_handed_out_once() {
    let mut loading = Loading::begins();
    let ana = loading.enters(ANA, AlreadySent::Nothing);
    loading.greets(ANA);
    loading.greets(ANA);
    assert_eq!(sent(&ana).await.len(), 1);
    assert_eq!(loading.waiting.len(), 2);
}

#[tokio::test]
async fn who_talked_to_an_earlier_room_waits_for_the_next() {
    let mut loading = Loading::begins();
    let ana = loading.enters(ANA, AlreadySent::Something);
    loading.greets(ANA);
    assert_eq!(sent(&ana).await, Vec::<Bytes>::new());
}

#[tokio::test]
async fn a_right_that_changes_comes_before_every_answer() {
    let mut loading = Loading::begins();
    let ana = loading.enters(ANA, AlreadySent::Nothing);
    loading.hears(Order::Role(ParticipantId([1; 16]), None));
    loading.greets(ANA);
    assert_eq!(sent(&ana).await, Vec::<Bytes>::new());
}

#[tokio::test]
async fn who_left_or_never_came_is_not_answered() {
    let mut loading = Loading::begins();
    let ana = loading.enters(ANA, AlreadySent::Nothing);
    loading.hears(Order::Leave(ANA));
    loading.greets(ANA);
    loading.greets(BOB);
    assert_eq!(sent(&ana).await, Vec::<Bytes>::new());
    assert_eq!(loading.waiting.len(), 4);
}

#[test]
fn only_a_snapshot_and_what_follows_it_is_handed_out_and_nothing_beside_damage() {
    let is_handed_out = |stored: &Stored| loading::porch(stored, &identity()).is_some();
    assert!(is_handed_out(&stored(&[true])));
    assert!(is_handed_out(&stored(&[true, false, false])));
    assert!(!is_handed_out(&stored(&[])));
    assert!(!is_handed_out(&stored(&[false])));
    assert!(!is_handed_out(&stored(&[true, false, true])));
    let damaged = Damage {
        number: 2,
        is_missing: false,
    };
    let beside_damage = Stored {
        damaged: vec![damaged],
        ..stored(&[true])
    };
    assert!(!is_handed_out(&beside_damage));
}
