//! Ways to damage a change: fields of its header, its columns, what follows them, or any byte.

use crate::body::{Body, Hash};
use crate::dice::Dice;

/// What a mutation may borrow from: the changes and actors of the document, and its highest operation number.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Changes of the document, its heads last.
    pub changes: Vec<Hash>,
    /// Actors of the document.
    pub actors: Vec<Vec<u8>>,
    /// The highest operation number.
    pub op_max: u64,
}

type Mutation = fn(&mut Body, &mut Dice, &Surroundings);

/// Damages a change in one to three ways.
pub fn mutate(body: &mut Body, dice: &mut Dice, around: &Surroundings) {
    for _ in 0..1 + dice.below(3) {
        dice.one_of(&ALL)(body, dice, around);
    }
}

const ALL: [Mutation; 16] = [
    start,
    start,
    sequence,
    dependencies,
    dependencies,
    tail,
    message,
    time,
    actor,
    others,
    empties,
    column_list,
    column_bytes,
    column_bytes,
    column_bytes,
    column_bytes,
];

fn start(body: &mut Body, dice: &mut Dice, around: &Surroundings) {
    body.start = match dice.below(5) {
        0 => body.start.wrapping_add(1),
        1 => body.start.saturating_sub(1),
        2 => dice.number(),
        3 => around.op_max.wrapping_add(1),
        _ => dice.below(usize::try_from(around.op_max).unwrap_or(0) + 3) as u64,
    };
}

fn sequence(body: &mut Body, dice: &mut Dice, _: &Surroundings) {
    body.seq = match dice.below(4) {
        0 => body.seq.wrapping_add(1),
        1 => body.seq.saturating_sub(1),
        2 => 1,
        _ => dice.number(),
    };
}

fn dependencies(body: &mut Body, dice: &mut Dice, around: &Surroundings) {
    let all = &mut body.dependencies;
    let one = *dice.one_of(&around.changes);
    match dice.below(6) {
        0 => all.clear(),
        1 => all.push(one),
        2 => *all = vec![one],
        3 => all.extend(all.clone()),
        4 => all.reverse(),
        _ => drop(all.pop()),
    }
}

fn tail(body: &mut Body, dice: &mut Dice, _: &Surroundings) {
    match dice.below(3) {
        0 => body.tail.extend(dice.bytes(20)),
        1 => body.tail = dice.bytes(300),
        // An author, as automerge writes one: what it is, its length, its bytes.
        _ => body.tail.extend([1, 2, 0xc0, 0xfe]),
    }
}

fn message(body: &mut Body, dice: &mut Dice, _: &Surroundings) {
    body.message = match dice.below(3) {
        0 => dice.bytes(10),
        1 => "mêssage ".repeat(dice.below(40)).into_bytes(),
        _ => vec![0; dice.below(4)],
    };
}

fn time(body: &mut Body, dice: &mut Dice, _: &Surroundings) {
    let time = dice.number().cast_signed();
    body.time = if dice.below(2) == 0 {
        time
    } else {
        time.wrapping_neg()
    };
}

fn actor(body: &mut Body, dice: &mut Dice, around: &Surroundings) {
    body.actor = match dice.below(3) {
        0 => dice.one_of(&around.actors).clone(),
        1 => dice.bytes(20),
        _ => b"newcomer--------".to_vec(),
    };
}

fn others(body: &mut Body, dice: &mut Dice, around: &Surroundings) {
    let others = &mut body.others;
    match dice.below(4) {
        0 => others.push(dice.one_of(&around.actors).clone()),
        1 => others.push(dice.bytes(16)),
        2 => others.reverse(),
        _ => drop(others.pop()),
    }
}

/// Takes the operations out and leaves the header.
fn empties(body: &mut Body, dice: &mut Dice, _: &Surroundings) {
    body.columns.clear();
    if dice.below(2) == 0 {
        body.others.clear();
    }
}

fn column_list(body: &mut Body, dice: &mut Dice, _: &Surroundings) {
    let columns = &mut body.columns;
    if columns.is_empty() {
        return columns.push((dice.number() % 256, dice.bytes(6)));
    }
    let at = dice.below(columns.len());
    match dice.below(5) {
        0 => drop(columns.remove(at)),
        1 => columns[at].0 = dice.number() % 256,
        2 => columns.insert(at, columns[at].clone()),
        3 => columns.reverse(),
        _ => columns[at].1 = dice.bytes(12),
    }
}

fn column_bytes(body: &mut Body, dice: &mut Dice, _: &Surroundings) {
    if body.columns.is_empty() {
        return;
    }
    let column = dice.below(body.columns.len());
    scramble(&mut body.columns[column].1, dice);
}

/// Changes a byte anywhere.
pub fn scramble(bytes: &mut Vec<u8>, dice: &mut Dice) {
    if bytes.is_empty() {
        return bytes.push(dice.byte());
    }
    let at = dice.below(bytes.len());
    match dice.below(4) {
        0 => bytes[at] ^= 1 << dice.below(8),
        1 => bytes[at] = dice.byte(),
        2 => drop(bytes.remove(at)),
        _ => bytes.insert(at, dice.byte()),
    }
}
