//! Files beside action plans.

use axum::http::StatusCode;
use store::limits::{ATTACHMENT_BYTES_MAX, ATTACHMENTS_BYTES_PER_SPACE_MAX};

use crate::house::{Device, House};

async fn attaches(device: &Device, board: &str, name: &str, bytes: &[u8]) -> String {
    let path = format!("/api/kanbans/{board}/attachments?name={name}");
    let made = device.sends_file(&path, bytes.to_vec()).await;
    let made = made.is(StatusCode::CREATED);
    assert_eq!(made.json()["bytes"], bytes.len());
    made.text_at("/url")
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_for_the_people_of_the_space() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let html = b"<script>alert(1)</script>";
    let url = attaches(&lea, &made.document, "d%C3%A9ja%2Fdevis%202.html", html).await;
    let lise = house.device();
    lise.joins(&made.reader, "Lise").await;
    let file = lise.gets(&url).await.is(StatusCode::OK);
    assert_eq!(file.body, html);
    let name = file.header("content-disposition");
    assert!(
        name.starts_with("attachment; filename=\"devis-2.html\""),
        "{name}"
    );
    for (header, value) in [
        ("content-type", "application/octet-stream"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "sandbox; default-src 'none'"),
    ] {
        assert_eq!(file.header(header), value);
    }
}

#[tokio::test]
async fn a_file_is_for_nobody_else() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let url = attaches(&lea, &made.document, "a.txt", b"x").await;
    let stranger = house.device();
    let nobody = stranger.gets(&url).await;
    nobody.refused(StatusCode::UNAUTHORIZED, "unauthorized");
    let other = stranger.makes_structure(None).await;
    stranger.gets(&url).await.not_found();
    for path in [
        format!("/api/kanbans/{}/attachments", made.document),
        format!("/api/kanbans/{}/attachments", other.id),
        "/api/kanbans/x/attachments".to_owned(),
    ] {
        stranger.sends_file(&path, vec![1]).await.not_found();
    }
    for odd in ["/api/attachments/x", "/api/attachments/..%2F..%2Fetc"] {
        lea.gets(odd).await.not_found();
    }
}

#[tokio::test]
async fn only_action_plans_have_files() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let pad = lea.makes_pad(&made.id, "Notes").await;
    let path = format!("/api/kanbans/{pad}/attachments");
    lea.sends_file(&path, vec![1]).await.not_found();
}

#[tokio::test]
async fn what_is_too_large_or_empty_is_refused_with_a_reason() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let path = format!("/api/kanbans/{}/attachments?name=a.bin", made.document);
    let large = vec![0; ATTACHMENT_BYTES_MAX + 1];
    let large = lea.sends_file(&path, large).await;
    let large = large.refused(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    assert!(large.message().contains("5 Mo"), "{}", large.message());
    let empty = lea.sends_file(&path, Vec::new()).await;
    let empty = empty.refused(StatusCode::BAD_REQUEST, "bad_request");
    assert_eq!(empty.message(), "Ce fichier est vide.");
}

#[tokio::test]
async fn all_files_of_a_space_together_have_a_limit() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let path = format!("/api/kanbans/{}/attachments?name=a.bin", made.document);
    let whole = ATTACHMENTS_BYTES_PER_SPACE_MAX / ATTACHMENT_BYTES_MAX as u64;
    for _ in 0..whole {
        let file = vec![7; ATTACHMENT_BYTES_MAX];
        lea.sends_file(&path, file).await.is(StatusCode::CREATED);
    }
    let full = lea.sends_file(&path, vec![7]).await;
    let full = full.refused(StatusCode::CONFLICT, "conflict");
    assert!(full.message().contains("100 Mo"), "{}", full.message());
}
