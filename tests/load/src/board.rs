//! An action plan of two thousand cards in a real Chromium: opening it, and dragging a card across it while somebody else
//! moves others.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjId, ObjType, ROOT, ReadDoc, ScalarValue};
use end_to_end::person::Person;
use end_to_end::server::Server;
use end_to_end::workshop::{Role, Workshop};
use serde::{Deserialize, Serialize};

use crate::history;
use crate::joining;
use crate::machine::SERVER_CORE;
use crate::script;

/// Cards of the plan.
const CARDS: usize = 2_000;
/// How long somebody else waits from one move to the next.
const MOVE_EVERY: Duration = Duration::from_millis(500);

/// What was measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Board {
    /// Cards of the plan.
    #[serde(default)]
    pub cards: usize,
    /// From the start of the first visit until cards can be moved, in milliseconds.
    pub open_ms: f64,
    /// From one picture to the next while a card is dragged.
    pub frame_p95_ms: f64,
    /// The longest time that the page did nothing else meanwhile.
    pub blocked_ms: f64,
    /// From letting go of the card until it is painted where it was put.
    pub drop_ms: f64,
}

/// Measures it.
///
/// # Errors
/// When Chromium or Node is missing, or the page does not open.
pub async fn measure() -> Result<Board> {
    let mut server = Server::prepared().on_core(SERVER_CORE);
    server.restart().await;
    let mut workshop = Workshop::opens(&server).await;
    let kanban = workshop.opens_kanban().await;
    let shortest_bytes = fill(&server, &workshop, &kanban).await?;
    let visitor = workshop.welcomes("Chromium", Role::Participant).await;
    joining::in_one_piece(&mut server, &visitor.cookie, &kanban, shortest_bytes).await?;
    let other = Person::opens(&server, &workshop, &kanban, "other", Role::Participant).await;
    let address = format!("{}/w/{}/{kanban}", server.url(), workshop.id());
    let moving = tokio::spawn(keep_moving(other));
    let board: Result<Board> = script::run("speed/board.ts", &[&address, &visitor.cookie]).await;
    moving.abort();
    Ok(Board {
        cards: CARDS,
        ..board?
    })
}

/// Fills a plan; and how long the shortest `save()` of it is, in bytes.
async fn fill(server: &Server, workshop: &Workshop, kanban: &str) -> Result<usize> {
    let mut author = Person::opens(server, workshop, kanban, "author", Role::Participant).await;
    let mut document = AutoCommit::load(&author.replica.snapshot())?;
    let empty = document.get_heads();
    add_cards(&mut document)?;
    let changes = document.get_changes(&empty);
    history::upload(&mut author, &changes).await?;
    Ok(document.save().len())
}

/// Puts the cards into the columns in turn, a change for each, as people would.
fn add_cards(document: &mut AutoCommit) -> Result<()> {
    let columns = columns_of(document)?;
    let (_, cards) = document.get(ROOT, "cards")?.context("a plan has cards")?;
    for number in 0..CARDS {
        let card = document.put_object(&cards, key(number), ObjType::Map)?;
        let column = &columns[number % columns.len()];
        write_card(document, &card, number, column)?;
        document.commit();
    }
    Ok(())
}

fn key(number: usize) -> String {
    format!("card{number}")
}

fn write_card(document: &mut AutoCommit, card: &ObjId, number: usize, column: &str) -> Result<()> {
    let title = format!("Relancer la mairie au sujet de la salle numéro {number}");
    let fields: [(&str, ScalarValue); 7] = [
        ("title", title.into()),
        ("column", column.into()),
        ("rank", rank(number).into()),
        ("due", format!("2027-01-{:02}", number % 28 + 1).into()),
        ("cover", ["", "blue", "green"][number % 3].into()),
        ("created", 1_790_000_000_000_u64.into()),
        ("updated", 1_790_000_000_000_u64.into()),
    ];
    for (field, value) in fields {
        document.put(card, field, value)?;
    }
    let description = document.put_object(card, "description", ObjType::Text)?;
    document.splice_text(&description, 0, 0, "Appeler **avant** midi.")?;
    for part in ["people", "labels", "comments", "attachments", "checks"] {
        document.put_object(card, part, ObjType::Map)?;
    }
    Ok(())
}

/// In the order of their numbers, with room between them and before the first.
fn rank(number: usize) -> String {
    format!("V{number:05}V")
}

fn columns_of(document: &AutoCommit) -> Result<Vec<String>> {
    let (_, columns) = document
        .get(ROOT, "columns")?
        .context("a plan has columns")?;
    let keys: Vec<String> = document.keys(&columns).collect();
    ensure!(!keys.is_empty(), "a plan begins with columns");
    Ok(keys)
}

/// Moves one card after the other within its column, for as long as it is let.
async fn keep_moving(mut other: Person) -> Result<()> {
    let mut document = AutoCommit::load(&other.replica.snapshot())?;
    let (_, cards) = document.get(ROOT, "cards")?.context("a plan has cards")?;
    for number in CARDS / 2..CARDS {
        let before = document.get_heads();
        let (_, card) = document.get(&cards, key(number))?.context("a card")?;
        document.put(&card, "rank", rank(number + CARDS))?;
        document.commit();
        let changes = document.get_changes(&before);
        history::upload(&mut other, &changes).await?;
        tokio::time::sleep(MOVE_EVERY).await;
    }
    Ok(())
}
