//! Decodes within bounds: how many pixels there are is looked at before one of them is made.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{AnimationDecoder, DynamicImage, ImageDecoder, ImageError, Limits};

use crate::Refusal;
use crate::limits::{
    DECODED_PIXELS_MAX, DECODED_SIDE_PIXELS_MAX, DECODER_BYTES_MAX, HEIGHT_PIXELS_MAX,
    WIDTH_PIXELS_MAX,
};
use crate::sort::{self, Sort};

/// The picture of a file, upright, no larger than it is kept.
pub(crate) fn decoded(bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    match sort::of(bytes)? {
        Sort::Png => png(bytes),
        Sort::Jpeg => still(JpegDecoder::new(Cursor::new(bytes)).map_err(refused)?),
        Sort::Gif => gif(bytes),
        Sort::WebP => webp(bytes),
    }
}

fn png(bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    let decoder = PngDecoder::with_limits(Cursor::new(bytes), limits()).map_err(refused)?;
    match decoder.is_apng().map_err(refused)? {
        true => Err(Refusal::Animated),
        false => still(decoder),
    }
}

fn webp(bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(refused)?;
    match decoder.has_animation() {
        true => Err(Refusal::Animated),
        false => still(decoder),
    }
}

fn gif(bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    let open = || GifDecoder::new(Cursor::new(bytes)).map_err(refused);
    let mut counted = open()?;
    check(&mut counted)?;
    // A second one that cannot be read is an animation all the same.
    if counted.into_frames().nth(1).is_some() {
        return Err(Refusal::Animated);
    }
    still(open()?)
}

fn still(mut decoder: impl ImageDecoder) -> Result<DynamicImage, Refusal> {
    check(&mut decoder)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
    let mut fitted = fitted(picture, is_turned(orientation));
    fitted.apply_orientation(orientation);
    Ok(fitted)
}

fn check(decoder: &mut impl ImageDecoder) -> Result<(), Refusal> {
    let (width, height) = decoder.dimensions();
    let is_small = u64::from(width) * u64::from(height) <= DECODED_PIXELS_MAX
        && width.max(height) <= DECODED_SIDE_PIXELS_MAX;
    if !is_small || decoder.total_bytes() > DECODER_BYTES_MAX {
        return Err(Refusal::TooManyPixels);
    }
    decoder.set_limits(limits()).map_err(refused)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(DECODED_SIDE_PIXELS_MAX);
    limits.max_image_height = Some(DECODED_SIDE_PIXELS_MAX);
    limits.max_alloc = Some(DECODER_BYTES_MAX);
    limits
}

/// Whether what is wide is high once it is upright.
fn is_turned(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// The picture made smaller, if need be, before it is turned.
fn fitted(picture: DynamicImage, is_turned: bool) -> DynamicImage {
    let (width_max, height_max) = match is_turned {
        false => (WIDTH_PIXELS_MAX, HEIGHT_PIXELS_MAX),
        true => (HEIGHT_PIXELS_MAX, WIDTH_PIXELS_MAX),
    };
    match picture.width() > width_max || picture.height() > height_max {
        true => picture.thumbnail(width_max, height_max),
        false => picture,
    }
}

fn refused(error: ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal::TooManyPixels,
        _ => Refusal::Damaged,
    }
}
