//! A structure takes its board home: what becomes of the workshop it was made in does not touch it.

use std::path::Path;

use automerge::transaction::Transactable;
use automerge::{Automerge, ObjType, ROOT, ReadDoc};
use end_to_end::client::replica::Replica;
use end_to_end::client::socket::Socket;
use end_to_end::deadline::in_time;
use end_to_end::server::Server;
use end_to_end::visitor::Visitor;
use end_to_end::workshop::{Role, Workshop};
use reqwest::{Method, StatusCode};
use rusqlite::Connection;
use serde_json::{Value, json};

const CARD: &str = "Réserver la salle";

/// A structure that Bob made in a workshop, with a card on its board.
struct Structure {
    bob: Visitor,
    id: String,
    board: String,
    link: String,
}

impl Structure {
    async fn comes_from(workshop: &Workshop, server: &Server) -> Self {
        let mut bob = workshop.welcomes("Bob", Role::Participant).await;
        let body = json!({"title": "La Ruche", "language": "fr", "name": "Bob", "workshop": workshop.id()});
        let made: Value = bob
            .expects(StatusCode::CREATED, Method::POST, "/api/structures", body)
            .await;
        let text = |place: &str| made.pointer(place).and_then(Value::as_str);
        let text = |place| text(place).expect("a text").to_owned();
        let structure = Self {
            bob,
            id: text("/id"),
            board: text("/document"),
            link: text("/links/participant"),
        };
        let (mut replica, mut socket) = opens(&structure.bob, &structure.board, server).await;
        replica.changes(CARD, |board| {
            let (_, cards) = board.get(ROOT, "cards").expect("readable").expect("cards");
            let card = board.put_object(&cards, "k1", ObjType::Map);
            let card = card.expect("a map takes a card");
            for (key, text) in [("title", CARD), ("column", "c1"), ("rank", "V")] {
                board.put(&card, key, text).expect("a card takes a text");
            }
        });
        let saved = replica.until_saved(&mut socket).await;
        saved.expect("the server stays");
        structure
    }

    async fn shares(&mut self, shared: bool) {
        let (path, body) = (
            format!("/api/spaces/{}", self.id),
            json!({"shared": shared}),
        );
        let _: Value = self
            .bob
            .expects(StatusCode::OK, Method::PATCH, &path, body)
            .await;
    }
}

async fn opens(visitor: &Visitor, board: &str, server: &Server) -> (Replica, Socket) {
    let mut socket = Socket::join(&server.sync(), &visitor.cookie, "a device")
        .await
        .expect("the server lets a person in");
    let mut replica = Replica::new(board);
    replica.enters(&mut socket).await.expect("the server stays");
    (replica, socket)
}

/// What the facilitator sees of the structures.
async fn roll_up(workshop: &mut Workshop) -> Value {
    let path = format!("/api/spaces/{}/structures", workshop.id());
    let nadia = &mut workshop.facilitator;
    nadia
        .expects(StatusCode::OK, Method::GET, &path, Value::Null)
        .await
}

/// What a board that was received has as its card.
fn card_of(replica: &mut Replica) -> String {
    let board = Automerge::load(&replica.snapshot()).expect("a sound document");
    let (_, cards) = board.get(ROOT, "cards").expect("readable").expect("cards");
    let (_, card) = board
        .get(&cards, "k1")
        .expect("readable")
        .expect("the card");
    let (title, _) = board
        .get(&card, "title")
        .expect("readable")
        .expect("a title");
    title.as_str().expect("a text").to_owned()
}

/// Nobody can wait for thirty days: the end is written down as if they were over. The server must not run.
fn thirty_days_pass(data: &Path) {
    let database = Connection::open(data.join("atelier.sqlite")).expect("the database is there");
    let ended = database.execute("UPDATE spaces SET deletes_ms = 1 WHERE deletes_ms > 1", []);
    assert_eq!(ended.expect("the database can be written"), 1);
}

/// Nobody can wait for the first hours after a start either, in which nothing is erased: what the server does then is
/// done to its data while it does not run.
async fn the_first_hours_pass(data: &Path, workshop: &str) {
    let store = store::Store::open(data).expect("the data of a server that stopped");
    let space = workshop.parse().expect("the identifier of a space");
    let erased = store
        .erase_space(space, 1)
        .await
        .expect("the store takes it");
    assert!(erased, "its thirty days are over");
    store.close().await;
}

async fn is_erased(nadia: &mut Visitor, workshop: &str) {
    let path = format!("/api/spaces/{workshop}");
    let erased = async {
        while nadia.asks(Method::GET, &path, Value::Null).await.status() != StatusCode::NOT_FOUND {}
    };
    in_time("the workshop to be erased", erased).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_survives_the_deletion_of_its_workshop() {
    let mut server = Server::start().await;
    let mut workshop = Workshop::opens(&server).await;
    let mut structure = Structure::comes_from(&workshop, &server).await;

    let space = format!("/api/spaces/{}", workshop.id());
    let body = json!({"title": "Quartier des Lilas"});
    let ended: Value = workshop
        .facilitator
        .expects(StatusCode::OK, Method::DELETE, &space, body)
        .await;
    assert!(ended["deletesAt"].is_u64());
    assert!(server.terminate().await.success());
    thirty_days_pass(&server.data());
    server.restart().await;
    let _: Value = workshop
        .facilitator
        .expects(StatusCode::OK, Method::GET, &space, Value::Null)
        .await;
    assert!(server.terminate().await.success());
    let id = workshop.id().to_owned();
    the_first_hours_pass(&server.data(), &id).await;
    server.restart().await;
    is_erased(&mut workshop.facilitator, &id).await;

    let (mut replica, _socket) = opens(&structure.bob, &structure.board, &server).await;
    assert_eq!(card_of(&mut replica), CARD);
    let mut awa = Visitor::new(&server.url());
    awa.joins(&structure.link, "Awa").await;
    let (mut replica, _socket) = opens(&awa, &structure.board, &server).await;
    assert_eq!(card_of(&mut replica), CARD);
    let space = format!("/api/spaces/{}", structure.id);
    let seen: Value = structure
        .bob
        .expects(StatusCode::OK, Method::GET, &space, Value::Null)
        .await;
    assert!(seen["workshop"].is_null() && seen["deletesAt"].is_null());
}

#[tokio::test(flavor = "multi_thread")]
async fn facilitators_see_the_board_only_while_it_is_shared() {
    let server = Server::start().await;
    let mut workshop = Workshop::opens(&server).await;
    let mut structure = Structure::comes_from(&workshop, &server).await;
    assert_eq!(roll_up(&mut workshop).await, json!([]));
    structure.shares(true).await;
    let seen = roll_up(&mut workshop).await;
    assert_eq!(seen[0]["title"], "La Ruche");
    assert_eq!(seen[0]["columns"][0]["cards"][0]["title"], CARD);
    structure.shares(false).await;
    assert_eq!(roll_up(&mut workshop).await, json!([]));
}
