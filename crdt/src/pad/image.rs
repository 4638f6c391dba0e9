//! How a block says which picture it shows.

use automerge::{Automerge, ObjId};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::block::{Block, BlockKind, Image, Size};
use super::limits::{ALT_CHARS_MAX, IMAGE_SIDE_PIXELS_MAX};
use crate::beside::Beside;
use crate::field::{ID_CHARS_MAX, integer, word};

/// Where files beside documents are on this server.
pub const IMAGE_FOLDER: &str = "/api/attachments/";

/// What the attributes of a marker say, within limits whatever they are.
pub(super) fn read(document: &Automerge, attrs: Option<&ObjId>) -> Image {
    let said = |key| attrs.and_then(|attrs| word(document, attrs, key));
    let pixels = |key| {
        let number = attrs.and_then(|attrs| integer(document, attrs, key));
        let number = u32::try_from(number.unwrap_or_default().max(0)).unwrap_or(u32::MAX);
        number.min(IMAGE_SIDE_PIXELS_MAX)
    };
    Image {
        url: said("url")
            .filter(|url| is_image_address(url))
            .unwrap_or_default(),
        alt: one_line(&said("alt").unwrap_or_default()),
        width: pixels("width"),
        height: pixels("height"),
        size: Size::of(&said("size").unwrap_or_default()),
    }
}

/// Whether an address is that of a file beside a document of this server: nothing else is shown.
pub fn is_image_address(url: &str) -> bool {
    url.strip_prefix(IMAGE_FOLDER).is_some_and(|id| {
        (1..=ID_CHARS_MAX).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// A description in one line: what is no character is a space.
pub(super) fn one_line(alt: &str) -> String {
    let characters = alt.chars().take(ALT_CHARS_MAX);
    characters
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// The blocks with other addresses for their pictures.
pub(super) fn addressed(
    mut blocks: Vec<Block>,
    mut address: impl FnMut(&str) -> String,
) -> Vec<Block> {
    for block in &mut blocks {
        if let BlockKind::Image(image) = &mut block.kind
            && !image.url.is_empty()
        {
            image.url = address(&image.url);
        }
    }
    blocks
}

/// The blocks with their pictures in the addresses themselves: for a page that loads nothing from anywhere.
pub(super) fn embedded(blocks: Vec<Block>, beside: &Beside) -> Vec<Block> {
    addressed(blocks, |url| {
        let picture = beside.picture(url);
        picture.map_or_else(String::new, |picture| {
            let bytes = STANDARD.encode(&picture.bytes);
            format!("data:{};base64,{bytes}", picture.media_type)
        })
    })
}
