//! The numbers of operations: where a change may begin to count, and what its place costs whoever loads the document.
//!
//! A saved document holds the last operation number of each change and not the first. Who loads it takes the first to be
//! one more than the highest number among the change's dependencies, and sets a row aside for each number between. The
//! operations then tell where the change really begins; without operations nothing does, and rows that stay empty make the
//! document one that never loads again.

use automerge::Change;

use crate::limits::DOCUMENT_OPS_MAX;
use crate::room::RefusalCode;

/// How far the numbers of a document go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    /// The highest operation number.
    op_max: u64,
    /// Rows that are set aside when the document is loaded: its operations, and the numbers that were left out.
    rows: u64,
}

/// The operation numbers of one change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numbered {
    /// The highest number among its dependencies.
    pub(super) before: u64,
    pub(super) start: u64,
    pub(super) last: u64,
}

impl Numbered {
    pub(super) fn of(change: &Change, before: u64) -> Self {
        Self {
            before,
            start: change.start_op().get(),
            last: change.max_op(),
        }
    }

    fn rows(self) -> u64 {
        self.last.saturating_sub(self.before)
    }

    /// Whether it leaves out numbers: its author looked at an earlier version while knowing later changes.
    pub(super) fn leaves_a_gap(self) -> bool {
        self.start > self.before + 1
    }

    fn is_empty(self) -> bool {
        self.last < self.start
    }
}

impl Numbers {
    /// Whether a change may have these numbers.
    pub(super) fn admit(self, change: Numbered) -> Result<(), RefusalCode> {
        // A higher number than the next would use up the 32 bits for everybody.
        let is_between = change.before < change.start && change.start <= self.op_max + 1;
        if !is_between || change.is_empty() && change.leaves_a_gap() {
            return Err(RefusalCode::Malformed);
        }
        let rows = self.rows.saturating_add(change.rows());
        match change.last.max(rows) <= DOCUMENT_OPS_MAX {
            true => Ok(()),
            false => Err(RefusalCode::TooLarge),
        }
    }

    /// Counts a change that is part of the document.
    pub(super) fn count(&mut self, before: u64, last: u64) {
        self.op_max = self.op_max.max(last);
        self.rows = self.rows.saturating_add(last.saturating_sub(before));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBERS: Numbers = Numbers {
        op_max: 10,
        rows: 10,
    };

    fn admit(before: u64, start: u64, last: u64) -> Result<(), RefusalCode> {
        NUMBERS.admit(Numbered {
            before,
            start,
            last,
        })
    }

    #[test]
    fn a_change_with_operations_begins_between_what_it_builds_on_and_the_next_number() {
        for start in 5..=11 {
            assert_eq!(admit(4, start, start), Ok(()));
        }
        for start in [4, 12] {
            assert_eq!(admit(4, start, start), Err(RefusalCode::Malformed));
        }
    }

    #[test]
    fn a_change_without_operations_begins_exactly_behind_what_it_builds_on() {
        assert_eq!(admit(4, 5, 4), Ok(()));
        for start in [4, 6, 11] {
            assert_eq!(admit(4, start, start - 1), Err(RefusalCode::Malformed));
        }
    }

    #[test]
    fn numbers_that_are_left_out_count_as_operations() {
        let mut numbers = NUMBERS;
        while numbers.rows + 10 <= DOCUMENT_OPS_MAX {
            numbers.count(0, 10);
        }
        let gap = Numbered {
            before: 0,
            start: 11,
            last: 11,
        };
        assert_eq!(numbers.admit(gap), Err(RefusalCode::TooLarge));
    }
}
