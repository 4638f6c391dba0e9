//! Source text without what only looks like an import.

/// The text without comments and without the tests at its end.
pub(crate) fn without_comments_and_tests(text: &str) -> String {
    let tests = text.find("#[cfg(test)]\nmod tests {");
    let code = &text[..tests.unwrap_or(text.len())];
    code.lines().map(without_comment).collect()
}

/// A `//` inside a string cuts the line short, which loses no import.
fn without_comment(line: &str) -> String {
    let code = line.split("//").next().unwrap_or_default();
    format!("{code}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_tests_are_left_out() {
        let text = "use crate::a; // crate::b\n/// [`crate::c`]\nfn f() {}\n#[cfg(test)]\nmod tests { use crate::d; }\n";
        assert_eq!(
            without_comments_and_tests(text),
            "use crate::a; \n\nfn f() {}\n"
        );
    }
}
