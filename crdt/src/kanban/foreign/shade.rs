//! The colours of other tools, and the nearest one here.

use crate::kanban::Colour;

/// The colour of a word or of `#rrggbb`; none for what is no colour.
pub(super) fn colour(word: &str) -> Colour {
    let word = word.trim().trim_start_matches('#').to_ascii_lowercase();
    if let Some(known) = named(&word) {
        return known;
    }
    // Trello has three of each: `green`, `green_dark`, `green_light`.
    let plain = word.trim_end_matches("_dark").trim_end_matches("_light");
    named(plain)
        .or_else(|| of_digits(&word))
        .unwrap_or_default()
}

/// Whether it is the name of a colour.
pub(super) fn is_named(word: &str) -> bool {
    named(&word.trim().to_ascii_lowercase()).is_some()
}

fn named(word: &str) -> Option<Colour> {
    Some(match word {
        "red" | "crimson" | "pink" | "magenta" | "mistyrose" | "rouge" | "rose" => Colour::Red,
        "orange" | "deep_orange" | "deep orange" | "peachpuff" | "amber" => Colour::Orange,
        "yellow" | "gold" | "jaune" => Colour::Yellow,
        "green" | "lime" | "darkgreen" | "light_green" | "light green" | "vert" => Colour::Green,
        "blue" | "sky" | "navy" | "teal" | "cyan" | "slateblue" | "paleturquoise" | "bleu" => {
            Colour::Blue
        }
        "purple" | "violet" | "plum" | "indigo" => Colour::Violet,
        // Trello has no brown: this is the one this program writes for it.
        "brown" | "saddlebrown" | "orange_dark" | "marron" => Colour::Brown,
        "grey" | "gray" | "black" | "silver" | "dark_grey" | "dark grey" | "gris" => Colour::Grey,
        _ => return None,
    })
}

/// By what is strongest in it: red, green or blue, and how far the others are.
fn of_digits(digits: &str) -> Option<Colour> {
    if digits.len() != 6 || !digits.is_ascii() {
        return None;
    }
    let part = |at: usize| i32::from_str_radix(&digits[at..at + 2], 16).ok();
    let (red, green, blue) = (part(0)?, part(2)?, part(4)?);
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = most - least;
    if spread < 24 {
        return Some(Colour::Grey);
    }
    let hue = match most {
        most if most == red => (60 * (green - blue) / spread).rem_euclid(360),
        most if most == green => 60 * (blue - red) / spread + 120,
        _ => 60 * (red - green) / spread + 240,
    };
    Some(match hue {
        15..45 if most < 170 => Colour::Brown,
        15..45 => Colour::Orange,
        45..70 => Colour::Yellow,
        70..165 => Colour::Green,
        165..255 => Colour::Blue,
        255..320 => Colour::Violet,
        _ => Colour::Red,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_of_other_tools_find_the_nearest_here() {
        for (theirs, ours) in [
            ("sky", Colour::Blue),
            ("green_dark", Colour::Green),
            ("orange_dark", Colour::Brown),
            ("Deep Orange", Colour::Orange),
            ("31CC7C", Colour::Green),
            ("#0082c9", Colour::Blue),
            ("FF7A66", Colour::Red),
            ("F1DB50", Colour::Yellow),
            ("808080", Colour::Grey),
            ("7c31cc", Colour::Violet),
            ("795548", Colour::Brown),
            ("", Colour::None),
            ("zigzag", Colour::None),
            ("ééé", Colour::None),
        ] {
            assert_eq!(colour(theirs), ours, "{theirs}");
        }
    }
}
