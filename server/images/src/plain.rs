//! Whether a file holds a picture and nothing else: for those that come in an archive, which anybody may have made.

use crate::limits::{HEIGHT_PIXELS_MAX, KEPT_BYTES_MAX, WIDTH_PIXELS_MAX};
use crate::sort::{MediaType, media_type};

const PNG_HEAD_BYTES: usize = 8;
/// What a picture needs; all other parts are words about it.
const PNG_PARTS: [&[u8]; 5] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"];
/// Begins of a JPEG, of its file, and how its letters stand.
const JFIF: &[u8] = b"JFIF\0";

/// Whether a file is as this crate writes it: a PNG or a JPEG no larger than is kept, with nothing in it or after it but the
/// picture.
pub fn is_plain(bytes: &[u8]) -> bool {
    let is_small = size(bytes)
        .is_some_and(|(width, height)| width <= WIDTH_PIXELS_MAX && height <= HEIGHT_PIXELS_MAX);
    let is_bare = match media_type(bytes) {
        Some(MediaType::Png) => is_plain_png(&bytes[PNG_HEAD_BYTES..]).is_some_and(|is| is),
        Some(MediaType::Jpeg) => is_plain_jpeg(&bytes[2..]).is_some_and(|is| is),
        None => false,
    };
    is_small && is_bare && bytes.len() <= KEPT_BYTES_MAX
}

/// How wide and high an image that is kept is, in pixels, as it says itself; none when it says nothing.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    match media_type(bytes)? {
        MediaType::Png => Some((number(bytes.get(16..20)?), number(bytes.get(20..24)?))),
        MediaType::Jpeg => jpeg_size(&bytes[2..]),
    }
    .filter(|(width, height)| *width > 0 && *height > 0)
}

fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn is_plain_png(mut rest: &[u8]) -> Option<bool> {
    loop {
        let length = usize::try_from(number(rest.get(..4)?)).ok()?;
        let name = rest.get(4..8)?;
        if !PNG_PARTS.contains(&name) {
            return Some(false);
        }
        rest = rest.get(length.checked_add(12)?..)?;
        if name == b"IEND" {
            return Some(rest.is_empty() && length == 0);
        }
    }
}

/// A part of a JPEG: its sign, what it holds, and what follows.
fn part(rest: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let [0xff, sign, ..] = rest else { return None };
    let length = usize::try_from(number(rest.get(2..4)?)).ok()?;
    Some((*sign, rest.get(4..length + 2)?, rest.get(length + 2..)?))
}

fn is_plain_jpeg(mut rest: &[u8]) -> Option<bool> {
    loop {
        if rest == [0xff, 0xd9] {
            return Some(true);
        }
        let (sign, held, after) = part(rest)?;
        rest = match sign {
            0xe0 if held.starts_with(JFIF) && held.len() == 14 => after,
            0xc0..=0xc2 | 0xc4 | 0xdb | 0xdd => after,
            0xda => picture_end(after)?,
            _ => return Some(false),
        };
    }
}

/// What follows the points of a picture: the next sign that is none of theirs.
fn picture_end(rest: &[u8]) -> Option<&[u8]> {
    let is_sign = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7);
    let at = rest.windows(2).position(is_sign)?;
    Some(&rest[at..])
}

fn jpeg_size(mut rest: &[u8]) -> Option<(u32, u32)> {
    loop {
        let (sign, held, after) = part(rest)?;
        if matches!(sign, 0xc0..=0xc2) {
            return Some((number(held.get(3..5)?), number(held.get(1..3)?)));
        }
        rest = after;
    }
}
