//! A long pad that is not in memory: whoever comes meanwhile is given it, and may write at once.

use end_to_end::client::replica::Replica;
use end_to_end::client::socket::Socket;
use end_to_end::dice::Dice;
use end_to_end::person::Person;
use end_to_end::server::Server;
use end_to_end::visitor::Visitor;
use end_to_end::workshop::{Role, Workshop};
use futures_util::future::join_all;

/// Loading so many letters takes a while.
const LETTERS: usize = 2 * LETTERS_AT_ONCE;
/// See [`LETTERS`].
const LETTERS_AT_ONCE: usize = 40_000;
/// So many bytes, and the pad is written as one piece the next time it is opened.
const BALLAST_BYTES: usize = 1_200_000;
const STARTS: usize = 3;
const NEWCOMERS: [&str; 3] = ["bob", "cleo", "dan"];

/// Ana's device, which keeps the pad while the server is away.
struct Device {
    visitor: Visitor,
    replica: Replica,
}

impl Device {
    /// Writes a word without a connection, then comes back with it.
    async fn returns(&mut self, server: &Server, word: &str) {
        self.replica.writes(word);
        let mut socket = self.connects(server).await;
        let entered = self.replica.enters(&mut socket).await;
        entered.expect("the server lets ana in again");
        let saved = self.replica.until_saved(&mut socket).await;
        saved.expect("ana's connection stays");
    }

    async fn connects(&self, server: &Server) -> Socket {
        let socket = Socket::join(&server.sync(), &self.visitor.cookie, "ana").await;
        socket.expect("the server lets ana in")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn newcomers_and_who_returns_write_while_a_long_pad_is_loaded() {
    let mut server = Server::start().await;
    let mut workshop = Workshop::opens(&server).await;
    let pad = workshop.opens_pad().await;
    let mut ana = long_pad(&server, &workshop, &pad).await;
    let mut words = Vec::new();
    for start in 0..STARTS {
        server.terminate().await;
        server.restart().await;
        let word = format!("offline-{start} ");
        let newcomers = NEWCOMERS.map(|name| {
            let word = format!("{name}-{start} ");
            newcomer(&server, &workshop, &pad, name, word)
        });
        let ((), written) = tokio::join!(ana.returns(&server, &word), join_all(newcomers));
        words.push(word);
        words.extend(written);
    }
    server.kill().await;
    server.restart().await;
    let auditor = Person::opens(&server, &workshop, &pad, "auditor", Role::Reader).await;
    let text = auditor.replica.text();
    assert!(words.iter().all(|word| text.contains(word)));
    assert_eq!(text.matches('x').count(), LETTERS);
}

async fn long_pad(server: &Server, workshop: &Workshop, pad: &str) -> Device {
    let visitor = workshop.welcomes("ana", Role::Participant).await;
    let replica = Replica::new(pad);
    let mut ana = Device { visitor, replica };
    let mut socket = ana.connects(server).await;
    let entered = ana.replica.enters(&mut socket).await;
    entered.expect("the server lets ana in");
    for _ in 0..LETTERS / LETTERS_AT_ONCE {
        ana.replica.writes(&"x".repeat(LETTERS_AT_ONCE));
        let saved = ana.replica.until_saved(&mut socket).await;
        saved.expect("ana's connection stays");
    }
    let ballast = Dice::of_this_run().bytes(BALLAST_BYTES);
    ana.replica.carries(ballast);
    let saved = ana.replica.until_saved(&mut socket).await;
    saved.expect("ana's connection stays");
    ana
}

/// Somebody who has nothing of the pad opens it and writes; returns the word once it is saved.
async fn newcomer(
    server: &Server,
    workshop: &Workshop,
    pad: &str,
    name: &str,
    word: String,
) -> String {
    let mut person = Person::opens(server, workshop, pad, name, Role::Participant).await;
    let saved = person.says(&word).await;
    saved.expect("the connection stays");
    word
}
