//! One of the servers: people vote on it, and everything that it tells the others is kept.

use end_to_end::client::frame::{self, Heard};
use end_to_end::client::socket::Socket;
use end_to_end::server::Server;
use end_to_end::visitor::Visitor;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::database::{Database, database};
use super::poll::Poll;

/// What was told to whom, byte for byte.
pub type Told = Vec<(String, Vec<u8>)>;

/// One of the servers.
pub struct Twin<'a> {
    pub poll: &'a Poll,
    pub server: Server,
    pub watchers: Vec<Visitor>,
    pub voters: Vec<Visitor>,
    pub sockets: Vec<Socket>,
    pub told: Told,
}

impl Twin<'_> {
    /// The voters cast these ballots, one after the other; then the round is closed and revealed.
    pub async fn votes(&mut self, ballots: [Value; 2]) {
        for (at, dots) in ballots.into_iter().enumerate() {
            let path = format!("{}/ballot", self.poll.round);
            let body = json!({"dots": dots, "done": true});
            self.voters[at]
                .expects::<Value>(StatusCode::OK, Method::PUT, &path, body)
                .await;
            self.hear(&format!("open {}", at + 1)).await;
            self.look().await;
            self.look_while_nothing_is_written().await;
        }
        for (step, state) in [("close", "closed 2"), ("reveal", "revealed 2")] {
            let path = format!("{}/{step}?evenFew=true", self.poll.round);
            let answer = self.watchers[0].asks(Method::POST, &path, json!({})).await;
            self.keep(step, answer).await;
            self.hear(state).await;
            self.look().await;
        }
    }

    /// The voters answer so, one after the other; then the answers are revealed.
    pub async fn answers(&mut self, answers: [(u32, &str); 3]) {
        for (at, (state, word)) in answers.into_iter().enumerate() {
            let path = format!("{}/answer", self.poll.round);
            let body = json!({"state": state, "word": word});
            self.voters[at]
                .expects::<Value>(StatusCode::OK, Method::PUT, &path, body)
                .await;
            self.hear(&format!("answered {}", at + 1)).await;
            self.look().await;
            self.look_while_nothing_is_written().await;
        }
        let path = format!("{}/reveal", self.poll.round);
        let answer = self.watchers[0].asks(Method::POST, &path, json!({})).await;
        self.keep("reveal", answer).await;
        self.hear("answered 3").await;
        self.look().await;
    }

    /// Every watcher hears until the round has come so far. What is written into the document carries the name of the
    /// process that wrote it: it is looked at where everybody reads it.
    async fn hear(&mut self, until: &str) {
        for socket in &mut self.sockets {
            loop {
                let bytes = socket.next_bytes().await.expect("the server stays");
                let Some(Heard::Other { kind, fields }) = frame::decode(&bytes) else {
                    continue;
                };
                if is_of_the_room(&kind) {
                    continue;
                }
                self.told.push((format!("{} hears", socket.peer), bytes));
                if kind == "atelier-news" && stands(&fields) == until {
                    break;
                }
            }
        }
    }

    /// Every watcher asks for all that can be asked about the vote.
    async fn look(&mut self) {
        let Poll {
            space, vote, round, ..
        } = self.poll;
        let mut paths = vec![round.clone(), format!("/w/{space}/{vote}")];
        paths.extend(["csv", "md", "json"].map(|kind| format!("/api/documents/{vote}.{kind}")));
        self.ask(&paths).await;
    }

    /// The list of documents tells when one was last written, and the document itself by which process: closing a
    /// round writes there, a ballot must not.
    async fn look_while_nothing_is_written(&mut self) {
        let Poll { space, vote, .. } = self.poll;
        let document = format!("/api/documents/{vote}.automerge");
        self.ask(&[format!("/api/spaces/{space}"), document]).await;
    }

    async fn ask(&mut self, paths: &[String]) {
        for at in 0..self.watchers.len() {
            for path in paths {
                let answer = self.watchers[at].asks(Method::GET, path, Value::Null).await;
                self.keep(&format!("{at} asks {path}"), answer).await;
            }
        }
    }

    async fn keep(&mut self, what: &str, answer: reqwest::Response) {
        let mut headers: Vec<String> = Vec::new();
        for (name, value) in answer.headers() {
            if name != "date" {
                headers.push(format!("{name}: {value:?}"));
            }
        }
        let head = format!("{what}: {} {headers:?}", answer.status());
        let body = answer.bytes().await.expect("a whole answer");
        self.told.push((head, body.to_vec()));
    }

    /// Ends the server: what it told, what it logged, and what is left on its disk.
    pub async fn ends(mut self) -> (Told, Vec<String>, Database) {
        self.server.terminate().await;
        let log = self.server.log();
        let lines = log.lines().filter_map(|line| line.split_once("  INFO "));
        let log = lines.map(|(_, said)| said.to_owned()).collect();
        (self.told, log, database(&self.server))
    }
}

/// Who comes and goes in the room, and that the server is alive: told whenever it happens to be.
fn is_of_the_room(kind: &str) -> bool {
    matches!(kind, "atelier-people" | "atelier-space" | "atelier-alive")
}

/// How a round stands: 'open 1', or an asking: 'answered 1'.
fn stands(fields: &ciborium::Value) -> String {
    let fields = frame::field(fields, "news").expect("news of the document");
    let answered = frame::field(fields, "answered").and_then(ciborium::Value::as_integer);
    if let Some(answered) = answered {
        return format!("answered {}", i128::from(answered));
    }
    let state = frame::text(fields, "state").expect("a state");
    let voted = frame::field(fields, "voted").and_then(ciborium::Value::as_integer);
    format!("{state} {}", i128::from(voted.expect("a number")))
}
