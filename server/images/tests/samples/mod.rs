//! Files as cameras, programs and hostile people make them.

#![allow(dead_code)] // Each test uses a part.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgb, RgbImage, RgbaImage};

/// Words that no kept file may hold.
pub const CANARY: &[u8] = b"48.8583N 2.2944E canary";

/// Several files of a sort.
pub struct Samples;

/// A picture whose colours tell where in it they are: red from left to right, green from top to bottom.
pub fn picture(width: u32, height: u32) -> RgbImage {
    let part = |at: u32, of: u32| u8::try_from(at * 255 / of.max(1)).expect("a sample");
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([part(x, width), part(y, height), 90])
    })
}

fn written(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture
        .into()
        .write_to(&mut bytes, format)
        .expect("a sample");
    bytes.into_inner()
}

pub fn png(width: u32, height: u32) -> Vec<u8> {
    written(picture(width, height), ImageFormat::Png)
}

pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    written(picture(width, height), ImageFormat::Jpeg)
}

pub fn webp(width: u32, height: u32) -> Vec<u8> {
    written(picture(width, height), ImageFormat::WebP)
}

/// So many frames.
pub fn gif(frames: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    let frame = || Frame::new(RgbaImage::from_pixel(6, 6, image::Rgba([9, 120, 30, 255])));
    encoder
        .encode_frames((0..frames).map(|_| frame()))
        .expect("a sample");
    drop(encoder);
    bytes
}

/// A part of a PNG.
pub fn chunk(name: &[u8; 4], held: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(name);
    sum.update(held);
    let length = u32::try_from(held.len()).expect("a sample");
    [
        &length.to_be_bytes()[..],
        name,
        held,
        &sum.sum().to_be_bytes(),
    ]
    .concat()
}

/// A PNG that says it is so large, and holds next to nothing.
pub fn png_of_size(width: u32, height: u32) -> Vec<u8> {
    let sizes = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&[0; 4_096]).expect("a sample");
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &[&sizes[..], &[8, 6, 0, 0, 0]].concat()),
        chunk(b"IDAT", &packed.finish().expect("a sample")),
        chunk(b"IEND", &[]),
    ]
    .concat()
}

/// What a camera says of a picture: how it was held, and where it was.
pub fn exif(orientation: u8) -> Vec<u8> {
    let count = u32::try_from(CANARY.len()).expect("a sample").to_be_bytes();
    [
        &b"MM\0\x2a\0\0\0\x08\0\x02"[..],
        &[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
        &[0x01, 0x0e, 0, 2],
        &count,
        &[0, 0, 0, 38, 0, 0, 0, 0],
        CANARY,
    ]
    .concat()
}

/// A JPEG with a part of its own behind its first two bytes.
pub fn jpeg_with(sign: u8, held: &[u8], width: u32, height: u32) -> Vec<u8> {
    let length = u16::try_from(held.len() + 2)
        .expect("a sample")
        .to_be_bytes();
    let whole = jpeg(width, height);
    [&whole[..2], &[0xff, sign], &length, held, &whole[2..]].concat()
}

fn png_with(parts: &[u8]) -> Vec<u8> {
    let whole = png(12, 8);
    // The head takes 33 bytes.
    [&whole[..33], parts, &whole[33..]].concat()
}

impl Samples {
    /// Files with words about themselves, in each place where a format has them.
    pub fn talkative() -> Vec<(&'static str, Vec<u8>)> {
        let said = |before: &[u8]| [before, CANARY].concat();
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::none());
        packed.write_all(CANARY).expect("a sample");
        let packed = packed.finish().expect("a sample");
        let profile = [b"sRGB\0\0", &packed[..]].concat();
        vec![
            (
                "jpeg exif",
                jpeg_with(0xe1, &[b"Exif\0\0", &exif(1)[..]].concat(), 16, 16),
            ),
            (
                "jpeg xmp",
                jpeg_with(0xe1, &said(b"http://ns.adobe.com/xap/1.0/\0"), 16, 16),
            ),
            (
                "jpeg icc",
                jpeg_with(0xe2, &said(b"ICC_PROFILE\0\x01\x01"), 16, 16),
            ),
            (
                "jpeg iptc",
                jpeg_with(0xed, &said(b"Photoshop 3.0\0"), 16, 16),
            ),
            ("jpeg comment", jpeg_with(0xfe, CANARY, 16, 16)),
            ("png text", png_with(&chunk(b"tEXt", &said(b"Comment\0")))),
            (
                "png itxt",
                png_with(&chunk(b"iTXt", &said(b"XML:com.adobe.xmp\0\0\0\0\0"))),
            ),
            ("png exif", png_with(&chunk(b"eXIf", &exif(1)))),
            ("png icc", png_with(&chunk(b"iCCP", &profile))),
            ("png unknown", png_with(&chunk(b"caNa", CANARY))),
            ("gif comment", {
                let whole = gif(1);
                let length = u8::try_from(CANARY.len()).expect("a sample");
                let words = [&[0x21, 0xfe, length], CANARY, &[0]].concat();
                // Before the sign that ends the file.
                [&whole[..whole.len() - 1], &words, &whole[whole.len() - 1..]].concat()
            }),
        ]
    }

    /// A picture that nothing makes short.
    pub fn noise(width: u32, height: u32) -> Vec<u8> {
        let mut seed = 1_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed.to_be_bytes()[0]
        };
        let noise = RgbImage::from_fn(width, height, |_, _| Rgb([next(), next(), next()]));
        written(noise, ImageFormat::Png)
    }

    /// A large picture of one colour.
    pub fn even(width: u32, height: u32) -> Vec<u8> {
        written(
            RgbImage::from_pixel(width, height, Rgb([200, 90, 10])),
            ImageFormat::Png,
        )
    }
}
