//! What a peer may ask of the room and put into the document, over time.

use crate::limits::{FULL_SYNC_BURST, FULL_SYNC_REFILL_MS, PEER_OPS_PER_MINUTE_MAX};

const MINUTE_MS: u64 = 60_000;

/// Full answers a peer may still ask for: a message of 42 bytes can ask for a whole document.
#[derive(Debug)]
pub(super) struct FullSyncs {
    left: u32,
    counted_ms: u64,
}

impl Default for FullSyncs {
    fn default() -> Self {
        FullSyncs {
            left: FULL_SYNC_BURST,
            counted_ms: 0,
        }
    }
}

impl FullSyncs {
    /// Takes one, or says when the next is due.
    pub(super) fn take(&mut self, now_ms: u64) -> Result<(), u64> {
        let refills = now_ms.saturating_sub(self.counted_ms) / FULL_SYNC_REFILL_MS;
        self.counted_ms += refills * FULL_SYNC_REFILL_MS;
        let refilled = u64::from(self.left).saturating_add(refills);
        self.left = refilled.min(u64::from(FULL_SYNC_BURST)) as u32;
        self.left = self.left.checked_sub(1).ok_or(self.due_ms())?;
        Ok(())
    }

    /// When one more is allowed, if none is left.
    pub(super) fn due_ms(&self) -> u64 {
        self.counted_ms + FULL_SYNC_REFILL_MS
    }
}

/// Operations a peer added in the current minute.
#[derive(Debug, Default)]
pub(super) struct Operations {
    minute: u64,
    added: u64,
}

impl Operations {
    /// Counts operations; false when they are too many for this minute.
    pub(super) fn add(&mut self, now_ms: u64, count: usize) -> bool {
        if self.minute != now_ms / MINUTE_MS {
            *self = Operations {
                minute: now_ms / MINUTE_MS,
                added: 0,
            };
        }
        let added = self.added + count as u64;
        if added <= PEER_OPS_PER_MINUTE_MAX {
            self.added = added;
        }
        added <= PEER_OPS_PER_MINUTE_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_runs_out_and_comes_back() {
        let mut allowance = FullSyncs::default();
        for _ in 0..FULL_SYNC_BURST {
            assert_eq!(allowance.take(10), Ok(()));
        }
        assert_eq!(allowance.take(10), Err(FULL_SYNC_REFILL_MS));
        assert_eq!(allowance.take(FULL_SYNC_REFILL_MS), Ok(()));
        assert!(allowance.take(FULL_SYNC_REFILL_MS).is_err());
    }

    #[test]
    fn an_allowance_never_exceeds_the_burst() {
        let mut allowance = FullSyncs::default();
        let much_later = u64::MAX / 2;
        let taken = (0..100).filter(|_| allowance.take(much_later).is_ok());
        assert_eq!(taken.count() as u32, FULL_SYNC_BURST);
    }

    #[test]
    fn a_minute_holds_so_many_operations_and_the_next_as_many_again() {
        let mut operations = Operations::default();
        let all = PEER_OPS_PER_MINUTE_MAX as usize;
        assert!(operations.add(1, all - 1));
        assert!(!operations.add(2, 2));
        assert!(operations.add(3, 1));
        assert!(!operations.add(MINUTE_MS - 1, 1));
        assert!(operations.add(MINUTE_MS, all));
    }
}
