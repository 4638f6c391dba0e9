//! What is asked and told by mail once in a while: whether a structure lives, and that it will end.

use atelier::mail::send_due;
use axum::http::StatusCode;
use serde_json::Value;

use crate::sink::Mail;
use crate::weekly::{DAY_MS, Scene, noon_ms};

const MONTH_MS: u64 = 30 * DAY_MS;

impl Scene {
    async fn only_letter(&self, now_ms: u64) -> Mail {
        let letters = self.letters(now_ms).await;
        let [letter] = <[Mail; 1]>::try_from(letters).expect("one letter");
        letter
    }

    /// Opens a link, which changes nothing, then presses its button.
    async fn follows(&self, link: &str) {
        let before = self.ends().await;
        let anybody = self.house.device();
        anybody.gets(link).await.is(StatusCode::OK);
        assert_eq!(self.ends().await, before, "opening is not acting");
        anybody.posts(link, Value::Null).await.is(StatusCode::OK);
    }

    /// When the structure will be erased.
    async fn ends(&self) -> Value {
        self.lea.sees(&self.made.id).await["deletesAt"].clone()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_structure_is_asked_at_one_three_and_six_months_whether_it_lives() {
    let scene = Scene::new().await;
    for months in [1, 3, 6] {
        let at_ms = noon_ms() + months * MONTH_MS + DAY_MS;
        let before = scene.letters(at_ms - 2 * DAY_MS).await;
        assert!(before.is_empty(), "{months}");
        let letter = scene.only_letter(at_ms).await;
        let said = format!("a {months} mois");
        assert!(letter.text.contains(&said), "{}", letter.text);
        scene.follows(&letter.link("Oui, on continue")).await;
        assert!(scene.ends().await.is_null());
        assert!(scene.letters(at_ms + DAY_MS).await.is_empty(), "once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_structure_that_is_over_is_warned_of_and_can_be_kept() {
    let scene = Scene::new().await;
    let asked = scene.only_letter(noon_ms() + MONTH_MS + DAY_MS).await;
    let over = asked.link("Non, c’est fini\u{202f}: le supprimer");
    scene.follows(&over).await;
    assert!(scene.ends().await.is_u64());
    let warned = scene.only_letter(noon_ms() + MONTH_MS + DAY_MS).await;
    assert!(warned.text.contains("suppression"), "{}", warned.text);
    scene.follows(&warned.link("Le garder")).await;
    assert!(scene.ends().await.is_null());
    let again = scene.letters(noon_ms() + MONTH_MS + 2 * DAY_MS).await;
    assert!(again.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn links_in_mails_are_forgotten_after_a_year() {
    let scene = Scene::new().await;
    let asked = scene.only_letter(noon_ms() + MONTH_MS + DAY_MS).await;
    let alive = asked.link("Oui, on continue");
    let late = noon_ms() + MONTH_MS + 402 * DAY_MS;
    send_due(&scene.house.app, late).await.expect("sent");
    let gone = scene.house.device().posts(&alive, Value::Null).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}
