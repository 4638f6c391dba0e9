//! A workshop in which a secret, anonymous round is open, and servers with a copy of it.

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
    pub vote: String,
    pub round: String,
    watchers: Vec<Visitor>,
    voters: Vec<Visitor>,
}

impl Poll {
    pub async fn opens() -> Self {
        let server = Server::start().await;
        let mut workshop = Workshop::opens(&server).await;
        let space = workshop.id().to_owned();
        let nadia = &mut workshop.facilitator;
        let documents = format!("/api/spaces/{space}/documents");
        let body = json!({"kind": "vote", "title": "Les briques"});
        let vote = asked(nadia, &documents, body, 201).await;
        let vote = vote["id"].as_str().expect("an id").to_owned();
        let rounds = format!("/api/votes/{vote}/rounds");
        let round = asked(nadia, &rounds, json!({"dots": 3}), 201).await;
        let round = format!("{rounds}/{}", round["round"].as_str().expect("an id"));
        let mut voters = Vec::new();
        for name in ["Ali", "Bea"] {
            voters.push(workshop.welcomes(name, Role::Participant).await);
        }
        let watchers = vec![
            workshop.facilitator.clone(),
            workshop.welcomes("Chloé", Role::Participant).await,
            workshop.welcomes("Rémi", Role::Reader).await,
        ];
        let open = format!("{round}/open");
        asked(&mut workshop.facilitator, &open, json!({}), 200).await;
        Self {
            server,
            space,
            vote,
            round,
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
