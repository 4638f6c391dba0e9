//! How a structure's boards stand, for the facilitators of the workshop it comes from: titles, dates and first names.

use std::collections::HashMap;

use crdt::kanban::{self, Card, Column, Kanban};
use store::{Document, Space};

use super::is_live_board;
use crate::app::App;
use crate::day::Day;
use crate::problem::Problem;
use crate::views::{ProgressCardView, ProgressColumnView, ProgressView};

/// First names by participant.
type Names = HashMap<String, String>;

/// The boards of one structure that were not put away. One that is damaged is left out: it is told to its own people.
pub(crate) async fn progress_of(
    app: &App,
    structure: &Space,
    today: Day,
) -> Result<Vec<ProgressView>, Problem> {
    let people = app.store.people(structure.id).await?;
    let first = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
    let names: Names = people
        .iter()
        .map(|person| (person.id.to_string(), first(&person.name)))
        .collect();
    let documents = app.store.documents(structure.id).await?;
    let mut views = Vec::new();
    for document in documents.iter().filter(|document| is_live_board(document)) {
        let read = app.rooms.read(structure.id, document.id, kanban::read);
        if let Ok(board) = read.await {
            views.push(view(structure, document, &board, &names, today));
        }
    }
    Ok(views)
}

fn view(
    structure: &Space,
    document: &Document,
    board: &Kanban,
    names: &Names,
    today: Day,
) -> ProgressView {
    let live = board.columns.iter().filter(|column| column.is_live());
    let columns: Vec<_> = live
        .map(|column| column_view(column, board, names))
        .collect();
    let cards: Vec<_> = columns.iter().flat_map(|column| &column.cards).collect();
    let done = cards.iter().filter(|card| card.done).count();
    let is_late = |due: &str| due.parse::<Day>().is_ok_and(|due| due < today);
    let late = cards.iter().filter(|card| !card.done && is_late(&card.due));
    ProgressView {
        space: structure.id.to_string(),
        title: structure.title.clone(),
        document: document.id.to_string(),
        open: cards.len() - done,
        done,
        late: late.count(),
        updated: document.updated_ms,
        columns,
    }
}

fn column_view(column: &Column, board: &Kanban, names: &Names) -> ProgressColumnView {
    let is_here = |card: &&Card| card.is_live() && !card.template && card.column == column.id;
    let cards = board.cards.iter().filter(is_here);
    ProgressColumnView {
        title: column.title.clone(),
        cards: cards.map(|card| card_view(card, names)).collect(),
    }
}

fn card_view(card: &Card, names: &Names) -> ProgressCardView {
    let people = card.people.iter().filter_map(|id| names.get(id));
    ProgressCardView {
        title: card.title.clone(),
        due: card.due.clone(),
        done: card.done,
        people: people.cloned().collect(),
    }
}
