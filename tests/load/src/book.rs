//! Which edits were sent, when and by whom.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use end_to_end::client::light::Checksum;

/// An edit on its way.
#[derive(Clone, Copy, Debug)]
pub struct Sent {
    /// When it was handed to the socket.
    pub at: Instant,
    /// Whose it is: the number of a seat.
    pub author: usize,
}

/// Clones share what is written.
#[derive(Clone, Default)]
pub struct Book(Arc<Mutex<Pages>>);

#[derive(Default)]
struct Pages {
    sent: HashMap<Checksum, Sent>,
    of_pads: Vec<Vec<Checksum>>,
}

impl Book {
    /// Notes an edit in a pad, just before it is sent.
    pub fn note(&self, pad: usize, checksum: Checksum, author: usize) {
        let mut pages = self.pages();
        let at = Instant::now();
        pages.sent.insert(checksum, Sent { at, author });
        if pages.of_pads.len() <= pad {
            pages.of_pads.resize_with(pad + 1, Vec::new);
        }
        pages.of_pads[pad].push(checksum);
    }

    /// What is known of these edits.
    pub fn look_up(&self, checksums: &[Checksum]) -> Vec<Sent> {
        let pages = self.pages();
        checksums
            .iter()
            .filter_map(|checksum| pages.sent.get(checksum).copied())
            .collect()
    }

    /// The edits sent to a pad.
    pub fn of_pad(&self, pad: usize) -> Vec<Checksum> {
        self.pages().of_pads.get(pad).cloned().unwrap_or_default()
    }

    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
