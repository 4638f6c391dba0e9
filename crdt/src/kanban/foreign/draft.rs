//! A plan that is being read from a file: cut to what a plan holds, while what is cut is counted.

mod columns;
mod days;
mod fit;
mod labels;
mod people;

use std::collections::{HashMap, HashSet};

use super::here::Here;
use super::json::cut_name;
use super::losses::{Loss, Losses};
use super::notes::{Note, Notes};
use super::tree::Value;
use super::{Format, Found, NotUnderstood};
use crate::kanban::limits::{CARDS_MAX, DESCRIPTION_CHARS_MAX};
use crate::kanban::{Card, Column, Kanban, TooMuch};

/// A moment that is given once the plan comes: the file does not say when.
pub(in crate::kanban) const SOME_TIME: u64 = 1;

pub(super) struct Draft {
    pub(super) here: Here,
    kanban: Kanban,
    losses: Losses,
    notes: Notes,
    /// Places of columns by id, and of columns and labels by name, in small letters.
    columns: HashMap<String, usize>,
    column_names: HashMap<String, usize>,
    label_names: HashMap<String, usize>,
    /// Ids of labels, those included for which there is no room.
    labels_met: HashSet<String>,
    /// Everybody who is named.
    people: HashSet<String>,
    overflow: Option<TooMuch>,
}

impl Draft {
    pub(super) fn new(here: Here) -> Self {
        Self {
            here,
            kanban: Kanban::default(),
            losses: Losses::default(),
            notes: Notes::default(),
            columns: HashMap::new(),
            column_names: HashMap::new(),
            label_names: HashMap::new(),
            labels_met: HashSet::new(),
            people: HashSet::new(),
            overflow: None,
        }
    }

    pub(super) fn lose(&mut self, what: Loss, count: usize) {
        self.losses.add(what, count);
    }

    /// One thing that cannot come, by what it is called or how it is written in the file.
    pub(super) fn lose_named(&mut self, what: Loss, name: &str) {
        self.losses.add(what, 1);
        self.losses.name(what, name);
    }

    /// One thing to know, by what it is called or how it is written in the file.
    pub(super) fn note(&mut self, what: Note, name: &str) {
        self.notes.add(what, 1);
        self.notes.name(what, name);
    }

    /// Those that are things with fields; nothing can be read in the others.
    pub(super) fn things<'a>(&mut self, all: Vec<&'a Value<'a>>) -> Vec<&'a Value<'a>> {
        let count = all.len();
        let is_thing = |value: &&Value| matches!(value, Value::Map(_));
        let things: Vec<_> = all.into_iter().filter(is_thing).collect();
        self.lose(Loss::Other, count - things.len());
        things
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
        if self.kanban.cards.len() == CARDS_MAX {
            self.overflow = Some(TooMuch::Cards);
            return;
        }
        card.title = self.title(&card.title);
        card.description = self.text(&card.description, DESCRIPTION_CHARS_MAX);
        card.checks = self.checks(card.checks);
        card.comments = self.comments(card.comments);
        card.attachments = self.attachments(card.attachments);
        card.created_by = cut_name(&card.created_by).to_owned();
        self.kanban.cards.push(card);
    }

    /// All that was read: cards in the order of their columns, as everywhere. A column nobody sees and nothing is in
    /// stays behind.
    pub(super) fn found(mut self, format: Format) -> Result<Found, NotUnderstood> {
        if self.overflow.is_none() {
            self.give_everybody_a_column();
        }
        if let Some(what) = self.overflow {
            return Err(NotUnderstood::TooMuch(what));
        }
        let place = |card: &Card| self.columns.get(&card.column);
        self.kanban.cards.sort_by_key(place);
        self.take_off_unknown_labels();
        let taken: HashSet<&String> = self.kanban.cards.iter().map(|card| &card.column).collect();
        let is_worth = |column: &Column| column.archived == 0 || taken.contains(&column.id);
        self.kanban.columns.retain(is_worth);
        Ok(Found {
            format,
            kanban: self.kanban,
            losses: self.losses,
            notes: self.notes,
        })
    }
}

/// By what names are the same.
fn key(name: &str) -> String {
    name.trim().to_lowercase()
}
