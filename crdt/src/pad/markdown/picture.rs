//! Pictures in Markdown.

use crate::markdown::{address, escaped, whole_line};
use crate::pad::block::Image;

/// The picture, its caption below; what it shows in words where it is not there.
pub(super) fn picture(image: &Image, caption: &str) -> String {
    let alt = escaped(&image.alt);
    let picture = match image.url.is_empty() {
        true => whole_line(&alt),
        false => format!("![{alt}]({})", address(&image.url)),
    };
    let parts = [picture.as_str(), caption];
    let filled = parts.into_iter().filter(|part| !part.is_empty());
    filled.collect::<Vec<_>>().join("\n\n")
}
