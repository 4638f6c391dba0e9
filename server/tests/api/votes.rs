//! The dot vote as devices hold it and take part in it.

mod ballots;
mod bricks;
mod electorate;
mod pads;
mod rounds;
mod secrecy;

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::house::{Device, House, Workshop};

/// A workshop with a vote: Nadia holds it, Bob and Chloé take part, Lise only reads.
pub struct Scene {
    pub nadia: Device,
    pub bob: Device,
    pub chloe: Device,
    pub lise: Device,
    pub workshop: Workshop,
    pub vote: String,
    pub house: House,
}

impl Scene {
    /// With the built-in bricks.
    pub async fn new() -> Self {
        let house = House::local();
        let nadia = house.device();
        let workshop = nadia.makes_workshop("Lilas").await;
        let [bob, chloe, lise] = [house.device(), house.device(), house.device()];
        bob.joins(&workshop.participant, "Bob").await;
        chloe.joins(&workshop.participant, "Chloé").await;
        lise.joins(&workshop.reader, "Lise").await;
        let body = json!({"kind": "vote", "title": "Les briques"});
        let made = nadia
            .posts(&format!("/api/spaces/{}/documents", workshop.id), body)
            .await
            .is(StatusCode::CREATED);
        let vote = made.text_at("/id");
        Self {
            nadia,
            bob,
            chloe,
            lise,
            workshop,
            vote,
            house,
        }
    }

    /// The address of something in the vote.
    pub fn at(&self, path: &str) -> String {
        format!("/api/votes/{}{path}", self.vote)
    }

    /// The document, as everybody may read it.
    pub async fn reads(&self) -> Value {
        let file = format!("/api/documents/{}.json", self.vote);
        self.lise.gets(&file).await.is(StatusCode::OK).json()
    }

    /// A brick as everybody may read it.
    pub async fn brick(&self, id: &str) -> Value {
        let read = self.reads().await;
        let bricks = read["bricks"].as_array().expect("bricks");
        let found = bricks.iter().find(|brick| brick["id"] == id);
        found.expect("the brick is there").clone()
    }

    pub async fn proposes(&self, device: &Device, title: &str) -> String {
        let made = device
            .posts(&self.at("/bricks"), json!({"title": title}))
            .await
            .is(StatusCode::CREATED);
        made.text_at("/brick")
    }

    /// Prepares a round; its address.
    pub async fn prepares(&self, rules: Value) -> String {
        let made = self
            .nadia
            .posts(&self.at("/rounds"), rules)
            .await
            .is(StatusCode::CREATED);
        self.at(&format!("/rounds/{}", made.text_at("/round")))
    }

    /// Prepares and opens a round; its address.
    pub async fn opens(&self, rules: Value) -> String {
        let round = self.prepares(rules).await;
        self.steps(&round, "open").await;
        round
    }

    /// Opens, closes or reveals a round, however few voted; what the facilitator then sees.
    pub async fn steps(&self, round: &str, step: &str) -> Value {
        let step = format!("{round}/{step}?evenFew=true");
        let answer = self.nadia.posts(&step, Value::Null).await;
        answer.is(StatusCode::OK).json()
    }

    /// What somebody sees of a round.
    pub async fn sees(&self, device: &Device, round: &str) -> Value {
        device.gets(round).await.is(StatusCode::OK).json()
    }

    pub async fn opens_proposals(&self) {
        let body = json!({"proposals": true});
        self.nadia
            .patches(&self.at(""), body)
            .await
            .is(StatusCode::OK);
    }
}

/// Casts a whole ballot.
pub async fn casts(device: &Device, round: &str, ballot: Value) -> crate::house::Answer {
    device.puts(&format!("{round}/ballot"), ballot).await
}
