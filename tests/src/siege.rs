//! Somebody hostile who may write, from several addresses at once: what takes memory, descriptors and processors.

mod half;
mod raw;
mod whole;

use std::net::{IpAddr, SocketAddr};

use raw::Raw;
pub use whole::{empty_maps, full_board, import_of, many_cards};

use crate::client::frame::{self, Said};
use crate::client::replica::Replica;
use crate::client::socket::Socket;
use crate::dice::Dice;
use crate::server::Server;
use crate::workshop::{Role, Workshop};

/// Sockets that one session may hold.
const SOCKETS_PER_SESSION: usize = 32;
/// The long pad carries so many of so many bytes.
const BALLASTS: (usize, usize) = (4, 1024 * 1024);
/// And so many letters.
const LETTERS: usize = 40_000;

/// Somebody with as many sessions and addresses as they like.
pub struct Siege {
    address: SocketAddr,
    cookies: Vec<String>,
    addresses: u8,
    board: String,
    long_pad: String,
    space: String,
    /// The cookie of whoever may take archives: somebody hostile makes a workshop of their own.
    facilitator: String,
}

impl Siege {
    /// A person of the workshop with so many sessions, at so many addresses of this machine.
    ///
    /// # Panics
    /// When the server does not let it in.
    pub async fn prepares(
        server: &Server,
        workshop: &mut Workshop,
        sessions: usize,
        addresses: u8,
    ) -> Self {
        let board = workshop.opens_kanban().await;
        let long_pad = workshop.opens_pad().await;
        let mut cookies = Vec::new();
        for _ in 0..sessions {
            cookies.push(workshop.welcomes("mallory", Role::Participant).await.cookie);
        }
        lengthens(server, &cookies[0], &long_pad).await;
        Self {
            address: server.address(),
            cookies,
            addresses,
            board,
            long_pad,
            space: workshop.id().to_owned(),
            facilitator: workshop.facilitator.cookie.clone(),
        }
    }

    /// Where the long pad is exported.
    pub fn export(&self) -> String {
        format!("/api/documents/{}.html", self.long_pad)
    }

    /// Where the whole space is packed.
    pub fn archive(&self) -> String {
        format!("/api/spaces/{}/archive", self.space)
    }

    fn imports(&self) -> String {
        format!("/api/kanbans/{}/imports", self.board)
    }

    async fn connects(&self, nth: usize) -> Option<Raw> {
        Raw::connects(self.address, self.from(nth)).await.ok()
    }

    async fn upgrades(&self, nth: usize) -> Option<Raw> {
        let mut raw = self.connects(nth).await?;
        raw.upgrades(&self.cookie(nth)).await.ok()?;
        Some(raw)
    }

    async fn joins(&self, nth: usize) -> Option<Raw> {
        let mut raw = self.upgrades(nth).await?;
        let join = frame::encode("mallory", &Said::Join { atelier: true });
        raw.says(&join).await.ok()?;
        Some(raw)
    }

    fn cookie(&self, nth: usize) -> String {
        self.cookies[nth / SOCKETS_PER_SESSION % self.cookies.len()].clone()
    }

    fn from(&self, nth: usize) -> IpAddr {
        let last = 2 + nth % usize::from(self.addresses);
        IpAddr::from([127, 0, 0, last as u8])
    }
}

async fn lengthens(server: &Server, cookie: &str, pad: &str) {
    let socket = Socket::join(&server.sync(), cookie, "a device").await;
    let mut socket = socket.expect("the server lets a person in");
    let mut replica = Replica::new(pad);
    replica.enters(&mut socket).await.expect("the server stays");
    replica.writes(&"x".repeat(LETTERS));
    let mut dice = Dice::of_this_run();
    let (count, bytes) = BALLASTS;
    for _ in 0..count {
        replica.carries(dice.bytes(bytes));
        let saved = replica.until_saved(&mut socket).await;
        saved.expect("the server stays");
    }
}
