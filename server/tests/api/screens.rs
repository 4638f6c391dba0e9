//! The big screen: made and revoked by those who facilitate; its link shows what everybody may know, and opens nothing else.

use atelier::rooms::EditError;
use automerge::transaction::Transactable;
use automerge::{AutomergeError, ROOT, ReadDoc};
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use store::{DocumentId, SpaceId};

use crate::house::{Answer, Device, House, Workshop};

struct Scene {
    house: House,
    nadia: Device,
    workshop: Workshop,
    people: [Device; 3],
}

impl Scene {
    /// A workshop of three people whose day runs.
    async fn new() -> Self {
        let house = House::local();
        let nadia = house.device();
        let workshop = nadia.makes_workshop("Lilas").await;
        let people = std::array::from_fn(|_| house.device());
        for (device, name) in people.iter().zip(["Bob", "Chloé", "Dora"]) {
            device.joins(&workshop.participant, name).await;
        }
        Self {
            house,
            nadia,
            workshop,
            people,
        }
    }

    fn at(&self, path: &str) -> String {
        format!("/api/spaces/{}{path}", self.workshop.id)
    }

    async fn makes(&self, body: Value) -> String {
        let made = self.nadia.posts(&self.at("/documents"), body).await;
        made.is(StatusCode::CREATED).text_at("/id")
    }

    /// What the link of a new screen ends with.
    async fn screen(&self) -> String {
        let made = self.nadia.posts(&self.at("/screen"), Value::Null).await;
        let link = made.is(StatusCode::CREATED).text_at("/link");
        let (page, secret) = link.split_once("/screen#").expect("a link of a screen");
        assert!(page.ends_with("atelier.test"), "{link}");
        secret.to_owned()
    }

    /// Begins a step that opens a document.
    async fn opens_in_a_step(&self, document: &str) {
        let agenda = json!({"kind": "agenda", "title": "Jour", "template": "two-days"});
        let agenda = self.makes(agenda).await;
        self.puts_into_first_step(&agenda, document).await;
        let conduct = self.at("/conduct");
        for deed in [
            json!({"type": "follow", "agenda": agenda}),
            json!({"type": "start", "step": "s1-1", "offset": 60}),
        ] {
            let seen = self.nadia.gets(&conduct).await.json();
            let body = json!({"from": seen["revision"], "deed": deed});
            self.nadia.posts(&conduct, body).await.is(StatusCode::OK);
        }
    }

    async fn puts_into_first_step(&self, agenda: &str, document: &str) {
        let space: SpaceId = self.workshop.id.parse().expect("an id");
        let agenda: DocumentId = agenda.parse().expect("an id");
        let document = document.to_owned();
        let written = self.house.app.rooms.edit(space, agenda, move |edit| {
            let (_, steps) = edit.get(ROOT, "steps")?.expect("steps");
            let (_, step) = edit.get(&steps, "s1-1")?.expect("the first one");
            edit.put(&step, "document", document)?;
            edit.put(&step, "link", "https://visio.example/secret")
        });
        let written: Result<_, EditError<AutomergeError>> = written.await;
        written.map_err(|error| error.to_string()).expect("written");
    }

    async fn shows(&self, secret: &str) -> Value {
        self.looks(secret).await.is(StatusCode::OK).json()
    }

    async fn looks(&self, secret: &str) -> Answer {
        shown_by(&self.house.device(), Method::GET, "/api/screen", secret).await
    }
}

