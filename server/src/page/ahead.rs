//! What the page of a document fetches, named in the page itself: the browser asks for all of it at once, and need not
//! first run one part to learn of the next.

use store::DocumentKind;

use super::embedded::find;

/// Links for the head of a page, as the build of the web app wrote them; none when it wrote none.
pub(super) fn links(kind: DocumentKind) -> String {
    let name = match kind {
        DocumentKind::Pad => "pad",
        DocumentKind::Vote => "vote",
        DocumentKind::Kanban => "kanban",
    };
    find(&format!("ahead/{name}.html")).map_or(String::new(), |file| {
        String::from_utf8_lossy(&file.bytes).into_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_the_links_of_its_own() {
        assert!(links(DocumentKind::Pad).contains("<link rel=\"modulepreload\""));
        assert_eq!(links(DocumentKind::Vote), "");
    }
}
