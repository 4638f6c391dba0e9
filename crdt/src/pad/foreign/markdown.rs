//! Markdown, as GitHub and HedgeDoc read it: it is made a page, which is read as every other.

use pulldown_cmark::{Options, Parser, html as page};

use super::NotUnderstood;
use super::draft::Draft;
use super::html;
use super::limits::CHARS_MAX;

/// Reads Markdown.
pub(super) fn read(text: &str, draft: &mut Draft) -> Result<(), NotUnderstood> {
    // A page is longer than what it is made of; nothing longer than a pad is made into one.
    if text.len() > 4 * CHARS_MAX {
        return Err(NotUnderstood::TooMuch);
    }
    let (front, text) = front_matter(text);
    draft.title = front.and_then(title);
    let text = with_alerts(text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    let mut written = String::with_capacity(text.len() * 2);
    page::push_html(&mut written, Parser::new_ext(&text, options));
    html::read(&written, draft)
}

/// What stands between lines of `---` at the very beginning, and the rest.
fn front_matter(text: &str) -> (Option<&str>, &str) {
    let Some(rest) = text.strip_prefix("---\n") else {
        return (None, text);
    };
    match rest.split_once("\n---\n") {
        Some((front, rest)) if front.lines().all(is_entry) => (Some(front), rest),
        _ => (None, text),
    }
}

fn is_entry(line: &str) -> bool {
    line.is_empty() || line.starts_with([' ', '-', '#']) || line.contains(':')
}

fn title(front: &str) -> Option<String> {
    let title = front.lines().find_map(|line| line.strip_prefix("title:"))?;
    let title = title.trim().trim_matches(['"', '\'']);
    Some(title.to_owned())
}

/// Boxes as HedgeDoc writes them made boxes as GitHub does, without the line where it puts its contents.
fn with_alerts(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut is_inside = false;
    for line in text.split_inclusive('\n') {
        match line.trim().strip_prefix(":::") {
            Some(word) => {
                is_inside = !word.trim().is_empty();
                written.push('\n');
                if is_inside {
                    written.push_str(&format!("> [!{}]\n", tone(word.trim())));
                }
            }
            None if line.trim().eq_ignore_ascii_case("[toc]") => written.push('\n'),
            None => {
                written.push_str(if is_inside { "> " } else { "" });
                written.push_str(line);
            }
        }
    }
    written
}

fn tone(word: &str) -> &'static str {
    match word {
        "success" => "TIP",
        "warning" | "danger" => "WARNING",
        _ => "NOTE",
    }
}
