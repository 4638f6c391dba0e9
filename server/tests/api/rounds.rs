//! Rounds as devices hold them and take part in them.

mod secrecy;
mod speakers;

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::house::{Answer, Device, House, Workshop};

/// A workshop with a round: Nadia holds it, Bob, Chloé and Dora take part, Lise only reads.
pub struct Scene {
    pub nadia: Device,
    pub bob: Device,
    pub chloe: Device,
    pub dora: Device,
    pub lise: Device,
    pub workshop: Workshop,
    pub round: String,
    _house: House,
}

impl Scene {
    /// With the weather.
    pub async fn new() -> Self {
        let house = House::local();
        let nadia = house.device();
        let workshop = nadia.makes_workshop("Lilas").await;
        let [bob, chloe, dora, lise] = std::array::from_fn(|_| house.device());
        for (device, name) in [(&bob, "Bob"), (&chloe, "Chloé"), (&dora, "Dora")] {
            device.joins(&workshop.participant, name).await;
        }
        lise.joins(&workshop.reader, "Lise").await;
        let body = json!({"kind": "round", "title": "Météo", "template": "weather"});
        let made = nadia
            .posts(&format!("/api/spaces/{}/documents", workshop.id), body)
            .await
            .is(StatusCode::CREATED);
        let round = made.text_at("/id");
        Self {
            nadia,
            bob,
            chloe,
            dora,
            lise,
            workshop,
            round,
            _house: house,
        }
    }

    /// The address of something in the round.
    pub fn at(&self, path: &str) -> String {
        format!("/api/rounds/{}{path}", self.round)
    }

    /// The document, as everybody may read it.
    pub async fn reads(&self) -> Value {
        let file = format!("/api/documents/{}.json", self.round);
        self.lise.gets(&file).await.is(StatusCode::OK).json()
    }

    /// Says whether nobody learns who answered what.
    pub async fn announces(&self, anonymous: bool) -> Answer {
        let question = &self.reads().await["question"];
        let body = json!({"text": question["text"], "states": question["states"],
            "words": true, "anonymous": anonymous});
        self.nadia.patches(&self.at(""), body).await
    }

    /// Asks; the address of that asking.
    pub async fn asks(&self, name: &str) -> String {
        let body = json!({"name": name});
        let made = self.nadia.posts(&self.at("/askings"), body).await;
        let made = made.is(StatusCode::CREATED);
        self.at(&format!("/askings/{}", made.text_at("/asking")))
    }

    pub async fn reveals(&self, asking: &str) -> Answer {
        let path = format!("{asking}/reveal");
        self.nadia.posts(&path, Value::Null).await
    }

    /// What somebody sees of an asking.
    pub async fn sees(&self, device: &Device, asking: &str) -> Value {
        device.gets(asking).await.is(StatusCode::OK).json()
    }
}

