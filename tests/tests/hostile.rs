//! A hostile client costs only itself: whatever it sends, the others go on and the server stays small.

use end_to_end::attack;
use end_to_end::client::frame::{self, Said};
use end_to_end::client::socket::Socket;
use end_to_end::deadline::in_time;
use end_to_end::dice::Dice;
use end_to_end::person::{Outcome, Person};
use end_to_end::server::Server;
use end_to_end::workshop::{Role, Workshop};
use tokio_tungstenite::tungstenite::Message;

/// No attack may make the server hold more than this.
const MEMORY_BYTES_MAX: u64 = 250 * 1024 * 1024;

/// More than a sleeping client's queue and both systems' buffers hold together.
const UNREAD_MEGABYTES: usize = 20;

/// Two people at work in one pad, and the means to add somebody hostile.
struct Scene {
    server: Server,
    workshop: Workshop,
    pad: String,
    alice: Person,
    bob: Person,
    words: u32,
}

impl Scene {
    async fn begins() -> Self {
        let server = Server::start().await;
        let mut workshop = Workshop::opens(&server).await;
        let pad = workshop.opens_pad().await;
        let alice = Person::opens(&server, &workshop, &pad, "alice", Role::Participant).await;
        let bob = Person::opens(&server, &workshop, &pad, "bob", Role::Participant).await;
        let mut scene = Self {
            server,
            workshop,
            pad,
            alice,
            bob,
            words: 0,
        };
        scene.others_go_on().await;
        scene
    }

    async fn intruder(&self, role: Role) -> Person {
        Person::opens(&self.server, &self.workshop, &self.pad, "mallory", role).await
    }

    /// What one writes is saved and read by the other, in a server that is still small.
    async fn others_go_on(&mut self) {
        self.words += 1;
        let word = format!("word-{} ", self.words);
        self.alice
            .says(&word)
            .await
            .expect("Alice's connection stays");
        self.bob.reads(&word).await.expect("Bob's connection stays");
        assert!(!self.alice.replica.text().contains("HOSTILE"));
        let held = self.server.memory_bytes_peak();
        assert!(held < MEMORY_BYTES_MAX, "the server held {held} bytes");
    }

    /// Sends one sync message as `role`; what became of it.
    async fn receives(&mut self, role: Role, sync_message: &[u8]) -> Outcome {
        let mut mallory = self.intruder(role).await;
        mallory
            .syncs(sync_message)
            .await
            .expect("the message can be sent");
        let outcome = mallory.outcome().await;
        self.others_go_on().await;
        outcome
    }
}

