//! How much room a page keeps for its side bar, so that what is shown before any script runs stands where it stays.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

/// The choice of a visitor who wants no names in the side bar: `web/src/pages/places/folded.svelte.ts` keeps it.
const FOLDED: &str = "atelier-places=folded";

/// What the side bar stands beside, and whether its names are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    beside: &'static str,
    is_folded: bool,
}

impl Room {
    /// Beside the page of a space.
    pub(super) fn beside_space(headers: &HeaderMap) -> Self {
        Self::beside("space", headers)
    }

    /// Beside a document.
    pub(super) fn beside_document(headers: &HeaderMap) -> Self {
        Self::beside("document", headers)
    }

    fn beside(beside: &'static str, headers: &HeaderMap) -> Self {
        let is_folded = headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|header| header.to_str().ok())
            .flat_map(|header| header.split(';'))
            .any(|cookie| cookie.trim() == FOLDED);
        Self { beside, is_folded }
    }

    /// The attributes of the page by which `web/src/style/places.css` knows it.
    pub(super) fn attributes(self) -> String {
        let folded = if self.is_folded { " data-folded" } else { "" };
        format!(" data-places=\"{}\"{folded}", self.beside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_of_the_visitor_is_told_by_a_cookie() {
        let mut headers = HeaderMap::new();
        let open = Room::beside_space(&headers).attributes();
        assert_eq!(open, " data-places=\"space\"");
        headers.insert(
            COOKIE,
            "a=b; atelier-places=folded".parse().expect("a header"),
        );
        let folded = Room::beside_document(&headers).attributes();
        assert_eq!(folded, " data-places=\"document\" data-folded");
    }
}
