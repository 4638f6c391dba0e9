//! The language an answer is given in, and what errors say in it.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use store::Language;

/// The first of our languages that the browser accepts; French when it names none.
pub fn asked(headers: &HeaderMap) -> Language {
    let accepted = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    let mut tags = accepted
        .split(',')
        .map(|tag| tag.split(';').next().unwrap_or("").trim());
    tags.find_map(|tag| {
        match tag
            .split('-')
            .next()
            .unwrap_or("")
            .to_ascii_lowercase()
            .as_str()
        {
            "fr" => Some(Language::French),
            "en" => Some(Language::English),
            _ => None,
        }
    })
    .unwrap_or(Language::French)
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

    fn asking(value: &str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, value.parse().expect("a header value"));
        asked(&headers)
    }

    #[test]
    fn the_first_language_we_speak_is_used() {
        assert_eq!(asking("de-DE, en-GB;q=0.8, fr;q=0.5"), Language::English);
        assert_eq!(asking("fr-CA"), Language::French);
        assert_eq!(asking("de"), Language::French);
        assert_eq!(asked(&HeaderMap::new()), Language::French);
    }
}
