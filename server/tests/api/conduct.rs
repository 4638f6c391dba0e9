//! The conduct of a workshop: one clock for everybody, turned by those who facilitate; hands, and who is ready.

use automerge::ReadDoc;
use automerge::transaction::Transactable;
use axum::http::StatusCode;
use serde_json::{Value, json};
use store::{DocumentId, SpaceId};

use crate::caller::Caller;
use crate::house::{Answer, Device, House, Workshop};

struct Scene {
    house: House,
    nadia: Device,
    workshop: Workshop,
    agenda: String,
}

impl Scene {
    /// A workshop that follows its agenda.
    async fn new() -> Self {
        let house = House::local();
        let nadia = house.device();
        let workshop = nadia.makes_workshop("Lilas").await;
        let agenda = makes_agenda(&nadia, &workshop.id).await;
        let scene = Self {
            house,
            nadia,
            workshop,
            agenda,
        };
        scene
            .does(json!({"type": "follow", "agenda": scene.agenda}))
            .await;
        scene
    }

    fn path(&self) -> String {
        format!("/api/spaces/{}/conduct", self.workshop.id)
    }

    async fn sees(&self) -> Value {
        self.nadia
            .gets(&self.path())
            .await
            .is(StatusCode::OK)
            .json()
    }

    /// What Nadia is answered who knows how it stands.
    async fn tries(&self, deed: Value) -> Answer {
        let from = self.sees().await["revision"].clone();
        self.presses(&self.nadia, &from, deed).await
    }

    async fn presses(&self, who: &Device, from: &Value, deed: Value) -> Answer {
        who.posts(&self.path(), json!({"from": from, "deed": deed}))
            .await
    }

    async fn does(&self, deed: Value) -> Value {
        let answer = self.tries(deed).await.is(StatusCode::OK).json();
        assert_eq!(answer["done"], true);
        answer["conduct"].clone()
    }

    async fn starts(&self, step: &str) -> Value {
        self.does(json!({"type": "start", "step": step, "offset": 60}))
            .await
    }

    async fn bob(&self) -> (Device, String) {
        let bob = self.house.device();
        let id = bob.joins(&self.workshop.participant, "Bob").await;
        (bob, id)
    }

    /// Somebody of the room who is told.
    async fn watcher<'a>(&self, who: &'a Device) -> Caller<'a> {
        let mut caller = Caller::opens(who).await;
        caller.visits(&self.workshop.id).await;
        caller.hears("atelier-space").await;
        caller
    }
}

