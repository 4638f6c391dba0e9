//! What an action plan is made of. The web app's `contract.ts` says the same.

use serde::{Deserialize, Serialize};

use super::Colour;

/// A plan as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kanban {
    /// In their order, archived and deleted ones included.
    pub columns: Vec<Column>,
    /// In the order of their columns, then of their ranks; archived and deleted ones included.
    pub cards: Vec<Card>,
    /// In their order, without deleted ones.
    pub labels: Vec<Label>,
}

/// A column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its key in the document.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it stands: by rank, then by id.
    pub rank: String,
    /// Its colour.
    pub colour: Colour,
    /// How many cards it should hold at most; 0: as many as one likes.
    pub limit: u64,
    /// Whether a card that comes here is done.
    pub done: bool,
    /// When it was put away, in milliseconds since 1970; 0: it was not.
    pub archived: u64,
    /// When it was thrown away, in milliseconds since 1970; 0: it was not.
    pub deleted: u64,
}

/// A card. Days are `YYYY-MM-DD`, or empty; moments are in milliseconds since 1970, 0 for never or unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Its key in the document.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Markdown.
    pub description: String,
    /// The column it is in: one that is there, unless the card is deleted or the plan has no column (then empty).
    pub column: String,
    /// Where it stands in its column: by rank, then by id.
    pub rank: String,
    /// The participants in charge, in the order of their ids.
    pub people: Vec<String>,
    /// The ids of its labels, in the order of the labels; deleted ones are left out.
    pub labels: Vec<String>,
    /// The day it begins.
    pub start: String,
    /// The day it is due.
    pub due: String,
    /// Whether it is done.
    pub done: bool,
    /// When it was done.
    pub done_at: u64,
    /// The colour of its cover.
    pub cover: Colour,
    /// Whether it is a model to make other cards from.
    pub template: bool,
    /// What there is to check, by rank, then by id.
    pub checks: Vec<Check>,
    /// What was said about it, oldest first.
    pub comments: Vec<Comment>,
    /// What is attached, oldest first.
    pub attachments: Vec<Attachment>,
    /// The address on this server of what it was made from; empty for nothing.
    pub from: String,
    /// What that is called.
    pub from_title: String,
    /// When it was made.
    pub created: u64,
    /// The participant who made it; empty for the server.
    pub created_by: String,
    /// When anything of it last changed.
    pub updated: u64,
    /// When it was put away.
    pub archived: u64,
    /// When it was thrown away.
    pub deleted: u64,
}

/// A line of a card's check-list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Its key in the card.
    pub id: String,
    /// What there is to do.
    pub text: String,
    /// Where it stands: by rank, then by id.
    pub rank: String,
    /// Whether it is done.
    pub done: bool,
    /// The day it is due; empty for none.
    pub due: String,
}

/// Something said about a card.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Its key in the card.
    pub id: String,
    /// The participant who wrote it.
    pub by: String,
    /// When it was written, in milliseconds since 1970.
    pub at: u64,
    /// When it was changed; 0: never.
    pub edited: u64,
    /// What it says.
    pub text: String,
}

/// An address on the web, or a file kept by the server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its key in the card.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it is; empty when what was written there may not be followed.
    pub url: String,
    /// How large the file is; 0 for an address on the web.
    pub bytes: u64,
    /// The participant who attached it.
    pub by: String,
    /// When it was attached, in milliseconds since 1970.
    pub at: u64,
}

/// A label that cards may bear.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Its key in the document.
    pub id: String,
    /// What it says; may be empty.
    pub title: String,
    /// Its colour.
    pub colour: Colour,
    /// Where it stands: by rank, then by id.
    pub rank: String,
}

impl Column {
    /// Whether it is shown on the board.
    pub fn is_live(&self) -> bool {
        self.archived == 0 && self.deleted == 0
    }
}

impl Card {
    /// Whether it is shown on the board, if its column is.
    pub fn is_live(&self) -> bool {
        self.archived == 0 && self.deleted == 0
    }
}

impl Kanban {
    /// A column by its id.
    pub fn column(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == id)
    }

    /// A card by its id.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// A label by its id.
    pub fn label(&self, id: &str) -> Option<&Label> {
        self.labels.iter().find(|label| label.id == id)
    }
}
