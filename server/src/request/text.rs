//! The texts people type in forms: one line, of bounded length, without characters nobody sees.

use store::limits::{NAME_CHARS_MAX, STRUCTURE_CHARS_MAX, TITLE_CHARS_MAX};

use crate::problem::Problem;

/// What the text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The title of a space or document.
    Title,
    /// A person's name.
    Name,
    /// The structure a person comes from.
    Structure,
    /// What a brick is about.
    About,
}

/// Why a text cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// It has more characters than allowed.
    TooLong,
    /// It has control characters, or some that turn the direction of what follows.
    Odd,
}

impl Field {
    /// The most characters it may have.
    pub fn chars_max(self) -> usize {
        match self {
            Self::Title => TITLE_CHARS_MAX,
            Self::Name => NAME_CHARS_MAX,
            Self::Structure => STRUCTURE_CHARS_MAX,
            Self::About => crdt::vote::ABOUT_CHARS_MAX,
        }
    }

    /// The text without space around it.
    ///
    /// # Errors
    /// When it is empty, too long, or has characters nobody types.
    pub fn line(self, typed: &str) -> Result<String, Problem> {
        let line = self.maybe_empty_line(typed)?;
        if line.is_empty() {
            Err(Problem::BadText(self, Fault::Empty))
        } else {
            Ok(line)
        }
    }

    /// The same, where an empty text means that there is none.
    ///
    /// # Errors
    /// When it is too long, or has characters nobody types.
    pub fn maybe_empty_line(self, typed: &str) -> Result<String, Problem> {
        let line = typed.trim();
        if line.contains(is_odd) {
            return Err(Problem::BadText(self, Fault::Odd));
        }
        if line.chars().count() > self.chars_max() {
            return Err(Problem::BadText(self, Fault::TooLong));
        }
        Ok(line.to_owned())
    }
}

/// Control characters, and those with which one name can be made to look like another.
pub(crate) fn is_odd(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed() {
        assert_eq!(Field::Name.line("  Léa \n"), Ok("Léa".to_owned()));
        assert_eq!(Field::Structure.maybe_empty_line("  "), Ok(String::new()));
    }

    #[test]
    fn length_counts_characters() {
        assert!(Field::Name.line(&"é".repeat(80)).is_ok());
        let long = Field::Name.line(&"é".repeat(81));
        assert_eq!(long, Err(Problem::BadText(Field::Name, Fault::TooLong)));
    }

    #[test]
    fn what_nobody_types_is_refused() {
        for odd in ["a\tb", "a\0", "a\u{202e}b", "a\u{2066}b", "a\u{feff}b"] {
            assert_eq!(
                Field::Title.line(odd),
                Err(Problem::BadText(Field::Title, Fault::Odd)),
                "{odd:?}"
            );
        }
        assert_eq!(
            Field::Title.line(" \t "),
            Err(Problem::BadText(Field::Title, Fault::Empty))
        );
    }
}