async fn makes_agenda(who: &Device, space: &str) -> String {
    let body = json!({"kind": "agenda", "title": "Deux jours", "template": "two-days"});
    let made = who
        .posts(&format!("/api/spaces/{space}/documents"), body)
        .await;
    made.is(StatusCode::CREATED).text_at("/id")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_runs_from_its_first_step_to_the_next_and_everybody_is_told() {
    let scene = Scene::new().await;
    let before = scene.sees().await;
    assert_eq!(
        (&before["course"], &before["next"]["id"]),
        (&Value::Null, &json!("s1-1"))
    );
    let (bob, _) = scene.bob().await;
    let mut caller = scene.watcher(&bob).await;
    let begun = scene.starts("s1-1").await;
    let course = &begun["course"];
    assert_eq!(
        (&course["step"]["title"], &course["total"]),
        (&json!("Accueil, émargement"), &json!(900_000))
    );
    assert_eq!(
        (&begun["next"]["id"], &course["hasPrevious"]),
        (&json!("s1-2"), &json!(false))
    );
    let planned = course["planned"].as_u64().expect("a time");
    assert_eq!(
        planned % 86_400_000,
        8 * 3_600_000,
        "nine o’clock at the place"
    );
    let told = caller.hears("atelier-conduct").await;
    assert_eq!(told["news"]["type"], "state");
    assert_eq!(told["news"]["conduct"]["course"], *course);
    let next = scene.does(json!({"type": "next"})).await;
    assert_eq!(
        (&next["course"]["step"]["id"], &next["next"]["id"]),
        (&json!("s1-2"), &json!("s1-3"))
    );
    assert!(next["steps"].as_array().expect("steps").len() > 8);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_press_next_at_once_go_on_by_one_step() {
    let scene = Scene::new().await;
    let lea = scene.house.device();
    lea.joins(&scene.workshop.facilitator, "Léa").await;
    let seen = scene.starts("s1-1").await["revision"].clone();
    let press = |who| scene.presses(who, &seen, json!({"type": "next"}));
    let (one, other) = tokio::join!(press(&scene.nadia), press(&lea));
    let (one, other) = (
        one.is(StatusCode::OK).json(),
        other.is(StatusCode::OK).json(),
    );
    let mut done = [one["done"] == true, other["done"] == true];
    done.sort_unstable();
    assert_eq!(done, [false, true]);
    for answer in [one, other] {
        assert_eq!(answer["conduct"]["course"]["step"]["id"], "s1-2");
    }
    // A raised hand is no reason to press again.
    let seen = scene.sees().await["revision"].clone();
    scene
        .nadia
        .puts(&format!("{}/hand", scene.path()), Value::Null)
        .await
        .is(StatusCode::OK);
    let next = scene
        .presses(&lea, &seen, json!({"type": "next"}))
        .await
        .json();
    assert_eq!(next["done"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn minutes_a_pause_and_going_back_change_what_is_left() {
    let scene = Scene::new().await;
    scene.starts("s1-1").await;
    let longer = scene.does(json!({"type": "add", "minutes": 5})).await;
    assert_eq!(longer["course"]["total"], 1_200_000);
    let paused = scene.does(json!({"type": "pause"})).await;
    assert!(paused["course"]["paused"].is_u64());
    let on = scene.does(json!({"type": "resume"})).await;
    assert_eq!(on["course"]["paused"], Value::Null);
    // It began again after a moment: it was a slip, so the first one goes on as if nothing had been.
    scene.does(json!({"type": "next"})).await;
    let back = scene.does(json!({"type": "back"})).await;
    assert_eq!(back["course"]["step"]["id"], "s1-1");
    assert!(back["course"]["began"].as_u64() >= on["course"]["began"].as_u64());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_done_is_refused_in_words() {
    let scene = Scene::new().await;
    let refused = async |deed: Value, code: &str| {
        let answer = scene.tries(deed).await;
        answer.refused(StatusCode::CONFLICT, code);
    };
    refused(json!({"type": "next"}), "nothing_runs").await;
    refused(
        json!({"type": "start", "step": "nowhere", "offset": 0}),
        "no_such_step",
    )
    .await;
    let pad = scene.nadia.makes_pad(&scene.workshop.id, "Notes").await;
    refused(json!({"type": "follow", "agenda": pad}), "not_an_agenda").await;
    refused(
        json!({"type": "follow", "agenda": "nothing"}),
        "not_an_agenda",
    )
    .await;
    scene.starts("s1-1").await;
    refused(json!({"type": "back"}), "first_step").await;
    for deed in [
        json!({"type": "add", "minutes": 121}),
        json!({"type": "start", "step": "s1-1", "offset": 841}),
    ] {
        scene
            .tries(deed)
            .await
            .refused(StatusCode::BAD_REQUEST, "bad_request");
    }
    let elsewhere = scene.house.device();
    let other = elsewhere.makes_workshop("Ailleurs").await;
    let path = format!("/api/spaces/{}/conduct", other.id);
    let early = elsewhere
        .posts(&path, json!({"from": 0, "deed": {"type": "next"}}))
        .await;
    early.refused(StatusCode::CONFLICT, "no_agenda");
    let foreign = json!({"from": 0, "deed": {"type": "follow", "agenda": scene.agenda}});
    elsewhere
        .posts(&path, foreign)
        .await
        .refused(StatusCode::CONFLICT, "not_an_agenda");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_is_turned_by_those_who_facilitate_alone() {
    let scene = Scene::new().await;
    let (bob, id) = scene.bob().await;
    let from = scene.sees().await["revision"].clone();
    let start = json!({"type": "start", "step": "s1-1", "offset": 0});
    scene.presses(&bob, &from, start).await.not_found();
    scene
        .presses(&bob, &from, json!({"type": "call"}))
        .await
        .not_found();
    for path in [
        format!("/hands/{id}"),
        "/hands".into(),
        "/ready-check".into(),
    ] {
        bob.deletes(&format!("{}{path}", scene.path()))
            .await
            .not_found();
    }
    assert_eq!(
        bob.gets(&scene.path()).await.is(StatusCode::OK).json()["course"],
        Value::Null
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_is_called_to_a_document_once() {
    let scene = Scene::new().await;
    let (bob, _) = scene.bob().await;
    let pad = scene.nadia.makes_pad(&scene.workshop.id, "Notes").await;
    let mut caller = scene.watcher(&bob).await;
    scene.does(json!({"type": "call", "document": pad})).await;
    let told = caller.hears("atelier-conduct").await;
    let by = scene.nadia.own_id(&scene.workshop.id).await;
    assert_eq!(
        told["news"],
        json!({"type": "called", "document": pad, "by": by})
    );
    let elsewhere = scene.house.device();
    let other = elsewhere.makes_workshop("Ailleurs").await;
    let foreign = elsewhere.makes_pad(&other.id, "À nous").await;
    scene
        .tries(json!({"type": "call", "document": foreign}))
        .await
        .not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn hands_stand_in_the_order_they_were_raised_and_go_with_their_person() {
    let scene = Scene::new().await;
    let (bob, bobs) = scene.bob().await;
    let nadias = scene.nadia.own_id(&scene.workshop.id).await;
    let hand = format!("{}/hand", scene.path());
    for who in [&bob, &scene.nadia, &bob] {
        who.puts(&hand, Value::Null).await.is(StatusCode::OK);
    }
    let hands = async || {
        let seen = scene.sees().await;
        let hands = seen["hands"].as_array().expect("hands").clone();
        hands
            .iter()
            .map(|hand| hand["participant"].as_str().expect("who").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(hands().await, [bobs.clone(), nadias.clone()]);
    let lowered = format!("{}/hands/{nadias}", scene.path());
    scene.nadia.deletes(&lowered).await.is(StatusCode::OK);
    assert_eq!(hands().await, [bobs.as_str()]);
    let mut caller = scene.watcher(&scene.nadia).await;
    let person = format!("/api/spaces/{}/people/{bobs}", scene.workshop.id);
    bob.deletes(&person).await.is(StatusCode::NO_CONTENT);
    assert!(hands().await.is_empty());
    let told = caller.hears("atelier-conduct").await;
    assert_eq!(told["news"]["conduct"]["hands"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_ready_is_counted_while_somebody_asks() {
    let scene = Scene::new().await;
    let (bob, id) = scene.bob().await;
    let (ready, check) = (
        format!("{}/ready", scene.path()),
        format!("{}/ready-check", scene.path()),
    );
    let early = bob
        .puts(&ready, Value::Null)
        .await
        .is(StatusCode::OK)
        .json();
    assert_eq!(early["ready"], Value::Null);
    scene
        .nadia
        .posts(&check, Value::Null)
        .await
        .is(StatusCode::OK);
    for _ in 0..2 {
        let answer = bob
            .puts(&ready, Value::Null)
            .await
            .is(StatusCode::OK)
            .json();
        assert_eq!(answer["ready"]["people"], json!([id]));
    }
    let after_all = bob.deletes(&ready).await.is(StatusCode::OK).json();
    assert_eq!(after_all["ready"]["people"], json!([]));
    let over = scene.nadia.deletes(&check).await.is(StatusCode::OK).json();
    assert_eq!(over["ready"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_told_when_the_agenda_that_is_followed_changes() {
    let scene = Scene::new().await;
    let telling = tokio::spawn(atelier::kinds::agenda::tell_of_changed_agendas(
        scene.house.app.clone(),
    ));
    scene.starts("s1-1").await;
    let mut caller = scene.watcher(&scene.nadia).await;
    let (space, agenda): (SpaceId, DocumentId) = (
        scene.workshop.id.parse().expect("an id"),
        scene.agenda.parse().expect("an id"),
    );
    let renamed = scene.house.app.rooms.edit(space, agenda, |edit| {
        let (_, steps) = edit.get(automerge::ROOT, "steps")?.expect("steps");
        let (_, step) = edit.get(&steps, "s1-1")?.expect("the first one");
        edit.put(&step, "minutes", 40)?;
        edit.put(&step, "title", "Café")
    });
    let renamed: Result<_, atelier::rooms::EditError<automerge::AutomergeError>> = renamed.await;
    renamed.map_err(|error| error.to_string()).expect("written");
    let told = caller.hears("atelier-conduct").await;
    let course = &told["news"]["conduct"]["course"];
    assert_eq!(
        (&course["step"]["title"], &course["total"]),
        (&json!("Café"), &json!(2_400_000))
    );
    telling.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn planned_and_real_times_are_kept_over_a_restart_and_go_with_the_agenda() {
    let mut scene = Scene::new().await;
    let begun = scene.starts("s1-1").await["course"].clone();
    scene.house.restarts().await;
    scene.nadia = scene.house.again(&scene.nadia);
    assert_eq!(scene.sees().await["course"], begun);
    scene.does(json!({"type": "end"})).await;
    let ended = scene.sees().await;
    assert!(ended["course"]["ended"].is_u64());
    assert_eq!(ended["next"]["id"], "s2-1", "the next day");
    let steps = format!("{}/steps", scene.path());
    let ran = scene.nadia.gets(&steps).await.is(StatusCode::OK).json();
    let [ran] = &ran["steps"].as_array().expect("steps")[..] else {
        panic!("one step: {ran}");
    };
    assert_eq!(
        (&ran["began"], &ran["planned"], &ran["minutes"]),
        (&begun["began"], &begun["planned"], &json!(15))
    );
    assert!(ran["ended"].as_u64() >= ran["began"].as_u64());
    scene.nadia.puts_away(&scene.agenda).await;
    let document = format!("/api/documents/{}", scene.agenda);
    scene
        .nadia
        .deletes(&document)
        .await
        .is(StatusCode::NO_CONTENT);
    let left = scene.sees().await;
    assert_eq!(
        (&left["agenda"], &left["course"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(scene.nadia.gets(&steps).await.json()["steps"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ran_is_in_the_archive_of_the_workshop_and_arrives_elsewhere() {
    let scene = Scene::new().await;
    scene.starts("s1-1").await;
    scene.starts("s1-3").await;
    let archive = format!("/api/spaces/{}/archive", scene.workshop.id);
    let archive = scene.nadia.gets(&archive).await.is(StatusCode::OK).body;
    let elsewhere = House::local();
    let zoe = elsewhere.device();
    let made = zoe
        .sends_file("/api/structures/archive", archive.to_vec())
        .await;
    let made = made.is(StatusCode::CREATED);
    let steps = format!("/api/spaces/{}/conduct/steps", made.text_at("/id"));
    let ran = zoe.gets(&steps).await.is(StatusCode::OK).json();
    let here = scene
        .nadia
        .gets(&format!("{}/steps", scene.path()))
        .await
        .json();
    let [there, here] =
        [&ran["steps"], &here["steps"]].map(|steps| steps.as_array().expect("steps"));
    assert_eq!(
        (there.len(), here.len()),
        (1, 1),
        "the first one was a slip"
    );
    for field in [
        "step", "title", "planned", "minutes", "began", "paused", "added",
    ] {
        assert_eq!(there[0][field], here[0][field], "{field}");
    }
    assert_ne!(there[0]["agenda"], here[0]["agenda"]);
    assert!(there[0]["ended"].is_u64(), "nothing runs there");
}
