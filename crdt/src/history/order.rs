//! Where a change stands among the others: by the time it was made, as far as that can be believed.

/// Compared in the order of its fields. A change stands after all it builds on: neither its time nor its depth is less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Seconds since 1970; 0 for unknown.
    pub(super) at_s: i64,
    /// How many changes stand one upon the other beneath it, at least.
    depth: u32,
}

impl Place {
    /// After these, at the time it claims; unless that lies ahead of `now_s`, or before what it builds on.
    pub(super) fn after(before: impl Iterator<Item = Self>, claimed_s: i64, now_s: i64) -> Self {
        let (mut at_s, mut depth) = (0, 0);
        for place in before {
            at_s = place.at_s.max(at_s);
            depth = (place.depth + 1).max(depth);
        }
        if claimed_s <= now_s {
            at_s = at_s.max(claimed_s);
        }
        Self { at_s, depth }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_800_000_000;

    #[test]
    fn a_clock_that_is_wrong_changes_nothing_but_its_own_place() {
        let first = Place::after([].into_iter(), NOW - 50, NOW);
        let ahead = Place::after([first].into_iter(), NOW + 9_999_999, NOW);
        let behind = Place::after([ahead].into_iter(), 7, NOW);
        assert_eq!(ahead.at_s, NOW - 50);
        assert_eq!(behind.at_s, NOW - 50);
        assert!(first < ahead && ahead < behind);
    }
}
