//! People, links, a server and a disk, and what people do.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use automerge::{ROOT, ReadDoc};
use hub::{Access, Input, PeerKey};

use super::dice::Dice;
use super::disk::Disk;
use super::link::Link;
use super::person::Person;
use super::server::{Server, enter};
use super::time::Event;

pub struct World {
    pub now_ms: u64,
    pub dice: Dice,
    pub disk: Disk,
    pub server: Server,
    pub people: Vec<Person>,
    pub(super) links: BTreeMap<PeerKey, Link>,
    pub(super) events: BinaryHeap<Reverse<(u64, u64, Event)>>,
    pub(super) ordered: u64,
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
        if !self.server.is_up() {
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

    pub fn link_of(&self, who: usize) -> Option<&Link> {
        self.links.get(&self.people[who].link?)
    }

    pub fn disk_text(&self) -> String {
        let (_, body) = self.disk.document.get(ROOT, "body").unwrap().unwrap();
        self.disk.document.text(&body).unwrap()
    }
}
