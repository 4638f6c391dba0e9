//! Pictures in HTML, with what they show in words.

use super::text::{Place, text};
use crate::html::escaped;
use crate::pad::block::{Image, Run};

/// As the editor shows it: the caption is there also when it is empty.
pub(super) fn shown(image: &Image, caption: &[Run]) -> String {
    let (size, caption) = (image.size.as_str(), text(caption, Place::App));
    let picture = match image.url.is_empty() {
        true => format!(r#"<span class="missing">{}</span>"#, escaped(&image.alt)),
        false => picture(image, r#" loading="lazy" decoding="async""#),
    };
    format!(
        r#"<figure class="image" data-size="{size}"><div class="picture" contenteditable="false">{picture}</div><figcaption>{caption}</figcaption></figure>"#
    )
}

/// In a page of its own.
pub(super) fn page(image: &Image, caption: &[Run]) -> String {
    let picture = match image.url.is_empty() {
        true => format!("<p>{}</p>", escaped(&image.alt)),
        false => picture(image, ""),
    };
    let caption = match caption {
        [] => String::new(),
        runs => format!("<figcaption>{}</figcaption>", text(runs, Place::Page)),
    };
    format!("<figure>{picture}{caption}</figure>\n")
}

fn picture(image: &Image, more: &str) -> String {
    let Image {
        width, height, url, ..
    } = image;
    let (url, alt) = (escaped(url), escaped(&image.alt));
    let size = match (*width, *height) {
        (0, _) | (_, 0) => String::new(),
        _ => format!(r#" width="{width}" height="{height}""#),
    };
    format!(r#"<img src="{url}" alt="{alt}"{size}{more}>"#)
}
