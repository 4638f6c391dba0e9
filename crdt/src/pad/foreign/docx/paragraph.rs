//! A paragraph before its text: what it is follows from its style, its list and its box.

use super::super::xml::Element;
use super::Beside;
use super::styles::Sort;
use crate::pad::block::BlockKind;

/// What one indent is in Word, and in what this program writes, in twentieths of a point.
const INDENT_TWIPS: u32 = 425;

/// What was said of a paragraph so far.
#[derive(Default)]
pub(super) struct Paragraph {
    style: String,
    list: Option<String>,
    depth: u8,
    left_twips: u32,
    outline: Option<u8>,
    /// Its box, and whether that is ticked.
    pub(super) ticked: Option<bool>,
}

impl Paragraph {
    /// Takes a property.
    pub(super) fn take(&mut self, element: &Element) {
        let value = || element.attribute("val").unwrap_or_default();
        match element.name.as_str() {
            "pStyle" => self.style = value().to_owned(),
            "numId" => self.list = Some(value().to_owned()),
            "ilvl" => self.depth = value().parse().unwrap_or(0),
            "outlineLvl" => self.outline = value().parse().ok().filter(|level| *level < 9),
            "ind" => {
                let left = element.attribute("left").or(element.attribute("start"));
                self.left_twips = left.and_then(|left| left.parse().ok()).unwrap_or(0);
            }
            _ => {}
        }
    }

    /// What its style says it is.
    pub(super) fn sort(&self, beside: &Beside) -> Sort {
        match (beside.styles.sort(&self.style), self.outline) {
            (Sort::Plain, Some(level)) => Sort::Heading(level + 1),
            (sort, _) => sort,
        }
    }

    /// What block it is.
    pub(super) fn kind(&self, beside: &Beside) -> BlockKind {
        let list = self
            .list
            .as_deref()
            .or_else(|| beside.styles.list(&self.style));
        let list = list.filter(|list| *list != "0");
        match self.sort(beside) {
            Sort::Heading(level) => BlockKind::Heading { level },
            _ if self.ticked.is_some() => BlockKind::CheckItem {
                indent: self.indent(list.is_some()),
                checked: self.ticked == Some(true),
            },
            _ if list.is_some_and(|list| beside.numbering.is_numbered(list, self.depth)) => {
                BlockKind::NumberedItem { indent: self.depth }
            }
            _ if list.is_some() => BlockKind::BulletItem { indent: self.depth },
            Sort::Quote => BlockKind::Quote,
            Sort::Callout(tone) => BlockKind::Callout { tone },
            Sort::Code | Sort::CodeLine => BlockKind::Code,
            Sort::Rule => BlockKind::Rule,
            _ => BlockKind::Paragraph,
        }
    }

    fn indent(&self, is_listed: bool) -> u8 {
        if is_listed {
            return self.depth;
        }
        let steps = (self.left_twips + INDENT_TWIPS / 2) / INDENT_TWIPS;
        u8::try_from(steps.saturating_sub(1)).unwrap_or(u8::MAX)
    }
}
