//! What sets two versions apart: additions and removals, element by element, whatever was written in between.

use std::collections::HashSet;

use automerge::ObjId;

use super::element::Element;

/// What sets a version apart from an earlier one. Positions count UTF-16 code units of the later one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Apart {
    /// What came: from where to where, in their order.
    pub added: Vec<(usize, usize)>,
    /// What went, in its order.
    pub removed: Vec<Removed>,
}

/// Text that is not there any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// Before which unit it stood.
    pub at: usize,
    /// What it said; a line feed where a block began.
    pub text: String,
}

/// Both versions show parts of one row whose order never changes: what they have in common keeps them in step.
pub(super) fn between(before: &[Element], after: &[Element]) -> Apart {
    let were: HashSet<&ObjId> = before.iter().map(|element| &element.id).collect();
    let are: HashSet<&ObjId> = after.iter().map(|element| &element.id).collect();
    let mut went = before.iter().peekable();
    let (mut apart, mut at) = (Apart::default(), 0);
    for element in after {
        if were.contains(&element.id) {
            // Up to the one they share everything is gone.
            for gone in went.by_ref() {
                if gone.id == element.id {
                    break;
                }
                if !are.contains(&gone.id) {
                    apart.remove(at, gone);
                }
            }
        } else {
            apart.add(at, element.units());
        }
        at += element.units();
    }
    for gone in went.filter(|gone| !are.contains(&gone.id)) {
        apart.remove(at, gone);
    }
    apart
}

impl Apart {
    fn add(&mut self, at: usize, units: usize) {
        match self.added.last_mut() {
            Some((_, to)) if *to == at => *to += units,
            _ => self.added.push((at, at + units)),
        }
    }

    fn remove(&mut self, at: usize, gone: &Element) {
        match self.removed.last_mut() {
            Some(removed) if removed.at == at => removed.text.push_str(gone.said()),
            _ => self.removed.push(Removed {
                at,
                text: gone.said().to_owned(),
            }),
        }
    }
}
