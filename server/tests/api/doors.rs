//! Coming in: by link, by code, again, on another device, and not at all.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::house::House;

#[tokio::test]
async fn the_maker_of_a_workshop_is_its_facilitator() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Quartier des Lilas").await;
    let seen = nadia.sees(&workshop.id).await;
    assert_eq!(seen["title"], "Quartier des Lilas");
    assert_eq!(
        (&seen["role"], &seen["kind"]),
        (&json!("facilitator"), &json!("workshop"))
    );
    assert_eq!(seen["people"][0]["name"], "Nadia");
    assert_eq!(seen["code"], workshop.code);
}

#[tokio::test]
async fn each_link_opens_with_its_role() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    for (link, role) in [
        (&workshop.facilitator, "facilitator"),
        (&workshop.participant, "participant"),
        (&workshop.reader, "reader"),
    ] {
        let device = house.device();
        let door = device
            .posts("/api/door", json!({"link": link}))
            .await
            .is(StatusCode::OK)
            .json();
        assert_eq!(door["role"], role);
        let joined = device
            .posts("/api/join", json!({"link": link, "name": "Alice"}))
            .await;
        assert_eq!(joined.is(StatusCode::OK).json()["role"], role);
        assert_eq!(device.sees(&workshop.id).await["role"], role);
    }
}

#[tokio::test]
async fn the_code_opens_as_participant_however_it_is_typed() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    let typed = workshop.code.to_uppercase().replace('-', " ");
    for way in [
        json!({"code": typed}),
        json!({"link": format!("http://x/join#{}", workshop.code)}),
    ] {
        let mut asked = way;
        asked["name"] = json!("Alice");
        let joined = house
            .device()
            .posts("/api/join", asked)
            .await
            .is(StatusCode::OK)
            .json();
        assert_eq!(joined["role"], "participant");
    }
}

#[tokio::test]
async fn the_door_shows_what_is_behind_it_and_not_who() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let ways = json!({"link": workshop.participant, "name": "Alice", "structure": "MJC du Parc"});
    house
        .device()
        .posts("/api/join", ways)
        .await
        .is(StatusCode::OK);
    let door = house
        .device()
        .posts("/api/door", json!({"code": workshop.code}))
        .await;
    let text = door.text();
    assert_eq!(door.json()["space"]["title"], "Lilas");
    assert_eq!(door.json()["structures"], json!(["MJC du Parc"]));
    assert!(door.json()["known"].is_null());
    assert!(!text.contains("Alice") && !text.contains("Nadia"));
}

#[tokio::test]
async fn a_device_that_comes_back_is_the_same_person() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    let alice = house.device();
    let first = alice.joins(&workshop.participant, "Alice").await;
    let known = alice
        .posts("/api/door", json!({"code": workshop.code}))
        .await
        .json();
    assert_eq!(known["known"]["name"], "Alice");
    assert_eq!(alice.joins(&workshop.facilitator, "Alice B.").await, first);
    let seen = alice.sees(&workshop.id).await;
    assert_eq!(seen["role"], "facilitator");
    assert_eq!(alice.joins(&workshop.reader, "Alice B.").await, first);
    assert_eq!(
        alice.sees(&workshop.id).await["role"],
        "facilitator",
        "a weaker link takes nothing away"
    );
    assert_eq!(seen["people"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_return_link_brings_the_same_person_to_another_device() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    let (laptop, phone) = (house.device(), house.device());
    let alice = laptop.joins(&workshop.participant, "Alice").await;
    let path = format!("/api/spaces/{}/return-link", workshop.id);
    let link = laptop
        .posts(&path, json!(null))
        .await
        .is(StatusCode::OK)
        .json()["link"]
        .clone();
    let door = phone.posts("/api/door", json!({"link": link})).await.json();
    assert_eq!(door["known"]["name"], "Alice");
    let joined = phone
        .posts("/api/join", json!({"link": link}))
        .await
        .is(StatusCode::OK)
        .json();
    assert_eq!(joined["participant"], json!(alice));
}

#[tokio::test]
async fn a_replaced_link_opens_nothing() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let path = format!("/api/spaces/{}/links/participant", workshop.id);
    let link = nadia
        .posts(&path, json!(null))
        .await
        .is(StatusCode::OK)
        .json()["link"]
        .clone();
    let old = json!({"link": workshop.participant, "name": "Alice"});
    house.device().posts("/api/join", old).await.not_found();
    house
        .device()
        .joins(link.as_str().expect("a link"), "Alice")
        .await;
}

