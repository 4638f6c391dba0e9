//! Accents that stand alone: some programs, most of them on a Mac, write `é` as an `e` and a mark after it.

use std::borrow::Cow;

/// A mark, the letters it goes on, and what comes of them, one for one.
const MARKS: [(char, &str, &str); 7] = [
    ('\u{300}', "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    ('\u{301}', "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
    ('\u{302}', "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    ('\u{303}', "anoANO", "ãñõÃÑÕ"),
    ('\u{308}', "aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
    ('\u{30a}', "aA", "åÅ"),
    ('\u{327}', "cC", "çÇ"),
];

/// The same text with each such mark on its letter; a mark that goes on no letter before it stays alone.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    if !text.contains(is_mark) {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    for character in text.chars() {
        let letter = is_mark(character).then(|| whole.pop()).flatten();
        match letter {
            None => whole.push(character),
            Some(letter) => match with_mark(letter, character) {
                Some(one) => whole.push(one),
                None => whole.extend([letter, character]),
            },
        }
    }
    Cow::Owned(whole)
}

/// The letter without its accent.
pub(super) fn bare(letter: char) -> char {
    let found = MARKS.iter().find_map(|(_, bare, marked)| {
        let place = marked.chars().position(|one| one == letter)?;
        bare.chars().nth(place)
    });
    found.unwrap_or(letter)
}

fn is_mark(character: char) -> bool {
    MARKS.iter().any(|(mark, ..)| *mark == character)
}

fn with_mark(letter: char, mark: char) -> Option<char> {
    let (_, bare, marked) = MARKS.iter().find(|(known, ..)| *known == mark)?;
    let place = bare.chars().position(|one| one == letter)?;
    marked.chars().nth(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_find_their_letters() {
        for (apart, whole) in [
            ("E\u{301}che\u{301}ance", "Échéance"),
            (
                "A\u{300} faire, c\u{327}a, nai\u{308}f",
                "À faire, ça, naïf",
            ),
            ("déjà", "déjà"),
            ("\u{301}x\u{301}", "\u{301}x\u{301}"),
            ("", ""),
        ] {
            assert_eq!(composed(apart), whole);
        }
        let without: String = "Échéance à Noël, ça".chars().map(bare).collect();
        assert_eq!(without, "Echeance a Noel, ca");
    }
}
