//! The language in which the command line speaks to its host: that of the terminal, French or English.

use store::Language;

use crate::language::Sentence;

/// The variables that say the language of a terminal, the strongest first.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// A sentence in the language of the terminal.
pub fn r#in(sentence: Sentence) -> &'static str {
    sentence.r#in(language())
}

/// The same with values in the place of each `{}`, in their order.
pub fn with(sentence: Sentence, values: &[&str]) -> String {
    fill(self::r#in(sentence), values)
}

/// Puts values in the place of each `{}`. What is in a value stays as it is.
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut parts = sentence.split("{}");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        filled.push_str(values.next().copied().unwrap_or_default());
        filled.push_str(part);
    }
    filled
}

/// Says it on standard output.
#[expect(
    clippy::print_stdout,
    reason = "this is the command line speaking to its user"
)]
pub fn say(sentence: &str) {
    println!("{sentence}");
}

/// The language of the terminal; English when it is neither of ours.
pub fn language() -> Language {
    let values = VARIABLES.map(|name| std::env::var(name).ok());
    of(values.iter().map(Option::as_deref))
}

fn of<'a>(values: impl Iterator<Item = Option<&'a str>>) -> Language {
    let named = values.flatten().find(|value| !value.is_empty());
    match named {
        Some(value) if value.starts_with("fr") => Language::French,
        _ => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_they_belong_whatever_is_in_them() {
        assert_eq!(fill("{} of {}", &["{}", "2"]), "{} of 2");
        assert_eq!(fill("none", &["1"]), "none");
    }

    #[test]
    fn the_strongest_variable_decides() {
        assert_eq!(
            of([None, None, Some("fr_FR.UTF-8")].into_iter()),
            Language::French
        );
        assert_eq!(
            of([Some("C.UTF-8"), None, Some("fr_FR")].into_iter()),
            Language::English
        );
        assert_eq!(
            of([Some(""), Some("fr"), None].into_iter()),
            Language::French
        );
        assert_eq!(of([None, None, None].into_iter()), Language::English);
    }
}
