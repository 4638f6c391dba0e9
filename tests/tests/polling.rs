//! Connections by plain requests, in a room with others: what they write is saved and seen as over a WebSocket.

use std::time::{Duration, Instant};

use end_to_end::client::replica::Replica;
use end_to_end::client::socket::Socket;
use end_to_end::server::Server;
use end_to_end::visitor::Visitor;
use end_to_end::workshop::{Role, Workshop};

struct Writer {
    replica: Replica,
    socket: Socket,
}

impl Writer {
    async fn by_polling(server: &Server, visitor: &Visitor, name: &str, pad: &str) -> Self {
        let joined = Socket::join_by_polling(&server.url(), &visitor.cookie, name).await;
        Self::enters(joined.expect("greeted"), pad).await
    }

    async fn by_websocket(server: &Server, visitor: &Visitor, name: &str, pad: &str) -> Self {
        let joined = Socket::join(&server.sync(), &visitor.cookie, name).await;
        Self::enters(joined.expect("greeted"), pad).await
    }

    async fn enters(mut socket: Socket, pad: &str) -> Self {
        let mut replica = Replica::new(pad);
        replica.enters(&mut socket).await.expect("the pad opens");
        Self { replica, socket }
    }

    async fn writes(&mut self, word: &str) {
        self.replica.writes(word);
        let saved = self.replica.until_saved(&mut self.socket).await;
        saved.expect("it is saved");
    }

    async fn reads(&mut self, word: &str) {
        let read = self.replica.until_reads(&mut self.socket, word).await;
        read.expect("it arrives");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_polls_and_who_does_not_write_together() {
    let server = Server::start().await;
    let mut workshop = Workshop::opens(&server).await;
    let pad = workshop.opens_pad().await;
    let alice = workshop.welcomes("Alice", Role::Participant).await;
    let bob = workshop.welcomes("Bob", Role::Participant).await;
    let chloe = workshop.welcomes("Chloé", Role::Participant).await;
    let mut alice = Writer::by_polling(&server, &alice, "alice", &pad).await;
    let mut bob = Writer::by_polling(&server, &bob, "bob", &pad).await;
    let mut chloe = Writer::by_websocket(&server, &chloe, "chloe", &pad).await;
    for round in 0..5 {
        alice.writes(&format!("a{round} ")).await;
        bob.writes(&format!("b{round} ")).await;
        chloe.writes(&format!("c{round} ")).await;
    }
    for writer in [&mut alice, &mut bob, &mut chloe] {
        for word in ["a4 ", "b4 ", "c4 "] {
            writer.reads(word).await;
        }
    }
    assert_eq!(alice.replica.text(), bob.replica.text());
    assert_eq!(alice.replica.text(), chloe.replica.text());
    let exported = workshop.facilitator.exports(&pad).await;
    assert!(exported.contains("a4") && exported.contains("b4") && exported.contains("c4"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_called_saved_over_polling_is_there_after_kill_9() {
    let mut server = Server::start().await;
    let mut workshop = Workshop::opens(&server).await;
    let pad = workshop.opens_pad().await;
    let visitor = workshop.welcomes("Alice", Role::Participant).await;
    let mut alice = Writer::by_polling(&server, &visitor, "alice", &pad).await;
    for nth in 0..20 {
        alice.writes(&format!("w{nth} ")).await;
    }
    server.kill().await;
    server.restart().await;
    let mut again = Writer::by_polling(&server, &visitor, "alice-2", &pad).await;
    assert!(
        alice
            .replica
            .saved()
            .iter()
            .all(|word| again.replica.text().contains(word.trim()))
    );
    alice.replica.writes("après ");
    let socket = &mut again.socket;
    alice.replica.enters(socket).await.expect("the pad opens");
    let saved = alice.replica.until_saved(socket).await;
    saved.expect("what was not sent is sent on the next connection");
}

/// A reader's words are refused, and its poll goes on: rights are those of any connection.
#[tokio::test(flavor = "multi_thread")]
async fn a_reader_reads_over_polling() {
    let server = Server::start().await;
    let mut workshop = Workshop::opens(&server).await;
    let pad = workshop.opens_pad().await;
    let alice = workshop.welcomes("Alice", Role::Participant).await;
    let reader = workshop.welcomes("Rita", Role::Reader).await;
    let mut alice = Writer::by_websocket(&server, &alice, "alice", &pad).await;
    let mut rita = Writer::by_polling(&server, &reader, "rita", &pad).await;
    alice.writes("bonjour ").await;
    rita.reads("bonjour").await;
    rita.replica.writes("refusé ");
    rita.replica.sends(&mut rita.socket).await.expect("sent");
    alice.writes("encore ").await;
    let exported = workshop.facilitator.exports(&pad).await;
    assert!(!exported.contains("refusé"), "{exported}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_does_not_wait_for_polls_and_everything_is_on_disk() {
    let mut server = Server::start().await;
    let mut workshop = Workshop::opens(&server).await;
    let pad = workshop.opens_pad().await;
    let visitor = workshop.welcomes("Alice", Role::Participant).await;
    let mut alice = Writer::by_polling(&server, &visitor, "alice", &pad).await;
    alice.writes("avant ").await;
    let began = Instant::now();
    let hearing = async { while alice.socket.next_bytes().await.is_ok() {} };
    let (status, ()) = tokio::join!(server.terminate(), hearing);
    assert!(status.success(), "it ended with {status}");
    assert!(
        began.elapsed() < Duration::from_secs(8),
        "the poll was not waited for"
    );
    server.restart().await;
    let again = Writer::by_polling(&server, &visitor, "alice-2", &pad).await;
    assert!(again.replica.text().contains("avant"));
}
