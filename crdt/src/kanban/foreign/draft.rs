//! A plan that is being read from a file: cut to what a plan holds, while what is cut is counted.

mod fit;
mod people;

use std::collections::{HashMap, HashSet};

use super::clock::Clock;
use super::json::cut_name;
use super::losses::{Loss, Losses};
use super::when::{self, Dated};
use super::{Format, Found, NotUnderstood};
use crate::field::ID_CHARS_MAX;
use crate::kanban::limits::{CARDS_MAX, COLUMNS_MAX, DESCRIPTION_CHARS_MAX, LABELS_MAX};
use crate::kanban::{Card, Colour, Column, Kanban, Label, TooMuch};

/// Columns that are read, empty archived ones included, which do not come.
const COLUMNS_READ_MAX: usize = 10 * COLUMNS_MAX;
/// Columns whose ids are longer are of no tool: the id of the first may come to stand on every card.
const ID_BYTES_MAX: usize = 4 * ID_CHARS_MAX;

/// A moment that is given once the plan comes: the file does not say when.
pub(in crate::kanban) const SOME_TIME: u64 = 1;

/// Where cards are put that are in no column: what the first of a new plan is called.
pub(super) const NOWHERE: &str = "À faire";

/// What columns are called that hold what is done, whoever made them.
const DONE: [&str; 14] = [
    "fait",
    "faits",
    "faite",
    "faites",
    "terminé",
    "terminés",
    "terminée",
    "terminées",
    "fini",
    "achevé",
    "done",
    "completed",
    "complete",
    "finished",
];

pub(super) struct Draft {
    pub(super) clock: Clock,
    plan: Kanban,
    losses: Losses,
    /// Places of columns by id, and of columns and labels by name, in small letters.
    columns: HashMap<String, usize>,
    column_names: HashMap<String, usize>,
    label_names: HashMap<String, usize>,
    /// Everybody who is named.
    people: HashSet<String>,
    overflow: Option<TooMuch>,
}

impl Draft {
    pub(super) fn new(clock: Clock) -> Self {
        Self {
            clock,
            plan: Kanban::default(),
            losses: Losses::default(),
            columns: HashMap::new(),
            column_names: HashMap::new(),
            label_names: HashMap::new(),
            people: HashSet::new(),
            overflow: None,
        }
    }

    pub(super) fn lose(&mut self, what: Loss, count: usize) {
        self.losses.add(what, count);
    }

    /// Adds a column; in one whose name says so cards are done.
    pub(super) fn column(&mut self, mut column: Column) {
        let place = self.plan.columns.len();
        if place == COLUMNS_READ_MAX {
            self.overflow = Some(TooMuch::Columns);
            return;
        }
        if column.id.len() > ID_BYTES_MAX {
            return self.lose(Loss::Other, 1);
        }
        column.title = self.title(&column.title);
        column.done |= means_done(&column.title);
        self.columns.insert(column.id.clone(), place);
        self.column_names.insert(key(&column.title), place);
        self.plan.columns.push(column);
    }

    /// The column of this name, made when there is none; its id.
    pub(super) fn column_called(&mut self, title: &str) -> String {
        let title = self.title(title);
        if let Some(&known) = self.column_names.get(&key(&title)) {
            return self.plan.columns[known].id.clone();
        }
        let id = format!("c{}", self.plan.columns.len());
        self.column(Column {
            id: id.clone(),
            title,
            ..Column::default()
        });
        id
    }

    /// Adds a label, as long as there is room.
    pub(super) fn label(&mut self, label: Label) {
        if self.plan.labels.len() == LABELS_MAX {
            return self.lose(Loss::Labels, 1);
        }
        let title = self.title(&label.title);
        let place = self.plan.labels.len();
        self.label_names.insert(key(&title), place);
        self.plan.labels.push(Label { title, ..label });
    }

