//! Damaged changes with a right checksum: refused, taken out, or harmless.
//!
//! `HUB_MUTANTS=400000 HUB_SEED=5` breeds more of them, and others.

use std::panic;

use automerge::marks::{ExpandMark, Mark};
use automerge::transaction::{Transactable, Transaction};
use automerge::{ObjId, ROOT, ReadDoc};

use super::*;
use crate::gate::split;
use crate::gate::tests::bombs::chunk;
use crate::gate::tests::judge;

const MUTANTS: usize = 30_000;

/// Chance that can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// A mutant that passes the gate and breaks the document.
pub(super) fn poison(document: &Automerge) -> Vec<u8> {
    let bodies = honest_bodies(document);
    let mut dice = Dice(0x5eed);
    let bobs = word(document, "bob was here");
    loop {
        let mut body = bodies[dice.below(bodies.len())].clone();
        mutate(&mut body, &mut dice);
        let mutant = chunk(&body);
        if judge(&mutant, document).is_ok() && breaks(document, &mutant, &bobs) {
            return mutant;
        }
    }
}

/// How many mutants came how far.
#[derive(Debug, Default)]
struct Tally {
    passed_the_gate: usize,
    broke_the_document: usize,
}

#[test]
fn no_mutant_panics_none_poisons_and_bob_loses_nothing() {
    let silent = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let number = |name: &str| std::env::var(name).ok().and_then(|v| v.parse().ok());
    let count = number("HUB_MUTANTS").unwrap_or(MUTANTS);
    let seed = number("HUB_SEED").unwrap_or(0x5eed);
    let tally = guarded(|| breed(count, seed as u64));
    panic::set_hook(silent);
    let tally = tally.unwrap();
    println!("{tally:?}");
    assert!(
        tally.broke_the_document > 0,
        "the mutants are too tame to be a test"
    );
}

fn breed(count: usize, seed: u64) -> Tally {
    let quiet = created();
    let lively = lively(&quiet);
    let bobs = word(&quiet, "bob was here");
    let bodies = honest_bodies(&quiet);
    let mut dice = Dice(seed);
    let mut tally = Tally::default();
    for _ in 0..count {
        let document = [&quiet, &lively][dice.below(2)];
        let mut body = bodies[dice.below(bodies.len())].clone();
        mutate(&mut body, &mut dice);
        let mutant = chunk(&body);
        if judge(&mutant, document).is_ok() {
            tally.passed_the_gate += 1;
            tally.broke_the_document += usize::from(breaks(document, &mutant, &bobs));
        }
    }
    tally
}

type Edit = dyn Fn(&mut Transaction<'_>, &ObjId);

/// The document after others changed it at the same time.
fn lively(document: &Automerge) -> Automerge {
    let mut lively = document.clone();
    for body in honest_bodies(document).iter().rev().skip(1) {
        let change = Change::from_bytes(chunk(body)).unwrap();
        lively.apply_changes([change]).unwrap();
    }
    lively
}

/// First changes of many kinds.
fn honest_bodies(document: &Automerge) -> Vec<Vec<u8>> {
    let edits: [&Edit; 11] = [
        &|t, body| t.splice_text(body, 1, 2, "words").unwrap(),
        &|t, body| t.splice_text(body, 0, 3, "").unwrap(),
        &|t, body| {
            let mark = Mark::new("strong".into(), true, 0, 3);
            t.mark(body, mark, ExpandMark::After).unwrap();
        },
        &|t, body| {
            let mark = Mark::new("em".into(), true, 2, 2);
            t.mark(body, mark, ExpandMark::Both).unwrap();
        },
        &|t, body| {
            t.splice_text(body, 2, 0, "in").unwrap();
            let mark = Mark::new("em".into(), true, 1, 3);
            t.mark(body, mark, ExpandMark::None).unwrap();
        },
        &|t, body| {
            t.splice_text(body, 1, 2, "").unwrap();
            t.unmark(body, "strong", 0, 2, ExpandMark::After).unwrap();
        },
        &|t, body| {
            let block = t.split_block(body, 2).unwrap();
            t.put(&block, "type", "heading").unwrap();
        },
        &|t, body| t.join_block(body, 0).unwrap(),
        &|t, _| t.increment(ROOT, "count", 1).unwrap(),
        &|t, _| t.put(ROOT, "count", "no counter").unwrap(),
        &|t, _| t.delete(ROOT, "body").unwrap(),
    ];
    let bodies = edits.iter().map(|edit| {
        let mut copy = document.fork();
        let (_, body) = copy.get(ROOT, "body").unwrap().unwrap();
        let mut transaction = copy.transaction();
        edit(&mut transaction, &body);
        transaction.commit();
        let change = copy.get_last_local_change().unwrap();
        let raw = split(change.raw_bytes()).next().unwrap();
        raw.unwrap().body().to_vec()
    });
    bodies.collect()
}

fn mutate(body: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..1 + dice.below(3) {
        let at = dice.below(body.len());
        match dice.below(4) {
            0 => body[at] ^= 1 << dice.below(8),
            1 => body[at] = dice.below(256) as u8,
            2 => drop(body.remove(at)),
            _ => body.insert(at, dice.below(256) as u8),
        }
    }
}

/// Ana sends the mutant, Bob a word. Whether the mutant was taken out again. Whatever is handed
/// to the disk loads, and holds Bob's word.
fn breaks(document: &Automerge, mutant: &[u8], bobs: &Change) -> bool {
    let mut room = room_of(document);
    let ana = Input::Sync {
        peer: ANAS,
        data: upload(&[mutant]),
    };
    let bob = Input::Sync {
        peer: BOBS,
        data: upload(&[bobs.raw_bytes()]),
    };
    room.handle(0, ana);
    room.handle(0, bob);
    let effects = room.handle(0, Input::Tick);
    let is_rebuild = |effect: &Effect| matches!(effect, Effect::Rebuild { .. });
    assert!(!effects.iter().any(is_rebuild), "{effects:?}");
    let committed = effects.iter().find_map(|effect| match effect {
        Effect::Commit { bytes, .. } => Some(bytes.clone()),
        _ => None,
    });
    let on_disk = [document.save(), committed.unwrap().to_vec()].concat();
    let loaded = Automerge::load(&on_disk).unwrap();
    let again = Automerge::load(&loaded.save()).unwrap();
    assert!(again.get_change_by_hash(&bobs.hash()).is_some());
    for read in [&loaded, &again] {
        still_usable(read);
    }
    let is_quarantine = |effect: &Effect| matches!(effect, Effect::Quarantine { .. });
    effects.iter().any(is_quarantine)
}

/// Everything a client or an export does with a document.
fn still_usable(document: &Automerge) {
    document.hydrate(None);
    if let Some((_, body)) = document.get(ROOT, "body").unwrap() {
        document.length(&body);
        drop(document.marks(&body));
        drop(document.spans(&body).map(|spans| spans.count()));
    }
    let mut edited = document.fork();
    let mut transaction = edited.transaction();
    if let Some((_, body)) = transaction.get(ROOT, "body").unwrap() {
        drop(transaction.splice_text(&body, 0, 0, "on"));
    }
    transaction.commit();
    Automerge::load(&edited.save()).unwrap();
}
