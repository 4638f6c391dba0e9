//! A hall full of people votes at once, the server dies in the middle, and every ballot that was taken counts.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use end_to_end::client::frame::{self, Heard, Said};
use end_to_end::client::replica::Replica;
use end_to_end::client::socket::Socket;
use end_to_end::server::Server;
use end_to_end::visitor::Visitor;
use end_to_end::workshop::{Role, Workshop};
use futures_util::future::join_all;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

const VOTERS: usize = 300;
const WATCHERS: usize = 5;
const BRICKS: [&str; 5] = ["b3", "b4", "b5", "b6", "b7"];

/// A round in a vote that the facilitator holds.
struct Round {
    workshop: Workshop,
    vote: String,
    path: String,
}

impl Round {
    async fn prepares(server: &Server) -> Self {
        let mut workshop = Workshop::opens(server).await;
        let documents = format!("/api/spaces/{}/documents", workshop.id());
        let body = json!({"kind": "vote", "title": "Les briques"});
        let vote: Value = told(&mut workshop, Method::POST, &documents, body, 201).await;
        let vote = vote["id"].as_str().expect("an id").to_owned();
        let rounds = format!("/api/votes/{vote}/rounds");
        let round: Value = told(&mut workshop, Method::POST, &rounds, json!({}), 201).await;
        let path = format!("{rounds}/{}", round["round"].as_str().expect("an id"));
        Self {
            workshop,
            vote,
            path,
        }
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

/// So many people who have joined.
async fn hall(round: &Round) -> Vec<(usize, Visitor)> {
    let mut voters = Vec::new();
    for voter in 0..VOTERS {
        let name = format!("voter {voter}");
        let visitor = round.workshop.welcomes(&name, Role::Participant).await;
        voters.push((voter, visitor));
    }
    voters
}

/// The dots of all voters together.
fn sum() -> BTreeMap<&'static str, u32> {
    let mut sum = BTreeMap::new();
    for (brick, dots) in (0..VOTERS).flat_map(ballot) {
        *sum.entry(brick).or_default() += dots;
    }
    sum
}

/// Each with the vote open, as in a room; what is told last of the counts is true on every screen.
#[tokio::test(flavor = "multi_thread")]
async fn three_hundred_people_vote_within_ten_seconds() {
    let server = Server::start().await;
    let mut round = Round::prepares(&server).await;
    let mut voters = hall(&round).await;
    round.goes_on("open").await;
    let mut watchers = Vec::new();
    for at in 0..WATCHERS {
        watchers.push(Watcher::opens(&server, &round, &format!("Chloé {at}")).await);
    }
    let begun = Instant::now();
    vote_at_once(&mut voters, &round.path).await;
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(10), "voting took {took:?}");
    let last = format!("open {VOTERS} {VOTERS}");
    for watcher in &mut watchers {
        assert_eq!(watcher.hears_last(2 * VOTERS).await, last);
    }
    round.goes_on("close").await;
    let revealed = round.goes_on("reveal").await;
    assert_eq!(revealed["results"]["voters"], VOTERS);
    assert_eq!(revealed["results"]["dots"], json!(sum()));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_ballot_of_a_full_hall_counts() {
    let mut server = Server::start().await;
    let mut round = Round::prepares(&server).await;
    let mut voters = hall(&round).await;
    round.goes_on("open").await;
    let (first, second) = voters.split_at_mut(VOTERS / 2);
    vote_at_once(first, &round.path).await;
    server.kill().await;
    server.restart().await;
    vote_at_once(second, &round.path).await;

    round.goes_on("close").await;
    let revealed = round.goes_on("reveal").await;
    assert_eq!(revealed["results"]["voters"], VOTERS);
    assert_eq!(revealed["results"]["dots"], json!(sum()));
}

/// Somebody with the vote open, who is told all that the server tells anybody.
struct Watcher {
    socket: Socket,
}

impl Watcher {
    async fn opens(server: &Server, round: &Round, name: &str) -> Self {
        let visitor = round.workshop.welcomes(name, Role::Participant).await;
        Self::is(server, round, &visitor).await
    }

    /// One more device of somebody who is there already.
    async fn is(server: &Server, round: &Round, visitor: &Visitor) -> Self {
        let mut socket = Socket::join(&server.sync(), &visitor.cookie, "watcher")
            .await
            .expect("a participant is let in");
        let space = round.workshop.id();
        let visit = Said::Visit { space };
        socket.say(&visit).await.expect("the connection is open");
        let mut replica = Replica::new(&round.vote);
        replica.enters(&mut socket).await.expect("the server stays");
        Self { socket }
    }

