//! Somebody with a pad open on a live connection.

use crate::client::frame::{self, Heard};
use crate::client::replica::Replica;
use crate::client::socket::{Lost, Socket};
use crate::server::Server;
use crate::workshop::{Role, Workshop};

/// A device with one pad open.
pub struct Person {
    /// The device's copy of the pad.
    pub replica: Replica,
    /// The device's connection.
    pub socket: Socket,
}

/// What became of something the server should not accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server said why, and the connection stays.
    Refused {
        /// The reason, a word of the protocol.
        code: String,
    },
    /// The server closed the connection.
    SentAway,
}

impl Person {
    /// A new device joins `workshop` as `role` and opens `pad`.
    ///
    /// # Panics
    /// When the server does not let it in.
    pub async fn opens(
        server: &Server,
        workshop: &Workshop,
        pad: &str,
        name: &str,
        role: Role,
    ) -> Self {
        let visitor = workshop.welcomes(name, role).await;
        let mut socket = Socket::join(&server.sync(), &visitor.cookie, name)
            .await
            .expect("the server lets a person of the workshop in");
        let mut replica = Replica::new(pad);
        replica.enters(&mut socket).await.expect("the server stays");
        Self { replica, socket }
    }

    /// Writes `word`, which is saved on return.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn says(&mut self, word: &str) -> Result<(), Lost> {
        self.replica.writes(word);
        self.replica.until_saved(&mut self.socket).await
    }

    /// Hears the server until the pad contains `word`.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn reads(&mut self, word: &str) -> Result<(), Lost> {
        self.replica.until_reads(&mut self.socket, word).await
    }

    /// Sends a sync message about the pad, whatever is in it.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn syncs(&mut self, data: &[u8]) -> Result<(), Lost> {
        self.socket.sync(&self.replica.document, data).await
    }

    /// What the server makes of what it was sent; everything else it says is passed over.
    pub async fn outcome(&mut self) -> Outcome {
        loop {
            match self.socket.hear().await {
                Ok(Heard::Other { kind, fields }) if kind == "atelier-refused" => {
                    let code = frame::text(&fields, "code").unwrap_or_default();
                    return Outcome::Refused { code };
                }
                Ok(_) => {}
                Err(Lost { .. }) => return Outcome::SentAway,
            }
        }
    }
}
