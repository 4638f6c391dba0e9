//! A letter: what it says, once as plain text and once as simple HTML. Neither holds an image or an address of elsewhere.

use crdt::html::escaped;

/// A letter without its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) subject: String,
    /// `fr` or `en`.
    pub(super) language: &'static str,
    pub(super) parts: Vec<Part>,
    /// Why one gets it, in small at the end.
    pub(super) footer: Vec<Part>,
}

/// A piece of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// What the next paragraphs are about.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Something that can be done.
    Action(Link),
}

/// A link and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) label: String,
    pub(super) url: String,
}

impl Letter {
    /// For those who read mail as text.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            text.push_str(&part.text());
            text.push('\n');
        }
        text.push_str("-- \n");
        for part in &self.footer {
            text.push_str(&part.text());
        }
        text
    }

    /// The same as HTML.
    pub(super) fn html(&self) -> String {
        let (body, footer) = (html(&self.parts), html(&self.footer));
        let (language, subject) = (self.language, escaped(&self.subject));
        format!(
            "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{subject}</title></head>\n\
             <body style=\"font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em\">\n\
             {body}<hr>\n<div style=\"font-size:14px\">{footer}</div>\n</body></html>\n"
        )
    }
}

impl Part {
    fn text(&self) -> String {
        match self {
            Self::Heading(text) | Self::Text(text) => format!("{text}\n"),
            Self::Action(Link { label, url }) => format!("→ {label}\n{url}\n"),
        }
    }

    fn html(&self) -> String {
        match self {
            Self::Heading(text) => format!("<h2 style=\"font-size:18px\">{}</h2>\n", escaped(text)),
            Self::Text(text) => format!("<p>{}</p>\n", escaped(text)),
            Self::Action(link) => link.html(),
        }
    }
}

/// What can be done about the same thing stands side by side.
fn html(parts: &[Part]) -> String {
    let is_action = |part: &Part| matches!(part, Part::Action(_));
    let groups = parts.chunk_by(|a, b| is_action(a) && is_action(b));
    let written = groups.map(|group| {
        let inside: String = group.iter().map(Part::html).collect();
        if is_action(&group[0]) {
            format!("<p>{inside}</p>\n")
        } else {
            inside
        }
    });
    written.collect()
}

impl Link {
    /// Large enough for a thumb.
    fn html(&self) -> String {
        format!(
            "<a href=\"{}\" style=\"display:inline-block;margin:0 8px 8px 0;padding:11px 16px;border:1px solid;\
             border-radius:8px\">{}</a>\n",
            escaped(&self.url),
            escaped(&self.label)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        let link = |label: &str| Link {
            label: label.to_owned(),
            url: "https://a.example.org/mail/x".to_owned(),
        };
        Letter {
            subject: "A <b> & co".to_owned(),
            language: "en",
            parts: vec![
                Part::Text("<script>alert(1)</script>".to_owned()),
                Part::Action(link("Open")),
            ],
            footer: vec![Part::Text("You asked for it.".to_owned())],
        }
    }

    #[test]
    fn what_people_wrote_stays_text() {
        let html = letter().html();
        assert!(!html.contains("<script>") && html.contains("&lt;script&gt;"));
        assert!(html.contains("<title>A &lt;b&gt; &amp; co</title>"));
    }

    #[test]
    fn both_forms_say_the_same() {
        let (text, html) = (letter().text(), letter().html());
        for said in ["Open", "You asked for it."] {
            assert!(text.contains(said) && html.contains(said), "{said}");
        }
        assert_eq!(text.matches("https://a.example.org/mail/x").count(), 1);
        assert_eq!(html.matches("https://a.example.org/mail/x").count(), 1);
    }
}
