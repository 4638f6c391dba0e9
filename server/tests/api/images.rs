//! Images beside pads.

#[path = "../../images/tests/samples/mod.rs"]
pub mod samples;

use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ObjType, ROOT, ReadDoc};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use futures_util::stream;
use serde_json::{Value, json};
use store::{Append, AttachmentId, DocumentId};
use tokio::sync::oneshot;

use crate::archives::brings;
use crate::house::{Device, House};
use samples::{CANARY, Samples, gif, jpeg, png, png_of_size};

fn an_id() -> String {
    AttachmentId::random().to_string()
}

/// Somebody with a pad.
struct Scene {
    house: House,
    lea: Device,
    space: String,
    reader: String,
    pad: String,
}

impl Scene {
    async fn new() -> Self {
        let house = House::local();
        let lea = house.device();
        let made = lea.makes_structure(None).await;
        let pad = lea.makes_pad(&made.id, "Notes").await;
        Self {
            house,
            lea,
            space: made.id,
            reader: made.reader,
            pad,
        }
    }

    async fn puts(&self, bytes: Vec<u8>) -> String {
        let put = self.lea.puts_image(&self.pad, &an_id(), bytes).await;
        put.is(StatusCode::CREATED).text_at("/url")
    }

    /// A block that shows an image, as a browser writes it.
    async fn shows(&self, url: &str, alt: &str) {
        let store = &self.house.app.store;
        let id: DocumentId = self.pad.parse().expect("an id");
        let stored = store.load_document(id).await.expect("stored");
        let stored = stored.expect("a document");
        let chunks = stored.chunks.iter().map(|chunk| chunk.bytes.as_slice());
        let mut pad = crdt::open::open(chunks).expect("whole");
        pad.set_actor(ActorId::from([9; 16]));
        write_image(&mut pad, url, alt);
        let change = pad.get_last_local_change().expect("a change");
        let append = Append {
            document: id,
            bytes: change.raw_bytes().to_vec(),
            heads: pad.get_heads().iter().map(|head| head.0).collect(),
            actors: vec![(
                vec![9; 16],
                self.lea.own_id(&self.space).await.parse().expect("an id"),
            )],
        };
        store.append(append).await.expect("kept");
    }

    async fn archive(&self) -> Vec<u8> {
        let path = format!("/api/spaces/{}/archive", self.space);
        self.lea.gets(&path).await.is(StatusCode::OK).body
    }
}

