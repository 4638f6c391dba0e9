//! A hall full of people votes at once, the server dies in the middle, and every ballot that was taken counts.

use std::collections::BTreeMap;

use end_to_end::server::Server;
use end_to_end::visitor::Visitor;
use end_to_end::workshop::{Role, Workshop};
use futures_util::future::join_all;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

const VOTERS: usize = 300;
const BRICKS: [&str; 5] = ["b3", "b4", "b5", "b6", "b7"];

/// A round in a vote that the facilitator holds.
struct Round {
    workshop: Workshop,
    path: String,
}

impl Round {
    async fn opens(server: &Server) -> Self {
        let mut workshop = Workshop::opens(server).await;
        let documents = format!("/api/spaces/{}/documents", workshop.id());
        let body = json!({"kind": "vote", "title": "Les briques"});
        let vote: Value = told(&mut workshop, Method::POST, &documents, body, 201).await;
        let rounds = format!("/api/votes/{}/rounds", vote["id"].as_str().expect("an id"));
        let round: Value = told(&mut workshop, Method::POST, &rounds, json!({}), 201).await;
        let path = format!("{rounds}/{}", round["round"].as_str().expect("an id"));
        let mut round = Self { workshop, path };
        round.goes_on("open").await;
        round
    }

    async fn goes_on(&mut self, step: &str) -> Value {
        let path = format!("{}/{step}", self.path);
        told(&mut self.workshop, Method::POST, &path, json!({}), 200).await
    }
}

async fn told(
    workshop: &mut Workshop,
    method: Method,
    path: &str,
    body: Value,
    status: u16,
) -> Value {
    let status = StatusCode::from_u16(status).expect("a status");
    let facilitator = &mut workshop.facilitator;
    facilitator.expects(status, method, path, body).await
}

/// Everybody has another ballot, of five dots.
fn ballot(voter: usize) -> BTreeMap<&'static str, u32> {
    let first = BRICKS[voter % BRICKS.len()];
    let second = BRICKS[(voter + 1 + voter % 3) % BRICKS.len()];
    BTreeMap::from([(first, 3), (second, 2)])
}

async fn casts(visitor: &mut Visitor, round: &str, dots: BTreeMap<&'static str, u32>) {
    let path = format!("{round}/ballot");
    let body = json!({"dots": dots, "done": true});
    let taken: Value = visitor
        .expects(StatusCode::OK, Method::PUT, &path, body)
        .await;
    assert_eq!(taken["left"], 0);
}

/// All of them at once; each changes their mind on the way.
async fn vote_at_once(voters: &mut [(usize, Visitor)], round: &str) {
    let votes = voters.iter_mut().map(|(voter, visitor)| async move {
        casts(visitor, round, ballot(*voter + 1)).await;
        casts(visitor, round, ballot(*voter)).await;
    });
    join_all(votes).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_ballot_of_a_full_hall_counts() {
    let mut server = Server::start().await;
    let mut round = Round::opens(&server).await;
    let mut voters = Vec::new();
    for voter in 0..VOTERS {
        let name = format!("voter {voter}");
        let visitor = round.workshop.welcomes(&name, Role::Participant).await;
        voters.push((voter, visitor));
    }
    let (first, second) = voters.split_at_mut(VOTERS / 2);
    vote_at_once(first, &round.path).await;
    server.kill().await;
    server.restart().await;
    vote_at_once(second, &round.path).await;

    round.goes_on("close").await;
    let revealed = round.goes_on("reveal").await;
    let mut expected: BTreeMap<&str, u32> = BTreeMap::new();
    for (brick, dots) in (0..VOTERS).flat_map(ballot) {
        *expected.entry(brick).or_default() += dots;
    }
    assert_eq!(revealed["results"]["voters"], VOTERS);
    assert_eq!(revealed["results"]["dots"], json!(expected));
}
