//! The code of the workshop: short enough to be said across it.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use crate::{limits::CODE_TEXT_BYTES_MAX, secret::random_bytes};

const CONSONANTS: &[u8] = b"bdfglmnprstv";
const VOWELS: &[u8] = b"aeiou";
const SYLLABLES: usize = 4;
const DIGITS: usize = 3;

/// Four syllables and three digits, as `bafo-lumi-472`: 12.96 thousand million possibilities.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct JoinCode(String);

impl JoinCode {
    /// A fresh one.
    pub fn random() -> Self {
        let mut code = String::with_capacity(SYLLABLES * 2 + DIGITS);
        for _ in 0..SYLLABLES {
            code.push(pick(CONSONANTS));
            code.push(pick(VOWELS));
        }
        for _ in 0..DIGITS {
            code.push(pick(b"0123456789"));
        }
        JoinCode(code)
    }

    /// Reads a code as people type it: capitals, accents, spaces and hyphens do not matter.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = (typed.len() <= CODE_TEXT_BYTES_MAX).then_some(typed)?;
        let letters: String = typed.chars().filter_map(plain_letter).collect();
        is_code(letters.as_bytes()).then_some(JoinCode(letters))
    }
}

impl fmt::Display for JoinCode {
    /// With its hyphens, as shown to people.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}-{}-{}", &self.0[..4], &self.0[4..8], &self.0[8..])
    }
}

impl fmt::Debug for JoinCode {
    /// Without the code: it opens a space.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("JoinCode(..)")
    }
}

impl ToSql for JoinCode {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.as_str()))
    }
}

impl FromSql for JoinCode {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::parse(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

fn is_code(letters: &[u8]) -> bool {
    let syllable = |pair: &[u8]| CONSONANTS.contains(&pair[0]) && VOWELS.contains(&pair[1]);
    letters.len() == SYLLABLES * 2 + DIGITS
        && letters[..SYLLABLES * 2].chunks(2).all(syllable)
        && letters[SYLLABLES * 2..].iter().all(u8::is_ascii_digit)
}

/// The letter without its accent or capital; separators and combining accents are nothing.
fn plain_letter(typed: char) -> Option<char> {
    let lower = typed.to_lowercase().next().unwrap_or(typed);
    match lower {
        'à' | 'â' | 'ä' | 'á' => Some('a'),
        'é' | 'è' | 'ê' | 'ë' => Some('e'),
        'î' | 'ï' | 'í' => Some('i'),
        'ô' | 'ö' | 'ó' => Some('o'),
        'ù' | 'û' | 'ü' | 'ú' => Some('u'),
        '-' | '_' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2010}'..='\u{2015}' => None,
        '\u{300}'..='\u{36f}' => None,
        other if other.is_whitespace() => None,
        other => Some(other),
    }
}

/// One of the letters, each as likely as the others: bytes beyond the last whole multiple are drawn again.
fn pick(letters: &[u8]) -> char {
    let whole = 256 - 256 % letters.len();
    loop {
        let [byte] = random_bytes::<1>();
        if usize::from(byte) < whole {
            return char::from(letters[usize::from(byte) % letters.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = JoinCode::parse("bafo-lumi-472").unwrap();
        for typed in [
            "BAFO LUMI 472",
            "bafolumi472",
            " Bàfo–Lûmi 4 7 2 ",
            "ba.fo_lu-mi472",
        ] {
            assert_eq!(JoinCode::parse(typed).as_ref(), Some(&code), "{typed}");
        }
    }

    #[test]
    fn what_is_not_a_code_is_refused() {
        for typed in [
            "",
            "bafo-lumi-47",
            "bafo-lumi-4722",
            "afob-lumi-472",
            "bafo-lumi-abc",
            &"b".repeat(500),
        ] {
            assert_eq!(JoinCode::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_random_code_reads_back() {
        for _ in 0..100 {
            let code = JoinCode::random();
            assert_eq!(JoinCode::parse(&code.to_string()), Some(code));
        }
    }
}
