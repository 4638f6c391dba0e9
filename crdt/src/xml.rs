//! Text inside XML.

use crate::html::push_escaped;

/// Text that can stand anywhere in XML, also between the quotes of an attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for character in text.chars() {
        push(&mut xml, character);
    }
    xml
}

/// Adds a character that is text.
pub(crate) fn push(xml: &mut String, character: char) {
    match character {
        // No XML may hold these, not even escaped.
        '\u{fffe}' | '\u{ffff}' => xml.push(char::REPLACEMENT_CHARACTER),
        other => push_escaped(xml, other),
    }
}
