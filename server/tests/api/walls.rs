//! Walls as devices hold them and write on them.

mod secrecy;

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::house::{Answer, Device, House, Workshop};

/// A workshop with a wall: Nadia holds it, Bob, Chloé and Dora take part, Lise only reads.
pub struct Scene {
    pub nadia: Device,
    pub bob: Device,
    pub chloe: Device,
    pub dora: Device,
    pub lise: Device,
    pub workshop: Workshop,
    pub wall: String,
    _house: House,
}

/// What holds for the notes: with names, hidden, moderated.
pub type Rules = [bool; 3];

impl Scene {
    /// With an announced wall.
    pub async fn of([named, hidden, moderated]: Rules) -> Self {
        let scene = Self::new().await;
        let rules = json!({"named": named, "hidden": hidden, "moderated": moderated});
        scene.holds("announce", rules).await.is(StatusCode::OK);
        scene
    }

    async fn new() -> Self {
        let house = House::local();
        let nadia = house.device();
        let workshop = nadia.makes_workshop("Lilas").await;
        let [bob, chloe, dora, lise] = std::array::from_fn(|_| house.device());
        for (device, name) in [(&bob, "Bob"), (&chloe, "Chloé"), (&dora, "Dora")] {
            device.joins(&workshop.participant, name).await;
        }
        lise.joins(&workshop.reader, "Lise").await;
        let body = json!({"kind": "wall", "title": "Attentes"});
        let documents = format!("/api/spaces/{}/documents", workshop.id);
        let made = nadia.posts(&documents, body).await;
        let wall = made.is(StatusCode::CREATED).text_at("/id");
        Self {
            nadia,
            bob,
            chloe,
            dora,
            lise,
            workshop,
            wall,
            _house: house,
        }
    }

    /// What Nadia does to the wall.
    pub async fn holds(&self, deed: &str, body: Value) -> Answer {
        let path = format!("/api/walls/{}/{deed}", self.wall);
        self.nadia.posts(&path, body).await
    }

    pub async fn writes(&self, device: &Device, note: u8, text: &str) -> Answer {
        let body = json!({"text": text, "column": "c1"});
        device.puts(&self.note(note), body).await
    }

    /// The address of a note.
    pub fn note(&self, note: u8) -> String {
        format!("/api/walls/{}/notes/{}", self.wall, name(note))
    }

    /// The document, as everybody may read it.
    pub async fn reads(&self) -> Value {
        let file = format!("/api/documents/{}.json", self.wall);
        self.lise.gets(&file).await.is(StatusCode::OK).json()
    }

    /// What is on the notes that everybody sees, in their order.
    async fn shown(&self) -> Vec<String> {
        let notes = self.reads().await["notes"].clone();
        let notes = notes.as_array().expect("notes").iter();
        let texts = notes.map(|note| note["text"].as_str().expect("a text").to_owned());
        texts.collect()
    }

    /// What somebody sees of the wall beside its document.
    pub async fn sees(&self, device: &Device) -> Value {
        let path = format!("/api/walls/{}", self.wall);
        device.gets(&path).await.is(StatusCode::OK).json()
    }
}

