//! What a page fetches, named in the page itself: the browser asks for all of it at once, and need not first run one part to
//! learn of the next.

use store::KindWord;

use super::embedded::find;

/// A page whose files are known before any script runs.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ahead {
    /// The page of a document.
    Document(KindWord),
    /// The page where one says who one is, and what comes after it.
    Join,
}

impl Ahead {
    /// Links for the head of the page, as the build of the web app wrote them; none when it wrote none.
    pub(super) fn links(&self) -> String {
        let written = match self {
            Self::Document(kind) => find(&format!("ahead/documents/{kind}.html")),
            Self::Join => find("ahead/join.html"),
        };
        written.map_or(String::new(), |file| {
            String::from_utf8_lossy(&file.bytes).into_owned()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_has_the_links_of_its_own() {
        let document = |kind| Ahead::Document(KindWord::from_static(kind)).links();
        assert!(document("pad").contains("<link rel=\"modulepreload\""));
        assert_eq!(document("vote"), "");
        assert!(Ahead::Join.links().contains("fetchpriority=\"low\""));
    }
}
