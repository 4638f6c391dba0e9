//! The words above a column, without what people write them with.

use crate::kanban::foreign::accents::bare;

/// In small letters, without accents, signs and the endings of several or of women: `Responsable(s) :`, `Référent·e·s`.
pub(super) fn plain(cell: &str) -> String {
    let small = cell.to_lowercase();
    let mut characters = small.chars().map(bare).peekable();
    let mut plain = String::new();
    while let Some(character) = characters.next() {
        let is_after_letter = plain.chars().next_back().is_some_and(char::is_alphabetic);
        match character {
            '(' | '[' => drop(characters.by_ref().find(|c| matches!(c, ')' | ']'))),
            '·' | '•' | '.'
                if is_after_letter && characters.peek().is_some_and(|c| c.is_alphabetic()) =>
            {
                while characters
                    .next_if(|c| c.is_alphabetic() || matches!(c, '·' | '•' | '.'))
                    .is_some()
                {}
            }
            '’' => plain.push('\''),
            '#' => plain.push_str(" number"),
            kept if kept.is_alphanumeric() || matches!(kept, '\'' | '/' | '°') => plain.push(kept),
            // A mark without its letter.
            '\u{300}'..='\u{36f}' => {}
            _ => plain.push(' '),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
