//! Images of anybody, made into ones that can be kept and shown: decoded within bounds, turned upright, made smaller, and
//! written anew, so that nothing of the file that came is left but what one sees. Pure.

mod decode;
pub mod limits;
mod plain;
mod sort;
mod write;

use thiserror::Error;

pub use plain::{is_plain, size};
pub use sort::{MediaType, media_type};

/// Why an image is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    /// It is none of the sorts that are read.
    #[error("no image that is read here")]
    Unknown,
    /// A drawing that is a program for the browser.
    #[error("an SVG")]
    Svg,
    /// What phones of one maker write, which no library reads without patents.
    #[error("HEIC or AVIF")]
    Heic,
    /// Several images after each other.
    #[error("an animation")]
    Animated,
    /// More pixels than are decoded.
    #[error("too many pixels")]
    TooManyPixels,
    /// It ends too early, or is not what it says.
    #[error("damaged")]
    Damaged,
}

/// An image as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The file, without a word besides the picture.
    pub bytes: Vec<u8>,
    /// What it is.
    pub media_type: MediaType,
    /// In pixels, at most [`limits::WIDTH_PIXELS_MAX`].
    pub width: u32,
    /// In pixels, at most [`limits::HEIGHT_PIXELS_MAX`].
    pub height: u32,
}

/// The image in a file of anybody. This takes a processor for up to some seconds, and as much memory as
/// [`limits::DECODED_PIXELS_MAX`] pixels.
///
/// # Errors
/// When it is no image that is taken.
pub fn cleaned(bytes: &[u8]) -> Result<Image, Refusal> {
    write::written(decode::decoded(bytes)?)
}
