//! Reads what people send: JSON of a bounded length, texts of a bounded length without odd characters.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::error::Problem;

/// A JSON body.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(unreadable)?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| {
            if error.is_data() && error.to_string().contains(BAD_TEXT) {
                Problem::BadText
            } else {
                Problem::BadRequest
            }
        })
    }
}

fn unreadable(rejection: BytesRejection) -> Problem {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::TooLarge
    } else {
        Problem::BadRequest
    }
}

const BAD_TEXT: &str = "a text people cannot have typed";

/// One line that people typed: trimmed, not empty, at most `CHARS_MAX` characters, no control characters
/// and none that turn the direction of what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<const CHARS_MAX: usize>(pub String);

impl<'de, const CHARS_MAX: usize> Deserialize<'de> for Line<CHARS_MAX> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        line(&text, CHARS_MAX)
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(BAD_TEXT))
    }
}

fn line(text: &str, chars_max: usize) -> Option<String> {
    let text = text.trim();
    let is_odd = |c: char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let is_good = !text.is_empty() && text.chars().count() <= chars_max && !text.contains(is_odd);
    is_good.then(|| text.to_owned())
}

/// A line that may be empty: then there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaybeLine<const CHARS_MAX: usize>(pub Option<String>);

impl<'de, const CHARS_MAX: usize> Deserialize<'de> for MaybeLine<CHARS_MAX> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Some(text) =
            Option::<String>::deserialize(from)?.filter(|text| !text.trim().is_empty())
        else {
            return Ok(Self(None));
        };
        line(&text, CHARS_MAX)
            .map(|text| Self(Some(text)))
            .ok_or_else(|| serde::de::Error::custom(BAD_TEXT))
    }
}

impl<const CHARS_MAX: usize> Default for MaybeLine<CHARS_MAX> {
    fn default() -> Self {
        Self(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_bounded() {
        assert_eq!(line("  Léa \n", 3), Some("Léa".to_owned()));
        for bad in ["", "   ", "abcd", "a\tb", "a\u{202e}b", "a\0"] {
            assert_eq!(line(bad, 3), None, "{bad:?}");
        }
    }
}
