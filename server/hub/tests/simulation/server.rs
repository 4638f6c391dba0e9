//! The server's shell in the simulation: carries out what the room wants, and can die at any point.

use bytes::Bytes;
use hub::{Access, AlreadySent, Effect, Identity, Input, PeerKey, RefusalCode, Room};

use super::disk::Disk;
use super::loading::Loading;

/// What is under way to the disk.
pub struct Writing {
    pub bytes: Bytes,
    pub actors: Vec<(Vec<u8>, [u8; 16])>,
}

pub struct Server {
    pub room: Option<Room>,
    /// There is no room yet.
    pub loading: Option<Loading>,
    /// Counts restarts: what an earlier life ordered does not happen in a later one.
    pub life: u64,
    pub writing: Option<Writing>,
    /// A commit that met a full disk and waits.
    pub stuck: bool,
    pub refusals: Vec<(PeerKey, RefusalCode)>,
    pub rebuilds: u32,
}

pub fn identity() -> Identity {
    Identity {
        root_is_closed: false,
        kept_keys: &[],
        document_id: "document".into(),
        peer_id: "server".into(),
        actor: *b"server----------",
    }
}

impl Server {
    pub fn new(disk: &Disk) -> Server {
        Server {
            room: Some(open(disk)),
            loading: None,
            life: 0,
            writing: None,
            stuck: false,
            refusals: Vec::new(),
            rebuilds: 0,
        }
    }

    pub fn handle(&mut self, now_ms: u64, input: Input) -> Vec<Effect> {
        if let Some(loading) = &mut self.loading {
            return loading.attends(input);
        }
        let room = self.room.as_mut();
        room.map_or(Vec::new(), |room| room.handle(now_ms, input))
    }

    pub fn is_up(&self) -> bool {
        self.room.is_some() || self.loading.is_some()
    }

    pub fn dies(&mut self) {
        self.room = None;
        self.loading = None;
        self.life += 1;
        self.writing = None;
        self.stuck = false;
    }

    pub fn starts(&mut self, disk: &Disk) {
        self.loading = Some(Loading::begins(disk));
    }

    /// The document is in memory: what the room has to be told.
    pub fn opens(&mut self, disk: &Disk) -> Vec<Input> {
        self.room = Some(open(disk));
        self.loading.take().map_or(Vec::new(), Loading::ends)
    }
}

fn open(disk: &Disk) -> Room {
    Room::open(disk.load(), identity(), disk.actors.clone()).unwrap()
}

pub fn enter(peer: PeerKey, name: &str, participant: [u8; 16], access: Access) -> Input {
    Input::Enter {
        peer,
        peer_id: name.into(),
        participant,
        access,
        // Every second connection, so that both ways of telling are simulated.
        reads_bundles: peer.0.is_multiple_of(2),
        already_sent: AlreadySent::Nothing,
    }
}
