//! The texts people type in forms: one line, of bounded length, without characters nobody sees.

use store::limits::{MESSAGE_CHARS_MAX, NAME_CHARS_MAX, STRUCTURE_CHARS_MAX, TITLE_CHARS_MAX};

use crate::problem::{Problem, refusals};

/// What a text is for: how long it may be, and how a wrong one is refused.
pub struct Field {
    /// The most characters it may have.
    pub chars_max: usize,
    /// There is nothing in it.
    pub missing: Problem,
    /// It has more characters than allowed.
    pub too_long: Problem,
    /// It has control characters, or some that turn the direction of what follows.
    pub odd: Problem,
}

impl Field {
    /// The title of a space or document.
    pub const TITLE: Self = Self {
        chars_max: TITLE_CHARS_MAX,
        missing: TITLE_MISSING,
        too_long: TITLE_TOO_LONG,
        odd: TITLE_ODD,
    };

    /// A person’s name.
    pub const NAME: Self = Self {
        chars_max: NAME_CHARS_MAX,
        missing: NAME_MISSING,
        too_long: NAME_TOO_LONG,
        odd: NAME_ODD,
    };

    /// The structure a person comes from.
    pub const STRUCTURE: Self = Self {
        chars_max: STRUCTURE_CHARS_MAX,
        missing: STRUCTURE_MISSING,
        too_long: STRUCTURE_TOO_LONG,
        odd: STRUCTURE_ODD,
    };

    /// What a version with a star is called; may be left empty.
    pub const LABEL: Self = Self {
        chars_max: TITLE_CHARS_MAX,
        missing: TITLE_MISSING,
        too_long: LABEL_TOO_LONG,
        odd: LABEL_ODD,
    };

    /// What people say to each other.
    pub const MESSAGE: Self = Self {
        chars_max: MESSAGE_CHARS_MAX,
        missing: MESSAGE_MISSING,
        too_long: MESSAGE_TOO_LONG,
        odd: MESSAGE_MISSING,
    };

    /// A text the store knows by name.
    pub(super) fn called(name: &str) -> Option<Self> {
        match name {
            "title" => Some(Self::TITLE),
            "name" => Some(Self::NAME),
            "structure" => Some(Self::STRUCTURE),
            "label" => Some(Self::LABEL),
            "message" => Some(Self::MESSAGE),
            _ => None,
        }
    }

    /// The text without space around it.
    ///
    /// # Errors
    /// When it is empty, too long, or has characters nobody types.
    pub fn line(&self, typed: &str) -> Result<String, Problem> {
        let line = self.maybe_empty_line(typed)?;
        if line.is_empty() {
            Err(self.missing.clone())
        } else {
            Ok(line)
        }
    }

    /// The same, where an empty text means that there is none.
    ///
    /// # Errors
    /// When it is too long, or has characters nobody types.
    pub fn maybe_empty_line(&self, typed: &str) -> Result<String, Problem> {
        let line = typed.trim();
        if line.contains(is_odd) {
            return Err(self.odd.clone());
        }
        if line.chars().count() > self.chars_max {
            return Err(self.too_long.clone());
        }
        Ok(line.to_owned())
    }
}

/// Control characters, and those with which one name can be made to look like another.
pub(crate) fn is_odd(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

refusals! {
    /// There is nothing in it.
    MESSAGE_MISSING: 400 "bad_request" {
        fr: "Il n’y a rien dans ce message.",
        en: "There is nothing in this message.",
    }
    /// It has more characters than allowed.
    MESSAGE_TOO_LONG: 400 "bad_request" {
        fr: "Ce message est trop long : 2000 caractères au plus.",
        en: "This message is too long: at most 2000 characters.",
    }
    /// There is nothing in it.
    TITLE_MISSING: 400 "bad_request" {
        fr: "Il manque un titre.",
        en: "A title is missing.",
    }
    /// It has more characters than allowed.
    TITLE_TOO_LONG: 400 "bad_request" {
        fr: "Ce titre est trop long : 200 caractères au plus.",
        en: "This title is too long: at most 200 characters.",
    }
    /// It has control characters, or some that turn the direction of what follows.
    TITLE_ODD: 400 "bad_request" {
        fr: "Ce titre contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
        en: "This title has an invisible character in it. Delete it and type it again.",
    }
    /// It has more characters than allowed.
    LABEL_TOO_LONG: 400 "bad_request" {
        fr: "Ce nom de version est trop long : 200 caractères au plus.",
        en: "This name of a version is too long: at most 200 characters.",
    }
    /// It has control characters, or some that turn the direction of what follows.
    LABEL_ODD: 400 "bad_request" {
        fr: "Ce nom de version contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
        en: "This name of a version has an invisible character in it. Delete it and type it again.",
    }
    /// There is nothing in it.
    NAME_MISSING: 400 "bad_request" {
        fr: "Il manque un nom : un prénom suffit.",
        en: "A name is missing: a first name is enough.",
    }
    /// It has more characters than allowed.
    NAME_TOO_LONG: 400 "bad_request" {
        fr: "Ce nom est trop long : 80 caractères au plus.",
        en: "This name is too long: at most 80 characters.",
    }
    /// It has control characters, or some that turn the direction of what follows.
    NAME_ODD: 400 "bad_request" {
        fr: "Ce nom contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
        en: "This name has an invisible character in it. Delete it and type it again.",
    }
    /// There is nothing in it.
    STRUCTURE_MISSING: 400 "bad_request" {
        fr: "Il manque le nom de la structure.",
        en: "The name of the structure is missing.",
    }
    /// It has more characters than allowed.
    STRUCTURE_TOO_LONG: 400 "bad_request" {
        fr: "Le nom de la structure est trop long : 120 caractères au plus.",
        en: "The name of the structure is too long: at most 120 characters.",
    }
    /// It has control characters, or some that turn the direction of what follows.
    STRUCTURE_ODD: 400 "bad_request" {
        fr: "Le nom de la structure contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
        en: "The name of the structure has an invisible character in it. Delete it and type it again.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed() {
        assert_eq!(Field::NAME.line("  Léa \n"), Ok("Léa".to_owned()));
        assert_eq!(Field::STRUCTURE.maybe_empty_line("  "), Ok(String::new()));
    }

    #[test]
    fn length_counts_characters() {
        assert!(Field::NAME.line(&"é".repeat(80)).is_ok());
        let long = Field::NAME.line(&"é".repeat(81));
        assert_eq!(long, Err(NAME_TOO_LONG));
    }

    #[test]
    fn what_nobody_types_is_refused() {
        for odd in ["a\tb", "a\0", "a\u{202e}b", "a\u{2066}b", "a\u{feff}b"] {
            assert_eq!(Field::TITLE.line(odd), Err(TITLE_ODD), "{odd:?}");
        }
        assert_eq!(Field::TITLE.line(" \t "), Err(TITLE_MISSING));
    }

    #[test]
    fn sentences_name_the_limits_that_are_enforced() {
        for field in [Field::TITLE, Field::NAME, Field::STRUCTURE, Field::LABEL] {
            let says = field.too_long.refusal().says;
            let limit = field.chars_max.to_string();
            assert!(
                says.fr.contains(&limit) && says.en.contains(&limit),
                "{says:?}"
            );
        }
    }
}
