//! How text looks inside the tags around it.

use html5gum::{HtmlString, StartTag};

use super::super::draft::Draft;
use super::super::limits::DEPTH_MAX;
use super::attribute;
use super::tags::{Look, Tag};
use crate::pad::block::Marks;

/// The tags that are open, and how text looked before each.
#[derive(Default)]
pub(super) struct Inline {
    open: Vec<(HtmlString, Marks)>,
    marks: Marks,
}

impl Inline {
    /// How text looks here.
    pub(super) fn marks(&self) -> &Marks {
        &self.marks
    }

    /// A tag begins.
    pub(super) fn begin(&mut self, start: &StartTag<()>, draft: &mut Draft) {
        let Tag::Inline(look) = Tag::of(&start.name) else {
            return;
        };
        if start.self_closing || self.open.len() == DEPTH_MAX {
            return;
        }
        self.open.push((start.name.clone(), self.marks.clone()));
        match look {
            Look::Strong => self.marks.strong = true,
            Look::Em => self.marks.em = true,
            Look::Underline => self.marks.underline = true,
            Look::Strike => self.marks.strike = true,
            Look::Link => self.marks.link = draft.link(&attribute(start, "href")),
            Look::Styled => {}
        }
        styled(&mut self.marks, &attribute(start, "style"));
    }

    /// A tag ends, and with it those that were opened in it.
    pub(super) fn end(&mut self, name: &HtmlString) {
        let Some(at) = self.open.iter().rposition(|(open, _)| open == name) else {
            return;
        };
        if let Some((_, before)) = self.open.drain(at..).next() {
            self.marks = before;
        }
    }
}

/// What office programs write instead of tags.
fn styled(marks: &mut Marks, style: &str) {
    for entry in style.split(';') {
        let (name, value) = entry.split_once(':').unwrap_or_default();
        let value = value.trim().to_ascii_lowercase();
        match name.trim().to_ascii_lowercase().as_str() {
            "font-weight" => {
                marks.strong =
                    ["bold", "bolder", "600", "700", "800", "900"].contains(&value.as_str())
            }
            "font-style" => marks.em = value == "italic" || value == "oblique",
            "text-decoration" | "text-decoration-line" => {
                marks.underline = value.contains("underline");
                marks.strike = value.contains("line-through");
            }
            _ => {}
        }
    }
}