    /// The counts told last, when a ballot was taken so many times.
    async fn hears_last(&mut self, times: usize) -> String {
        let mut last = String::new();
        let mut heard = 0;
        while heard < times {
            let Ok(Heard::Other { kind, fields }) = self.socket.hear().await else {
                panic!("something else than counts while a secret round is open");
            };
            if kind == "atelier-news" {
                last = counts(news(&fields));
                heard += 1;
            }
        }
        last
    }

    /// Hears until the round has so many ballots; what was heard, without who came and the heartbeat.
    async fn hears(&mut self, voted: u64) -> Vec<String> {
        let mut heard = Vec::new();
        loop {
            let Ok(Heard::Other { kind, fields }) = self.socket.hear().await else {
                panic!("something else than counts while a secret round is open");
            };
            match kind.as_str() {
                "atelier-news" => {
                    heard.push(counts(news(&fields)));
                    if number(news(&fields), "voted") == voted {
                        return heard;
                    }
                }
                "atelier-people" | "atelier-space" | "atelier-alive" | "atelier-storage" => {}
                other => panic!("{other} while a secret round is open"),
            }
        }
    }
}

/// All fields of the message, which is the only one that tells of ballots.
fn counts(fields: &ciborium::Value) -> String {
    let names: Vec<_> = fields.as_map().expect("a map").iter().collect();
    assert_eq!(names.len(), 5, "{fields:?}");
    assert_eq!(frame::text(fields, "type").as_deref(), Some("round"));
    let state = frame::text(fields, "state").expect("a state");
    let (voted, done) = (number(fields, "voted"), number(fields, "done"));
    format!("{state} {voted} {done}")
}

/// What a message says of the vote: all that is in it besides which vote it is.
fn news(fields: &ciborium::Value) -> &ciborium::Value {
    assert_eq!(fields.as_map().map(Vec::len), Some(3), "{fields:?}");
    frame::field(fields, "news").expect("news")
}

fn number(fields: &ciborium::Value, name: &str) -> u64 {
    let number = frame::field(fields, name).and_then(ciborium::Value::as_integer);
    number
        .and_then(|number| number.try_into().ok())
        .expect("a number")
}

/// What a watcher hears while two people cast these ballots.
async fn heard_while(ballots: [usize; 2]) -> Vec<String> {
    let server = Server::start().await;
    let mut round = Round::prepares(&server).await;
    let mut voters = Vec::new();
    for voter in 0..ballots.len() {
        let name = format!("voter {voter}");
        voters.push(round.workshop.welcomes(&name, Role::Participant).await);
    }
    round.goes_on("open").await;
    let mut watcher = Watcher::opens(&server, &round, "Chloé").await;
    let mut heard = Vec::new();
    for (voted, (voter, of)) in voters.iter_mut().zip(ballots).enumerate() {
        casts(voter, &round.path, ballot(of)).await;
        heard.extend(watcher.hears(voted as u64 + 1).await);
    }
    heard
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_secret_round_is_open_sockets_are_told_counts_and_nothing_else() {
    let heard = heard_while([0, 1]).await;
    assert_eq!(heard, ["open 1 1", "open 2 2"]);
    assert_eq!(heard, heard_while([1, 0]).await);
}

/// The other device of the voter is told that there is a ballot; a device of anybody else would fail to expect it.
#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_is_told_to_the_devices_of_its_voter_alone() {
    let server = Server::start().await;
    let mut round = Round::prepares(&server).await;
    let mut lise = round.workshop.welcomes("Lise", Role::Participant).await;
    round.goes_on("open").await;
    let mut other_device = Watcher::is(&server, &round, &lise).await;
    let mut chloe = Watcher::opens(&server, &round, "Chloé").await;
    casts(&mut lise, &round.path, ballot(0)).await;
    assert_eq!(chloe.hears(1).await, ["open 1 1"]);
    loop {
        let Ok(Heard::Other { kind, fields }) = other_device.socket.hear().await else {
            continue;
        };
        if kind == "atelier-news" && frame::text(news(&fields), "type").as_deref() == Some("ballot")
        {
            return;
        }
    }
}
