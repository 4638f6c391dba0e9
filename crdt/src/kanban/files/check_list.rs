//! The lines to check of a card, as text.

use crate::kanban::Card;

/// `[x] bought`, one line each.
pub(super) fn boxes(card: &Card) -> Vec<String> {
    let checks = card.checks.iter();
    checks
        .map(|check| format!("[{}] {}", if check.done { 'x' } else { ' ' }, check.text))
        .collect()
}