    /// The label of this name, made when there is none; its id. It takes the first colour it is given.
    pub(super) fn label_called(&mut self, title: &str, colour: Colour) -> String {
        if let Some(&known) = self.label_names.get(&key(title)) {
            let known = &mut self.plan.labels[known];
            if known.colour == Colour::None {
                known.colour = colour;
            }
            return known.id.clone();
        }
        let id = format!("l{}", self.plan.labels.len());
        self.label(Label {
            id: id.clone(),
            title: title.to_owned(),
            colour,
            ..Label::default()
        });
        id
    }

    /// As many as there is room for; the others are counted.
    pub(super) fn at_most<T>(
        &mut self,
        most: usize,
        what: Loss,
        mut all: impl Iterator<Item = T>,
    ) -> Vec<T> {
        let kept = all.by_ref().take(most).collect();
        self.lose(what, all.count());
        kept
    }

    /// Adds a card, cut to what a card holds.
    pub(super) fn card(&mut self, mut card: Card) {
        if self.plan.cards.len() == CARDS_MAX {
            self.overflow = Some(TooMuch::Cards);
            return;
        }
        card.title = self.title(&card.title);
        card.description = self.text(&card.description, DESCRIPTION_CHARS_MAX);
        card.checks = self.checks(card.checks);
        card.comments = self.comments(card.comments);
        card.attachments = self.attachments(card.attachments);
        card.created_by = cut_name(&card.created_by).to_owned();
        self.plan.cards.push(card);
    }

    /// Whether the cards of a column are done.
    pub(super) fn is_done(&self, column: &str) -> bool {
        let place = self.columns.get(column);
        place.is_some_and(|&place| self.plan.columns[place].done)
    }

    /// A day as programs write it; empty for none.
    pub(super) fn day(&mut self, text: &str) -> String {
        let clock = self.clock;
        self.dated(text, |text| when::iso(text, clock))
    }

    /// A day, read by `read`; what cannot be read is counted, and so is a time of the day.
    pub(super) fn dated(&mut self, text: &str, read: impl Fn(&str) -> Option<Dated>) -> String {
        if text.trim().is_empty() {
            return String::new();
        }
        let dated = read(text);
        self.lose(Loss::Dates, usize::from(dated.is_none()));
        let dated = dated.unwrap_or(Dated {
            day: String::new(),
            has_time: false,
        });
        self.lose(Loss::Times, usize::from(dated.has_time));
        dated.day
    }

    /// All that was read: cards in the order of their columns, as everywhere. A column nobody sees and nothing is in
    /// stays behind.
    pub(super) fn found(mut self, format: Format) -> Result<Found, NotUnderstood> {
        self.give_everybody_a_column();
        if let Some(what) = self.overflow {
            return Err(NotUnderstood::TooMuch(what));
        }
        let place = |card: &Card| self.columns.get(&card.column);
        self.plan.cards.sort_by_key(place);
        let labels: HashSet<&String> = self.plan.labels.iter().map(|label| &label.id).collect();
        for card in &mut self.plan.cards {
            card.labels.retain(|label| labels.contains(label));
        }
        let taken: HashSet<&String> = self.plan.cards.iter().map(|card| &card.column).collect();
        let is_worth = |column: &Column| column.archived == 0 || taken.contains(&column.id);
        self.plan.columns.retain(is_worth);
        Ok(Found {
            format,
            plan: self.plan,
            losses: self.losses,
        })
    }

    /// A card of a column that is not in the file comes into the first one.
    fn give_everybody_a_column(&mut self) {
        let is_lost = |card: &Card| !self.columns.contains_key(&card.column);
        if !self.plan.cards.iter().any(is_lost) {
            return;
        }
        let first = match self.plan.columns.first() {
            Some(first) => first.id.clone(),
            None => self.column_called(NOWHERE),
        };
        for card in &mut self.plan.cards {
            if !self.columns.contains_key(&card.column) {
                card.column.clone_from(&first);
            }
        }
    }
}

/// By what names are the same.
fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

fn means_done(title: &str) -> bool {
    DONE.contains(&title.trim().to_lowercase().as_str())
}
