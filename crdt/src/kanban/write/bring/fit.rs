//! Whether what comes fits into a plan, and into one change.

use crate::kanban::limits::{CARDS_MAX, COLUMNS_MAX, LABELS_MAX};
use crate::kanban::write::item::Described;
use crate::kanban::{Card, Kanban};

use super::{TooMuch, WriteError};

/// Most operations of one change, by what every server accepts of an archive; some are left for the rest.
const OPERATIONS_MAX: usize = 95_000;
/// Longest texts of one change, in bytes, for the same reason.
const TEXT_BYTES_MAX: usize = 3 * 1024 * 1024;
/// Operations of a card with nothing on it, of a thing on a card, of a column or label.
const OPERATIONS_OF_CARD: usize = 26;
const OPERATIONS_OF_PART: usize = 7;
const OPERATIONS_OF_COLUMN: usize = 8;

pub(super) fn fits(now: &Kanban, coming: &Kanban) -> Result<(), WriteError> {
    let live = now
        .columns
        .iter()
        .filter(|column| column.deleted == 0)
        .count();
    for (count, most, what) in [
        (live + coming.columns.len(), COLUMNS_MAX, TooMuch::Columns),
        (
            now.cards.len() + coming.cards.len(),
            CARDS_MAX,
            TooMuch::Cards,
        ),
        (
            now.labels.len() + coming.labels.len(),
            LABELS_MAX,
            TooMuch::Labels,
        ),
    ] {
        if count > most {
            return Err(WriteError::TooMuch(what));
        }
    }
    Ok(())
}

/// Descriptions are written for several hands when there is room for so many letters.
pub(super) fn described(coming: &Kanban) -> Result<Described, WriteError> {
    let heads = coming.columns.len() + coming.labels.len();
    let operations =
        coming.cards.iter().map(operations).sum::<usize>() + heads * OPERATIONS_OF_COLUMN;
    let bytes: usize = coming.cards.iter().map(text_bytes).sum();
    if operations > OPERATIONS_MAX || bytes > TEXT_BYTES_MAX {
        return Err(WriteError::TooMuch(TooMuch::AtOnce));
    }
    let letters: usize = coming
        .cards
        .iter()
        .map(|card| card.description.chars().count())
        .sum();
    Ok(if operations + letters <= OPERATIONS_MAX {
        Described::ByLetters
    } else {
        Described::AsAWhole
    })
}

fn operations(card: &Card) -> usize {
    let parts = card.checks.len() + card.comments.len() + card.attachments.len();
    OPERATIONS_OF_CARD + parts * OPERATIONS_OF_PART + card.people.len() + card.labels.len()
}

fn text_bytes(card: &Card) -> usize {
    let checks = card.checks.iter().map(|check| check.text.len());
    let comments = card.comments.iter().map(|comment| comment.text.len());
    let links = card
        .attachments
        .iter()
        .map(|at| at.title.len() + at.url.len());
    card.title.len() + card.description.len() + checks.chain(comments).chain(links).sum::<usize>()
}
