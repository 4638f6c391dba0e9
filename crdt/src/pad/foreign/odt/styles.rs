//! What the names of styles mean.

use std::collections::HashMap;
use std::io::BufRead;

use super::super::NotUnderstood;
use super::super::limits::LOOKED_UP_MAX;
use super::super::xml::{Element, Node, Xml};
use crate::pad::block::Marks;

/// Styles are of styles; no document has more of them on top of each other.
const CHAIN_MAX: usize = 16;

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    known: HashMap<String, Style>,
    /// What stands in front of the items of a list at a depth.
    lists: HashMap<(String, u8), Sign>,
}

#[derive(Default, Clone)]
struct Style {
    parent: String,
    /// What it says of its letters: nothing, that they are so, that they are not.
    strong: Option<bool>,
    em: Option<bool>,
    underline: Option<bool>,
    strike: Option<bool>,
    is_hidden: bool,
    list: Option<String>,
}

/// What stands in front of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Number,
    Bullet,
    /// A box, and whether it is ticked.
    Box(bool),
}

impl Styles {
    /// Reads the styles of a part, as far as its text.
    pub(super) fn read<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<(), NotUnderstood> {
        let mut current: Option<(String, Style)> = None;
        let mut list = String::new();
        loop {
            match xml.next()? {
                Node::Open(element) if element.name == "style" => {
                    let name = element.attribute("name").unwrap_or_default();
                    current = Some((name.to_owned(), Style::of(&element)));
                }
                Node::Open(element) if element.name == "list-style" => {
                    element
                        .attribute("name")
                        .unwrap_or_default()
                        .clone_into(&mut list);
                }
                Node::Open(element) if element.name.starts_with("list-level-style-") => {
                    self.take_level(&list, &element);
                }
                Node::Open(element) if element.name == "text-properties" => {
                    if let Some((_, style)) = &mut current {
                        style.take(&element);
                    }
                }
                Node::Open(element) if element.name == "body" => return Ok(()),
                Node::Close(name) if name == "style" => {
                    self.known
                        .extend(current.take().filter(|_| self.known.len() < LOOKED_UP_MAX));
                }
                Node::End => return Ok(()),
                _ => {}
            }
        }
    }

    fn take_level(&mut self, list: &str, element: &Element) {
        let level = element
            .attribute("level")
            .and_then(|level| level.parse().ok());
        if self.lists.len() < LOOKED_UP_MAX {
            self.lists
                .insert((list.to_owned(), level.unwrap_or(1)), sign(element));
        }
    }

    /// What stands in front of the items of a list, whose first depth is 0.
    pub(super) fn sign(&self, list: &str, depth: u8) -> Sign {
        let known = self.lists.get(&(list.to_owned(), depth.saturating_add(1)));
        known.copied().unwrap_or(Sign::Bullet)
    }

    /// The list that a paragraph of this style is in.
    pub(super) fn list(&self, name: &str) -> Option<&str> {
        self.chain(name)
            .find_map(|(_, style)| style.list.as_deref())
    }

    /// Whether a style is one of these, or is made of one.
    pub(super) fn is_of(&self, name: &str, names: &[&str]) -> bool {
        names.contains(&name)
            || self
                .chain(name)
                .any(|(_, style)| names.contains(&style.parent.as_str()))
    }

    /// What follows a beginning in the name of a style, or of one it is made of.
    pub(super) fn base<'a>(&'a self, name: &'a str, beginning: &str) -> Option<&'a str> {
        let parents = self.chain(name).map(|(_, style)| style.parent.as_str());
        std::iter::once(name)
            .chain(parents)
            .find_map(|name| name.strip_prefix(beginning))
    }

    /// Whether nobody sees letters of this style.
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.known.get(name).is_some_and(|style| style.is_hidden)
    }

    /// How letters of this style look, where others looked so around them.
    pub(super) fn marked(&self, name: &str, around: &Marks) -> Marks {
        let says =
            |what: fn(&Style) -> Option<bool>| self.chain(name).find_map(|(_, style)| what(style));
        Marks {
            strong: says(|style| style.strong).unwrap_or(around.strong),
            em: says(|style| style.em).unwrap_or(around.em),
            underline: says(|style| style.underline).unwrap_or(around.underline),
            strike: says(|style| style.strike).unwrap_or(around.strike),
            link: around.link.clone(),
            notes: Vec::new(),
        }
    }

    /// How the letters of a paragraph look that was formatted by hand: what its named style says is not of the text.
    pub(super) fn by_hand(&self, name: &str) -> Marks {
        let is_automatic =
            |name: &str| name.starts_with('P') && name[1..].chars().all(|c| c.is_ascii_digit());
        let style = self.known.get(name).filter(|_| is_automatic(name));
        let Some(style) = style else {
            return Marks::default();
        };
        Marks {
            strong: style.strong == Some(true),
            em: style.em == Some(true),
            underline: style.underline == Some(true),
            strike: style.strike == Some(true),
            link: None,
            notes: Vec::new(),
        }
    }

    fn chain(&self, name: &str) -> impl Iterator<Item = (&String, &Style)> {
        let first = self.known.get_key_value(name);
        std::iter::successors(first, |(_, style)| self.known.get_key_value(&style.parent))
            .take(CHAIN_MAX)
    }
}

impl Style {
    fn of(element: &Element) -> Self {
        let text = |name: &str| element.attribute(name).map(str::to_owned);
        Self {
            parent: text("parent-style-name").unwrap_or_default(),
            list: text("list-style-name").filter(|name| !name.is_empty()),
            ..Self::default()
        }
    }

    fn take(&mut self, element: &Element) {
        let says = |name: &str, on: fn(&str) -> bool| element.attribute(name).map(on);
        let is_drawn = |value: &str| value != "none";
        self.strong = says("font-weight", |weight| {
            weight == "bold" || weight.parse().is_ok_and(|weight: u16| weight > 500)
        });
        self.em = says("font-style", |style| style != "normal");
        self.underline = says("text-underline-style", is_drawn);
        self.strike = says("text-line-through-style", is_drawn);
        self.is_hidden = element.attribute("display") == Some("none");
    }
}

fn sign(element: &Element) -> Sign {
    match (element.name.as_str(), element.attribute("bullet-char")) {
        ("list-level-style-number", _) => match element.attribute("num-format") {
            Some("") | None => Sign::Bullet,
            _ => Sign::Number,
        },
        (_, Some("☐" | "□" | "❏" | "❑")) => Sign::Box(false),
        (_, Some("☑" | "☒")) => Sign::Box(true),
        _ => Sign::Bullet,
    }
}
