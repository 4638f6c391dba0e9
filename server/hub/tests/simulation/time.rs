//! The order in which things happen.

use std::cmp::Reverse;

use hub::{Input, PeerKey};

use super::world::World;

/// Something that happens at its time.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Event {
    SpeaksUp(usize),
    Returns(usize),
    ToServer(PeerKey, Vec<u8>),
    ToClient(PeerKey, u64, Vec<u8>),
    Notices(PeerKey),
    Drains(PeerKey),
    Ticks(u64),
    Commits(u64, u64),
    Opens(u64),
}

impl World {
    /// Lets time pass.
    pub fn passes(&mut self, ms: u64) {
        let until_ms = self.now_ms + ms;
        while let Some(Reverse((at_ms, _, _))) = self.events.peek()
            && *at_ms <= until_ms
        {
            let Some(Reverse((at_ms, _, event))) = self.events.pop() else {
                break;
            };
            self.now_ms = at_ms;
            self.happens(event);
        }
        self.now_ms = until_ms;
    }

    /// Everything works from here on, and the world must come to rest.
    pub fn settles(&mut self) {
        self.dies_in = None;
        self.frees_disk();
        self.restarts();
        for who in 0..self.people.len() {
            self.returns(who);
        }
        for _ in 0..600 {
            if self.events.is_empty() {
                return;
            }
            self.passes(1_000);
        }
        panic!("the world does not come to rest");
    }

    pub(super) fn later(&mut self, ms: u64, event: Event) {
        self.ordered += 1;
        let at_ms = self.now_ms + ms;
        self.events.push(Reverse((at_ms, self.ordered, event)));
    }

    pub(super) fn happens(&mut self, event: Event) {
        match event {
            Event::SpeaksUp(who) => self.speaks(who),
            Event::Returns(who) => self.returns(who),
            Event::ToServer(key, data) => self.arrives_at_server(key, data),
            Event::ToClient(key, generation, frame) => {
                self.arrives_at_client(key, generation, &frame)
            }
            Event::Notices(peer) => {
                self.links.remove(&peer);
                self.tell(Input::Leave { peer });
            }
            Event::Drains(peer) => {
                if let Some(link) = self.links.get_mut(&peer) {
                    link.overflowed = false;
                }
                self.tell(Input::Drained { peer });
            }
            Event::Ticks(life) if life == self.server.life => self.tell(Input::Tick),
            Event::Commits(life, commit) if life == self.server.life => self.commits(commit),
            Event::Opens(life) if life == self.server.life => self.opens(),
            Event::Ticks(_) | Event::Commits(..) | Event::Opens(_) => {}
        }
    }
}
