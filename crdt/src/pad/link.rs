//! Which addresses a link may lead to.

use super::limits::LINK_BYTES_MAX;

const SCHEMES: [&str; 3] = ["http:", "https:", "mailto:"];

/// Whether an address may be followed: a known scheme, no white space, no control character. A
/// script or a file address would act in the name of the reader.
pub(super) fn may_be_followed(address: &str) -> bool {
    address.len() <= LINK_BYTES_MAX
        && SCHEMES.iter().any(|scheme| begins_with(address, scheme))
        && !address.chars().any(is_hidden)
}

/// The byte order mark is white space to JavaScript, and both sides must agree.
fn is_hidden(character: char) -> bool {
    character.is_whitespace() || character.is_control() || character == '\u{feff}'
}

fn begins_with(address: &str, scheme: &str) -> bool {
    address
        .get(..scheme.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(scheme))
        && address.len() > scheme.len()
}

#[cfg(test)]
mod tests {
    use super::may_be_followed;

    #[test]
    fn addresses_people_write_may_be_followed() {
        for address in ["https://example.org/a?b=c#d", "HTTP://x", "mailto:a@b.fr"] {
            assert!(may_be_followed(address), "{address}");
        }
    }

    #[test]
    fn other_schemes_and_hidden_characters_may_not() {
        let long = format!("https://{}", "x".repeat(3000));
        let refused = [
            "javascript:alert(1)",
            " https://x",
            "https://x y",
            "https://x\u{feff}",
            "java\nscript:x",
            "data:text/html,x",
            "https:",
            "/relative",
            "",
            long.as_str(),
        ];
        for address in refused {
            assert!(!may_be_followed(address), "{address}");
        }
    }
}
