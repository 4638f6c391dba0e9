//! The name under which a browser keeps a file.

/// `attachment` with a name every system accepts: plain ASCII, and the title itself (RFC 6266, RFC 8187).
pub(crate) fn file_name(title: &str, extension: &str) -> String {
    let words = title
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let plain = match words.collect::<Vec<_>>().join("-") {
        nothing if nothing.is_empty() => "atelier".to_owned(),
        words => words,
    };
    let encoded: String = title
        .replace(['/', '\\'], "-")
        .bytes()
        .map(percent_encoded)
        .collect();
    format!("attachment; filename=\"{plain}.{extension}\"; filename*=UTF-8''{encoded}.{extension}")
}

fn percent_encoded(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_file_name_that_breaks_nothing() {
        let name = file_name("Compte-rendu d’été \"v2\"\r\n", "md");
        assert!(name.starts_with("attachment; filename=\"Compte-rendu-d-t-v2.md\"; "));
        assert!(name.ends_with(
            "filename*=UTF-8''Compte-rendu%20d%E2%80%99%C3%A9t%C3%A9%20%22v2%22%0D%0A.md"
        ));
        assert!(file_name("日本", "txt").contains("filename=\"atelier.txt\""));
    }
}
