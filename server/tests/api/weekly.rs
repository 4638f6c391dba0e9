//! The weekly reminder: what is in it, when it comes, and what its links do to the plan.

use std::time::{SystemTime, UNIX_EPOCH};

use atelier::day::Day;
use atelier::mail::send_due;
use automerge::transaction::Transactable;
use automerge::{AutomergeError, ObjType, ROOT, ReadDoc};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use crdt::kanban::Card;
use serde_json::{Value, json};

use crate::house::{Device, House};
use crate::sink::{Mail, Sink};
use crate::structures::Structure;

pub const DAY_MS: u64 = 24 * 60 * 60 * 1_000;
const NOON_MS: u64 = DAY_MS / 2;

/// Noon of this day: what links do is done at the time of the clock.
pub fn noon_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let since = since.expect("a clock after 1970").as_millis();
    let now_ms = u64::try_from(since).expect("not so far in the future");
    now_ms / DAY_MS * DAY_MS + NOON_MS
}

/// Léa of La Ruche, who gets reminders on this day of the week.
pub struct Scene {
    pub sink: Sink,
    pub house: House,
    pub lea: Device,
    pub made: Structure,
    today: Day,
}

impl Scene {
    pub async fn new() -> Self {
        let sink = Sink::open().await;
        let house = House::mailing("https://a.example.org", &sink);
        let lea = house.device();
        let made = lea.makes_structure(None).await;
        let today = Day::at(noon_ms());
        let path = format!("/api/spaces/{}/reminders", made.id);
        let asked = json!({"email": "lea@example.org", "weekday": today.weekday()});
        lea.puts(&path, asked).await.is(StatusCode::OK);
        let confirm = sink.only().link("Recevoir ces rappels");
        lea.posts(&confirm, Value::Null).await.is(StatusCode::OK);
        Self {
            sink,
            house,
            lea,
            made,
            today,
        }
    }

    /// A card that is due so many days from now.
    async fn card(&self, id: &'static str, title: &'static str, days: i64, people: &[&str]) {
        let due = self.today.plus(days).to_string();
        let people: Vec<String> = people.iter().map(ToString::to_string).collect();
        let edit = self.house.app.rooms.edit(
            self.made.id.parse().expect("an id"),
            self.made.document.parse().expect("an id"),
            move |edit| {
                let (_, cards) = edit.get(ROOT, "cards")?.expect("cards");
                let card = edit.put_object(&cards, id, ObjType::Map)?;
                for (key, text) in [("title", title), ("column", "c1"), ("due", &due)] {
                    edit.put(&card, key, text)?;
                }
                let charge = edit.put_object(&card, "people", ObjType::Map)?;
                people
                    .iter()
                    .try_for_each(|who| edit.put(&charge, who.as_str(), true))?;
                Ok::<_, AutomergeError>(())
            },
        );
        edit.await.expect("written");
    }

    /// What is sent at a moment.
    pub async fn letters(&self, now_ms: u64) -> Vec<Mail> {
        send_due(&self.house.app, now_ms).await.expect("sent");
        self.sink.empty()
    }

    async fn letter(&self) -> Mail {
        let letters = self.letters(noon_ms()).await;
        let [letter] = <[Mail; 1]>::try_from(letters).expect("one letter");
        letter
    }