#[tokio::test]
async fn a_closed_door_opens_only_with_a_new_code() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let path = format!("/api/spaces/{}/code", workshop.id);
    nadia.deletes(&path).await.is(StatusCode::NO_CONTENT);
    assert!(nadia.sees(&workshop.id).await["code"].is_null());
    house
        .device()
        .posts("/api/door", json!({"code": workshop.code}))
        .await
        .not_found();
    let code = nadia
        .posts(&path, json!(null))
        .await
        .is(StatusCode::OK)
        .json()["code"]
        .clone();
    assert_ne!(code, json!(workshop.code));
    house
        .device()
        .posts("/api/door", json!({"code": code}))
        .await
        .is(StatusCode::OK);
}

#[tokio::test]
async fn a_removed_person_is_out() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let alice = house.device();
    let id = alice.joins(&workshop.participant, "Alice").await;
    let path = format!("/api/spaces/{}/people/{id}", workshop.id);
    nadia.deletes(&path).await.is(StatusCode::NO_CONTENT);
    alice
        .gets(&format!("/api/spaces/{}", workshop.id))
        .await
        .not_found();
    assert_eq!(alice.gets("/api/me").await.json(), json!({"spaces": []}));
}

#[tokio::test]
async fn who_was_removed_does_not_come_back_with_the_same_link_and_device() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let alice = house.device();
    let id = alice.joins(&workshop.participant, "Alice").await;
    let path = format!("/api/spaces/{}/people/{id}", workshop.id);
    nadia.deletes(&path).await.is(StatusCode::NO_CONTENT);
    let ways = [
        json!({"link": workshop.participant, "name": "Alice"}),
        json!({"link": workshop.facilitator, "name": "Alice"}),
        json!({"code": workshop.code, "name": "Alice"}),
    ];
    for way in ways {
        let refused = alice.posts("/api/join", way).await;
        let refused = refused.refused(StatusCode::FORBIDDEN, "barred");
        assert!(refused.message().contains("retiré"));
    }
    let expected = format!("/api/spaces/{}/people", workshop.id);
    let made = nadia.posts(&expected, json!({"name": "Alice"})).await;
    let again = made.is(StatusCode::CREATED).text_at("/id");
    let own = format!("{expected}/{again}/return-link");
    let own = nadia
        .posts(&own, Value::Null)
        .await
        .is(StatusCode::OK)
        .text_at("/link");
    alice.joins(&own, "Alice").await;
    alice.joins(&workshop.participant, "Alice").await;
}

#[tokio::test]
async fn links_and_code_change_in_the_same_step_as_a_removal() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let [alice, bob] = [house.device(), house.device()];
    let id = alice.joins(&workshop.participant, "Alice").await;
    bob.joins(&workshop.participant, "Bob").await;
    let path = format!("/api/spaces/{}/people/{id}?newLinks=true", workshop.id);
    bob.deletes(&path).await.not_found();
    house.device().joins(&workshop.participant, "Chloé").await;
    nadia.deletes(&path).await.is(StatusCode::NO_CONTENT);
    let ways = [
        json!({"link": workshop.participant}),
        json!({"link": workshop.facilitator}),
        json!({"link": workshop.reader}),
        json!({"code": workshop.code}),
    ];
    for way in ways {
        house.device().posts("/api/door", way).await.not_found();
    }
    let seen = bob.sees(&workshop.id).await;
    assert_ne!(seen["code"], json!(workshop.code));
    let new = json!({"code": seen["code"], "name": "Denis"});
    house
        .device()
        .posts("/api/join", new)
        .await
        .is(StatusCode::OK);
}

