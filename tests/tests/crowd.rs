//! A busy room makes honest clients talk a lot: nothing they write is lost, and nobody is taken for an attacker.

use end_to_end::client::light::LightWriter;
use end_to_end::deadline::in_time;
use end_to_end::person::Person;
use end_to_end::server::Server;
use end_to_end::workshop::{Role, Workshop};

/// A sync message that says nothing, as an answer to a frame whose changes are already there.
const NOTHING_NEW: &[u8] = &[0x42, 0, 0, 0, 0];
/// What a stock client answers in half a minute of a room of a hundred people.
const ANSWERS: usize = 6_000;
/// More changes than may come at once.
const WORDS: usize = 700;

async fn two_people() -> (Server, Person, Person) {
    let server = Server::start().await;
    let mut workshop = Workshop::opens(&server).await;
    let pad = workshop.opens_pad().await;
    let alice = Person::opens(&server, &workshop, &pad, "alice", Role::Participant).await;
    let ben = Person::opens(&server, &workshop, &pad, "ben", Role::Participant).await;
    (server, alice, ben)
}

/// How many messages were dropped for being too many.
async fn dropped(server: &Server) -> u64 {
    let metrics = reqwest::get(server.url() + "/metrics").await;
    let metrics = metrics.expect("the server answers").text().await;
    let metrics = metrics.expect("metrics are text");
    let line = metrics
        .lines()
        .find_map(|line| line.strip_prefix("atelier_messages_refused_total{code=\"rate\"} "));
    line.map_or(0, |count| count.parse().expect("a count"))
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_to_a_busy_room_are_no_abuse() {
    let (server, mut alice, mut ben) = two_people().await;
    for _ in 0..ANSWERS {
        ben.syncs(NOTHING_NEW)
            .await
            .expect("Ben's connection stays");
    }
    ben.says("after all that ").await.expect("it is saved");
    alice.reads("after all that ").await.expect("she reads it");
    assert_eq!(dropped(&server).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_changes_than_may_come_at_once_come_one_after_the_other() {
    let (server, mut alice, mut ben) = two_people().await;
    let mut writer = LightWriter::new(&ben.replica.snapshot());
    for number in 0..WORDS {
        let (message, _) = writer.types(&format!("w{number} "));
        ben.syncs(&message).await.expect("Ben's connection stays");
    }
    let last = format!("w{} ", WORDS - 1);
    let read = in_time("the last word", alice.reads(&last)).await;
    read.expect("Alice's connection stays");
    let text = alice.replica.text();
    let missing = (0..WORDS).find(|number| !text.contains(&format!("w{number} ")));
    assert_eq!(missing, None);
    assert_eq!(dropped(&server).await, 0);
}
