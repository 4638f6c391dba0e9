//! A workshop ready to work in: its facilitator, and ways for others to come in.

use crate::server::Server;
use crate::visitor::{Created, Visitor};

/// A role somebody joins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// May write.
    Participant,
    /// May only read.
    Reader,
}

/// A workshop on a running server.
pub struct Workshop {
    origin: String,
    /// The device that created it.
    pub facilitator: Visitor,
    given: Created,
}

impl Workshop {
    /// Creates a workshop on `server`.
    pub async fn opens(server: &Server) -> Self {
        let mut facilitator = Visitor::new(&server.url());
        let given = facilitator.creates_workshop().await;
        Self {
            origin: server.url(),
            facilitator,
            given,
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.given.id
    }

    /// Creates a pad; its id.
    pub async fn opens_pad(&mut self) -> String {
        self.facilitator.opens_pad(&self.given.id).await
    }

    /// Creates an action plan without cards; its id.
    pub async fn opens_kanban(&mut self) -> String {
        self.facilitator.opens_kanban(&self.given.id).await
    }

    /// A new device that joined as `role`.
    pub async fn welcomes(&self, name: &str, role: Role) -> Visitor {
        let mut visitor = Visitor::new(&self.origin);
        let link = match role {
            Role::Participant => &self.given.links.participant,
            Role::Reader => &self.given.links.reader,
        };
        visitor.joins(link, name).await;
        visitor
    }
}
