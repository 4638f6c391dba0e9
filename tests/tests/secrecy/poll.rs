//! A workshop in which people are asked something whose answers are secret, and servers with a copy of it.

use std::fs;

use end_to_end::client::frame::Said;
use end_to_end::client::replica::Replica;
use end_to_end::client::socket::Socket;
use end_to_end::server::Server;
use end_to_end::visitor::Visitor;
use end_to_end::workshop::{Role, Workshop};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::twin::Twin;

/// What the twins have in common.
pub struct Poll {
    pub server: Server,
    pub space: String,
    /// The document of the vote, or of the round.
    pub vote: String,
    /// The address of what is open: a round of the vote, or an asking.
    pub round: String,
    watchers: Vec<Visitor>,
    voters: Vec<Visitor>,
}

impl Poll {
    /// A secret, anonymous round of a vote is open.
    pub async fn opens() -> Self {
        let mut poll = Self::about("vote", &["Ali", "Bea"]).await;
        let rounds = format!("/api/votes/{}/rounds", poll.vote);
        let nadia = &mut poll.watchers[0];
        let round = asked(nadia, &rounds, json!({"dots": 3}), 201).await;
        poll.round = format!("{rounds}/{}", round["round"].as_str().expect("an id"));
        let open = format!("{}/open", poll.round);
        asked(&mut poll.watchers[0], &open, json!({}), 200).await;
        poll
    }

    /// An anonymous question is asked.
    pub async fn asks() -> Self {
        let mut poll = Self::about("round", &["Ali", "Bea", "Cem"]).await;
        let askings = format!("/api/rounds/{}/askings", poll.vote);
        let nadia = &mut poll.watchers[0];
        let asking = asked(nadia, &askings, json!({"name": "Matin"}), 201).await;
        poll.round = format!("{askings}/{}", asking["asking"].as_str().expect("an id"));
        poll
    }

    /// With a document of a kind, in which nothing is asked yet. The facilitator is the first of those who watch.
    async fn about(kind: &str, names: &[&str]) -> Self {
        let server = Server::start().await;
        let mut workshop = Workshop::opens(&server).await;
        let space = workshop.id().to_owned();
        let nadia = &mut workshop.facilitator;
        let documents = format!("/api/spaces/{space}/documents");
        let body = json!({"kind": kind, "title": "Les briques"});
        let vote = asked(nadia, &documents, body, 201).await;
        let vote = vote["id"].as_str().expect("an id").to_owned();
        let mut voters = Vec::new();
        for name in names {
            voters.push(workshop.welcomes(name, Role::Participant).await);
        }
        let watchers = vec![
            workshop.facilitator.clone(),
            workshop.welcomes("Chloé", Role::Participant).await,
            workshop.welcomes("Rémi", Role::Reader).await,
        ];
        Self {
            server,
            space,
            vote,
            round: String::new(),
            watchers,
            voters,
        }
    }

    /// Another server with a copy of the data, on which everybody is known.
    pub async fn twin(&self) -> Twin<'_> {
        let mut server = Server::prepared();
        fs::create_dir_all(server.data()).expect("a directory can be made");
        for file in fs::read_dir(self.server.data()).expect("the data are there") {
            let file = file.expect("a file");
            if file.file_type().is_ok_and(|kind| kind.is_file()) {
                fs::copy(file.path(), server.data().join(file.file_name())).expect("a copy");
            }
        }
        server.restart().await;
        let here = |people: &[Visitor]| -> Vec<Visitor> {
            let moved = people.iter().map(|one| one.elsewhere(&server.url()));
            moved.collect()
        };
        let (watchers, voters) = (here(&self.watchers), here(&self.voters));
        let mut sockets = Vec::new();
        for (at, watcher) in watchers.iter().enumerate() {
            sockets.push(self.listens(&server, watcher, at).await);
        }
        Twin {
            poll: self,
            server,
            watchers,
            voters,
            sockets,
            told: Vec::new(),
        }
    }

    async fn listens(&self, server: &Server, watcher: &Visitor, at: usize) -> Socket {
        let peer = format!("watcher-{at}");
        let mut socket = Socket::join(&server.sync(), &watcher.cookie, &peer)
            .await
            .expect("a member is let in");
        let visit = Said::Visit { space: &self.space };
        socket.say(&visit).await.expect("the connection is open");
        let mut replica = Replica::new(&self.vote);
        replica.enters(&mut socket).await.expect("the server stays");
        socket
    }
}

async fn asked(visitor: &mut Visitor, path: &str, body: Value, status: u16) -> Value {
    let status = StatusCode::from_u16(status).expect("a status");
    visitor.expects(status, Method::POST, path, body).await
}
