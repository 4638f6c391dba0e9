//! Plans of other tools brought in: looked at first, then all of it or nothing.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::house::{Answer, Device, House};

const TABLE: &str =
    "Titre;Responsable;Colonne\nUn devis;Léa;À faire\nUne salle;\"Awa Diop, Léa\";Plus tard\n";

impl Device {
    async fn looks_into(&self, kanban: &str, text: &str) -> Answer {
        self.brings(kanban, text, json!({}), false).await
    }

    async fn brings(&self, kanban: &str, text: &str, people: Value, apply: bool) -> Answer {
        let body = json!({"text": text, "people": people, "apply": apply});
        self.posts(&format!("/api/kanbans/{kanban}/imports"), body)
            .await
    }

    /// The plan in the shape of Trello's export.
    async fn takes(&self, kanban: &str) -> Value {
        let path = format!("/api/documents/{kanban}.json");
        self.gets(&path).await.is(StatusCode::OK).json()
    }
}

fn titles(board: &Value) -> Vec<&str> {
    let cards = board["cards"].as_array().expect("cards");
    let titles = cards.iter().map(|card| card["name"].as_str());
    titles.map(|title| title.expect("a title")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_says_what_would_come_and_changes_nothing() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let before = lea.sees(&made.id).await;
    let seen = lea.looks_into(&made.document, TABLE).await;
    let own = lea.own_id(&made.id).await;
    assert_eq!(
        seen.is(StatusCode::OK).json(),
        json!({
            "format": "csv", "columns": 2, "cards": 2, "lost": [], "noted": [], "applied": false,
            "people": [
                {"name": "Léa", "cards": 2, "participant": own},
                {"name": "Awa Diop", "cards": 1, "participant": null},
            ],
        })
    );
    assert_eq!(titles(&lea.takes(&made.document).await), [""; 0]);
    assert_eq!(lea.sees(&made.id).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_come_with_the_people_one_chose() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let own = lea.own_id(&made.id).await;
    let people = json!({"Léa": own, "Awa Diop": "new"});
    let done = lea.brings(&made.document, TABLE, people, true).await;
    assert_eq!(done.is(StatusCode::OK).json()["applied"], true);
    let board = lea.takes(&made.document).await;
    assert_eq!(titles(&board), ["Un devis", "Une salle"]);
    let names = board["members"].as_array().expect("members").iter();
    let mut names: Vec<_> = names.map(|who| who["fullName"].clone()).collect();
    names.sort_by_key(Value::to_string);
    assert_eq!(names, ["Awa Diop", "Léa"]);
    let seen = lea.sees(&made.id).await;
    assert_eq!(seen["people"].as_array().map(Vec::len), Some(2));
    let again = lea.looks_into(&made.document, TABLE).await.json();
    assert!(again["people"][1]["participant"].is_string(), "{again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_takes_out_of_a_kanban_comes_into_another() {
    let house = House::local();
    let lea = house.device();
    let first = lea.makes_structure(None).await;
    let people = json!({"Léa": "new", "Awa Diop": "new"});
    lea.brings(&first.document, TABLE, people, true).await;
    let file = lea.takes(&first.document).await;
    let second = lea.makes_structure(None).await;
    let seen = lea.looks_into(&second.document, &file.to_string()).await;
    assert_eq!(
        (&seen.json()["format"], &seen.json()["lost"]),
        (&json!("trello"), &json!([]))
    );
    lea.brings(&second.document, &file.to_string(), json!({}), true)
        .await
        .is(StatusCode::OK);
    let there = lea.takes(&second.document).await;
    assert_eq!(titles(&there), titles(&file));
    assert_eq!(there["lists"][0]["name"], "À faire");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kanban_that_does_not_fit_leaves_nothing_and_nobody() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    lea.brings(&made.document, "Titre\nUne salle", json!({}), true)
        .await
        .is(StatusCode::OK);
    let row = "Carte;Awa;\n";
    let table = "Titre;Responsable;Colonne\n".to_owned() + &row.repeat(5_000);
    lea.looks_into(&made.document, &table)
        .await
        .is(StatusCode::OK);
    let refused = lea
        .brings(&made.document, &table, json!({"Awa": "new"}), true)
        .await
        .refused(StatusCode::PAYLOAD_TOO_LARGE, "import_too_large");
    assert!(refused.message().contains("5\u{202f}000") || refused.message().contains("5,000"));
    assert_eq!(titles(&lea.takes(&made.document).await), ["Une salle"]);
    let seen = lea.sees(&made.id).await;
    assert_eq!(seen["people"].as_array().map(Vec::len), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn files_of_no_tool_are_refused_with_what_to_do() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let words = [
        ("", "vide"),
        ("{\"lists\": [", "abîmé"),
        ("{\"a\": 1}", "aucun outil"),
        ("Prix\n3", "Titre"),
        ("Title\n\"open", "guillemet"),
        ("PK\u{3}\u{4}\0", ".csv"),
    ];
    for (file, word) in words {
        let answer = lea.looks_into(&made.document, file).await;
        let answer = answer.refused(StatusCode::UNPROCESSABLE_ENTITY, "import_unreadable");
        assert!(answer.message().contains(word), "{}", answer.message());
    }
    let large = "x".repeat(9 * 1024 * 1024);
    lea.looks_into(&made.document, &large)
        .await
        .refused(StatusCode::PAYLOAD_TOO_LARGE, "import_too_large");
    let larger = "x".repeat(17 * 1024 * 1024);
    lea.looks_into(&made.document, &larger)
        .await
        .refused(StatusCode::PAYLOAD_TOO_LARGE, "import_too_large");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_put_in_charge_who_is_not_of_the_space() {
    let house = House::local();
    let (lea, eve) = (house.device(), house.device());
    let (made, elsewhere) = (
        lea.makes_structure(None).await,
        eve.makes_structure(None).await,
    );
    let stranger = eve.own_id(&elsewhere.id).await;
    lea.brings(&made.document, TABLE, json!({"Léa": stranger}), true)
        .await
        .is(StatusCode::OK);
    assert_eq!(
        lea.takes(&made.document).await["cards"][0]["idMembers"],
        json!([])
    );
    let pad = lea.makes_pad(&made.id, "Notes").await;
    lea.looks_into(&pad, TABLE).await.not_found();
    eve.looks_into(&made.document, TABLE).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_the_one_it_is_where_people_are() {
    let house = House::local();
    let lea = house.device();
    for (clock, due) in [
        (Value::Null, "2026-07-02"),
        (json!({"winter": -240, "summer": -240}), "2026-07-01"),
        (json!({"winter": 32_000, "summer": 32_000}), "2026-07-02"),
    ] {
        let made = lea.makes_structure(None).await;
        let text = "Titre;Échéance\nUn devis;2026-07-01T22:00:00Z\n";
        let body = json!({"text": text, "people": {}, "clock": clock, "apply": true});
        lea.posts(&format!("/api/kanbans/{}/imports", made.document), body)
            .await
            .is(StatusCode::OK);
        let board = lea.takes(&made.document).await;
        let noon = format!("{due}T12:00:00.000Z");
        assert_eq!(board["cards"][0]["due"], noon);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_come_is_said_by_name_and_what_is_guessed_as_well() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let table = "Actions;Responsable(s);Pour quand ?;Statut;Budget\r\
                 Un devis;Léa;14 mars;À faire;300\rUne salle;;bientôt;;\r";
    let seen = lea.looks_into(&made.document, table).await;
    let seen = seen.is(StatusCode::OK).json();
    assert_eq!(seen["cards"], 2);
    assert_eq!(
        seen["lost"],
        json!([
            {"what": "custom_fields", "count": 1, "names": ["Budget"]},
            {"what": "dates", "count": 1, "names": ["bientôt"]},
        ])
    );
    let noted = &seen["noted"];
    assert_eq!(noted[0]["what"], "missing_years");
    assert!(
        noted[0]["names"][0]
            .as_str()
            .is_some_and(|name| name.starts_with("14 mars → 20"))
    );
    assert_eq!(
        noted[1],
        json!({"what": "without_column", "count": 1, "names": ["À faire"]})
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_that_is_made_for_cards_of_none_speaks_as_the_plan_does() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let board = json!({
        "lists": [{"id": "a", "name": "Vieilles idées", "closed": true}],
        "cards": [{"id": "k", "name": "Un devis", "idList": "nowhere"}],
    });
    lea.brings(&made.document, &board.to_string(), json!({}), true)
        .await
        .is(StatusCode::OK);
    let there = lea.takes(&made.document).await;
    let list = &there["lists"][0];
    assert_eq!(
        (&list["name"], &list["closed"]),
        (&json!("Sans colonne"), &json!(false))
    );
    assert_eq!(there["cards"][0]["idList"], list["id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_kanban_that_came_from_another_tool_leaves_for_another_atelier() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let rows = (0..1_200).map(|number| format!("Carte {number};{}\n", "à lire ".repeat(40)));
    let table = "Titre;Description\n".to_owned() + &rows.collect::<String>();
    lea.brings(&made.document, &table, json!({}), true)
        .await
        .is(StatusCode::OK);
    let archive = lea.gets(&format!("/api/spaces/{}/archive", made.id)).await;
    let omar = House::local();
    let omar = omar.device();
    let path = "/api/structures/archive?name=Omar";
    let opened = omar.sends_file(path, archive.is(StatusCode::OK).body).await;
    let there = opened.is(StatusCode::CREATED).text_at("/document");
    let board = omar.takes(&there).await;
    assert_eq!(titles(&board).len(), 1_200);
    assert_eq!(titles(&board), titles(&lea.takes(&made.document).await));
}
