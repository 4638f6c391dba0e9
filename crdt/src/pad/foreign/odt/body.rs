//! The text of a document, element by element.

use std::io::BufRead;

use super::super::NotUnderstood;
use super::super::draft::Draft;
use super::super::limits::DEPTH_MAX;
use super::super::losses::Loss;
use super::super::pictures::Source;
use super::super::xml::{Element, Node, Xml};
use super::frame::Frame;
use super::styles::{Sign, Styles};
use crate::pad::block::{BlockKind, Marks, Tone};

/// Most spaces that one element stands for.
const SPACES_MAX: usize = 1_000;

/// Where in the text the reading is.
pub(super) struct Body<'a, R> {
    xml: Xml<R>,
    draft: &'a mut Draft,
    styles: &'a Styles,
    /// The text has begun.
    in_body: bool,
    /// How many paragraphs are around: a frame may hold others.
    paragraphs: usize,
    marks: Marks,
    /// How text looked before each element that changed it.
    before: Vec<(String, Marks)>,
    /// Spans that nobody sees.
    hidden: usize,
    /// The lists around, by the names of their styles.
    lists: Vec<String>,
    /// The sign of the item whose first paragraph has not come yet.
    item: Option<Sign>,
    title: Option<String>,
}

impl<'a, R: BufRead> Body<'a, R> {
    pub(super) fn new(xml: Xml<R>, draft: &'a mut Draft, styles: &'a Styles) -> Self {
        Self {
            xml,
            draft,
            styles,
            in_body: false,
            paragraphs: 0,
            marks: Marks::default(),
            before: Vec::new(),
            hidden: 0,
            lists: Vec::new(),
            item: None,
            title: None,
        }
    }

    /// Reads all of it.
    pub(super) fn read(mut self) -> Result<(), NotUnderstood> {
        loop {
            match self.xml.next()? {
                Node::Open(element) if element.name == "body" => self.in_body = true,
                Node::Open(element) if self.in_body => self.open(&element)?,
                Node::Close(name) if self.in_body => self.close(&name)?,
                Node::Text(text) if self.paragraphs > 0 => self.add(&text, true)?,
                Node::End => return self.draft.close(),
                _ => {}
            }
        }
    }

