//! The language an answer is given in.

use std::cmp::Reverse;

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use store::Language;

/// The cookie in which the web app keeps the language a person chose: `fr` or `en`.
pub const COOKIE_NAME: &str = "atelier-language";

/// The language a person wants; French when nothing says.
pub fn asked(headers: &HeaderMap) -> Language {
    preferred(headers).unwrap_or(Language::French)
}

/// The language a person chose, or else the one of ours their browser likes best.
pub fn preferred(headers: &HeaderMap) -> Option<Language> {
    chosen(headers).or_else(|| accepted(headers))
}

fn chosen(headers: &HeaderMap) -> Option<Language> {
    let lines = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(name, _)| *name == COOKIE_NAME)
        .and_then(|(_, word)| Language::from_word(word))
}

fn accepted(headers: &HeaderMap) -> Option<Language> {
    let line = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut ours: Vec<_> = line.split(',').filter_map(wish).collect();
    // The sort keeps the order of equals: the first named wins.
    ours.sort_by_key(|(_, weight)| Reverse(*weight));
    ours.first().map(|(language, _)| *language)
}

/// One entry of `Accept-Language` that is a language of ours, with its weight in thousandths.
fn wish(entry: &str) -> Option<(Language, u16)> {
    let mut parts = entry.split(';').map(str::trim);
    let primary = parts.next()?.split('-').next()?.to_ascii_lowercase();
    let language = Language::from_word(&primary)?;
    let quality = parts.find_map(|part| part.strip_prefix("q="));
    let weight = quality.map_or(Some(1.0), |quality| quality.parse::<f32>().ok())?;
    (weight > 0.0 && weight <= 1.0).then_some((language, (weight * 1_000.0) as u16))
}

/// The language of what documents begin with and of files made of them, in a space that speaks this one.
pub fn of_documents(of_space: Language) -> crdt::language::Language {
    match of_space {
        Language::French => crdt::language::Language::French,
        Language::English => crdt::language::Language::English,
    }
}

/// A sentence in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// In French.
    pub fr: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Sentence {
    /// The sentence in one of them.
    pub fn r#in(self, language: Language) -> &'static str {
        match language {
            Language::French => self.fr,
            Language::English => self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(name: &'static str, value: &str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, "en".parse().expect("a header value"));
        headers.insert(name, value.parse().expect("a header value"));
        asked(&headers)
    }

    #[test]
    fn the_language_of_ours_that_is_liked_best_is_used() {
        let liked = |value| asking("accept-language", value);
        assert_eq!(liked("de-DE, en-GB;q=0.8, fr;q=0.5"), Language::English);
        assert_eq!(liked("en;q=0.2, fr-CA;q=0.9"), Language::French);
        assert_eq!(liked("fr, en"), Language::French);
        assert_eq!(liked("en;q=0, fr;q=0.1"), Language::French);
        assert_eq!(liked("de"), Language::French);
        assert_eq!(liked("en;q=nonsense"), Language::French);
        assert_eq!(asked(&HeaderMap::new()), Language::French);
    }

    #[test]
    fn a_chosen_language_goes_before_the_browsers() {
        assert_eq!(
            asking("cookie", "a=b; atelier-language=fr"),
            Language::French
        );
        assert_eq!(asking("cookie", "atelier-language=de"), Language::English);
    }
}
