//! Which cards somebody is reminded of: those of their space that are late or due within a week.

use crdt::kanban::{self, Card, Kanban};
use store::{DocumentId, Reminder, StoreError};

use super::is_live_kanban;
use crate::app::App;
use crate::day::Day;

/// How many days before it is due a card is spoken of.
const AHEAD_DAYS: i64 = 7;

/// A card that is not done and has to be, soon or since long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DueCard {
    pub(crate) document: DocumentId,
    pub(crate) card: String,
    pub(crate) title: String,
    pub(crate) due: Day,
    /// Whether the one who is written to is in charge of it.
    pub(crate) is_mine: bool,
}

/// The cards of all plans of the space that were not put away: one's own first, then by their days.
pub(crate) async fn due_cards(
    app: &App,
    reminder: &Reminder,
    today: Day,
) -> Result<Vec<DueCard>, StoreError> {
    let who = reminder.participant.to_string();
    let mut due = Vec::new();
    let documents = app.store.documents(reminder.space).await?;
    for listed in documents.iter().filter(|document| is_live_kanban(document)) {
        match app.rooms.read(listed.space, listed.id, kanban::read).await {
            Ok(kanban) => due.extend(due_on(listed.id, &kanban, &who, today)),
            Err(error) => tracing::warn!(document = %listed.id, %error, "nobody is reminded of it"),
        }
    }
    due.sort_by(|a, b| {
        let order = |card: &DueCard| (!card.is_mine, card.due);
        order(a).cmp(&order(b)).then_with(|| a.title.cmp(&b.title))
    });
    Ok(due)
}

fn due_on(document: DocumentId, kanban: &Kanban, who: &str, today: Day) -> Vec<DueCard> {
    let waits = |card: &&Card| {
        let is_shown = kanban
            .column(&card.column)
            .is_none_or(|column| column.is_live());
        card.is_live() && is_shown && !card.done && !card.template
    };
    let waiting = kanban.cards.iter().filter(waits);
    let due = waiting.filter_map(|card| {
        Some(DueCard {
            document,
            card: card.id.clone(),
            title: card.title.clone(),
            due: card.due.parse().ok()?,
            is_mine: card.people.iter().any(|person| person == who),
        })
    });
    due.filter(|card| card.due <= today.plus(AHEAD_DAYS))
        .collect()
}

#[cfg(test)]
mod tests {
    use crdt::kanban::Column;

    use super::*;

    #[test]
    fn only_what_waits_and_is_due_is_spoken_of() {
        let today: Day = "2026-11-23".parse().expect("a day");
        let column = |id: &str, archived| Column {
            id: id.to_owned(),
            archived,
            ..Column::default()
        };
        let card = |id: &str, due: &str| Card {
            id: id.to_owned(),
            column: "c1".to_owned(),
            due: due.to_owned(),
            ..Card::default()
        };
        let mut cards = vec![
            card("late", "2026-01-01"),
            card("soon", "2026-11-30"),
            card("far", "2026-12-01"),
            card("never", ""),
        ];
        for (id, change) in [
            ("done", (|card| card.done = true) as fn(&mut Card)),
            ("model", |card| card.template = true),
            ("away", |card| card.archived = 1),
            ("thrown", |card| card.deleted = 1),
            ("hidden", |card| card.column = "c2".to_owned()),
        ] {
            let mut card = card(id, "2026-11-23");
            change(&mut card);
            cards.push(card);
        }
        let kanban = Kanban {
            columns: vec![column("c1", 0), column("c2", 1)],
            cards,
            labels: Vec::new(),
        };
        let due = due_on(DocumentId::random(), &kanban, "lea", today);
        let due: Vec<_> = due.iter().map(|card| card.card.as_str()).collect();
        assert_eq!(due, ["late", "soon"]);
    }
}
