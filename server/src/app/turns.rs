//! What is done by one or a few at a time, and whose turn it is.

use tokio::sync::{Mutex, Semaphore};

use crate::limits::{ARCHIVES_AT_ONCE_MAX, IMAGES_AT_ONCE_MAX};

/// Whoever has a turn holds it until they are done; the others wait.
pub struct Turns {
    /// Held while pads are opened for bricks.
    pub opening_pads: Mutex<()>,
    /// Held while a round or an asking is looked up and told of: what is told last is what holds.
    pub telling_rounds: Mutex<()>,
    /// Held while a document is locked or opened again: what is written last is what holds in its room.
    pub locking: Mutex<()>,
    /// Held while the conduct of a workshop changes and is told of: what is told last is what holds.
    pub conducting: Mutex<()>,
    /// Held while a wall changes and is told of: what is written last is what holds in its document.
    pub walls: Mutex<()>,
    /// Held while an image is decoded, and until it is kept.
    pub images: Semaphore,
    /// Held while an archive is packed.
    pub departures: Semaphore,
    /// Held while one that came is opened: whoever sends one slowly keeps nobody from anything.
    pub arrivals: Semaphore,
}

impl Default for Turns {
    fn default() -> Self {
        Self {
            opening_pads: Mutex::default(),
            telling_rounds: Mutex::default(),
            locking: Mutex::default(),
            conducting: Mutex::default(),
            walls: Mutex::default(),
            images: Semaphore::new(IMAGES_AT_ONCE_MAX),
            departures: Semaphore::new(ARCHIVES_AT_ONCE_MAX),
            arrivals: Semaphore::new(ARCHIVES_AT_ONCE_MAX),
        }
    }
}
