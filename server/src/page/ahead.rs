//! What the page of a document fetches, named in the page itself: the browser asks for all of it at once, and need not
//! first run one part to learn of the next.

use store::KindWord;

use super::embedded::find;

/// Links for the head of a page, as the build of the web app wrote them; none when it wrote none.
pub(super) fn links(kind: &KindWord) -> String {
    find(&format!("ahead/{kind}.html")).map_or(String::new(), |file| {
        String::from_utf8_lossy(&file.bytes).into_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_the_links_of_its_own() {
        assert!(links(&KindWord::from_static("pad")).contains("<link rel=\"modulepreload\""));
        assert_eq!(links(&KindWord::from_static("vote")), "");
    }
}
