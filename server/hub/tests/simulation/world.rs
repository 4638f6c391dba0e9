//! People, links, a server and a disk, and the order in which things happen to them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use automerge::{ROOT, ReadDoc};
use bytes::Bytes;
use hub::{Access, Effect, Input, PeerKey};

use super::dice::Dice;
use super::disk::Disk;
use super::link::{Link, QUEUE_FRAMES_MAX};
use super::person::Person;
use super::server::{Server, Writing, enter};
use super::{trace, truth};

/// Something that happens at its time.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    SpeaksUp(usize),
    Returns(usize),
    ToServer(PeerKey, Vec<u8>),
    ToClient(PeerKey, u64, Vec<u8>),
    Notices(PeerKey),
    Drains(PeerKey),
    Ticks(u64),
    Commits(u64, u64),
}

pub struct World {
    pub now_ms: u64,
    pub dice: Dice,
    pub disk: Disk,
    pub server: Server,
    pub people: Vec<Person>,
    links: BTreeMap<PeerKey, Link>,
    events: BinaryHeap<Reverse<(u64, u64, Event)>>,
    ordered: u64,
    /// Die after carrying out this many more effects.
    pub dies_in: Option<u64>,
    pub commits: u64,
    pub overflows: u64,
    /// Every second link is slow while this is set.
    pub slow: bool,
}

impl World {
    pub fn new(seed: u64) -> World {
        let disk = Disk::new();
        World {
            now_ms: 0,
            dice: Dice::new(seed),
            server: Server::new(&disk),
            disk,
            people: Vec::new(),
            links: BTreeMap::new(),
            events: BinaryHeap::new(),
            ordered: 0,
            dies_in: None,
            commits: 0,
            overflows: 0,
            slow: false,
        }
    }

    /// Somebody joins; the number stands for that device from here on.
    pub fn joins(&mut self, name: &'static str) -> usize {
        let participant = self.dice.bytes();
        self.joins_as(name, participant)
    }

    pub fn joins_as(&mut self, name: &'static str, participant: [u8; 16]) -> usize {
        let actor = self.dice.bytes();
        self.people.push(Person::new(name, participant, actor));
        let who = self.people.len() - 1;
        self.returns(who);
        who
    }

    pub fn types(&mut self, who: usize) -> String {
        let word = self.people[who].types(&mut self.dice);
        self.later(100, Event::SpeaksUp(who));
        word
    }

    pub fn deletes(&mut self, who: usize) {
        self.people[who].deletes(&mut self.dice);
        self.later(100, Event::SpeaksUp(who));
    }

    pub fn pastes_a_picture(&mut self, who: usize) {
        self.people[who].pastes_a_picture();
        self.later(100, Event::SpeaksUp(who));
    }

    /// The client's end dies; the server notices in its own time, and what was under way may
    /// still arrive.
    pub fn drops(&mut self, who: usize) {
        let Some(key) = self.people[who].link.take() else {
            return;
        };
        if let Some(link) = self.links.get_mut(&key) {
            link.client_end = false;
        }
        let notices_ms = self.dice.below(5_000);
        self.later(notices_ms, Event::Notices(key));
    }

    /// A new socket, unless there is one or no server.
    pub fn returns(&mut self, who: usize) {
        if self.people[who].link.is_some() {
            return;
        }
        if self.server.room.is_none() {
            return self.later(1_000, Event::Returns(who));
        }
        let key = PeerKey(self.ordered + 1_000);
        let slow = self.slow && self.dice.once_in(2);
        self.links.insert(key, Link::new(key, who, slow));
        let person = &mut self.people[who];
        person.connects(key);
        let input = enter(key, person.name, person.participant, person.access);
        self.tell(input);
        self.speaks(who);
    }

    /// The page is loaded again.
    pub fn reloads(&mut self, who: usize) {
        self.drops(who);
        let actor = self.dice.bytes();
        self.people[who].reloads(actor);
        self.later(300, Event::Returns(who));
    }

    /// Two tabs of one person tell each other everything.
    pub fn tabs_talk(&mut self, from: usize, to: usize) {
        let mut document = self.people[from].document.clone();
        let merged = self.people[to].document.merge(&mut document);
        merged.unwrap();
        self.later(100, Event::SpeaksUp(to));
    }

    pub fn sets_access(&mut self, who: usize, access: Access) {
        self.people[who].access = access;
        let links = self.links.values().filter(|link| link.person == who);
        let open: Vec<PeerKey> = links.filter(|l| l.server_end).map(|l| l.key).collect();
        for peer in open {
            self.tell(Input::SetAccess { peer, access });
        }
    }

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
        if self.server.room.is_none() {
            self.server.starts(&self.disk);
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
        self.server.starts(&self.disk);
        let open: Vec<(PeerKey, usize)> = self.links.values().map(|l| (l.key, l.person)).collect();
        for (key, who) in open {
            let person = &self.people[who];
            self.tell(Input::Enter {
                peer: key,
                peer_id: person.name.into(),
                participant: person.participant,
                access: person.access,
                resumed: true,
            });
        }
    }

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

    pub fn link_of(&self, who: usize) -> Option<&Link> {
        self.links.get(&self.people[who].link?)
    }

    pub fn disk_text(&self) -> String {
        let (_, body) = self.disk.document.get(ROOT, "body").unwrap().unwrap();
        self.disk.document.text(&body).unwrap()
    }

    fn later(&mut self, ms: u64, event: Event) {
        self.ordered += 1;
        let at_ms = self.now_ms + ms;
        self.events.push(Reverse((at_ms, self.ordered, event)));
    }

    fn happens(&mut self, event: Event) {
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
            Event::Ticks(_) | Event::Commits(..) => {}
        }
    }

    fn speaks(&mut self, who: usize) {
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

    fn arrives_at_server(&mut self, peer: PeerKey, data: Vec<u8>) {
        if self.links.contains_key(&peer) {
            let data = Bytes::from(data);
            self.tell(Input::Sync { peer, data });
        }
    }

    fn arrives_at_client(&mut self, key: PeerKey, generation: u64, frame: &[u8]) {
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

    fn commits(&mut self, commit: u64) {
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

    fn carry_out(&mut self, effect: Effect) {
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

    fn send(&mut self, to: Vec<PeerKey>, frame: &Bytes) {
        truth::check_frame(frame, &self.disk);
        for key in to {
            self.queue(key, frame);
        }
    }

    /// A bounded queue per peer: when it is full all of it is dropped, and what follows until it
    /// is drained.
    fn queue(&mut self, key: PeerKey, frame: &Bytes) {
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
