//! The cards of a file as they are written here: under fresh keys, by people of here.

use std::collections::HashMap;

use super::{Arrivals, at};
use crate::field::cut;
use crate::kanban::foreign::SOME_TIME;
use crate::kanban::limits::COMMENT_CHARS_MAX;
use crate::kanban::{Card, Comment, Kanban};
use crate::rank;

/// The cards as they are written, each behind those of its column.
pub(super) fn cards(
    now: &Kanban,
    arrivals: Arrivals<'_>,
    columns: &HashMap<String, String>,
    labels: &HashMap<String, String>,
    fresh: &mut impl FnMut() -> String,
) -> Vec<Card> {
    let Arrivals {
        kanban,
        people,
        by,
        now_ms,
    } = arrivals;
    let arriving = Arriving { people, by, now_ms };
    let mut written = Vec::new();
    let mut waiting: HashMap<String, Vec<Card>> = HashMap::new();
    for card in kanban.cards {
        let column = columns.get(&card.column).cloned().unwrap_or_default();
        waiting.entry(column).or_default().push(card);
    }
    for (column, cards) in waiting {
        let last = now.cards.iter().rfind(|card| card.column == column);
        let ranks = rank::after(last.map_or("", |card| card.rank.as_str()), cards.len());
        for (card, rank) in cards.into_iter().zip(ranks) {
            let labels = card
                .labels
                .iter()
                .filter_map(|label| labels.get(label).cloned())
                .collect();
            let card = Card {
                id: fresh(),
                column: column.clone(),
                rank,
                labels,
                ..card
            };
            written.push(arriving.card(card, fresh));
        }
    }
    written
}

/// What turns the people and moments of a file into ours.
struct Arriving<'a> {
    people: &'a HashMap<String, String>,
    by: &'a str,
    now_ms: u64,
}

impl Arriving<'_> {
    fn card(&self, mut card: Card, fresh: &mut impl FnMut() -> String) -> Card {
        card.people = card
            .people
            .iter()
            .filter_map(|name| self.who(name))
            .collect();
        card.created_by = self
            .who(&card.created_by)
            .unwrap_or_else(|| self.by.to_owned());
        card.created = at(card.created.max(SOME_TIME), self.now_ms);
        card.updated = at(card.updated.max(card.created), self.now_ms);
        card.archived = at(card.archived, self.now_ms);
        card.done_at = match card.done {
            true if card.done_at == 0 => card.updated,
            true => at(card.done_at, self.now_ms),
            false => 0,
        };
        let ranks = rank::spread(card.checks.len());
        for (check, rank) in card.checks.iter_mut().zip(ranks) {
            (check.id, check.rank) = (fresh(), rank);
        }
        for comment in &mut card.comments {
            self.comment(comment);
            comment.id = fresh();
        }
        for attachment in &mut card.attachments {
            attachment.id = fresh();
            attachment.by = self
                .who(&attachment.by)
                .unwrap_or_else(|| self.by.to_owned());
            attachment.at = at(attachment.at.max(SOME_TIME), self.now_ms);
        }
        card
    }

    /// Whoever is nobody here is named in what they wrote.
    fn comment(&self, comment: &mut Comment) {
        comment.at = at(comment.at.max(SOME_TIME), self.now_ms);
        match self.who(&comment.by) {
            Some(who) => comment.by = who,
            None => {
                if !comment.by.is_empty() {
                    let text = format!("{} : {}", comment.by, comment.text);
                    comment.text = cut(text, COMMENT_CHARS_MAX);
                }
                comment.by = String::new();
            }
        }
    }

    fn who(&self, name: &str) -> Option<String> {
        let who = self.people.get(name).filter(|who| !who.is_empty());
        who.cloned()
    }
}