#[tokio::test]
async fn links_and_code_change_in_the_same_step_as_a_role() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let omar = house.device();
    let id = omar.joins(&workshop.facilitator, "Omar").await;
    let path = format!("/api/spaces/{}/people/{id}", workshop.id);
    let change = json!({"role": "participant", "newLinks": true});
    nadia.patches(&path, change).await.is(StatusCode::OK);
    let old = json!({"link": workshop.facilitator});
    house.device().posts("/api/door", old).await.not_found();
    assert_eq!(omar.sees(&workshop.id).await["role"], "participant");
    let own = json!({"name": "Omar B.", "newLinks": true});
    omar.patches(&path, own).await.not_found();
}

#[tokio::test]
async fn who_leaves_by_themselves_may_come_back() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    let alice = house.device();
    let id = alice.joins(&workshop.participant, "Alice").await;
    let path = format!("/api/spaces/{}/people/{id}", workshop.id);
    alice.deletes(&path).await.is(StatusCode::NO_CONTENT);
    alice.joins(&workshop.participant, "Alice").await;
}

#[tokio::test]
async fn a_facilitator_who_was_given_another_role_keeps_it_whatever_the_link() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let omar = house.device();
    let id = omar.joins(&workshop.facilitator, "Omar").await;
    let path = format!("/api/spaces/{}/people/{id}", workshop.id);
    let role = async |device: &crate::house::Device| {
        device.joins(&workshop.facilitator, "Omar").await;
        device.sees(&workshop.id).await["role"].clone()
    };
    assert_eq!(role(&omar).await, "facilitator");
    for given in ["participant", "reader", "facilitator"] {
        let change = json!({"role": given});
        nadia.patches(&path, change).await.is(StatusCode::OK);
        assert_eq!(role(&omar).await, given);
    }
}

#[tokio::test]
async fn a_device_knows_its_workshops_until_it_forgets_them() {
    let house = House::local();
    let nadia = house.device();
    assert_eq!(
        nadia.gets("/api/me").await.is(StatusCode::OK).json(),
        json!({"spaces": []})
    );
    nadia.makes_workshop("Lilas").await;
    nadia.makes_workshop("Parc").await;
    let mine = nadia.gets("/api/me").await.json();
    assert_eq!(
        (&mine["spaces"][0]["title"], &mine["spaces"][1]["title"]),
        (&json!("Parc"), &json!("Lilas"))
    );
    let session = nadia.cookie();
    let forgotten = nadia.deletes("/api/me").await.is(StatusCode::NO_CONTENT);
    assert!(forgotten.header("set-cookie").contains("Max-Age=0"));
    nadia.takes_cookie(&session);
    nadia
        .posts("/api/tickets", json!(null))
        .await
        .refused(StatusCode::UNAUTHORIZED, "unauthorized");
}

#[tokio::test]
async fn a_session_nobody_was_given_is_not_taken_over() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    let victim = house.device();
    let planted = format!("atelier={}", store::Secret::random().reveal());
    victim.takes_cookie(&planted);
    victim.joins(&workshop.participant, "Alice").await;
    assert_ne!(victim.cookie(), planted);
}

#[tokio::test]
async fn guessing_is_stopped_for_one_address_and_not_for_the_others() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    let guesser = house.device_at("198.51.100.7");
    for guess in 0..30 {
        let wrong = json!({"code": format!("balo-lumi-{guess:03}")});
        guesser.posts("/api/door", wrong).await.not_found();
    }
    let right = json!({"code": workshop.code, "name": "Alice"});
    guesser
        .posts("/api/join", right.clone())
        .await
        .refused(StatusCode::TOO_MANY_REQUESTS, "rate_limited");
    house
        .device()
        .posts("/api/join", right)
        .await
        .is(StatusCode::OK);
}

