//! Bounds how many mails this server can be made to send to addresses that did not agree yet.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use crate::limits::LETTERS_PER_HOUR_MAX;
use crate::problem::Problem;

const HOUR_MS: u64 = 60 * 60 * 1_000;

/// When the mails of the last hour were sent.
#[derive(Default)]
pub struct Letters(Mutex<VecDeque<u64>>);

impl Letters {
    /// Counts one more.
    ///
    /// # Errors
    /// When there were too many within the hour.
    pub fn may_send(&self, now_ms: u64) -> Result<(), Problem> {
        // Consistent between any two statements, so a poisoned lock is still good.
        let mut sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let since_ms = now_ms.saturating_sub(HOUR_MS);
        while sent.front().is_some_and(|at_ms| *at_ms <= since_ms) {
            sent.pop_front();
        }
        if sent.len() >= LETTERS_PER_HOUR_MAX {
            return Err(Problem::RATE_LIMITED);
        }
        sent.push_back(now_ms);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_holds_so_many_letters_and_the_next_hour_more() {
        let letters = Letters::default();
        for now_ms in 0..LETTERS_PER_HOUR_MAX as u64 {
            assert_eq!(letters.may_send(HOUR_MS + now_ms), Ok(()));
        }
        let full = HOUR_MS + LETTERS_PER_HOUR_MAX as u64;
        assert_eq!(letters.may_send(full), Err(Problem::RATE_LIMITED));
        assert_eq!(
            letters.may_send(2 * HOUR_MS),
            Ok(()),
            "the first is an hour old"
        );
        assert_eq!(letters.may_send(2 * HOUR_MS), Err(Problem::RATE_LIMITED));
    }
}