fn refused(code: &str) -> Outcome {
    Outcome::Refused {
        code: code.to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sync_headers_that_kill_other_servers_are_refused() {
    let mut scene = Scene::begins().await;
    let killers = [
        (attack::BLOOM_WITHOUT_BITS, "malformed"),
        (attack::BLOOM_WITH_ENDLESS_PROBES, "malformed"),
        (attack::HEADS_WITHOUT_END, "too_large"),
        (&[], "malformed"),
        (b"\x42", "malformed"),
    ];
    for (killer, code) in killers {
        for role in [Role::Reader, Role::Participant] {
            let outcome = scene.receives(role, killer).await;
            assert_eq!(outcome, refused(code), "{killer:?} as {role:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn random_sync_messages_are_refused() {
    let mut dice = Dice::of_this_run();
    let mut scene = Scene::begins().await;
    for _ in 0..20 {
        let mut mallory = scene.intruder(Role::Participant).await;
        for _ in 0..20 {
            let length = dice.below(60) as usize;
            let noise = [vec![0x42], dice.bytes(length)].concat();
            if mallory.syncs(&noise).await.is_err() {
                break;
            }
        }
        scene.others_go_on().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_unpacks_to_a_gigabyte_is_refused() {
    let mut scene = Scene::begins().await;
    let outcome = scene.receives(Role::Participant, &attack::bomb()).await;
    assert!(
        matches!(outcome, Outcome::Refused { .. } | Outcome::SentAway),
        "{outcome:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_follows_an_unknown_one_is_refused() {
    let mut scene = Scene::begins().await;
    let orphan = attack::orphan(&scene.alice.replica.snapshot());
    let outcome = scene.receives(Role::Participant, &orphan).await;
    assert_eq!(outcome, refused("unknown_dependencies"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_in_somebody_elses_name_is_refused() {
    let mut scene = Scene::begins().await;
    let actor = scene.alice.replica.actor();
    let forged = attack::forged_by(actor, &scene.alice.replica.snapshot());
    let outcome = scene.receives(Role::Participant, &forged).await;
    assert_eq!(outcome, refused("forged_author"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_is_told_that_it_may_not_write() {
    let mut scene = Scene::begins().await;
    let mut reader = scene.intruder(Role::Reader).await;
    reader.replica.writes("HOSTILE ");
    reader
        .replica
        .sends(&mut reader.socket)
        .await
        .expect("the connection is open");
    assert_eq!(reader.outcome().await, refused("read_only"));
    scene.others_go_on().await;
    reader
        .reads(&format!("word-{} ", scene.words))
        .await
        .expect("the reader's connection stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn frames_that_are_not_of_the_protocol_cost_only_their_sender() {
    let mut scene = Scene::begins().await;
    let mut dice = Dice::of_this_run();
    let mut frames = vec![
        attack::nested_cbor(100_000),
        attack::endless_cbor(),
        Vec::new(),
    ];
    frames.extend((0..50).map(|length| dice.bytes(length)));
    for bytes in frames {
        let mut mallory = scene.intruder(Role::Participant).await;
        mallory
            .socket
            .say_bytes(bytes.clone())
            .await
            .expect("the frame can be sent");
        let outcome = mallory.outcome().await;
        assert!(
            outcome == refused("malformed") || outcome == Outcome::SentAway,
            "{bytes:?}"
        );
    }
    scene.others_go_on().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_larger_than_any_pad_closes_its_socket() {
    let mut scene = Scene::begins().await;
    let mut mallory = scene.intruder(Role::Participant).await;
    // The server may close while the frame is still on its way.
    let _ = mallory.socket.say_bytes(vec![0; 40 * 1024 * 1024]).await;
    assert_eq!(mallory.outcome().await, Outcome::SentAway);
    scene.others_go_on().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_ends_with_its_sender_sent_away() {
    let mut scene = Scene::begins().await;
    let mut mallory = scene.intruder(Role::Participant).await;
    let caret = Said::Ephemeral {
        document: &scene.pad,
        count: 1,
        data: b"\x61a",
    };
    let bytes = frame::encode("mallory", &caret);
    let flood = async { while mallory.socket.say_bytes(bytes.clone()).await.is_ok() {} };
    in_time("the flood to be stopped", flood).await;
    scene.others_go_on().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn text_frames_and_sockets_that_never_introduce_themselves_harm_nobody() {
    let mut scene = Scene::begins().await;
    let visitor = scene.workshop.welcomes("mallory", Role::Participant).await;
    let mut silent = Vec::new();
    for nth in 0..20 {
        let peer = format!("silent-{nth}");
        let socket = Socket::connect(&scene.server.sync(), &visitor.cookie, &peer).await;
        silent.push(socket.expect("the server lets a person of the workshop in"));
    }
    scene.others_go_on().await;
    for socket in &mut silent {
        let text = Message::text("{\"type\":\"join\"}");
        // A socket that was already sent away does no harm either.
        let _ = socket.say_message(text).await;
    }
    scene.others_go_on().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_never_reads_costs_only_themselves_and_can_catch_up() {
    let mut dice = Dice::of_this_run();
    let mut scene = Scene::begins().await;
    let mut sleeper = scene.intruder(Role::Participant).await;
    for _ in 0..UNREAD_MEGABYTES {
        let Person { replica, socket } = &mut scene.alice;
        replica.carries(dice.bytes(1024 * 1024));
        replica
            .until_saved(socket)
            .await
            .expect("Alice's connection stays");
        scene.others_go_on().await;
    }
    let word = format!("word-{} ", scene.words);
    if sleeper.reads(&word).await.is_err() {
        sleeper = scene.intruder(Role::Participant).await;
        sleeper
            .reads(&word)
            .await
            .expect("a new connection has everything");
    }
    assert_eq!(sleeper.replica.text(), scene.alice.replica.text());
}
