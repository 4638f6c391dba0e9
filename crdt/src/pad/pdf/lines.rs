//! Text cut into lines that fit: at spaces, after hyphens, and within a word only when it alone is too long.

use krilla::text::KrillaGlyph;

use super::fonts::{CODE, Hand, RIGHT_TO_LEFT, hand, hand_of, shaped};
use crate::pad::block::Run;

/// Letters of one hand with the same marks, as they stand in one line.
#[derive(Clone)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) hand: Hand,
    /// How wide, where letters are one high.
    pub(super) width: f32,
    /// Which run of the block it is of.
    pub(super) run: usize,
}

/// What is not cut, unless it is longer than a line.
#[derive(Default)]
struct Word {
    spans: Vec<Span>,
    width: f32,
    /// Nothing stands behind it in its line.
    ends_line: bool,
}

/// The lines of a block, for a width measured in heights of its letters.
pub(super) fn lines(runs: &[Run], width: f32, is_code: bool) -> Vec<Vec<Span>> {
    let mut lines: Vec<Vec<Span>> = vec![Vec::new()];
    let mut taken = 0.0;
    for word in words(runs, is_code) {
        for part in fitting(word, width) {
            let inked = part.width - trailing(&part);
            if taken > 0.0 && taken + inked > width {
                lines.push(Vec::new());
                taken = 0.0;
            }
            taken += part.width;
            let line = lines.last_mut().expect("there is a line");
            for span in part.spans {
                add(line, span);
            }
            if part.ends_line {
                lines.push(Vec::new());
                taken = 0.0;
            }
        }
    }
    let is_backward = runs_backward(runs);
    let ordered = lines.into_iter().map(|line| seen(line, is_backward));
    ordered.collect()
}

/// Whether a text begins with a letter of a script that runs from right to left.
pub(super) fn runs_backward(runs: &[Run]) -> bool {
    let mut letters = runs.iter().flat_map(|run| run.text.chars());
    let first = letters.find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| hand_of(letter, 0) == RIGHT_TO_LEFT)
}

/// How wide a line is without the spaces at its end, where letters are one high.
pub(super) fn inked(line: &[Span]) -> f32 {
    let is_white = |span: &&Span| span.text.trim().is_empty();
    let white: f32 = line
        .iter()
        .take_while(is_white)
        .map(|span| span.width)
        .sum();
    line.iter().map(|span| span.width).sum::<f32>() - white
}

/// The spans of a line in the order they are seen in, from left to right: those of one direction keep theirs, and what is
/// no letter goes with what is around it.
fn seen(mut line: Vec<Span>, is_backward: bool) -> Vec<Span> {
    if is_backward {
        line.reverse();
    }
    let against = |span: &Span| match span.hand {
        RIGHT_TO_LEFT => !is_backward,
        _ => is_backward && span.text.chars().any(char::is_alphabetic),
    };
    let with = |span: &Span| match span.hand {
        RIGHT_TO_LEFT => is_backward,
        _ => !is_backward && span.text.chars().any(char::is_alphabetic),
    };
    let mut at = 0;
    while let Some(start) = (at..line.len()).find(|at| against(&line[*at])) {
        let stop = (start..line.len()).find(|at| with(&line[*at]));
        let stop = stop.unwrap_or(line.len());
        let last = (start..stop).rfind(|at| against(&line[*at]));
        let end = last.map_or(stop, |last| last + 1);
        line[start..end].reverse();
        at = end;
    }
    line
}

/// Adds a span to a line: to the one before, if that is written alike.
fn add(line: &mut Vec<Span>, span: Span) {
    match line.last_mut() {
        Some(last)
            if last.hand == span.hand && last.run == span.run && span.hand != RIGHT_TO_LEFT =>
        {
            let before = last.text.len();
            last.glyphs.extend(span.glyphs.into_iter().map(|mut glyph| {
                let range = glyph.text_range;
                glyph.text_range = range.start + before..range.end + before;
                glyph
            }));
            last.text.push_str(&span.text);
            last.width += span.width;
        }
        _ => line.push(span),
    }
}

/// The width of the spaces a word ends with, which may stand out of the line.
fn trailing(word: &Word) -> f32 {
    let Some(last) = word.spans.last() else {
        return 0.0;
    };
    let kept = last.text.trim_end_matches(' ').len();
    let spaces = last
        .glyphs
        .iter()
        .filter(|glyph| glyph.text_range.start >= kept);
    spaces.map(|glyph| glyph.x_advance).sum()
}

fn words(runs: &[Run], is_code: bool) -> Vec<Word> {
    let mut words = vec![Word::default()];
    for (at, run) in runs.iter().enumerate() {
        let own = if is_code { CODE } else { hand(&run.marks) };
        let mut rest = run.text.as_str();
        while !rest.is_empty() {
            let (text, after, ends_line) = piece(rest);
            rest = after;
            let word = words.last_mut().expect("there is a word");
            push_spans(word, text, own, at);
            word.ends_line = ends_line;
            if ends_line || text.ends_with([' ', '\t', '-', '–', '—', '/']) {
                words.push(Word::default());
            }
        }
    }
    words
}

/// The text up to where a line may end, what follows, and whether a line must end here.
fn piece(text: &str) -> (&str, &str, bool) {
    let mut after_break = false;
    for (at, character) in text.char_indices() {
        if character == '\n' {
            return (&text[..at], &text[at + 1..], true);
        }
        let is_space = matches!(character, ' ' | '\t');
        if after_break && !is_space {
            return (&text[..at], &text[at..], false);
        }
        after_break = is_space || (matches!(character, '-' | '–' | '—' | '/') && at > 0);
    }
    (text, "", false)
}

fn push_spans(word: &mut Word, text: &str, own: Hand, run: usize) {
    let mut same = String::new();
    let mut current = own;
    for character in text.chars().filter_map(drawn) {
        let hand = hand_of(character, own);
        if hand != current && !same.is_empty() {
            push_span(word, std::mem::take(&mut same), current, run);
        }
        current = hand;
        same.push(character);
    }
    push_span(word, same, current, run);
}

fn push_span(word: &mut Word, text: String, hand: Hand, run: usize) {
    if text.is_empty() {
        return;
    }
    let (glyphs, width) = shaped(&text, hand);
    word.width += width;
    word.spans.push(Span {
        text,
        glyphs,
        hand,
        width,
        run,
    });
}

/// What is drawn of a sign: tabs as spaces, and nothing of what only says how others look.
pub(super) fn drawn(character: char) -> Option<char> {
    match character {
        '\t' => Some(' '),
        '\u{fe00}'..='\u{fe0f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        // The colours of skins, which pictures in one ink do not have.
        | '\u{1f3fb}'..='\u{1f3ff}' => None,
        control if control.is_control() => None,
        other => Some(other),
    }
}

/// The word, or parts of it that fit.
fn fitting(word: Word, width: f32) -> Vec<Word> {
    if word.width - trailing(&word) <= width {
        return vec![word];
    }
    let ends_line = word.ends_line;
    let mut parts = vec![Word::default()];
    for span in word.spans {
        for character in span.text.chars() {
            let mut letter = Word::default();
            push_span(&mut letter, character.to_string(), span.hand, span.run);
            let part = parts.last_mut().expect("there is a part");
            if part.width > 0.0 && part.width + letter.width > width {
                parts.push(letter);
            } else {
                part.width += letter.width;
                part.spans.append(&mut letter.spans);
            }
        }
    }
    if let Some(last) = parts.last_mut() {
        last.ends_line = ends_line;
    }
    parts
}
