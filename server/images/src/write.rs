//! Writes a picture as it is kept: without loss when that is short, else as a photograph.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{
    DynamicImage, ExtendedColorType, GenericImageView, ImageEncoder, Rgb, RgbImage, RgbaImage,
};

use crate::limits::{KEPT_BYTES_MAX, LOSSLESS_BYTES_MAX};
use crate::{Image, MediaType, Refusal};

/// How good photographs are, of 100; the next one when the first is too long.
const QUALITIES: [u8; 3] = [82, 65, 40];

/// The picture as a file.
pub(crate) fn written(picture: DynamicImage) -> Result<Image, Refusal> {
    let (width, height) = (picture.width(), picture.height());
    let (media_type, bytes) = shortest(picture).ok_or(Refusal::Damaged)?;
    Ok(Image {
        bytes,
        media_type,
        width,
        height,
    })
}

fn shortest(picture: DynamicImage) -> Option<(MediaType, Vec<u8>)> {
    let seen_through = picture.color().has_alpha().then(|| picture.to_rgba8());
    let seen_through = seen_through.filter(|rgba| rgba.pixels().any(|pixel| pixel.0[3] < u8::MAX));
    if let Some(rgba) = seen_through {
        let whole = png(&rgba, &rgba, ExtendedColorType::Rgba8);
        let whole = whole.filter(|png| png.len() <= KEPT_BYTES_MAX);
        return match whole {
            Some(bytes) => Some((MediaType::Png, bytes)),
            None => photograph(&on_white(&rgba)),
        };
    }
    let opaque = picture.into_rgb8();
    let whole = png(&opaque, &opaque, ExtendedColorType::Rgb8);
    match whole.filter(|png| png.len() <= LOSSLESS_BYTES_MAX) {
        Some(bytes) => Some((MediaType::Png, bytes)),
        None => photograph(&opaque),
    }
}

fn photograph(picture: &RgbImage) -> Option<(MediaType, Vec<u8>)> {
    let mut all = QUALITIES
        .iter()
        .filter_map(|quality| jpeg(picture, *quality));
    let bytes = all.find(|jpeg| jpeg.len() <= KEPT_BYTES_MAX)?;
    Some((MediaType::Jpeg, bytes))
}

fn on_white(seen_through: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(seen_through.width(), seen_through.height(), |x, y| {
        let [red, green, blue, alpha] = seen_through.get_pixel(x, y).0.map(u32::from);
        let white = 255 * (255 - alpha);
        let over = |part: u32| u8::try_from((part * alpha + white) / 255).unwrap_or(u8::MAX);
        Rgb([over(red), over(green), over(blue)])
    })
}

fn png(picture: &impl GenericImageView, bytes: &[u8], color: ExtendedColorType) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut file, CompressionType::Default, FilterType::Adaptive);
    let (width, height) = picture.dimensions();
    let written = encoder.write_image(bytes, width, height, color);
    written.ok().map(|()| file)
}

fn jpeg(picture: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut file, quality);
    let (width, height) = picture.dimensions();
    let written = encoder.write_image(picture, width, height, ExtendedColorType::Rgb8);
    written.ok().map(|()| file)
}