#[tokio::test]
async fn one_pupil_who_guesses_closes_the_door_for_nobody_who_has_a_link_or_came_before() {
    let house = House::local();
    let nadia = house.device_at("198.51.100.7");
    let workshop = nadia.makes_workshop("Lilas").await;
    let code = json!({"code": workshop.code, "name": "Alice"});
    let alice = house.device_at("198.51.100.7");
    alice.posts("/api/join", code).await.is(StatusCode::OK);
    let pupil = house.device_at("198.51.100.7");
    for guess in 0..30 {
        let wrong = json!({"code": format!("balo-lumi-{guess:03}")});
        pupil.posts("/api/door", wrong).await.not_found();
    }
    let wrong = json!({"code": "balo-lumi-999"});
    let limited = pupil.posts("/api/door", wrong).await;
    limited.refused(StatusCode::TOO_MANY_REQUESTS, "rate_limited");
    let other = nadia.makes_workshop("Ailleurs").await;
    let lucky = pupil.posts("/api/door", json!({"code": other.code})).await;
    lucky.refused(StatusCode::TOO_MANY_REQUESTS, "rate_limited");
    for (way, name) in [
        (json!({"code": workshop.code}), "Bob"),
        (json!({"link": workshop.facilitator}), "Eve"),
    ] {
        let mut join = way;
        join["name"] = json!(name);
        let here = house.device_at("198.51.100.7");
        here.posts("/api/join", join).await.is(StatusCode::OK);
    }
    let known = nadia.posts("/api/door", json!({"code": other.code})).await;
    known.is(StatusCode::OK);
}

#[tokio::test]
async fn a_room_full_of_people_comes_in_from_one_address() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    for n in 0..60 {
        house
            .device()
            .joins(&workshop.participant, &format!("Personne {n}"))
            .await;
    }
}

#[tokio::test]
async fn behind_a_proxy_each_visitor_has_an_address_of_their_own() {
    let house = House::behind("10.0.0.1");
    let workshop = house.device().makes_workshop("Lilas").await;
    let proxy = house.device_at("10.0.0.1");
    let ask = async |from: &str, code: &str| {
        let headers = [("x-forwarded-for", from)];
        proxy
            .asks_with(
                axum::http::Method::POST,
                "/api/door",
                json!({"code": code}),
                &headers,
            )
            .await
    };
    for _ in 0..30 {
        ask("198.51.100.7", "balo-lumi-000").await.not_found();
    }
    ask("198.51.100.7", &workshop.code)
        .await
        .is(StatusCode::TOO_MANY_REQUESTS);
    ask("6.6.6.6, 198.51.100.7", &workshop.code)
        .await
        .is(StatusCode::TOO_MANY_REQUESTS);
    ask("198.51.100.8", &workshop.code).await.is(StatusCode::OK);
}

#[tokio::test]
async fn a_stranger_cannot_choose_an_address() {
    let house = House::behind("10.0.0.1");
    let guesser = house.device_at("198.51.100.7");
    let mut last = StatusCode::OK;
    for n in 0..31 {
        let invented = format!("203.0.113.{n}");
        let headers = [("x-forwarded-for", invented.as_str())];
        let wrong = json!({"code": "balo-lumi-000"});
        last = guesser
            .asks_with(axum::http::Method::POST, "/api/door", wrong, &headers)
            .await
            .status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn links_are_made_with_the_address_people_use() {
    let local = House::local().device().makes_workshop("Lilas").await;
    assert!(local.participant.starts_with("http://atelier.test/join#"));
    let public = House::public("https://a.example.org")
        .device()
        .makes_workshop("Lilas")
        .await;
    assert!(public.reader.starts_with("https://a.example.org/join#"));
}
