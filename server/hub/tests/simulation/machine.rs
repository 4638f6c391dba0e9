//! What happens to the server and its disk, and what the shell does for the room.

use hub::{AlreadySent, Effect, Input, PeerKey};

use super::server::Writing;
use super::time::Event;
use super::world::World;
use super::{trace, truth};

impl World {
    pub fn fills_disk(&mut self) {
        self.disk.full = true;
    }

    pub fn frees_disk(&mut self) {
        self.disk.full = false;
        if std::mem::take(&mut self.server.stuck) {
            self.tell(Input::Retry);
        }
    }

    /// The server dies with all it had in memory. What was under way to the disk arrived or not.
    pub fn crashes(&mut self) {
        self.dies_in = None;
        if let Some(writing) = self.server.writing.take()
            && !self.disk.full
            && self.dice.once_in(2)
        {
            self.disk.append(&writing.bytes, &writing.actors);
        }
        self.server.dies();
        for link in std::mem::take(&mut self.links).into_values() {
            if link.client_end {
                self.people[link.person].link = None;
                let wait_ms = 200 + self.dice.below(3_000);
                self.later(wait_ms, Event::Returns(link.person));
            }
        }
    }

    pub fn restarts(&mut self) {
        if !self.server.is_up() {
            self.starts();
        }
    }

    /// Loading takes its time, and people come meanwhile.
    fn starts(&mut self) {
        self.server.starts(&self.disk);
        let takes_ms = self.dice.below(1_500);
        self.later(takes_ms, Event::Opens(self.server.life));
    }

    pub(super) fn opens(&mut self) {
        for input in self.server.opens(&self.disk) {
            self.tell(input);
        }
    }

    /// The room gave up: the shell waits for the disk, loads the document again and brings the
    /// peers back in. The sockets stay.
    pub fn rebuilds(&mut self) {
        if let Some(writing) = self.server.writing.take()
            && !self.disk.full
        {
            self.disk.append(&writing.bytes, &writing.actors);
        }
        self.server.dies();
        self.starts();
        let open: Vec<(PeerKey, usize)> = self.links.values().map(|l| (l.key, l.person)).collect();
        for (key, who) in open {
            let person = &self.people[who];
            self.tell(Input::Enter {
                peer: key,
                peer_id: person.name.into(),
                participant: person.participant,
                access: person.access,
                reads_bundles: key.0.is_multiple_of(2),
                already_sent: AlreadySent::Something,
            });
        }
    }

    /// Tells the room and carries out what it wants, unless the server dies on the way.
    pub fn tell(&mut self, input: Input) {
        trace::told(self.now_ms, &input);
        for effect in self.server.handle(self.now_ms, input) {
            if let Some(left) = &mut self.dies_in {
                if *left == 0 {
                    return self.crashes();
                }
                *left -= 1;
            }
            self.carry_out(effect);
        }
    }

    pub(super) fn carry_out(&mut self, effect: Effect) {
        trace::wanted(self.now_ms, &effect);
        match effect {
            Effect::Send { to, frame } => self.send(to, &frame),
            Effect::TickAt { at_ms } => {
                let wait_ms = at_ms.saturating_sub(self.now_ms);
                self.later(wait_ms, Event::Ticks(self.server.life));
            }
            Effect::Commit {
                commit,
                bytes,
                heads,
                actors,
            } => {
                truth::check_heads(&heads);
                self.commits += 1;
                self.server.writing = Some(Writing { bytes, actors });
                let takes_ms = 1 + self.dice.below(15);
                self.later(takes_ms, Event::Commits(self.server.life, commit));
            }
            Effect::Refused { peer, refusal } => {
                assert!(!refusal.abuse, "an honest client was called abusive");
                self.server.refusals.push((peer, refusal.code));
            }
            Effect::Quarantine { bytes, .. } => self.disk.quarantine.push(bytes),
            Effect::Rebuild { .. } => self.server.rebuilds += 1,
        }
    }

    pub(super) fn commits(&mut self, commit: u64) {
        let Some(writing) = self.server.writing.take() else {
            return;
        };
        if self.disk.full {
            self.server.stuck = true;
            return self.tell(Input::CommitFailed { commit });
        }
        self.disk.append(&writing.bytes, &writing.actors);
        self.tell(Input::Committed { commit });
    }
}