    async fn reads(&self, card: &str) -> Card {
        let path = format!("/api/documents/{}.automerge", self.made.document);
        let file = self.lea.gets(&path).await.is(StatusCode::OK);
        let kanban = crdt::open::open([file.body.as_slice()]).expect("whole");
        let kanban = crdt::kanban::read(&kanban);
        kanban.card(card).cloned().expect("a card")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_late_or_due_soon_is_told_once_a_week_and_mine_first() {
    let scene = Scene::new().await;
    let lea = scene.lea.own_id(&scene.made.id).await;
    scene.card("k1", "Réserver la salle", -20, &[]).await;
    scene.card("k2", "Écrire au maire", 7, &[&lea]).await;
    scene.card("k3", "Dans longtemps", 8, &[&lea]).await;
    let morning = noon_ms() - NOON_MS;
    assert!(scene.letters(morning).await.is_empty(), "not in the night");
    assert!(scene.letters(noon_ms() + DAY_MS).await.is_empty());
    let letter = scene.letter().await;
    assert_eq!(letter.to, "lea@example.org");
    let text = &letter.text;
    let place = |said: &str| {
        text.find(said)
            .unwrap_or_else(|| panic!("{said} in {text}"))
    };
    assert!(place("Écrire au maire") < place("Réserver la salle"));
    assert!(place("Pour vous") < place("Pour le reste du groupe"));
    assert!(text.contains("en retard, c’était pour le"));
    assert!(!text.contains("Dans longtemps"));
    assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    assert!(scene.letters(noon_ms()).await.is_empty(), "once");
    let week = 7 * DAY_MS;
    assert_eq!(scene.letters(noon_ms() + week).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_written_to_when_there_is_nothing_to_say() {
    let scene = Scene::new().await;
    scene.card("k1", "Dans longtemps", 30, &[]).await;
    assert!(scene.letters(noon_ms()).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_says_what_it_does_and_only_its_button_does_it() {
    let scene = Scene::new().await;
    scene.card("k1", "Réserver <la> salle", -20, &[]).await;
    let letter = scene.letter().await;
    let (done, later) = (
        letter.link("C’est fait"),
        letter.link("Une semaine de plus"),
    );
    let anybody = scene.house.device();
    let before = scene.reads("k1").await;
    for (link, asks) in [(&done, "faite"), (&later, "une semaine de plus")] {
        let page = anybody.gets(link).await.is(StatusCode::OK).text();
        assert!(page.contains("Réserver &lt;la&gt; salle"), "{page}");
        assert!(page.contains(asks) && page.contains("<form method=\"post\"><button>"));
    }
    assert_eq!(scene.reads("k1").await, before, "opening is not acting");
    let week = scene.today.plus(7).to_string();
    for _ in 0..2 {
        anybody.posts(&later, Value::Null).await.is(StatusCode::OK);
        assert_eq!(scene.reads("k1").await.due, week, "a week from now, once");
    }
    for _ in 0..2 {
        let page = anybody.posts(&done, Value::Null).await.is(StatusCode::OK);
        assert!(
            page.text()
                .contains(&format!("href=\"/w/{}\"", scene.made.id))
        );
        let card = scene.reads("k1").await;
        assert!(card.done && card.done_at > 0 && card.updated >= card.done_at);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn links_do_only_what_the_person_may_at_that_moment() {
    let scene = Scene::new().await;
    scene.card("k1", "Réserver la salle", 0, &[]).await;
    let done = scene.letter().await.link("C’est fait");
    let bob = scene.house.device();
    bob.joins(&scene.made.participant, "Bob").await;
    let lea = scene.lea.own_id(&scene.made.id).await;
    let path = format!("/api/spaces/{}/people/{lea}", scene.made.id);
    let reader = json!({"role": "reader"});
    bob.patches(&path, reader).await.is(StatusCode::OK);
    let refused = bob.posts(&done, Value::Null).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert!(!scene.reads("k1").await.done);
    bob.deletes(&path).await.is(StatusCode::NO_CONTENT);
    let refused = bob.gets(&done).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let none = scene.letters(noon_ms() + 7 * DAY_MS).await;
    assert!(none.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_in_the_mail_program_ends_the_reminders() {
    let scene = Scene::new().await;
    scene.card("k1", "Réserver la salle", 0, &[]).await;
    let letter = scene.letter().await;
    let stop = letter.link("Ne plus rien recevoir");
    assert!(
        letter
            .text
            .contains(&format!("<https://a.example.org{stop}>"))
    );
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let body = Body::from("List-Unsubscribe=One-Click");
    let program = scene.house.device();
    let ended = program.sends(Method::POST, &stop, body, &form).await;
    ended.is(StatusCode::OK);
    let week = 7 * DAY_MS;
    assert!(scene.letters(noon_ms() + week).await.is_empty());
    let path = format!("/api/spaces/{}/reminders", scene.made.id);
    assert!(scene.lea.gets(&path).await.json()["email"].is_null());
}
