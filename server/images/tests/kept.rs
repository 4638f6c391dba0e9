//! What becomes of pictures that are taken.

mod samples;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use images::{MediaType, cleaned, is_plain, media_type, size};
use samples::{exif, gif, jpeg, jpeg_with, png, webp};

fn opened(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).expect("a sample")
}

#[test]
fn every_sort_is_kept_as_one_of_two() {
    for file in [png(40, 30), jpeg(40, 30), webp(40, 30), gif(1)] {
        let kept = cleaned(&file).expect("a sample");
        assert_eq!(media_type(&kept.bytes), Some(kept.media_type));
        assert_eq!(size(&kept.bytes), Some((kept.width, kept.height)));
        assert_eq!(opened(&kept.bytes).width(), kept.width);
        assert!(is_plain(&kept.bytes));
    }
}

#[test]
fn a_picture_that_is_too_wide_or_too_high_is_made_smaller_in_both() {
    for (from, to) in [
        ((3_000, 300), (2_000, 200)),
        ((500, 5_000), (400, 4_000)),
        ((2_000, 4_000), (2_000, 4_000)),
    ] {
        let kept = cleaned(&png(from.0, from.1)).expect("a sample");
        assert_eq!((kept.width, kept.height), to);
    }
}

/// Where in the upright picture the corner with neither red nor green is: the top left one as the camera held it.
#[test]
fn a_picture_stands_upright_however_the_camera_was_held() {
    for (orientation, (x, y), (width, height)) in [
        (1, (0, 0), (60, 40)),
        (3, (59, 39), (60, 40)),
        (6, (39, 0), (40, 60)),
        (8, (0, 59), (40, 60)),
    ] {
        let words = [b"Exif\0\0", &exif(orientation)[..]].concat();
        let kept = cleaned(&jpeg_with(0xe1, &words, 60, 40)).expect("a sample");
        assert_eq!((kept.width, kept.height), (width, height), "{orientation}");
        let [red, green, ..] = opened(&kept.bytes).to_rgb8().get_pixel(x, y).0;
        assert!(red < 60 && green < 60, "{orientation}: {red} {green}");
    }
}

#[test]
fn a_long_picture_is_a_photograph_and_one_can_still_see_through_others() {
    let kept = cleaned(&samples::Samples::noise(900, 900)).expect("a sample");
    assert_eq!(kept.media_type, MediaType::Jpeg);
    let glass = RgbaImage::from_fn(20, 20, |x, _| {
        Rgba([200, 0, 0, if x < 10 { 0 } else { 255 }])
    });
    let mut file = std::io::Cursor::new(Vec::new());
    DynamicImage::from(glass)
        .write_to(&mut file, ImageFormat::Png)
        .expect("a sample");
    let kept = cleaned(&file.into_inner()).expect("a sample");
    assert_eq!(kept.media_type, MediaType::Png);
    assert_eq!(opened(&kept.bytes).to_rgba8().get_pixel(2, 2).0[3], 0);
}