pub async fn answers(device: &Device, asking: &str, state: u32, word: &str) -> Answer {
    let body = json!({"state": state, "word": word});
    device.puts(&format!("{asking}/answer"), body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_change_until_the_reveal_and_are_published_without_names() {
    let scene = Scene::new().await;
    let asking = scene.asks("Matin").await;
    answers(&scene.bob, &asking, 4, "Fatigué")
        .await
        .is(StatusCode::OK);
    answers(&scene.bob, &asking, 0, "Réveillé")
        .await
        .is(StatusCode::OK);
    answers(&scene.chloe, &asking, 0, "")
        .await
        .is(StatusCode::OK);
    answers(&scene.dora, &asking, 2, "Curieuse")
        .await
        .is(StatusCode::OK);
    let seen = scene.sees(&scene.bob, &asking).await;
    assert_eq!(
        seen,
        json!({"answered": 3, "people": 4, "mine": {"state": 0, "word": "Réveillé"}, "named": null})
    );
    scene.reveals(&asking).await.is(StatusCode::OK);
    let told = &scene.reads().await["askings"][0];
    assert_eq!(told["name"], "Matin");
    assert_eq!(
        told["outcome"],
        json!({"counts": [2, 0, 1, 0, 0], "words": ["Curieuse", "Réveillé"]})
    );
    let seen = scene.sees(&scene.bob, &asking).await;
    assert_eq!(
        (&seen["mine"], &seen["named"]),
        (&Value::Null, &Value::Null)
    );
    let late = answers(&scene.bob, &asking, 1, "").await;
    late.refused(StatusCode::CONFLICT, "asking_revealed");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_answers_to_an_anonymous_question_are_never_revealed() {
    let scene = Scene::new().await;
    let asking = scene.asks("").await;
    for device in [&scene.bob, &scene.chloe] {
        answers(device, &asking, 1, "").await.is(StatusCode::OK);
        let early = scene.reveals(&asking).await;
        early.refused(StatusCode::CONFLICT, "few_answers");
    }
    assert_eq!(scene.reads().await["askings"][0]["state"], "open");
    answers(&scene.dora, &asking, 1, "")
        .await
        .is(StatusCode::OK);
    scene.reveals(&asking).await.is(StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn whether_it_is_anonymous_stays_while_it_is_asked() {
    let scene = Scene::new().await;
    let asking = scene.asks("").await;
    let changed = scene.announces(false).await;
    changed.refused(StatusCode::CONFLICT, "asking_open");
    let again = scene.nadia.posts(&scene.at("/askings"), json!({})).await;
    again.is(StatusCode::CONFLICT);
    scene
        .nadia
        .deletes(&asking)
        .await
        .is(StatusCode::NO_CONTENT);
    assert_eq!(scene.reads().await["askings"], json!([]));
    scene.announces(false).await.is(StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_named_answer_is_shown_with_its_name_and_never_in_the_document() {
    let scene = Scene::new().await;
    scene.announces(false).await.is(StatusCode::OK);
    let asking = scene.asks("Soir").await;
    answers(&scene.bob, &asking, 3, "Pluie")
        .await
        .is(StatusCode::OK);
    assert_eq!(scene.sees(&scene.lise, &asking).await["named"], Value::Null);
    scene.reveals(&asking).await.is(StatusCode::OK);
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    let named = &scene.sees(&scene.lise, &asking).await["named"];
    assert_eq!(
        *named,
        json!([{"participant": bob, "answer": {"state": 3, "word": "Pluie"}}])
    );
    assert!(!scene.reads().await.to_string().contains(&bob));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_makes_no_sense_is_refused() {
    let scene = Scene::new().await;
    let asking = scene.asks("").await;
    answers(&scene.bob, &asking, 5, "")
        .await
        .is(StatusCode::BAD_REQUEST);
    let long = "é".repeat(141);
    answers(&scene.bob, &asking, 0, &long)
        .await
        .is(StatusCode::BAD_REQUEST);
    answers(&scene.bob, &asking, 0, "a\u{202e}b")
        .await
        .is(StatusCode::BAD_REQUEST);
    answers(&scene.lise, &asking, 0, "")
        .await
        .is(StatusCode::NOT_FOUND);
    assert_eq!(scene.sees(&scene.bob, &asking).await["answered"], 0);
    let two = json!({"text": "", "words": true, "anonymous": true,
        "states": [{"picture": "sun", "label": "Oui"}, {"picture": "rain", "label": "Non"}]});
    scene
        .nadia
        .patches(&scene.at(""), two)
        .await
        .is(StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_removed_takes_their_answer_along() {
    let scene = Scene::new().await;
    let asking = scene.asks("").await;
    answers(&scene.bob, &asking, 0, "").await.is(StatusCode::OK);
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    let person = format!("/api/spaces/{}/people/{bob}", scene.workshop.id);
    scene
        .nadia
        .deletes(&person)
        .await
        .is(StatusCode::NO_CONTENT);
    assert_eq!(scene.sees(&scene.chloe, &asking).await["answered"], 0);
}
