//! A plan as a file for people and for other tools.
//!
//! What was thrown away is in none of them; people are called by their names, which the document does not hold.

mod calendar;
mod check_list;
mod csv;
mod markdown;
mod page;
mod rich;
mod trello;
mod words;

pub use calendar::{Feed, calendar};
pub use csv::csv;
pub use markdown::markdown;
pub use page::html_page;
pub use trello::trello;

use super::{Card, Column, Kanban};
use crate::cover::Cover;

impl Cover {
    /// Who said something: nothing when the plan does not say, as for what came from another tool.
    fn author<'a>(&'a self, by: &str) -> &'a str {
        match self.name(by) {
            "" if by.is_empty() => "",
            "" => self.language.kanban_words().someone,
            name => name,
        }
    }

    /// The names of those in charge.
    fn in_charge<'a>(&'a self, card: &'a Card) -> Vec<&'a str> {
        let names = card.people.iter().map(|who| self.name(who));
        names.filter(|name| !name.is_empty()).collect()
    }

    /// Where a card is opened.
    fn card_address(&self, card: &str) -> String {
        format!("{}{}?card={card}", self.origin, self.path)
    }
}

/// The columns on the board, each with its cards, models left out.
fn live_columns(kanban: &Kanban) -> impl Iterator<Item = (&Column, Vec<&Card>)> {
    let columns = kanban.columns.iter().filter(|column| column.is_live());
    columns.map(|column| {
        let here = |card: &&Card| card.column == column.id && card.is_live() && !card.template;
        (column, kanban.cards.iter().filter(here).collect())
    })
}

/// The names of a card's labels.
fn label_titles<'a>(kanban: &'a Kanban, card: &Card) -> Vec<&'a str> {
    let labels = card.labels.iter().filter_map(|id| kanban.label(id));
    let titles = labels.map(|label| label.title.as_str());
    titles.filter(|title| !title.is_empty()).collect()
}
