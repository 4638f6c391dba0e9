//! One WebSocket: ordered both ways, slow or fast, and noticed to be dead at each end in its own time.

use hub::PeerKey;

use super::dice::Dice;

/// Frames a server keeps for a slow peer before it drops them all.
pub const QUEUE_FRAMES_MAX: usize = 6;

pub struct Link {
    pub key: PeerKey,
    pub person: usize,
    /// Whether the server has not noticed yet that it is dead.
    pub server_end: bool,
    pub client_end: bool,
    pub slow: bool,
    /// Frames under way to the client.
    pub queued: usize,
    /// Frames of an older generation were dropped from the queue.
    pub generation: u64,
    pub overflowed: bool,
    up_ms: u64,
    down_ms: u64,
}

impl Link {
    pub fn new(key: PeerKey, person: usize, slow: bool) -> Link {
        Link {
            key,
            person,
            server_end: true,
            client_end: true,
            slow,
            queued: 0,
            generation: 0,
            overflowed: false,
            up_ms: 0,
            down_ms: 0,
        }
    }

    /// When a message sent to the server arrives: never before an earlier one.
    pub fn arrives_up(&mut self, now_ms: u64, dice: &mut Dice) -> u64 {
        self.up_ms = self.up_ms.max(now_ms + 1 + dice.below(40));
        self.up_ms
    }

    /// When a frame sent to the client arrives.
    pub fn arrives_down(&mut self, now_ms: u64, dice: &mut Dice) -> u64 {
        let latency_ms = match self.slow {
            true => 200 + dice.below(400),
            false => 1 + dice.below(40),
        };
        self.down_ms = match self.slow {
            true => self.down_ms.max(now_ms) + latency_ms,
            false => self.down_ms.max(now_ms + latency_ms),
        };
        self.down_ms
    }
}
