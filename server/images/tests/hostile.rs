//! What anybody may send: bombs, lies, cut files, files that are two things at once.

mod samples;

use std::time::{Duration, Instant};

use images::limits::KEPT_BYTES_MAX;
use images::{Refusal, cleaned, is_plain};
use proptest::prelude::*;
use samples::{CANARY, Samples, chunk, gif, jpeg, png, png_of_size, webp};

/// As long as a file may take in a build that is not optimised, beside other tests.
const TIME_MAX: Duration = Duration::from_secs(60);

#[test]
fn a_small_file_that_says_it_is_huge_is_refused_before_it_is_decoded() {
    let began = Instant::now();
    for (width, height) in [
        (50_000, 50_000),
        (2_000_000_000, 1),
        (20_001, 1),
        (6_000, 6_000),
    ] {
        let bomb = png_of_size(width, height);
        assert_eq!(
            cleaned(&bomb),
            Err(Refusal::TooManyPixels),
            "{width}×{height}"
        );
    }
    assert!(began.elapsed() < TIME_MAX);
}

#[test]
fn a_jpeg_and_a_gif_and_a_webp_that_say_they_are_huge_are_refused() {
    let mut photograph = jpeg(8, 8);
    let at = photograph
        .windows(2)
        .position(|two| two == [0xff, 0xc0])
        .expect("a sample");
    photograph[at + 5..at + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert!(cleaned(&photograph).is_err());
    let mut drawing = gif(1);
    drawing[6..10].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert!(cleaned(&drawing).is_err());
    let mut lossless = webp(8, 8);
    let at = lossless
        .windows(4)
        .position(|four| four == b"VP8L")
        .expect("a sample");
    lossless[at + 9..at + 13].copy_from_slice(&[0xff, 0xff, 0xff, 0x0f]);
    assert!(cleaned(&lossless).is_err());
}

#[test]
fn what_is_no_image_is_told_apart() {
    for (bytes, why) in [
        (&b""[..], Refusal::Unknown),
        (
            b"<!doctype html><script>alert(1)</script>",
            Refusal::Unknown,
        ),
        (b"%PDF-1.7", Refusal::Unknown),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            Refusal::Svg,
        ),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", Refusal::Svg),
        (b"\0\0\0\x18ftypheic\0\0\0\0", Refusal::Heic),
        (b"\0\0\0\x18ftypavif\0\0\0\0", Refusal::Heic),
        (b"\x89PNG\r\n\x1a\n", Refusal::Damaged),
        (b"\xff\xd8\xff\xe0", Refusal::Damaged),
        (b"GIF89a", Refusal::Damaged),
        (b"RIFF\x04\0\0\0WEBP", Refusal::Damaged),
    ] {
        assert_eq!(
            cleaned(bytes),
            Err(why),
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn a_file_that_is_cut_is_refused() {
    for whole in [png(64, 48), webp(64, 48), gif(1)] {
        let cut = &whole[..whole.len() / 2];
        assert_eq!(cleaned(cut), Err(Refusal::Damaged));
    }
}

#[test]
fn an_animation_is_refused() {
    assert_eq!(cleaned(&gif(2)), Err(Refusal::Animated));
    assert!(cleaned(&gif(1)).is_ok());
    let moving = png(4, 4);
    // Right after the head, which takes 33 bytes: `acTL` says that more pictures follow.
    let control = chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    let moving = [&moving[..33], &control, &moving[33..]].concat();
    assert_eq!(cleaned(&moving), Err(Refusal::Animated));
}

#[test]
fn a_file_that_is_also_something_else_is_only_an_image_afterwards() {
    for whole in [png(16, 16), jpeg(16, 16)] {
        let twofold = [&whole[..], CANARY, b"<script>alert(1)</script>PK\x03\x04"].concat();
        let kept = cleaned(&twofold).expect("a sample");
        assert!(!holds(&kept.bytes, CANARY) && !holds(&kept.bytes, b"<script"));
        assert!(is_plain(&kept.bytes) && !is_plain(&twofold));
    }
}

#[test]
fn nothing_of_what_a_file_says_about_itself_is_kept() {
    for (name, spoken) in Samples::talkative() {
        assert!(holds(&spoken, CANARY), "{name} says it");
        assert!(!is_plain(&spoken), "{name}");
        let kept = cleaned(&spoken).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert!(!holds(&kept.bytes, CANARY), "{name}");
        assert!(is_plain(&kept.bytes), "{name}");
        for word in [
            &b"Exif"[..],
            b"ICC_PROFILE",
            b"iCCP",
            b"tEXt",
            b"http://ns.adobe.com",
        ] {
            assert!(!holds(&kept.bytes, word), "{name}");
        }
    }
}

#[test]
fn what_is_hard_to_make_small_is_small_all_the_same() {
    let noise = Samples::noise(2_400, 2_400);
    let began = Instant::now();
    let kept = cleaned(&noise).expect("a sample");
    assert!(kept.bytes.len() <= KEPT_BYTES_MAX && (kept.width, kept.height) == (2_000, 2_000));
    assert!(began.elapsed() < TIME_MAX, "{:?}", began.elapsed());
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_file_does_harm(
        which in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut file = [png(9, 7), jpeg(9, 7), gif(1), webp(9, 7)][which].clone();
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        file.truncate(cut.index(file.len()) + 1);
        if let Ok(kept) = cleaned(&file) {
            prop_assert!(is_plain(&kept.bytes));
        }
        // And whether it is plain is known of anything.
        let _ = is_plain(&file);
    }
}
