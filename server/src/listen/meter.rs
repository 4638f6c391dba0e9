//! How much of a message has come on one connection, and whether more of it may come.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::{Duration, Instant};

use hub::limits::FRAME_BYTES_MAX;

use crate::budget::shares::{Owner, Share, Shares};
use crate::limits::{
    GREETING_BYTES_MAX, MESSAGE_BYTES_PER_SECOND_MIN, MESSAGE_WAIT_MAX, SHORT_MESSAGE_BYTES_MAX,
};

/// What stands before the greeting: the head of its frame, and that of a ping.
const HEADS_BYTES_MAX: usize = 64;
/// More is reserved in steps of this.
const STEP_BYTES: usize = 64 * 1024;
/// Beyond this, all that a message can take is reserved at once: many that have grown half would wait for each other for
/// ever.
const STEPWISE_BYTES_MAX: usize = 2 * 1024 * 1024;

/// The meter of one connection; clones share it.
#[derive(Clone, Default)]
pub(crate) struct Meter(Arc<Mutex<Phase>>);

/// What the connection is for at the moment.
#[derive(Default)]
enum Phase {
    /// Requests and their bodies, which are counted where they are put together.
    #[default]
    Requests,
    /// A WebSocket that has not said who it is: so many more bytes, then it is cut.
    Greeting(usize),
    Messages(Message),
}

/// The message that is coming.
struct Message {
    bytes: usize,
    share: Share,
    began: Instant,
    /// Whether anything came since this was last asked.
    has_moved: bool,
}

impl Message {
    fn none(shares: &Shares, owner: Owner) -> Self {
        Self {
            bytes: 0,
            share: shares.none(owner),
            began: Instant::now(),
            has_moved: false,
        }
    }

    fn next_step(&self) -> usize {
        match self.share.amount() {
            held if held < STEPWISE_BYTES_MAX => STEP_BYTES,
            held => FRAME_BYTES_MAX.saturating_sub(held).max(STEP_BYTES),
        }
    }
}

impl Meter {
    /// From here on a greeting is expected, and nothing else.
    pub(crate) fn expects_greeting(&self) {
        *self.phase() = Phase::Greeting(GREETING_BYTES_MAX + HEADS_BYTES_MAX);
    }

    /// The greeting came: messages follow, and long ones take of what `owner` may hold.
    pub(crate) fn is_greeted(&self, shares: &Shares, owner: Owner) {
        *self.phase() = Phase::Messages(Message::none(shares, owner));
    }

    /// A whole message came. What it takes is held until the answer is dropped.
    pub(crate) fn message_came(&self) -> Option<Share> {
        let mut phase = self.phase();
        let Phase::Messages(message) = &mut *phase else {
            return None;
        };
        message.bytes = 0;
        message.began = Instant::now();
        let nothing = message.share.none_of_it();
        let share = std::mem::replace(&mut message.share, nothing);
        (share.amount() > 0).then_some(share)
    }

    /// Whether anything came since this was last asked, and no message is so slow that it only holds others up.
    pub(crate) fn is_moving(&self, now: Instant) -> bool {
        match &mut *self.phase() {
            Phase::Messages(message) => {
                let earned = message.bytes as u64 / MESSAGE_BYTES_PER_SECOND_MIN;
                let wait_max = MESSAGE_WAIT_MAX + Duration::from_secs(earned);
                let is_in_time = now.duration_since(message.began) < wait_max;
                std::mem::take(&mut message.has_moved) && is_in_time
            }
            _ => false,
        }
    }

    /// Whether more may be read; otherwise the waker is called when that may have changed.
    pub(super) fn may_read(&self, waker: &Waker) -> Poll<()> {
        let mut phase = self.phase();
        let Phase::Messages(message) = &mut *phase else {
            return Poll::Ready(());
        };
        let is_short = message.bytes < SHORT_MESSAGE_BYTES_MAX;
        if is_short || message.bytes < message.share.amount() {
            return Poll::Ready(());
        }
        match message.share.grow_or_wake(message.next_step(), waker) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }
    }

    /// So many bytes were read.
    pub(super) fn has_read(&self, bytes: usize) -> io::Result<()> {
        match &mut *self.phase() {
            Phase::Requests => {}
            Phase::Greeting(left) => {
                *left = left.checked_sub(bytes).ok_or_else(|| {
                    io::Error::new(io::ErrorKind::InvalidData, "no greeting is this long")
                })?;
            }
            Phase::Messages(message) => {
                if message.bytes == 0 {
                    message.began = Instant::now();
                }
                message.bytes += bytes;
                message.has_moved |= bytes > 0;
            }
        }
        Ok(())
    }

    fn phase(&self) -> MutexGuard<'_, Phase> {
        // Consistent between any two statements, so a poisoned lock is still good.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::*;
    use crate::limits::IN_FLIGHT_BYTES_MAX;

    fn greeted(shares: &Shares) -> Meter {
        let meter = Meter::default();
        meter.is_greeted(shares, Owner::at(IpAddr::from([192, 0, 2, 1])));
        meter
    }

    fn reads(meter: &Meter, bytes: usize) -> usize {
        let mut read = 0;
        while read < bytes && meter.may_read(Waker::noop()).is_ready() {
            meter.has_read(4_096).expect("messages may be long");
            read += 4_096;
        }
        read
    }

    #[test]
    fn whoever_did_not_greet_is_cut_after_a_greeting() {
        let meter = Meter::default();
        meter.has_read(1_000_000).expect("a request");
        meter.expects_greeting();
        meter.has_read(4_096).expect("a greeting");
        assert!(meter.has_read(4_096).is_err());
    }

    #[test]
    fn long_messages_wait_for_each_other_and_short_ones_for_nothing() {
        let shares = Shares::new(4 * 1024 * 1024);
        let (first, second) = (greeted(&shares), greeted(&shares));
        let whole = 2 * 1024 * 1024;
        assert_eq!(reads(&first, whole), whole, "half is for one visitor");
        assert_eq!(reads(&second, whole), SHORT_MESSAGE_BYTES_MAX);
        let handled = first.message_came();
        assert_eq!(reads(&second, 4_096), 0, "it is not handled yet");
        drop(handled);
        let rest = whole - SHORT_MESSAGE_BYTES_MAX;
        assert_eq!(reads(&second, rest), rest);
    }

    #[test]
    fn the_longest_messages_do_not_wait_for_each_other_for_ever() {
        let shares = Shares::new(IN_FLIGHT_BYTES_MAX);
        let mut coming: Vec<_> = (0..6).map(|_| (greeted(&shares), 0)).collect();
        while !coming.is_empty() {
            let before: usize = coming.iter().map(|(_, bytes)| bytes).sum();
            for (meter, bytes) in &mut coming {
                *bytes += reads(meter, 4_096);
                if *bytes >= FRAME_BYTES_MAX {
                    drop(meter.message_came());
                }
            }
            let after: usize = coming.iter().map(|(_, bytes)| bytes).sum();
            assert_ne!(after, before, "somebody goes on");
            coming.retain(|(_, bytes)| *bytes < FRAME_BYTES_MAX);
        }
    }

    #[test]
    fn a_message_that_comes_drop_by_drop_is_no_sign_of_life() {
        let meter = greeted(&Shares::new(1_000_000));
        assert!(!meter.is_moving(Instant::now()), "nothing came");
        meter.has_read(1).expect("a byte");
        assert!(meter.is_moving(Instant::now()) && !meter.is_moving(Instant::now()));
        meter.has_read(1).expect("a byte");
        assert!(!meter.is_moving(Instant::now() + 2 * MESSAGE_WAIT_MAX));
    }
}
