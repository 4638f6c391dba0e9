//! Which addresses that people wrote are shown.

/// An address, in characters.
pub(crate) const ADDRESS_CHARS_MAX: usize = 2_048;

const SCHEMES: [&str; 3] = ["http:", "https:", "mailto:"];

/// An address on the web or on this server; empty for anything else, such as a script.
pub(crate) fn followed(address: String) -> String {
    let is_followed = is_web(&address) || is_here(&address);
    kept(address, is_followed)
}

/// An address on this server; empty for anything else.
pub(crate) fn here(address: String) -> String {
    let is_here = is_here(&address);
    kept(address, is_here)
}

fn kept(address: String, is_kept: bool) -> String {
    let is_short = address.chars().nth(ADDRESS_CHARS_MAX).is_none();
    if is_kept && is_short && !address.contains(is_hidden) {
        address
    } else {
        String::new()
    }
}

fn is_web(address: &str) -> bool {
    SCHEMES.iter().any(|scheme| {
        let head = address.get(..scheme.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(scheme)) && address.len() > scheme.len()
    })
}

/// Browsers take `//` and `/\` for the beginning of another server's address.
fn is_here(address: &str) -> bool {
    let mut characters = address.chars();
    characters.next() == Some('/') && !matches!(characters.next(), Some('/' | '\\'))
}

/// The byte order mark is white space to JavaScript, and both sides must agree.
fn is_hidden(character: char) -> bool {
    character.is_whitespace() || character.is_control() || character == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_people_write_are_kept() {
        for address in [
            "https://example.org/a?b=c#d",
            "mailto:a@b.fr",
            "/api/attachments/x",
        ] {
            assert_eq!(followed(address.to_owned()), address);
        }
        assert_eq!(here("/w/a/b".to_owned()), "/w/a/b");
    }

    #[test]
    fn all_others_are_not() {
        let long = format!("https://{}", "x".repeat(3_000));
        for address in [
            "javascript:alert(1)",
            "//evil.org",
            "/\\evil.org",
            "https://a b",
            "",
            "https:",
            "x",
            &long,
        ] {
            assert_eq!(followed(address.to_owned()), "", "{address}");
        }
        assert_eq!(here("https://example.org".to_owned()), "");
    }
}