fn write_image(pad: &mut Automerge, url: &str, alt: &str) {
    let written = pad.transact::<_, _, automerge::AutomergeError>(|edit| {
        let (_, body) = edit.get(ROOT, "body")?.expect("a body");
        let end = edit.length(&body);
        let marker = edit.split_block(&body, end)?;
        edit.put(&marker, "type", "image")?;
        let attrs = edit.put_object(&marker, "attrs", ObjType::Map)?;
        edit.put(&attrs, "url", url)?;
        edit.put(&attrs, "alt", alt)
    });
    written.expect("written");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_shown_to_the_people_of_the_space_and_to_nobody_else() {
    let scene = Scene::new().await;
    let url = scene.puts(png(30, 20)).await;
    let lise = scene.house.device();
    lise.joins(&scene.reader, "Lise").await;
    let shown = lise.gets(&url).await.is(StatusCode::OK);
    for (header, value) in [
        ("content-type", "image/png"),
        ("content-disposition", "inline"),
        ("content-security-policy", "sandbox; default-src 'none'"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "private, no-cache"),
    ] {
        assert_eq!(shown.header(header), value);
    }
    let tag = shown.header("etag").to_owned();
    let again = lise
        .asks_with(Method::GET, &url, Value::Null, &[("if-none-match", &tag)])
        .await;
    assert!(again.is(StatusCode::NOT_MODIFIED).body.is_empty());
    let stranger = scene.house.device();
    let nobody = stranger.gets(&url).await;
    nobody.refused(StatusCode::UNAUTHORIZED, "unauthorized");
    stranger.makes_structure(None).await;
    stranger.gets(&url).await.not_found();
    let tagged = [("if-none-match", tag.as_str())];
    let known = stranger.asks_with(Method::GET, &url, Value::Null, &tagged);
    known.await.not_found();
    let put = lise.puts_image(&scene.pad, &an_id(), png(3, 3)).await;
    put.not_found();
    let put = stranger.puts_image(&scene.pad, &an_id(), png(3, 3)).await;
    put.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_those_who_facilitate_puts_an_image_beside_a_locked_pad() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let bob = house.device();
    bob.joins(&workshop.participant, "Bob").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let kept = bob.puts_image(&pad, &an_id(), png(3, 3)).await;
    let kept = kept.is(StatusCode::CREATED).text_at("/url");
    let path = format!("/api/documents/{pad}");
    let locks = async |locked: bool| {
        let change = json!({"locked": locked});
        nadia.patches(&path, change).await.is(StatusCode::OK);
    };
    locks(true).await;
    let id = an_id();
    let refused = bob.puts_image(&pad, &id, png(4, 4)).await;
    let refused = refused.refused(StatusCode::FORBIDDEN, "locked");
    assert!(
        refused.message().contains("verrouillé"),
        "{}",
        refused.message()
    );
    let english = [
        ("accept-language", "en"),
        ("content-type", "application/octet-stream"),
    ];
    let image = format!("/api/pads/{pad}/images/{id}");
    let refused = bob.sends(Method::PUT, &image, png(4, 4).into(), &english);
    let refused = refused.await.refused(StatusCode::FORBIDDEN, "locked");
    assert!(
        refused.message().contains("locked"),
        "{}",
        refused.message()
    );
    let own = bob.deletes(&kept).await;
    own.refused(StatusCode::FORBIDDEN, "locked");
    bob.gets(&kept).await.is(StatusCode::OK);
    bob.gets(&format!("/api/attachments/{id}"))
        .await
        .not_found();
    let put = nadia.puts_image(&pad, &an_id(), png(4, 4)).await;
    put.is(StatusCode::CREATED);
    locks(false).await;
    let put = bob.puts_image(&pad, &id, png(4, 4)).await;
    put.is(StatusCode::CREATED);
}

/// A lock while the image is on its way: what counts is when it is kept.
#[tokio::test(flavor = "multi_thread")]
async fn an_image_that_comes_slowly_is_not_kept_beside_a_pad_that_was_locked_meanwhile() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let bob = house.device();
    bob.joins(&workshop.participant, "Bob").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let (tell_begun, begun) = oneshot::channel();
    let (go_on, rest) = oneshot::channel();
    let body = stream::once(async move {
        tell_begun.send(()).expect("somebody waits");
        rest.await.map(|()| png(4, 4))
    });
    let path = format!("/api/pads/{pad}/images/{}", an_id());
    let kind = [("content-type", "application/octet-stream")];
    let sent = bob.sends(Method::PUT, &path, Body::from_stream(body), &kind);
    let locks = async {
        begun.await.expect("it begins");
        let change = json!({"locked": true});
        let path = format!("/api/documents/{pad}");
        nadia.patches(&path, change).await.is(StatusCode::OK);
        go_on.send(()).expect("it goes on");
    };
    let (refused, ()) = tokio::join!(sent, locks);
    refused.refused(StatusCode::FORBIDDEN, "locked");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_may_be_sent_again_and_nobody_takes_its_place() {
    let scene = Scene::new().await;
    let id = an_id();
    let first = scene.lea.puts_image(&scene.pad, &id, png(4, 4)).await;
    let first = first.is(StatusCode::CREATED);
    let again = scene.lea.puts_image(&scene.pad, &id, png(9, 9)).await;
    assert_eq!(again.is(StatusCode::OK).body, first.body);
    let other = scene.lea.makes_pad(&scene.space, "Autre").await;
    let elsewhere = scene.lea.puts_image(&other, &id, png(9, 9)).await;
    elsewhere.refused(StatusCode::CONFLICT, "conflict");
    for odd in ["x", "..", "1111111111111111111111111111111111"] {
        let odd = scene.lea.puts_image(&scene.pad, odd, png(4, 4)).await;
        assert!(odd.status.is_client_error(), "{}", odd.status);
    }
    let plan = scene.lea.makes_board(&scene.space).await;
    let plan = scene.lea.puts_image(&plan, &an_id(), png(4, 4)).await;
    plan.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_image_is_refused_with_what_to_do() {
    let scene = Scene::new().await;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    for (bytes, status, code, word) in [
        (b"<svg/>".to_vec(), unprocessable, "image_refused", "PNG"),
        (
            b"\0\0\0\x18ftypheic____".to_vec(),
            unprocessable,
            "image_refused",
            "HEIC",
        ),
        (
            b"MZ an executable".to_vec(),
            unprocessable,
            "image_refused",
            "WebP",
        ),
        (gif(2), unprocessable, "image_refused", "animées"),
        (
            png(40, 40)[..60].to_vec(),
            unprocessable,
            "image_refused",
            "abîmée",
        ),
        (
            png_of_size(50_000, 50_000),
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            "pixels",
        ),
        (
            vec![0; 12 * 1024 * 1024 + 1],
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            "12 Mo",
        ),
        (Vec::new(), StatusCode::BAD_REQUEST, "bad_request", "vide"),
    ] {
        let refused = scene.lea.puts_image(&scene.pad, &an_id(), bytes).await;
        let refused = refused.refused(status, code);
        assert!(refused.message().contains(word), "{}", refused.message());
    }
    let usage = scene
        .lea
        .gets(&format!("/api/spaces/{}/usage", scene.space))
        .await;
    assert_eq!(usage.json()["fileBytes"]["used"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_byte_on_the_disk_tells_where_a_photograph_was_taken() {
    let scene = Scene::new().await;
    for (name, spoken) in Samples::talkative() {
        let url = scene.puts(spoken).await;
        let shown = scene.lea.gets(&url).await.is(StatusCode::OK);
        let tells = shown.body.windows(CANARY.len()).any(|part| part == CANARY);
        assert!(!tells, "{name}");
    }
    assert!(!scene.house.keeps(CANARY));
    assert!(
        scene.house.keeps(b"IHDR"),
        "what is kept is found like this"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pad_has_so_many_images_and_they_count_among_the_files() {
    let scene = Scene::new().await;
    let document: DocumentId = scene.pad.parse().expect("an id");
    let own = scene.lea.own_id(&scene.space).await;
    for _ in 0..200 {
        let new = store::NewAttachment {
            document,
            participant: own.parse().expect("an id"),
            name: "a.png".to_owned(),
            bytes: png(2, 2),
        };
        scene.house.app.store.attach(new).await.expect("kept");
    }
    let full = scene.lea.puts_image(&scene.pad, &an_id(), png(2, 2)).await;
    let full = full.refused(StatusCode::CONFLICT, "conflict");
    assert!(full.message().contains("200"), "{}", full.message());
    let usage = scene
        .lea
        .gets(&format!("/api/spaces/{}/usage", scene.space))
        .await;
    assert_eq!(usage.json()["largest"].as_array().map(Vec::len), Some(20));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_in_the_files_of_its_pad_and_gone_from_them_once_it_is_deleted() {
    let scene = Scene::new().await;
    let url = scene.puts(jpeg(30, 20)).await;
    scene.shows(&url, "le plan").await;
    let page = async || {
        let page = scene
            .lea
            .gets(&format!("/api/documents/{}.html", scene.pad))
            .await;
        page.is(StatusCode::OK)
    };
    let shown = page().await;
    assert!(
        shown.text().contains("<img src=\"data:image/"),
        "{}",
        shown.text()
    );
    assert!(
        shown
            .header("content-security-policy")
            .contains("img-src data:")
    );
    let pdf = scene
        .lea
        .gets(&format!("/api/documents/{}.pdf", scene.pad))
        .await;
    let pdf = pdf.is(StatusCode::OK).body;
    assert!(pdf.windows(7).any(|part| part == b"/Figure"));
    scene.lea.deletes(&url).await.is(StatusCode::NO_CONTENT);
    scene.lea.gets(&url).await.not_found();
    assert!(page().await.text().contains("<p>le plan</p>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pad_that_is_deleted_takes_its_images_with_it() {
    let scene = Scene::new().await;
    let url = scene.puts(png(30, 20)).await;
    scene.lea.puts_away(&scene.pad).await;
    scene.lea.deletes_document(&scene.pad).await;
    scene.lea.gets(&url).await.not_found();
    let usage = scene
        .lea
        .gets(&format!("/api/spaces/{}/usage", scene.space))
        .await;
    assert_eq!(usage.json()["fileBytes"]["used"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn images_leave_and_arrive_with_their_pad() {
    let scene = Scene::new().await;
    scene.lea.makes_board(&scene.space).await;
    let url = scene.puts(png(30, 20)).await;
    let bytes = scene.lea.gets(&url).await.body;
    scene.shows(&url, "le plan").await;
    scene
        .shows("/api/attachments/4Ev2HhPsMPcRwLNZ7xsBTX", "à personne")
        .await;
    let elsewhere = House::local();
    let zoe = elsewhere.device();
    let made = brings(&zoe, scene.archive().await)
        .await
        .is(StatusCode::CREATED);
    let space = zoe.sees(&made.text_at("/id")).await;
    let documents = space["documents"].as_array().expect("a list");
    let pad = documents
        .iter()
        .find(|each| each["kind"] == "pad")
        .expect("the pad");
    let path = format!("/api/documents/{}.json", pad["id"].as_str().expect("an id"));
    let blocks = zoe.gets(&path).await.is(StatusCode::OK).json()["blocks"].clone();
    let address = |alt: &str| {
        let blocks = blocks.as_array().expect("blocks");
        let block = blocks
            .iter()
            .find(|block| block["alt"] == alt)
            .expect("the image");
        block["url"].as_str().expect("an address").to_owned()
    };
    let there = address("le plan");
    assert_ne!(there, url);
    assert_eq!(zoe.gets(&there).await.is(StatusCode::OK).body, bytes);
    assert_eq!(
        address("à personne"),
        "",
        "what is not in the archive may be anybody's"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_brings_nothing_but_pictures_into_a_pad() {
    for (name, spoken) in Samples::talkative() {
        let scene = Scene::new().await;
        let new = store::NewAttachment {
            document: scene.pad.parse().expect("an id"),
            participant: scene.lea.own_id(&scene.space).await.parse().expect("an id"),
            name: "a.png".to_owned(),
            bytes: spoken,
        };
        scene.house.app.store.attach(new).await.expect("kept");
        let elsewhere = House::local();
        let zoe = elsewhere.device();
        let refused = brings(&zoe, scene.archive().await).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
    }
}