async fn shown_by(device: &Device, method: Method, path: &str, secret: &str) -> Answer {
    let shown = format!("Bearer {secret}");
    let headers = [("authorization", shown.as_str())];
    device.asks_with(method, path, Value::Null, &headers).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_shows_the_room_until_it_is_revoked_or_replaced() {
    let scene = Scene::new().await;
    let pad = scene.nadia.makes_pad(&scene.workshop.id, "Notes").await;
    scene.opens_in_a_step(&pad).await;
    let secret = scene.screen().await;
    let hand = scene.at("/conduct/hand");
    scene.people[0]
        .puts(&hand, Value::Null)
        .await
        .is(StatusCode::OK);
    let shown = scene.shows(&secret).await;
    assert_eq!(
        (
            &shown["title"],
            &shown["hands"],
            &shown["course"]["step"]["title"]
        ),
        (&json!("Lilas"), &json!(1), &json!("Accueil, émargement"))
    );
    assert_eq!(
        shown["code"],
        scene.nadia.sees(&scene.workshop.id).await["code"]
    );
    let text = shown.to_string();
    for kept_back in ["Bob", "Chloé", "visio.example", &pad] {
        assert!(!text.contains(kept_back), "{kept_back} in {text}");
    }

    let next = scene.screen().await;
    scene.looks(&secret).await.not_found();
    scene.shows(&next).await;
    let path = scene.at("/screen");
    scene.nadia.deletes(&path).await.is(StatusCode::NO_CONTENT);
    scene.looks(&next).await.not_found();
    assert_eq!(scene.nadia.gets(&path).await.json()["made"], json!(false));
    let nothing = scene.house.device().gets("/api/screen").await;
    nothing.refused(StatusCode::UNAUTHORIZED, "unauthorized");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_opens_nothing_else() {
    let scene = Scene::new().await;
    let pad = scene.nadia.makes_pad(&scene.workshop.id, "Notes").await;
    let secret = scene.screen().await;
    let stranger = scene.house.device();
    for path in [
        scene.at(""),
        scene.at("/conduct"),
        scene.at("/messages"),
        scene.at("/screen"),
        scene.at("/archive"),
        format!("/api/documents/{pad}.txt"),
        "/api/me".to_owned(),
    ] {
        let answer = shown_by(&stranger, Method::GET, &path, &secret).await;
        assert!(!answer.status.is_success(), "{path}: {answer:?}");
    }
    let link = format!("http://atelier.test/join#{secret}");
    let body = json!({"link": link, "name": "Eve"});
    let joined = stranger.posts("/api/join", body).await;
    assert!(!joined.status.is_success(), "{joined:?}");
    for path in ["/conduct/hand", "/screen"] {
        let answer = shown_by(&stranger, Method::PUT, &scene.at(path), &secret).await;
        assert!(!answer.status.is_success(), "{path}: {answer:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_goes_with_those_that_somebody_knows_who_lost_a_right() {
    let scene = Scene::new().await;
    let secret = scene.screen().await;
    let bob = scene.people[0].own_id(&scene.workshop.id).await;
    let path = scene.at(&format!("/people/{bob}?newLinks=true"));
    scene.nadia.deletes(&path).await.is(StatusCode::NO_CONTENT);
    scene.looks(&secret).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wifi_of_the_room_is_shown_as_it_was_given() {
    let scene = Scene::new().await;
    let secret = scene.screen().await;
    let path = scene.at("/screen");
    let wifi = json!({"name": "Salle; 2", "password": "p\\:,\"x"});
    scene
        .nadia
        .puts(&path, wifi.clone())
        .await
        .is(StatusCode::OK);
    assert_eq!(scene.shows(&secret).await["wifi"], wifi);
    let long = json!({"name": "n".repeat(33), "password": ""});
    let refused = scene.nadia.puts(&path, long).await;
    refused.refused(StatusCode::BAD_REQUEST, "bad_request");
    let none = json!({"name": "", "password": ""});
    scene.nadia.puts(&path, none).await.is(StatusCode::OK);
    assert_eq!(scene.shows(&secret).await["wifi"], Value::Null);
}

/// What the screen shows of a vote in which people put their dots so: before the reveal, and after it.
async fn votes(dots: [&str; 2]) -> [Vec<Value>; 2] {
    let scene = Scene::new().await;
    let vote = scene
        .makes(json!({"kind": "vote", "title": "Les briques"}))
        .await;
    scene.opens_in_a_step(&vote).await;
    let secret = scene.screen().await;
    let rounds = format!("/api/votes/{vote}/rounds");
    let made = scene.nadia.posts(&rounds, json!({})).await;
    let round = format!("{rounds}/{}", made.text_at("/round"));
    let steps = async |step: &str| {
        let path = format!("{round}/{step}?evenFew=true");
        scene
            .nadia
            .posts(&path, Value::Null)
            .await
            .is(StatusCode::OK);
    };
    steps("open").await;
    let mut before = Vec::new();
    for (device, brick) in scene.people.iter().zip(dots) {
        let body = json!({"dots": {(brick): 2}});
        device
            .puts(&format!("{round}/ballot"), body)
            .await
            .is(StatusCode::OK);
        before.push(scene.shows(&secret).await["activity"].clone());
    }
    steps("close").await;
    before.push(scene.shows(&secret).await["activity"].clone());
    steps("reveal").await;
    [before, vec![scene.shows(&secret).await["activity"].clone()]]
}

#[tokio::test(flavor = "multi_thread")]
async fn dots_are_shown_at_the_reveal_and_nothing_of_them_before() {
    let [before, after] = votes(["b3", "b4"]).await;
    let [other_before, other_after] = votes(["b5", "b5"]).await;
    assert_eq!(before, other_before);
    assert_eq!(
        (&before[1]["voted"], &before[1]["results"]),
        (&json!(2), &Value::Null)
    );
    assert_ne!(after, other_after);
    assert_eq!(other_after[0]["results"][0]["dots"], json!(4));
}

/// The same of a round.
async fn answers(said: [(u32, &str); 3]) -> [Vec<Value>; 2] {
    let scene = Scene::new().await;
    let body = json!({"kind": "round", "title": "Météo", "template": "weather"});
    let round = scene.makes(body).await;
    scene.opens_in_a_step(&round).await;
    let secret = scene.screen().await;
    let askings = format!("/api/rounds/{round}/askings");
    let made = scene.nadia.posts(&askings, json!({"name": "Matin"})).await;
    let asking = format!("{askings}/{}", made.text_at("/asking"));
    let mut before = Vec::new();
    for (device, (state, word)) in scene.people.iter().zip(said) {
        let body = json!({"state": state, "word": word});
        device
            .puts(&format!("{asking}/answer"), body)
            .await
            .is(StatusCode::OK);
        before.push(scene.shows(&secret).await["activity"].clone());
    }
    let revealed = scene
        .nadia
        .posts(&format!("{asking}/reveal"), Value::Null)
        .await;
    revealed.is(StatusCode::OK);
    [before, vec![scene.shows(&secret).await["activity"].clone()]]
}

#[tokio::test(flavor = "multi_thread")]
async fn moods_and_words_are_shown_at_the_reveal_and_nothing_of_them_before() {
    let [before, after] = answers([(0, "Merci"), (0, "En forme"), (1, "")]).await;
    let [other_before, _] = answers([(4, "Épuisé"), (2, ""), (1, "Bof")]).await;
    assert_eq!(before, other_before);
    assert_eq!(
        (&before[2]["answered"], &before[2]["states"]),
        (&json!(3), &Value::Null)
    );
    assert_eq!(after[0]["states"][0]["count"], json!(2));
    assert_eq!(after[0]["words"], json!(["En forme", "Merci"]));
}
