//! Escapes text so that Markdown reads it as text.

/// Text for the middle of a line.
pub(crate) fn escaped(text: &str) -> String {
    let mut markdown = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        push(&mut markdown, character, next);
    }
    markdown
}

fn push(markdown: &mut String, character: char, next: Option<char>) {
    match character {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '#' => {
            push_backslashed(markdown, character)
        }
        '&' if next.is_some_and(|c| c == '#' || c.is_ascii_alphanumeric()) => {
            push_backslashed(markdown, '&');
        }
        // Before a link it would make an image.
        '!' if next.is_none() => push_backslashed(markdown, '!'),
        '\n' => markdown.push_str("<br>"),
        '\t' => markdown.push_str("&#9;"),
        control if control.is_control() => markdown.push(char::REPLACEMENT_CHARACTER),
        other => markdown.push(other),
    }
}

fn push_backslashed(markdown: &mut String, character: char) {
    markdown.push('\\');
    markdown.push(character);
}

/// Escapes what would be markup at the beginning of a line, and the spaces at both ends, which
/// Markdown drops. `line` is already escaped for the middle of a line.
pub(crate) fn whole_line(line: &str) -> String {
    let text = line.trim_matches(' ');
    let before = line.len() - line.trim_start_matches(' ').len();
    let after = (line.len() - before) - text.len();
    let start = if before == 0 {
        line_start(text)
    } else {
        text.to_owned()
    };
    "&#32;".repeat(before) + &start + &"&#32;".repeat(after)
}

fn line_start(line: &str) -> String {
    // A lone tag would make the next line HTML too.
    if line == "<br>" {
        return "&#32;<br>".to_owned();
    }
    match line.find(|c: char| !c.is_ascii_digit()) {
        // A bullet, a rule, a heading's underline or a quote.
        Some(0) if line.starts_with(['-', '+', '=', '>']) => format!("\\{line}"),
        // A numbered item.
        Some(digits) if digits > 0 && line[digits..].starts_with(['.', ')']) => {
            format!("{}\\{}", &line[..digits], &line[digits..])
        }
        _ => line.to_owned(),
    }
}

/// An address for the brackets of a link: `(address)`.
pub(crate) fn address(address: &str) -> String {
    let bare = address
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "-._~:/?#@!$'+,;=%".contains(c));
    if bare {
        return address.to_owned();
    }
    let mut markdown = String::from("<");
    for character in address.chars() {
        if "\\<>&*_`[]".contains(character) {
            markdown.push('\\');
        }
        markdown.push(character);
    }
    markdown + ">"
}
