//! The letters a PDF may use, and which of them each sign is written with.

use std::sync::LazyLock;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, UnicodeBuffer};

use crate::pad::block::Marks;

/// A way of writing letters: a place in the list.
pub(super) type Hand = usize;

/// For code.
pub(super) const CODE: Hand = 5;
/// For signs that the text's own letters do not have.
pub(super) const SIGNS: Hand = 4;

/// For faces and pictures.
const EMOJI: Hand = 6;
/// For Arabic and Hebrew, which run from right to left.
pub(super) const RIGHT_TO_LEFT: Hand = 7;

const FILES: [&[u8]; 8] = [
    include_bytes!("../../../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../../../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    include_bytes!("../../../fonts/AtkinsonHyperlegibleNext-Italic.ttf"),
    include_bytes!("../../../fonts/AtkinsonHyperlegibleNext-BoldItalic.ttf"),
    include_bytes!("../../../fonts/DejaVuSans-Signs.ttf"),
    include_bytes!("../../../fonts/DejaVuSansMono.ttf"),
    include_bytes!("../../../fonts/NotoEmoji-Regular.ttf"),
    include_bytes!("../../../fonts/DejaVuSans-RightToLeft.ttf"),
];

/// Stands for a sign that no hand has.
const UNKNOWN: char = '□';

static FACES: LazyLock<Vec<Face<'static>>> = LazyLock::new(|| {
    let faces = FILES.iter().map(|file| Face::from_slice(file, 0));
    faces
        .map(|face| face.expect("our own fonts are readable"))
        .collect()
});

/// The hands as a PDF embeds them.
pub(super) fn fonts() -> Vec<Font> {
    let fonts = FILES.iter().map(|file| Font::new(file.to_vec().into(), 0));
    fonts
        .map(|font| font.expect("our own fonts are readable"))
        .collect()
}

/// The hand of text with these marks.
pub(super) fn hand(marks: &Marks) -> Hand {
    usize::from(marks.strong) + 2 * usize::from(marks.em)
}

/// The hand a sign is written with, where the text has this one.
pub(super) fn hand_of(character: char, own: Hand) -> Hand {
    // Pictures of one font look alike; DejaVu has some of them.
    let is_picture = character >= '\u{1f000}';
    let [first, last] = if is_picture {
        [EMOJI, SIGNS]
    } else {
        [SIGNS, EMOJI]
    };
    let hands = [own, RIGHT_TO_LEFT, first, last];
    let found = hands.into_iter().find(|hand| has(*hand, character));
    found.unwrap_or(SIGNS)
}

/// Whether a sign can be written.
pub(super) fn is_known(character: char) -> bool {
    has(hand_of(character, 0), character)
}

fn has(hand: Hand, character: char) -> bool {
    FACES[hand].glyph_index(character).is_some()
}

/// Letters as they are drawn with one hand, and how wide they are together where letters are one high.
pub(super) fn shaped(text: &str, hand: Hand) -> (Vec<KrillaGlyph>, f32) {
    let face = &FACES[hand];
    let per_em = face.units_per_em() as f32;
    let mut buffer = UnicodeBuffer::new();
    for (at, character) in text.char_indices() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let is_known = face.glyph_index(character).is_some();
        buffer.add(if is_known { character } else { UNKNOWN }, at);
    }
    buffer.guess_segment_properties();
    buffer.set_direction(match hand {
        RIGHT_TO_LEFT => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    });
    let shaped = rustybuzz::shape(face, &[], buffer);
    let mut starts: Vec<usize> = shaped
        .glyph_infos()
        .iter()
        .map(|info| info.cluster as usize)
        .collect();
    starts.sort_unstable();
    let mut width = 0.0;
    let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
    let glyphs = glyphs.map(|(info, position)| {
        let begin = info.cluster as usize;
        let end = starts.get(starts.partition_point(|start| *start <= begin));
        let scaled = |units: i32| units as f32 / per_em;
        width += scaled(position.x_advance);
        KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            scaled(position.x_advance),
            scaled(position.x_offset),
            scaled(position.y_offset),
            scaled(position.y_advance),
            begin..end.copied().unwrap_or(text.len()),
            None,
        )
    });
    (glyphs.collect(), width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_and_the_signs_of_pads_are_in_the_hands_they_are_written_with() {
        for hand in 0..4 {
            for sign in "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»“”‘’–—…•€§°%&@#©½\u{a0}".chars()
            {
                assert_eq!(hand_of(sign, hand), hand, "{sign}");
            }
        }
        for sign in "☐☑☒◦▪→←✓★≤≠Ωя\u{202f}".chars() {
            let hand = hand_of(sign, 0);
            assert!(FACES[hand].glyph_index(sign).is_some(), "{sign}");
        }
        assert_eq!(hand_of('é', CODE), CODE);
        for sign in "😀🎉👍🧑🚀🇫".chars() {
            assert_eq!(hand_of(sign, 0), EMOJI, "{sign}");
            assert!(is_known(sign), "{sign}");
        }
        for sign in "שלוםسلام".chars() {
            assert_eq!(hand_of(sign, 0), RIGHT_TO_LEFT, "{sign}");
        }
        assert!(!is_known('中'));
    }

    #[test]
    fn arabic_letters_join_and_stand_from_right_to_left() {
        let (glyphs, width) = shaped("سلام", RIGHT_TO_LEFT);
        let alone: f32 = "سلام"
            .chars()
            .map(|letter| shaped(&letter.to_string(), RIGHT_TO_LEFT).1)
            .sum();
        assert!(width < alone, "joined letters are narrower");
        let starts: Vec<usize> = glyphs.iter().map(|glyph| glyph.text_range.start).collect();
        assert!(
            starts.windows(2).all(|pair| pair[0] >= pair[1]),
            "{starts:?}"
        );
        for glyph in &glyphs {
            assert!("سلام".get(glyph.text_range.clone()).is_some());
        }
    }
}
