//! Messages under way between people and the server.

use bytes::Bytes;
use hub::{Input, PeerKey};

use super::link::QUEUE_FRAMES_MAX;
use super::time::Event;
use super::truth;
use super::world::World;

impl World {
    pub(super) fn speaks(&mut self, who: usize) {
        let person = &mut self.people[who];
        let Some(key) = person.link else {
            return;
        };
        let Some(data) = person.says() else {
            return;
        };
        let Some(link) = self.links.get_mut(&key) else {
            return;
        };
        let at_ms = link.arrives_up(self.now_ms, &mut self.dice);
        self.later(at_ms - self.now_ms, Event::ToServer(key, data.to_vec()));
    }

    pub(super) fn arrives_at_server(&mut self, peer: PeerKey, data: Vec<u8>) {
        if self.links.contains_key(&peer) {
            let data = Bytes::from(data);
            self.tell(Input::Sync { peer, data });
        }
    }

    pub(super) fn arrives_at_client(&mut self, key: PeerKey, generation: u64, frame: &[u8]) {
        let Some(link) = self.links.get_mut(&key) else {
            return;
        };
        if link.generation != generation {
            return;
        }
        link.queued -= 1;
        let who = link.person;
        if self.people[who].link != Some(key) {
            return;
        }
        if let Some(data) = truth::sync_data(frame) {
            self.people[who].hears(&data);
            truth::check_saved(&self.people[who].saved_heads, &self.disk);
            self.speaks(who);
        }
    }

    pub(super) fn send(&mut self, to: Vec<PeerKey>, frame: &Bytes) {
        truth::check_frame(frame, &self.disk);
        for key in to {
            self.queue(key, frame);
        }
    }

    /// A bounded queue per peer: when it is full all of it is dropped, and what follows until it
    /// is drained.
    pub(super) fn queue(&mut self, key: PeerKey, frame: &Bytes) {
        let Some(link) = self.links.get_mut(&key) else {
            return;
        };
        if link.overflowed {
            return;
        }
        if link.queued < QUEUE_FRAMES_MAX {
            link.queued += 1;
            let at_ms = link.arrives_down(self.now_ms, &mut self.dice);
            let event = Event::ToClient(key, link.generation, frame.to_vec());
            return self.later(at_ms - self.now_ms, event);
        }
        self.overflows += 1;
        link.queued = 0;
        link.generation += 1;
        link.overflowed = true;
        let drains_ms = 100 + self.dice.below(1_000);
        self.later(drains_ms, Event::Drains(key));
        self.tell(Input::Overflowed { peer: key });
    }
}
