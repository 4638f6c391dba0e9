//! How a structure’s plans stand, for the facilitators of the workshop it comes from: titles, dates and first names.

use std::collections::HashMap;

use crdt::kanban::{self, Card, Column, Kanban};
use store::{Document, Space};

use super::is_live_kanban;
use crate::app::App;
use crate::day::Day;
use crate::problem::Problem;
use crate::views::{SharedCardView, SharedColumnView, SharedKanbanView};

/// First names by participant.
type Names = HashMap<String, String>;

/// The plans of one structure that were not put away. One that is damaged is left out: it is told to its own people.
pub(crate) async fn shared_kanbans(
    app: &App,
    structure: &Space,
    today: Day,
) -> Result<Vec<SharedKanbanView>, Problem> {
    let people = app.store.people(structure.id).await?;
    let first = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
    let names: Names = people
        .iter()
        .map(|person| (person.id.to_string(), first(&person.name)))
        .collect();
    let documents = app.store.documents(structure.id).await?;
    let mut views = Vec::new();
    for document in documents.iter().filter(|document| is_live_kanban(document)) {
        let read = app.rooms.read(structure.id, document.id, kanban::read);
        if let Ok(kanban) = read.await {
            views.push(view(structure, document, &kanban, &names, today));
        }
    }
    Ok(views)
}

fn view(
    structure: &Space,
    document: &Document,
    kanban: &Kanban,
    names: &Names,
    today: Day,
) -> SharedKanbanView {
    let live = kanban.columns.iter().filter(|column| column.is_live());
    let columns: Vec<_> = live
        .map(|column| column_view(column, kanban, names))
        .collect();
    let cards: Vec<_> = columns.iter().flat_map(|column| &column.cards).collect();
    let done = cards.iter().filter(|card| card.done).count();
    let is_late = |due: &str| due.parse::<Day>().is_ok_and(|due| due < today);
    let late = cards.iter().filter(|card| !card.done && is_late(&card.due));
    SharedKanbanView {
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

fn column_view(column: &Column, kanban: &Kanban, names: &Names) -> SharedColumnView {
    let is_here = |card: &&Card| card.is_live() && !card.template && card.column == column.id;
    let cards = kanban.cards.iter().filter(is_here);
    SharedColumnView {
        title: column.title.clone(),
        cards: cards.map(|card| card_view(card, names)).collect(),
    }
}

fn card_view(card: &Card, names: &Names) -> SharedCardView {
    let people = card.people.iter().filter_map(|id| names.get(id));
    SharedCardView {
        title: card.title.clone(),
        due: card.due.clone(),
        done: card.done,
        people: people.cloned().collect(),
    }
}
