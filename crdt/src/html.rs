//! HTML: text that does nothing but stand there, and whole pages that load nothing from anywhere.

use crate::language::Language;

/// Text that can stand anywhere in HTML, also between the quotes of an attribute.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        push_escaped(&mut html, character);
    }
    html
}

/// Adds a character that is text.
pub(crate) fn push_escaped(html: &mut String, character: char) {
    match character {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '"' => html.push_str("&quot;"),
        '\'' => html.push_str("&#39;"),
        '\n' | '\t' => html.push(character),
        // HTML allows no other control character.
        control if control.is_control() => html.push(char::REPLACEMENT_CHARACTER),
        other => html.push(other),
    }
}

/// A page that can be kept, mailed and printed.
pub(crate) struct Page<'a> {
    /// The title as people typed it: the page's only first-level heading.
    pub(crate) title: &'a str,
    pub(crate) language: Language,
    /// More lines for its head.
    pub(crate) head: &'a str,
    pub(crate) style: &'a str,
    /// HTML under the heading.
    pub(crate) body: &'a str,
}

impl Page<'_> {
    /// The page, complete.
    pub(crate) fn written(&self) -> String {
        let (title, language) = (escaped(self.title), self.language.tag());
        let Self {
            head, style, body, ..
        } = self;
        format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n{head}<title>{title}</title>\n\
             <style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}</main>\n\
             </body>\n</html>\n"
        )
    }
}