    fn open(&mut self, element: &Element) -> Result<(), NotUnderstood> {
        match element.name.as_str() {
            "p" | "h" => self.begin_paragraph(element)?,
            "span" => self.begin_span(element),
            "a" => self.begin_link(element),
            "s" => self.add(&" ".repeat(spaces(element)), false)?,
            "tab" => self.add("\t", false)?,
            "line-break" => self.add("\n", false)?,
            "list" => self.begin_list(element),
            "list-item" => self.begin_item(element),
            "table" => self.draft.begin_table()?,
            "table-row" => self.draft.begin_row()?,
            "table-cell" => self.draft.begin_cell()?,
            other => self.left_out(other, element)?,
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), NotUnderstood> {
        match name {
            "p" | "h" => self.end_paragraph()?,
            "span" | "a" => self.end_span(name),
            "list" => {
                self.lists.pop();
                self.item = None;
            }
            "table" => self.draft.end_table()?,
            _ => {}
        }
        Ok(())
    }

    /// What no pad has, with all that is in it.
    fn left_out(&mut self, name: &str, element: &Element) -> Result<(), NotUnderstood> {
        let loss = match name {
            "frame" => return self.frame(),
            "note" => Loss::Notes,
            "annotation" => Loss::Comments,
            "changed-region" => Loss::Removed,
            "custom-shape" | "g" | "line" | "rect" | "ellipse" | "object" => Loss::Drawings,
            // Made again from the headings whenever it is wanted, and what is said once for the whole text.
            "table-of-content" | "sequence-decls" | "variable-decls" | "user-field-decls"
            | "forms" => {
                return self.xml.skip();
            }
            _ => return Ok(()),
        };
        self.draft
            .lose(loss, element.attribute("name").unwrap_or_default());
        self.xml.skip()
    }

    fn frame(&mut self) -> Result<(), NotUnderstood> {
        let frame = Frame::read(&mut self.xml)?;
        let Some(part) = frame.part() else {
            self.draft.lose(frame.loss(), "");
            return Ok(());
        };
        let caption = self.draft.words(&frame.caption)?;
        self.draft.picture(frame.alt(), caption, Source::Part(part))
    }

    fn begin_paragraph(&mut self, element: &Element) -> Result<(), NotUnderstood> {
        self.paragraphs += 1;
        self.before.clear();
        let style = element.attribute("style-name").unwrap_or_default();
        let is_title = self.styles.is_of(style, &["Title"]);
        if is_title && self.draft.title.is_none() {
            self.title = Some(String::new());
            return self.draft.close();
        }
        self.marks = self.styles.by_hand(style);
        if element.name == "p" && self.is_further_line() {
            return self.draft.text("\n", &Marks::default());
        }
        if self.lists.is_empty() && self.styles.is_of(style, &["Preformatted_20_Text"]) {
            return self.draft.open_line_of_code();
        }
        let says_what_stands_beside = self
            .styles
            .is_of(style, &["Table", "Illustration", "Figure"]);
        if self.lists.is_empty() && says_what_stands_beside {
            return self.draft.open_caption();
        }
        let kind = self.kind(element, style, is_title);
        self.draft.open(kind)
    }

    /// A second paragraph of an item stands below the first.
    fn is_further_line(&self) -> bool {
        !self.lists.is_empty() && self.item.is_none() && self.draft.is_open()
    }

    fn kind(&mut self, element: &Element, style: &str, is_title: bool) -> BlockKind {
        if element.name == "h" || is_title {
            self.item = None;
            let level = element
                .attribute("outline-level")
                .and_then(|level| level.parse().ok());
            return BlockKind::Heading {
                level: level.unwrap_or(1),
            };
        }
        let indent = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let sign = self.item.take().or_else(|| {
            let list = self.styles.list(style).filter(|_| self.lists.is_empty())?;
            Some(self.styles.sign(list, 0))
        });
        match sign {
            Some(Sign::Number) => BlockKind::NumberedItem { indent },
            Some(Sign::Bullet) => BlockKind::BulletItem { indent },
            Some(Sign::Box(checked)) => BlockKind::CheckItem { indent, checked },
            None => self.plain(style),
        }
    }

    fn plain(&self, style: &str) -> BlockKind {
        if let Some(tone) = self.styles.base(style, "Callout_20_") {
            return BlockKind::Callout {
                tone: Tone::of(tone),
            };
        }
        let is = |names: &[&str]| self.styles.is_of(style, names);
        match () {
            () if is(&["Quotations", "Quote"]) => BlockKind::Quote,
            () if is(&["Code"]) => BlockKind::Code,
            () if is(&["Horizontal_20_Line"]) => BlockKind::Rule,
            () => BlockKind::Paragraph,
        }
    }

    fn end_paragraph(&mut self) -> Result<(), NotUnderstood> {
        self.paragraphs = self.paragraphs.saturating_sub(1);
        if let Some(title) = self.title.take() {
            if !title.trim().is_empty() {
                self.draft.title = Some(title);
            }
            return Ok(());
        }
        // An item stays open: more lines of it may follow.
        if self.lists.is_empty() {
            self.draft.close()
        } else {
            Ok(())
        }
    }

    fn begin_span(&mut self, element: &Element) {
        let style = element.attribute("style-name").unwrap_or_default();
        self.remember("span");
        self.marks = self.styles.marked(style, &self.marks);
        self.hidden += usize::from(self.hidden > 0 || self.styles.is_hidden(style));
    }

    fn begin_link(&mut self, element: &Element) {
        self.remember("a");
        self.marks.link = self
            .draft
            .link(element.attribute("href").unwrap_or_default());
        self.hidden += usize::from(self.hidden > 0);
    }

    fn remember(&mut self, name: &str) {
        if self.before.len() < DEPTH_MAX {
            self.before.push((name.to_owned(), self.marks.clone()));
        }
    }

    fn end_span(&mut self, name: &str) {
        self.hidden = self.hidden.saturating_sub(1);
        if let Some((_, marks)) = self.before.pop_if(|(open, _)| open == name) {
            self.marks = marks;
        }
    }

    fn begin_list(&mut self, element: &Element) {
        let own = element.attribute("style-name").map(str::to_owned);
        let around = self.lists.last().cloned();
        if self.lists.len() < DEPTH_MAX {
            self.lists.push(own.or(around).unwrap_or_default());
        }
        self.item = None;
    }

    fn begin_item(&mut self, element: &Element) {
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let own = element.attribute("style-override");
        let list = own
            .or(self.lists.last().map(String::as_str))
            .unwrap_or_default();
        self.item = Some(self.styles.sign(list, depth));
    }

    fn add(&mut self, text: &str, is_flowing: bool) -> Result<(), NotUnderstood> {
        if self.hidden > 0 {
            return Ok(());
        }
        if let Some(title) = &mut self.title {
            title.push_str(text);
            return Ok(());
        }
        match is_flowing {
            true => self.draft.flowing(text, &self.marks),
            false => self.draft.text(text, &self.marks),
        }
    }
}

fn spaces(element: &Element) -> usize {
    let count = element.attribute("c").and_then(|count| count.parse().ok());
    count.unwrap_or(1_usize).min(SPACES_MAX)
}
