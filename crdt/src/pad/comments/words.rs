//! Notes in the words of a language, for Markdown and HTML.

use super::{Note, Said};
use crate::day::spoken::spoken;
use crate::html;
use crate::language::Language;
use crate::markdown;

/// What stands around notes.
struct Around {
    title: &'static str,
    /// Above those whose passage is gone.
    loose: &'static str,
    resolved: &'static str,
    someone: &'static str,
    colon: &'static str,
    quotes: [&'static str; 2],
}

const FRENCH: Around = Around {
    title: "Commentaires",
    loose: "Sur des passages retirés",
    resolved: "résolu",
    someone: "Quelqu’un",
    colon: "\u{a0}: ",
    quotes: ["«\u{a0}", "\u{a0}»"],
};

const ENGLISH: Around = Around {
    title: "Comments",
    loose: "On passages that were removed",
    resolved: "resolved",
    someone: "Somebody",
    colon: ": ",
    quotes: ["“", "”"],
};

impl Around {
    fn of(language: Language) -> &'static Self {
        match language {
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
        }
    }

    fn quoted(&self, quote: &str) -> String {
        let [open, close] = self.quotes;
        format!("{open}{quote}{close}")
    }
}

/// Above all notes.
pub(super) fn title(language: Language) -> &'static str {
    Around::of(language).title
}

/// Behind a note that is settled.
pub(super) fn resolved(language: Language) -> &'static str {
    Around::of(language).resolved
}

/// Between who said something and what.
pub(super) fn after_who(language: Language) -> &'static str {
    Around::of(language).colon
}

/// A passage between the signs for it.
pub(super) fn quoted(quote: &str, language: Language) -> String {
    Around::of(language).quoted(quote)
}

/// Who said it and when: `Ana, 23 novembre 2026`.
pub(super) fn who(said: &Said, language: Language) -> String {
    let around = Around::of(language);
    let name = if said.name.is_empty() {
        around.someone
    } else {
        &said.name
    };
    match said.day.as_str() {
        "" => name.to_owned(),
        day => format!("{name}, {}", spoken(day, language)),
    }
}

/// Adds notes to a pad's Markdown: footnotes where the text bears their number, a list of the others.
pub(in crate::pad) fn push_markdown(text: &mut String, notes: &[Note], language: Language) {
    let around = Around::of(language);
    let bears = |note: &&Note| text.contains(&format!("[^{}]", note.number));
    let (borne, loose): (Vec<&Note>, Vec<&Note>) = notes.iter().partition(bears);
    for note in borne {
        let said = paragraphs(note, language).join("\n\n    ");
        text.push_str(&format!("\n[^{}]: {said}\n", note.number));
    }
    if !loose.is_empty() {
        text.push_str(&format!("\n## {}\n", around.loose));
    }
    for note in loose {
        let quote = markdown::escaped(&around.quoted(&note.quote));
        let said = paragraphs(note, language).join("\n\n  ");
        text.push_str(&format!("\n- {quote}\n\n  {said}\n"));
    }
}

fn paragraphs(note: &Note, language: Language) -> Vec<String> {
    let around = Around::of(language);
    let settled = note.is_resolved.then(|| format!("({})", around.resolved));
    let said = note.said.iter().map(|said| {
        let (who, text) = (who(said, language), markdown::escaped(&said.text));
        format!("{}{}{text}", markdown::escaped(&who), around.colon)
    });
    said.chain(settled).collect()
}

/// The notes as a part of a page; empty when there are none.
pub(in crate::pad) fn section(notes: &[Note], language: Language) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let title = Around::of(language).title;
    let items: String = notes.iter().map(|note| item(note, language)).collect();
    format!("<section class=\"notes\">\n<h2>{title}</h2>\n<ol>\n{items}</ol>\n</section>\n")
}

fn item(note: &Note, language: Language) -> String {
    let (number, around) = (note.number, Around::of(language));
    let quote = html::escaped(&around.quoted(&note.quote));
    let quote = match note.is_placed {
        true => format!("<a href=\"#passage-{number}\">{quote}</a>"),
        false => format!("<del>{quote}</del>"),
    };
    let settled = if note.is_resolved {
        format!(" ({})", around.resolved)
    } else {
        String::new()
    };
    let said = note.said.iter().map(|said| {
        let who = html::escaped(&who(said, language));
        let text = html::escaped(&said.text).replace('\n', "<br>");
        format!("<p><strong>{who}</strong>{}{text}</p>\n", around.colon)
    });
    let said: String = said.collect();
    format!("<li id=\"note-{number}\">{quote}{settled}\n{said}</li>\n")
}
