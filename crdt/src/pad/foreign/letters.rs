//! The letters of a file, whatever program wrote it.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::NotUnderstood;

/// Bytes that are looked at for what they are.
const LOOKED_AT: usize = 4096;
/// Of so many letters one may be none: more of them, and the file is no text.
const CONTROLS_PER_LETTER_MAX: usize = 50;

/// A file as text: UTF-8 or UTF-16, else what is written on Windows.
pub(super) fn decoded(bytes: &[u8]) -> Result<String, NotUnderstood> {
    let text = match encoding(bytes) {
        Some(encoding) => encoding.decode(bytes).0,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').into(),
            Err(_) => WINDOWS_1252.decode(bytes).0,
        },
    };
    as_text(&text)
}

/// A page as text: in the encoding it says, if that is one of the West.
pub(super) fn decoded_page(bytes: &[u8]) -> Result<String, NotUnderstood> {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let named = start.split("charset=").nth(1).map(|rest| {
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
            .next()
            .unwrap_or("")
            .to_owned()
    });
    let is_western = named.is_some_and(|name| {
        ["iso-8859-1", "iso-8859-15", "windows-1252", "latin1"].contains(&name.as_str())
    });
    match is_western && encoding(bytes).is_none() {
        true => as_text(&WINDOWS_1252.decode(bytes).0),
        false => decoded(bytes),
    }
}

/// UTF-16, by its mark or because every other byte of most letters is 0.
fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(&[0xff, 0xfe]) {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(&[0xfe, 0xff]) {
        return Some(UTF_16BE);
    }
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |half: usize| {
        let of_half = start.iter().skip(half).step_by(2);
        of_half.filter(|byte| **byte == 0).count()
    };
    let (first, second) = (zeros(0), zeros(1));
    match (first, second) {
        (0, many) if many > start.len() / 4 => Some(UTF_16LE),
        (many, 0) if many > start.len() / 4 => Some(UTF_16BE),
        _ => None,
    }
}

/// Refuses what is no text, and ends every line in one way.
fn as_text(text: &str) -> Result<String, NotUnderstood> {
    let odd =
        |c: char| (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}')) || c == '\u{fffd}';
    let controls = text.chars().filter(|c| odd(*c)).count();
    if text.contains('\0') || controls > text.chars().count() / CONTROLS_PER_LETTER_MAX {
        return Err(NotUnderstood::Strange);
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_however_it_was_written() {
        let read = |bytes: &[u8]| decoded(bytes).expect("it is text");
        assert_eq!(read("À faire".as_bytes()), "À faire");
        assert_eq!(read(b"\xef\xbb\xbf\xc3\x80"), "À");
        assert_eq!(read(b"\xff\xfe\xc0\x00"), "À");
        assert_eq!(read(b"\xfe\xff\x00\xc0"), "À");
        assert_eq!(read(b"\xc0 faire\r\n\x80"), "À faire\n€");
        assert_eq!(read(b"a\x00b\x00c\x00d\x00"), "abcd");
    }

    #[test]
    fn a_page_says_in_which_letters_it_is() {
        let page = b"<meta charset=\"iso-8859-1\"><p>\xe9t\xe9";
        assert!(decoded_page(page).expect("it is text").ends_with("été"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decoded(b"GIF89a\x00\x01\x02"), Err(NotUnderstood::Strange));
        assert_eq!(decoded(&[7; 100]), Err(NotUnderstood::Strange));
    }
}