fn name(note: u8) -> String {
    format!("{note:032x}")
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_are_taken_once_the_wall_is_announced_and_its_rules_stay() {
    let scene = Scene::new().await;
    let early = scene.writes(&scene.bob, 1, "Apprendre").await;
    early.refused(StatusCode::CONFLICT, "wall_too_early");
    assert_eq!(scene.reads().await["state"], "preparing");
    let rules = json!({"named": true, "hidden": false, "moderated": false});
    let announced = scene.holds("announce", rules.clone()).await;
    announced.is(StatusCode::OK);
    assert_eq!(scene.reads().await["rules"], rules);
    let again = scene.holds("announce", rules).await;
    again.refused(StatusCode::CONFLICT, "wall_announced");
    scene
        .writes(&scene.bob, 1, "Apprendre")
        .await
        .is(StatusCode::OK);
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    let note = scene.reads().await["notes"][0].clone();
    assert_eq!(
        (&note["text"], &note["by"], &note["column"]),
        (&json!("Apprendre"), &json!(bob), &json!("c1"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_changed_and_taken_back_by_its_author_alone() {
    let scene = Scene::of([false, false, false]).await;
    scene
        .writes(&scene.bob, 1, "Aprendre")
        .await
        .is(StatusCode::OK);
    scene
        .writes(&scene.chloe, 1, "Non")
        .await
        .is(StatusCode::NOT_FOUND);
    scene
        .writes(&scene.bob, 1, "Apprendre")
        .await
        .is(StatusCode::OK);
    assert_eq!(scene.shown().await, ["Apprendre"]);
    scene.chloe.deletes(&scene.note(1)).await.not_found();
    let taken = scene.bob.deletes(&scene.note(1)).await;
    taken.is(StatusCode::NO_CONTENT);
    assert_eq!(scene.shown().await, Vec::<String>::new());
    assert_eq!(scene.sees(&scene.bob).await["notes"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_facilitator_accepts_notes_and_takes_them_off() {
    let scene = Scene::of([true, false, true]).await;
    let taken = scene.writes(&scene.bob, 1, "Apprendre").await;
    assert_eq!(taken.is(StatusCode::OK).json()["state"], "waiting");
    assert_eq!(scene.shown().await, Vec::<String>::new());
    assert_eq!(scene.sees(&scene.chloe).await["waiting"], Value::Null);
    assert_eq!(
        scene.sees(&scene.nadia).await["waiting"][0]["text"],
        "Apprendre"
    );
    let accept = format!("notes/{}/accept", name(1));
    scene.holds(&accept, Value::Null).await.is(StatusCode::OK);
    assert_eq!(scene.shown().await, ["Apprendre"]);
    // With another text it waits again.
    scene.writes(&scene.bob, 1, "Rire").await.is(StatusCode::OK);
    assert_eq!(scene.shown().await, Vec::<String>::new());
    scene.holds(&accept, Value::Null).await.is(StatusCode::OK);
    let refuse = format!("notes/{}/refuse", name(1));
    scene.holds(&refuse, Value::Null).await.is(StatusCode::OK);
    assert_eq!(scene.shown().await, Vec::<String>::new());
    let mine = scene.sees(&scene.bob).await["mine"][0].clone();
    assert_eq!(
        (&mine["state"], &mine["text"]),
        (&json!("refused"), &json!("Rire"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_end_sums_are_told_and_nobody_knows_whose_a_note_was() {
    let scene = Scene::of([false, true, false]).await;
    let three = [
        (&scene.bob, 1, "met"),
        (&scene.chloe, 2, "partly"),
        (&scene.dora, 3, "met"),
    ];
    for (device, note, _) in three {
        scene
            .writes(device, note, "Apprendre")
            .await
            .is(StatusCode::OK);
    }
    let early = scene.holds("close", Value::Null).await;
    early.refused(StatusCode::CONFLICT, "wall_too_early");
    scene.holds("reveal", Value::Null).await.is(StatusCode::OK);
    scene.holds("close", Value::Null).await.is(StatusCode::OK);
    for (device, note, said) in three {
        let path = format!("{}/fulfilment", scene.note(note));
        let said = device.puts(&path, json!({"fulfilment": said})).await;
        said.is(StatusCode::OK);
    }
    assert_eq!(scene.sees(&scene.lise).await["fulfilled"], 3);
    assert_eq!(scene.reads().await["outcome"], Value::Null);
    scene.holds("end", Value::Null).await.is(StatusCode::OK);
    let told = scene.reads().await;
    assert_eq!(told["outcome"], json!({"met": 2, "partly": 1, "unmet": 0}));
    assert_eq!(told["notes"].as_array().expect("notes").len(), 3);
    assert_eq!(scene.sees(&scene.bob).await["mine"], json!([]));
    let late = scene.writes(&scene.bob, 4, "Trop tard").await;
    late.refused(StatusCode::CONFLICT, "wall_ended");
    // A facilitator still takes something off.
    let refuse = format!("notes/{}/refuse", name(1));
    scene.holds(&refuse, Value::Null).await.is(StatusCode::OK);
    assert_eq!(scene.shown().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_makes_no_sense_is_refused() {
    let scene = Scene::of([false, false, false]).await;
    for text in ["", "  ", "a\u{202e}b", &"é".repeat(281)] {
        let odd = scene.writes(&scene.bob, 1, text).await;
        odd.is(StatusCode::BAD_REQUEST);
    }
    let body = json!({"text": "Bonjour", "column": "c".repeat(65)});
    let odd = scene.bob.puts(&scene.note(1), body).await;
    odd.is(StatusCode::BAD_REQUEST);
    scene
        .writes(&scene.lise, 1, "Moi")
        .await
        .is(StatusCode::NOT_FOUND);
    assert_eq!(scene.sees(&scene.bob).await["notes"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_removed_takes_their_hidden_notes_along() {
    let scene = Scene::of([true, true, false]).await;
    scene
        .writes(&scene.bob, 1, "Apprendre")
        .await
        .is(StatusCode::OK);
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    let person = format!("/api/spaces/{}/people/{bob}", scene.workshop.id);
    let removed = scene.nadia.deletes(&person).await;
    removed.is(StatusCode::NO_CONTENT);
    assert_eq!(scene.sees(&scene.chloe).await["notes"], 0);
}
