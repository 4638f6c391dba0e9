//! A text of Etherpad: letters in UTF-16 units, and how each of them looks.

use std::collections::HashMap;

use super::changeset::{Changeset, Deed, Step, steps};
use super::records::Attribute;
use crate::pad::foreign::CHARS_MAX;

/// Most ways in which letters of one text look.
const LOOKS_MAX: usize = 10_000;
/// Most attributes of one letter.
const ATTRIBUTES_PER_LETTER_MAX: usize = 32;

/// How letters look: the numbers of attributes, in order.
pub(super) type Look = Vec<usize>;

/// A text as it is at one moment.
pub(super) struct Text {
    units: Vec<u16>,
    /// How each unit looks, by number.
    looks: Vec<u32>,
    known: Vec<Look>,
    numbers: HashMap<Look, u32>,
}

impl Text {
    /// The text every pad begins with.
    pub(super) fn new() -> Self {
        Self::plain("\n")
    }

    /// A text that looks like nothing in particular.
    pub(super) fn plain(text: &str) -> Self {
        let units: Vec<u16> = text.encode_utf16().collect();
        Self {
            looks: vec![0; units.len()],
            units,
            known: vec![Look::new()],
            numbers: HashMap::from([(Look::new(), 0)]),
        }
    }

    /// A text and how its letters look; none when the two do not fit.
    pub(super) fn of(text: &str, attributes: &str) -> Option<Self> {
        let mut whole = Self::plain(text);
        let mut at = 0_usize;
        for step in steps(attributes)? {
            let end = at
                .checked_add(step.length)
                .filter(|end| *end <= whole.units.len())?;
            let look = whole.look(step.attributes)?;
            whole.looks[at..end].fill(look);
            at = end;
        }
        (at == whole.units.len()).then_some(whole)
    }

    /// How many units it has.
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// Its letters alone.
    pub(super) fn letters(&self) -> String {
        String::from_utf16_lossy(&self.units)
    }

    /// Each line, in pieces of letters that look the same.
    pub(super) fn lines(&self) -> impl Iterator<Item = Vec<(String, &Look)>> {
        let mut at = 0;
        self.units
            .split(|unit| *unit == u16::from(b'\n'))
            .map(move |line| {
                let looks = &self.looks[at..at + line.len()];
                at += line.len() + 1;
                let mut from = 0;
                let same = looks.chunk_by(|a, b| a == b);
                same.map(|same| {
                    let units = &line[from..from + same.len()];
                    from += same.len();
                    (
                        String::from_utf16_lossy(units),
                        &self.known[same[0] as usize],
                    )
                })
                .collect()
            })
    }

    /// Makes a change; none when it is not one of this text.
    pub(super) fn apply(&mut self, change: &Changeset<'_>, pool: &[Attribute]) -> Option<()> {
        if change.before != self.units.len() {
            return None;
        }
        let bank: Vec<u16> = change.bank.encode_utf16().collect();
        let mut bank = bank.as_slice();
        let mut at = 0;
        for step in &change.steps {
            at = self.step(step, at, &mut bank, pool)?;
        }
        Some(())
    }

    fn step(
        &mut self,
        step: &Step,
        at: usize,
        bank: &mut &[u16],
        pool: &[Attribute],
    ) -> Option<usize> {
        let end = at.checked_add(step.length)?;
        match step.deed {
            Deed::Keep => {
                if !step.attributes.is_empty() {
                    self.look_otherwise(at, end, &step.attributes, pool)?;
                }
                (end <= self.units.len()).then_some(end)
            }
            Deed::Remove => {
                (end <= self.units.len()).then(|| {
                    self.units.drain(at..end);
                    self.looks.drain(at..end);
                })?;
                Some(at)
            }
            Deed::Add => {
                let (added, rest) = bank.split_at_checked(step.length)?;
                *bank = rest;
                if self.units.len() + added.len() > 2 * CHARS_MAX {
                    return None;
                }
                let look = self.look(step.attributes.clone())?;
                self.units.splice(at..at, added.iter().copied());
                self.looks
                    .splice(at..at, std::iter::repeat_n(look, added.len()));
                Some(end)
            }
        }
    }

    fn look_otherwise(
        &mut self,
        at: usize,
        end: usize,
        changed: &[usize],
        pool: &[Attribute],
    ) -> Option<()> {
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        for place in at..end {
            let before = *self.looks.get(place)?;
            let after = match numbers.get(&before) {
                Some(after) => *after,
                None => {
                    let look = changed_look(&self.known[before as usize], changed, pool)?;
                    let after = self.look(look)?;
                    numbers.insert(before, after);
                    after
                }
            };
            self.looks[place] = after;
        }
        Some(())
    }

    fn look(&mut self, look: Look) -> Option<u32> {
        if let Some(known) = self.numbers.get(&look) {
            return Some(*known);
        }
        if self.known.len() == LOOKS_MAX || look.len() > ATTRIBUTES_PER_LETTER_MAX {
            return None;
        }
        let number = u32::try_from(self.known.len()).ok()?;
        self.known.push(look.clone());
        self.numbers.insert(look, number);
        Some(number)
    }
}

/// A look after some attributes were given: of each name there is one, and an empty one is none.
fn changed_look(look: &Look, changed: &[usize], pool: &[Attribute]) -> Option<Look> {
    let mut look = look.clone();
    for number in changed {
        let (name, value) = pool.get(*number)?;
        look.retain(|other| pool.get(*other).is_none_or(|(known, _)| known != name));
        if !value.is_empty() {
            look.push(*number);
        }
    }
    Some(look)
}
