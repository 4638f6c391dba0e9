//! How much a change wrote.

use automerge::Change;
use automerge::legacy::{Key, OpType};

/// How much was written: what was put into texts and lists, and what was taken out of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amount {
    /// Characters and lines that came.
    pub added: u32,
    /// Characters and lines that went.
    pub removed: u32,
}

impl Amount {
    /// Of one change.
    pub(super) fn of(change: &Change) -> Self {
        let mut amount = Self::default();
        for operation in change.decode().operations {
            let is_in_row = matches!(operation.key, Key::Seq(_));
            match operation.action {
                OpType::Put(_) | OpType::Make(_) if operation.insert => amount.added += 1,
                OpType::Delete if is_in_row => amount.removed += 1,
                _ => {}
            }
        }
        amount
    }

    /// Both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            added: self.added.saturating_add(other.added),
            removed: self.removed.saturating_add(other.removed),
        }
    }
}
