//! The little Markdown people write in descriptions, as HTML: paragraphs, headings, lists, lines to tick, bold, italic,
//! links. What is none of these stays as it is written. The web app's `rich.ts` reads the same.

use crate::address::followed;
use crate::html::escaped;

/// A description for the middle of a page.
pub(super) fn rich(text: &str) -> String {
    let lines: Vec<Line<'_>> = text.lines().filter_map(line).collect();
    let groups = lines.chunk_by(|a, b| a.is_item() && b.is_item());
    let blocks = groups.map(|group| {
        let inside: String = group.iter().map(Line::html).collect();
        if group[0].is_item() {
            format!("<ul class=\"text\">\n{inside}</ul>\n")
        } else {
            inside
        }
    });
    blocks.collect()
}

enum Line<'a> {
    Text(&'a str),
    Heading(&'a str),
    Item(&'a str),
    Box { done: bool, text: &'a str },
}

/// What a line is; none for an empty one.
fn line(line: &str) -> Option<Line<'_>> {
    let line = line.trim();
    if line.is_empty() {
        return None;
    }
    if let Some(item) = item(line) {
        let done = item.strip_prefix("[x] ").or(item.strip_prefix("[X] "));
        return Some(match (done, item.strip_prefix("[ ] ")) {
            (Some(text), _) => Line::Box { done: true, text },
            (_, Some(text)) => Line::Box { done: false, text },
            _ => Line::Item(item),
        });
    }
    let heading = line.trim_start_matches('#');
    let depth = line.len() - heading.len();
    let is_heading = (1..=6).contains(&depth) && heading.starts_with(' ');
    Some(if is_heading {
        Line::Heading(heading.trim())
    } else {
        Line::Text(line)
    })
}

/// What stands behind a bullet or a number.
fn item(line: &str) -> Option<&str> {
    let bullet = ["- ", "* ", "• "]
        .iter()
        .find_map(|bullet| line.strip_prefix(bullet));
    let number = || {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_number = rest.len() < line.len();
        let text = rest.strip_prefix(". ").or(rest.strip_prefix(") "));
        text.filter(|_| is_number)
    };
    bullet.or_else(number).map(str::trim)
}

impl Line<'_> {
    fn is_item(&self) -> bool {
        matches!(self, Self::Item(_) | Self::Box { .. })
    }

    fn html(&self) -> String {
        match self {
            Self::Text(text) => format!("<p>{}</p>\n", pieces(text)),
            Self::Heading(text) => format!("<h4>{}</h4>\n", pieces(text)),
            Self::Item(text) => format!("<li>{}</li>\n", pieces(text)),
            Self::Box { done: true, text } => format!("<li>☑ {}</li>\n", pieces(text)),
            Self::Box { done: false, text } => format!("<li>☐ {}</li>\n", pieces(text)),
        }
    }
}

/// Marks within a line. One that is not closed is text.
fn pieces(mut text: &str) -> String {
    let mut html = String::new();
    while let Some(at) = text.find(['*', '[']) {
        let (before, rest) = text.split_at(at);
        html += &escaped(before);
        let (piece, after) = piece(rest);
        html += &piece;
        text = after;
    }
    html + &escaped(text)
}

/// What begins with a mark, and what follows it.
fn piece(text: &str) -> (String, &str) {
    let marked = between(text, "**", "**")
        .map(|(inside, rest)| (format!("<strong>{}</strong>", escaped(inside)), rest));
    let marked = marked.or_else(|| {
        let (inside, rest) = between(text, "*", "*")?;
        Some((format!("<em>{}</em>", escaped(inside)), rest))
    });
    marked.or_else(|| link(text)).unwrap_or_else(|| {
        let (mark, rest) = text.split_at(1);
        (escaped(mark), rest)
    })
}

fn link(text: &str) -> Option<(String, &str)> {
    let (name, rest) = between(text, "[", "]")?;
    let (address, rest) = between(rest, "(", ")")?;
    let address = Some(followed(address.to_owned())).filter(|address| !address.is_empty())?;
    let (address, name) = (escaped(&address), escaped(name));
    Some((format!("<a href=\"{address}\">{name}</a>"), rest))
}

/// What stands between two marks at the beginning, without space at its edges; and what follows.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    let (inside, rest) = text.strip_prefix(open)?.split_once(close)?;
    let is_tight = !inside.is_empty() && inside.trim() == inside;
    is_tight.then_some((inside, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_html() {
        for (text, html) in [
            (
                "Trois **devis**, *vite*",
                "<p>Trois <strong>devis</strong>, <em>vite</em></p>\n",
            ),
            (
                "# Bar\n- eau\n2) thé\n- [x] vin",
                "<h4>Bar</h4>\n<ul class=\"text\">\n<li>eau</li>\n<li>thé</li>\n<li>☑ vin</li>\n</ul>\n",
            ),
            (
                "[ici](https://a.org/?a=1&b)",
                "<p><a href=\"https://a.org/?a=1&amp;b\">ici</a></p>\n",
            ),
        ] {
            assert_eq!(rich(text), html);
        }
    }

    #[test]
    fn what_is_no_mark_stays_as_it_is_written() {
        for (text, html) in [
            ("2 * 3 * 4", "<p>2 * 3 * 4</p>\n"),
            ("** pas fermé", "<p>** pas fermé</p>\n"),
            (
                "[x](javascript:alert(1))",
                "<p>[x](javascript:alert(1))</p>\n",
            ),
            ("#sujet [", "<p>#sujet [</p>\n"),
            ("**<b>**", "<p><strong>&lt;b&gt;</strong></p>\n"),
            ("\n \n", ""),
        ] {
            assert_eq!(rich(text), html);
        }
    }
}
