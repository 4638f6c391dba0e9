//! A plan as a file for people and for other tools.
//!
//! What was thrown away is in none of them; people are called by their names, which the document does not hold.

mod calendar;
mod check_list;
mod csv;
mod ical;
mod markdown;
mod page;
mod rich;
mod spoken;
mod trello;
mod words;

use std::collections::HashMap;

pub use calendar::{As, Feed, calendar};
pub use csv::csv;
pub use markdown::markdown;
pub use page::html_page;
pub use trello::trello;

use super::{Card, Column, Kanban, Language};

/// What a file says besides what is in the document.
#[derive(Debug, Clone, Copy)]
pub struct Cover<'a> {
    /// What the plan is called.
    pub title: &'a str,
    /// The language of the file.
    pub language: Language,
    /// Where this server is, without a final `/`.
    pub origin: &'a str,
    /// Where the plan is on it: `/w/{space}/{document}`.
    pub path: &'a str,
    /// What participants are called.
    pub names: &'a HashMap<String, String>,
}

impl Cover<'_> {
    /// What somebody is called; empty for whoever is not known any more.
    fn name(&self, participant: &str) -> &str {
        self.names.get(participant).map_or("", String::as_str)
    }

    /// Who said something: nothing when the plan does not say, as for what came from another tool.
    fn author<'a>(&'a self, by: &str) -> &'a str {
        match self.name(by) {
            "" if by.is_empty() => "",
            "" => self.language.plan_words().someone,
            name => name,
        }
    }

    /// The names of those in charge.
    fn in_charge<'a>(&'a self, card: &'a Card) -> Vec<&'a str> {
        let names = card.people.iter().map(|who| self.name(who));
        names.filter(|name| !name.is_empty()).collect()
    }

    /// The whole address of something on this server or elsewhere.
    fn address(&self, url: &str) -> String {
        match url.starts_with('/') {
            true => format!("{}{url}", self.origin),
            false => url.to_owned(),
        }
    }

    /// Where a card is opened.
    fn card_address(&self, card: &str) -> String {
        format!("{}{}?card={card}", self.origin, self.path)
    }
}

/// The columns on the board, each with its cards, models left out.
fn on_board(plan: &Kanban) -> impl Iterator<Item = (&Column, Vec<&Card>)> {
    let columns = plan.columns.iter().filter(|column| column.is_live());
    columns.map(|column| {
        let here = |card: &&Card| card.column == column.id && card.is_live() && !card.template;
        (column, plan.cards.iter().filter(here).collect())
    })
}

/// The names of a card's labels.
fn label_titles<'a>(plan: &'a Kanban, card: &Card) -> Vec<&'a str> {
    let labels = card.labels.iter().filter_map(|id| plan.label(id));
    let titles = labels.map(|label| label.title.as_str());
    titles.filter(|title| !title.is_empty()).collect()
}
