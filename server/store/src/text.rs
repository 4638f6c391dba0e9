//! What people may put in a title or a name: one line, of bounded length.

use rusqlite::types::{FromSql, FromSqlResult, ValueRef};

use crate::StoreError;

/// A text as it is read: a letter that is damaged on the disk is shown as `�`, which is no reason to show nothing.
pub(crate) struct Legible(pub(crate) String);

impl FromSql for Legible {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = String::from_utf8_lossy(value.as_bytes()?);
        Ok(Legible(text.into_owned()))
    }
}

/// The text as one line without surrounding space, control characters or characters that reverse the reading order.
pub(crate) fn line(what: &'static str, text: &str, chars_max: usize) -> Result<String, StoreError> {
    let readable: String = text
        .chars()
        .filter(|each| !turns_text_around(*each))
        .collect();
    let spaced = readable.replace(char::is_control, " ");
    let line = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > chars_max {
        return Err(StoreError::TooLong {
            what,
            max: chars_max,
        });
    }
    Ok(line)
}

/// A line that says something.
pub(crate) fn filled_line(
    what: &'static str,
    text: &str,
    chars_max: usize,
) -> Result<String, StoreError> {
    let line = line(what, text, chars_max)?;
    (!line.is_empty())
        .then_some(line)
        .ok_or(StoreError::Empty(what))
}

/// A text of several lines that says something, without surrounding space, control characters but the ends of lines, or
/// characters that reverse the reading order.
pub(crate) fn filled_text(
    what: &'static str,
    text: &str,
    chars_max: usize,
) -> Result<String, StoreError> {
    let lines = text.replace("\r\n", "\n");
    let is_readable =
        |each: &char| !turns_text_around(*each) && (*each == '\n' || !each.is_control());
    let readable: String = lines.chars().filter(is_readable).collect();
    let text = readable.trim();
    if text.is_empty() {
        return Err(StoreError::Empty(what));
    }
    if text.chars().count() > chars_max {
        return Err(StoreError::TooLong {
            what,
            max: chars_max,
        });
    }
    Ok(text.to_owned())
}

/// Explicit embeddings, overrides and isolates: with them one name can be made to look like another.
fn turns_text_around(each: char) -> bool {
    matches!(each, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_tidied() {
        assert_eq!(
            line("name", "  Zoé\t\n la\u{202e} Rouge\u{0} ", 80).unwrap(),
            "Zoé la Rouge"
        );
    }

    #[test]
    fn length_counts_characters() {
        assert!(line("name", &"é".repeat(80), 80).is_ok());
        assert!(matches!(
            line("name", &"é".repeat(81), 80),
            Err(StoreError::TooLong { .. })
        ));
    }

    #[test]
    fn an_empty_line_is_refused_where_one_is_needed() {
        assert!(matches!(
            filled_line("title", " \n ", 80),
            Err(StoreError::Empty("title"))
        ));
    }
}
