//! What the names of styles mean.

use std::collections::HashMap;

use super::super::NotUnderstood;
use super::super::limits::LOOKED_UP_MAX;
use super::super::opened::Opened;
use super::super::xml::{Element, Node};
use crate::pad::block::{Marks, Tone};

/// Styles are of styles; no document has more of them on top of each other.
const CHAIN_MAX: usize = 16;

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles(HashMap<String, Style>);

/// What one of them says.
#[derive(Default, Clone)]
pub(super) struct Style {
    name: String,
    based_on: String,
    /// How deep in the outline of the document: 0 is a heading of the first level.
    outline: Option<u8>,
    /// The list it puts a paragraph into.
    list: Option<String>,
    marks: Marks,
}

/// What a paragraph of a style is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Plain,
    Title,
    Subtitle,
    Heading(u8),
    Quote,
    Callout(Tone),
    /// One block each.
    Code,
    /// A line of code: those that follow each other are one block.
    CodeLine,
    Rule,
    /// What stands above a table.
    Caption,
}

impl Styles {
    /// Reads them; a document may have none.
    pub(super) fn read(opened: &mut Opened<'_>) -> Result<Self, NotUnderstood> {
        let mut styles = HashMap::new();
        let Some(mut xml) = opened.xml("word/styles.xml")? else {
            return Ok(Self(styles));
        };
        let mut current: Option<(String, Style)> = None;
        loop {
            match xml.next()? {
                Node::Open(element) if element.name == "style" => {
                    let id = element.attribute("styleId").unwrap_or_default();
                    current = Some((id.to_owned(), Style::default()));
                }
                Node::Open(element) => {
                    if let Some((_, style)) = &mut current {
                        style.take(&element);
                    }
                }
                Node::Close(name) if name == "style" => {
                    styles.extend(current.take().filter(|_| styles.len() < LOOKED_UP_MAX));
                }
                Node::End => return Ok(Self(styles)),
                _ => {}
            }
        }
    }

    /// What a paragraph of this style is.
    pub(super) fn sort(&self, id: &str) -> Sort {
        let mut sorts = self.chain(id).map(Style::sort);
        sorts
            .find(|sort| *sort != Sort::Plain)
            .unwrap_or(Sort::Plain)
    }

    /// The list a style puts a paragraph into.
    pub(super) fn list(&self, id: &str) -> Option<&str> {
        self.chain(id).find_map(|style| style.list.as_deref())
    }

    /// How letters of this style look.
    pub(super) fn marks(&self, id: &str) -> Marks {
        self.0
            .get(id)
            .map(|style| style.marks.clone())
            .unwrap_or_default()
    }

    /// A style, what it is based on, and so on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let first = self.0.get(id);
        std::iter::successors(first, |style| self.0.get(&style.based_on)).take(CHAIN_MAX)
    }
}

impl Style {
    fn take(&mut self, element: &Element) {
        let value = element.attribute("val");
        let text = || value.unwrap_or_default().to_owned();
        match element.name.as_str() {
            "name" => self.name = text().to_ascii_lowercase(),
            "basedOn" => self.based_on = text(),
            "outlineLvl" => {
                self.outline = value
                    .and_then(|level| level.parse().ok())
                    .filter(|level| *level < 9)
            }
            "numId" => self.list = Some(text()),
            "b" => self.marks.strong = is_on(element),
            "i" => self.marks.em = is_on(element),
            "strike" => self.marks.strike = is_on(element),
            _ => {}
        }
    }

    fn sort(&self) -> Sort {
        match self.name.as_str() {
            "title" => Sort::Title,
            "subtitle" => Sort::Subtitle,
            "quote" | "intense quote" | "quotations" | "block text" => Sort::Quote,
            "caption" => Sort::Caption,
            "code" => Sort::Code,
            "html preformatted" | "preformatted text" | "source code" | "plain text" => {
                Sort::CodeLine
            }
            "horizontal rule" | "horizontal line" => Sort::Rule,
            name if name.starts_with("callout ") => {
                Sort::Callout(Tone::of(&name["callout ".len()..]))
            }
            name => match (name.strip_prefix("heading "), self.outline) {
                (Some(level), _) => Sort::Heading(level.parse().unwrap_or(1)),
                (None, Some(level)) => Sort::Heading(level + 1),
                _ => Sort::Plain,
            },
        }
    }
}

/// Whether a property that is there holds: it may say that it does not.
pub(super) fn is_on(element: &Element) -> bool {
    !matches!(
        element.attribute("val"),
        Some("0" | "false" | "none" | "off")
    )
}
