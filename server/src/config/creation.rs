//! Who may make workshops and structures on this server.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Shortest code of the host, in characters: with thirty wrong ones a minute from one address, and three hundred in all,
/// eight letters and digits drawn by chance stay unknown for centuries.
const CODE_CHARS_MIN: usize = 8;
/// Longest, in characters.
const CODE_CHARS_MAX: usize = 64;

/// Who may make workshops and structures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Creators {
    /// Whoever comes.
    #[default]
    Everybody,
    /// Those whom the host gave the code; and the people of a workshop make structures from it.
    WhoHasCode(HostCode),
    /// Nobody: what exists goes on.
    Nobody,
}

/// The code that the host gives to those who may make workshops.
#[derive(Clone, PartialEq, Eq)]
pub struct HostCode([u8; 32]);

impl HostCode {
    /// Reads a code. Letters, digits and signs of ASCII without spaces, so that it can be said and sent.
    ///
    /// # Errors
    /// When it is too short, too long, or has other characters.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
        if is_plain && (CODE_CHARS_MIN..=CODE_CHARS_MAX).contains(&text.len()) {
            Ok(Self(hash(text)))
        } else {
            Err(format!(
                "give {CODE_CHARS_MIN} to {CODE_CHARS_MAX} letters, digits or signs, without accents and spaces"
            ))
        }
    }

    /// Whether this is the code. Takes as long whatever is wrong with it.
    pub fn is(&self, given: &str) -> bool {
        self.0.ct_eq(&hash(given.trim())).into()
    }
}

impl std::fmt::Debug for HostCode {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("HostCode(..)")
    }
}

/// Of one length whatever the text is.
fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_itself_and_nothing_else() {
        let code = HostCode::parse(" lilas-2026 ").expect("a code");
        assert!(code.is("lilas-2026") && code.is("lilas-2026 "));
        for wrong in ["", "lilas", "lilas-2027", "LILAS-2026", "lilas-20261"] {
            assert!(!code.is(wrong), "{wrong}");
        }
        assert_eq!(format!("{code:?}"), "HostCode(..)");
    }

    #[test]
    fn what_can_be_guessed_or_not_be_sent_is_no_code() {
        for wrong in ["", "short", "été-des-lilas", "two words", &"x".repeat(65)] {
            assert!(HostCode::parse(wrong).is_err(), "{wrong}");
        }
    }
}
