//! What a file is, by how it begins; what it is called counts for nothing.

use crate::Refusal;

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaType {
    /// Without loss, and with parts one can see through.
    Png,
    /// A photograph.
    Jpeg,
}

impl MediaType {
    /// What HTTP calls it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// What its name ends with, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Png,
    Jpeg,
    Gif,
    WebP,
}

/// How much of a drawing is looked at for the word that says so, in bytes.
const SVG_HEAD_BYTES: usize = 1_024;

const HEIC_BRANDS: [&[u8]; 8] = [
    b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif",
];

/// What an image that is kept is; none for anything else.
pub fn media_type(bytes: &[u8]) -> Option<MediaType> {
    match of(bytes) {
        Ok(Sort::Png) => Some(MediaType::Png),
        Ok(Sort::Jpeg) => Some(MediaType::Jpeg),
        _ => None,
    }
}

pub(crate) fn of(bytes: &[u8]) -> Result<Sort, Refusal> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Sort::Png),
        [0xff, 0xd8, 0xff, ..] => Ok(Sort::Jpeg),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(Sort::Gif),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Ok(Sort::WebP),
        [_, _, _, _, b'f', b't', b'y', b'p', a, b, c, d, ..]
            if HEIC_BRANDS.contains(&[*a, *b, *c, *d].as_slice()) =>
        {
            Err(Refusal::Heic)
        }
        other if is_svg(other) => Err(Refusal::Svg),
        _ => Err(Refusal::Unknown),
    }
}

fn is_svg(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(SVG_HEAD_BYTES)]);
    let head = head.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    head.starts_with('<') && head.contains("<svg")
}
