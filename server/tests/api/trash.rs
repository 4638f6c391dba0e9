//! The trash of action plans: emptied by the server, after thirty days and not before.

use atelier::kinds::kanban::trash::empty_trash;
use automerge::transaction::Transactable;
use automerge::{AutomergeError, ObjType, ROOT, ReadDoc};
use axum::http::StatusCode;
use crdt::kanban::limits::TRASH_MS;
use serde_json::Value;
use store::DocumentId;

use crate::house::{Device, House};

const THROWN_MS: u64 = 1_790_000_000_000;

async fn throws_away(house: &House, device: &Device, document: &str, card: &'static str) {
    let id: DocumentId = document.parse().expect("an id");
    let listed = house.app.store.document(id).await.expect("read");
    let space = listed.expect("a document").space;
    let edit = house.app.rooms.edit(space, id, move |edit| {
        let (_, cards) = edit.get(ROOT, "cards")?.expect("cards");
        let card = edit.put_object(&cards, card, ObjType::Map)?;
        edit.put(&card, "title", "Un devis")?;
        edit.put(&card, "deleted", THROWN_MS)?;
        Ok::<_, AutomergeError>(())
    });
    edit.await.expect("written");
    assert_eq!(cards(device, document).await.len(), 1);
}

async fn cards(device: &Device, document: &str) -> Vec<Value> {
    let path = format!("/api/documents/{document}.automerge");
    let file = device.gets(&path).await.is(StatusCode::OK);
    let kanban = crdt::open::open([file.body.as_slice()]).expect("whole");
    let cards = crdt::kanban::read(&kanban).cards;
    cards
        .iter()
        .map(|card| serde_json::to_value(card).expect("JSON"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_thrown_away_can_be_fetched_back_for_thirty_days() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let workshop = lea.makes_workshop("Lilas").await;
    let board = lea.makes_board(&workshop.id).await;
    for document in [&made.document, &board] {
        throws_away(&house, &lea, document, "k1").await;
    }
    let until = THROWN_MS + TRASH_MS;
    for (now_ms, left) in [(until, 1), (until + 1, 0)] {
        empty_trash(&house.app, now_ms).await.expect("emptied");
        for document in [&made.document, &board] {
            assert_eq!(cards(&lea, document).await.len(), left);
        }
    }
}
