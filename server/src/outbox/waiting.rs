//! The frames of one outbox, and what they take of what all outboxes share.

use std::collections::VecDeque;
use std::task::Waker;

use bytes::Bytes;

use super::{Frames, Mail};
use crate::budget::shares::Share;
use crate::limits::{
    ANSWER_FREE_BYTES_MAX, LONG_FRAME_BYTES_COUNTED_MAX, OUTBOX_BYTES_MAX, OUTBOX_FRAMES_MAX,
    SHORT_MESSAGE_BYTES_MAX,
};

pub(super) struct Waiting {
    frames: VecDeque<Bytes>,
    bytes: usize,
    /// Of them, those of long frames: what writing copies at once.
    long_bytes: usize,
    /// After everything was dropped: so much has to be free for the answer that did not fit.
    missed_bytes: Option<usize>,
    /// What frames that were made for this peer alone take.
    answers: Share,
    /// How much of that is kept for the next one.
    kept: usize,
    /// What long frames take while they are written.
    writing: Share,
}

impl Waiting {
    pub(super) fn new(answers: Share, writing: Share) -> Self {
        Self {
            frames: VecDeque::new(),
            bytes: 0,
            long_bytes: 0,
            missed_bytes: None,
            answers,
            kept: 0,
            writing,
        }
    }

    pub(super) fn push(&mut self, frame: Bytes) {
        if self.missed_bytes.is_some() {
            return;
        }
        self.bytes += frame.len();
        if frame.len() > SHORT_MESSAGE_BYTES_MAX {
            self.long_bytes += frame.len();
        }
        self.frames.push_back(frame);
        if self.bytes > OUTBOX_BYTES_MAX && self.frames.len() > 1
            || self.frames.len() > OUTBOX_FRAMES_MAX
        {
            self.drop_all(0);
        }
    }

    pub(super) fn answer(&mut self, frame: Bytes) {
        if self.missed_bytes.is_some() {
            return;
        }
        if frame.len() > ANSWER_FREE_BYTES_MAX {
            let bytes = counted(frame.len());
            if !self.answers.grow(bytes.saturating_sub(self.kept)) {
                return self.drop_all(bytes);
            }
            self.kept = self.kept.saturating_sub(bytes);
        }
        self.push(frame);
    }

    /// What the writer is to do; otherwise the waker is called when there may be something.
    pub(super) fn take(&mut self, waker: &Waker) -> Option<Mail> {
        if let Some(bytes) = self.missed_bytes {
            let is_free = self.answers.grow_or_wake(bytes, waker);
            return is_free.then(|| self.catch_up(bytes));
        }
        if self.frames.is_empty() {
            return None;
        }
        let more = counted(self.long_bytes).saturating_sub(self.writing.amount());
        let is_free = self.writing.grow_or_wake(more, waker);
        is_free.then(|| Mail::Frames(self.hand_over()))
    }

    fn catch_up(&mut self, kept: usize) -> Mail {
        self.missed_bytes = None;
        self.kept = kept;
        Mail::CaughtUp
    }

    fn hand_over(&mut self) -> Frames {
        self.bytes = 0;
        self.long_bytes = 0;
        Frames {
            frames: std::mem::take(&mut self.frames),
            shares: self.shares(),
        }
    }

    fn drop_all(&mut self, missed_bytes: usize) {
        self.frames = VecDeque::new();
        self.bytes = 0;
        self.long_bytes = 0;
        self.missed_bytes = Some(missed_bytes);
        drop(self.shares());
    }

    fn shares(&mut self) -> [Share; 2] {
        self.kept = 0;
        [&mut self.answers, &mut self.writing].map(|share| {
            let nothing = share.none_of_it();
            std::mem::replace(share, nothing)
        })
    }
}

/// A longer frame than one address may ever take is written all the same, once everything is free.
fn counted(bytes: usize) -> usize {
    bytes.min(LONG_FRAME_BYTES_COUNTED_MAX)
}
