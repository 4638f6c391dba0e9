//! Web pages, tag by tag: what is bold, what is an item, where a paragraph ends. No page breaks this, however its tags are
//! mixed up.

mod inline;
mod tags;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, StartTag, Token, Tokenizer};

use super::NotUnderstood;
use super::draft::Draft;
use super::limits::{DEPTH_MAX, PIECE_BYTES_MAX};
use super::losses::Loss;
use super::pictures::bytes_in;
use crate::pad::block::{BlockKind, Marks, Tone};
use inline::Inline;
use tags::Tag;

/// Reads a page.
pub(super) fn read(text: &str, draft: &mut Draft) -> Result<(), NotUnderstood> {
    let mut emitter = DefaultEmitter::default();
    // Without it the text of a script would be text.
    emitter.naively_switch_states(true);
    let mut page = Page::new(draft);
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.begin(&tag)?,
            Token::EndTag(tag) => page.end(&tag.name)?,
            Token::String(text) => page.text(&String::from_utf8_lossy(&text))?,
            _ => {}
        }
    }
    page.close()
}

/// Where in a page the reading is.
struct Page<'a> {
    draft: &'a mut Draft,
    inline: Inline,
    /// The lists around: whether each has numbers.
    lists: Vec<bool>,
    /// What paragraphs are here, from the outside in.
    around: Vec<BlockKind>,
    /// The boxes around: whether each is a callout.
    boxes: Vec<bool>,
    /// What the next text begins, when it is not a paragraph.
    next: Option<BlockKind>,
    /// Elements whose text stands as it was typed.
    verbatim: usize,
    /// Elements that nobody reads.
    hidden: Vec<Tag>,
    /// The text of the title is being read.
    in_title: bool,
    /// What comes next is said below a picture.
    in_caption: bool,
}

impl<'a> Page<'a> {
    fn new(draft: &'a mut Draft) -> Self {
        Self {
            draft,
            inline: Inline::default(),
            lists: Vec::new(),
            around: Vec::new(),
            boxes: Vec::new(),
            next: None,
            verbatim: 0,
            hidden: Vec::new(),
            in_title: false,
            in_caption: false,
        }
    }

    fn begin(&mut self, start: &StartTag<()>) -> Result<(), NotUnderstood> {
        let tag = Tag::of(&start.name);
        if let Tag::Hidden(loss) = tag {
            return self.hide(tag, loss, start);
        }
        if !self.hidden.is_empty() {
            return Ok(());
        }
        match tag {
            Tag::Title => self.in_title = true,
            Tag::Block => self.part()?,
            Tag::Heading(level) => self.part_of(BlockKind::Heading { level })?,
            Tag::Quote => {
                self.part()?;
                self.enter(alert(start).unwrap_or(BlockKind::Quote));
            }
            Tag::Box => self.begin_box(start)?,
            Tag::Rule => {
                self.part()?;
                self.draft.open(BlockKind::Rule)?;
                self.draft.close()?;
            }
            Tag::List { numbered } => {
                self.part()?;
                if self.lists.len() < DEPTH_MAX {
                    self.lists.push(numbered);
                }
            }
            Tag::Item => self.part_of(self.item())?,
            Tag::Verbatim => {
                self.part()?;
                self.verbatim += 1;
            }
            Tag::Break => self.line_break()?,
            Tag::Table => {
                self.part()?;
                self.draft.begin_table()?;
            }
            Tag::Row => {
                self.part()?;
                self.draft.begin_row()?;
            }
            Tag::Cell => {
                self.part()?;
                self.draft.begin_cell()?;
            }
            Tag::Image => self.image(start)?,
            Tag::Caption => {
                self.part()?;
                self.in_caption = self.draft.is_under_picture();
            }
            Tag::Input => self.input(start)?,
            Tag::Inline(_) => self.inline.begin(start, self.draft),
            Tag::Hidden(_) | Tag::Other => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &HtmlString) -> Result<(), NotUnderstood> {
        let tag = Tag::of(name);
        if let Some(hiding) = self.hidden.last() {
            if *hiding == tag {
                self.hidden.pop();
            }
            return Ok(());
        }
        match tag {
            Tag::Title => self.in_title = false,
            Tag::Block | Tag::Heading(_) | Tag::Item => self.part()?,
            Tag::Caption => {
                self.part()?;
                self.in_caption = false;
            }
            Tag::Quote => {
                self.part()?;
                self.around.pop();
            }
            Tag::Box => {
                self.part()?;
                if self.boxes.pop() == Some(true) {
                    self.around.pop();
                }
            }
            Tag::List { .. } => {
                self.part()?;
                self.lists.pop();
            }
            Tag::Verbatim => {
                self.draft.trim_line();
                self.part()?;
                self.verbatim = self.verbatim.saturating_sub(1);
            }
            Tag::Table => {
                self.part()?;
                self.draft.end_table()?;
            }
            Tag::Inline(_) => self.inline.end(name),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), NotUnderstood> {
        if text.len() > PIECE_BYTES_MAX {
            return Err(NotUnderstood::TooMuch);
        }
        if self.in_title {
            self.draft.title.get_or_insert_default().push_str(text);
            return Ok(());
        }
        let is_blank = text.chars().all(|c| c.is_ascii_whitespace());
        let is_between = is_blank && self.verbatim == 0 && !self.draft.is_open();
        if !self.hidden.is_empty() || is_between {
            return Ok(());
        }
        self.open_if_needed()?;
        let marks = self.inline.marks();
        match self.verbatim {
            0 => self.draft.flowing(text, marks),
            _ => self.draft.text(text, marks),
        }
    }

    /// One that the page holds itself; no other server is asked for any.
    fn image(&mut self, start: &StartTag<()>) -> Result<(), NotUnderstood> {
        let alt = attribute(start, "alt");
        match bytes_in(&attribute(start, "src")) {
            Some(source) => self.draft.picture(&alt, Vec::new(), source),
            None => {
                self.draft.lose(Loss::Images, &alt);
                Ok(())
            }
        }
    }

    fn hide(
        &mut self,
        tag: Tag,
        loss: Option<Loss>,
        start: &StartTag<()>,
    ) -> Result<(), NotUnderstood> {
        if let Some(loss) = loss.filter(|_| self.hidden.is_empty()) {
            self.draft.lose(loss, "");
        }
        if !start.self_closing && self.hidden.len() < DEPTH_MAX {
            self.hidden.push(tag);
        }
        Ok(())
    }

    /// A paragraph ends here. An item whose text has not begun waits for it.
    fn part(&mut self) -> Result<(), NotUnderstood> {
        if self.draft.is_open() {
            if self.verbatim == 0 {
                self.draft.trim();
            }
            self.draft.close()?;
            self.next = None;
        }
        Ok(())
    }

    fn part_of(&mut self, kind: BlockKind) -> Result<(), NotUnderstood> {
        self.part()?;
        self.next = Some(kind);
        Ok(())
    }

    fn item(&self) -> BlockKind {
        let indent = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        match self.lists.last() {
            Some(true) => BlockKind::NumberedItem { indent },
            _ => BlockKind::BulletItem { indent },
        }
    }

    fn open_if_needed(&mut self) -> Result<(), NotUnderstood> {
        if self.draft.is_open() {
            return Ok(());
        }
        if std::mem::take(&mut self.in_caption) {
            return self.draft.open_caption();
        }
        let plain = match self.around.last() {
            _ if self.verbatim > 0 => BlockKind::Code,
            around => around.cloned().unwrap_or(BlockKind::Paragraph),
        };
        let kind = self.next.take().unwrap_or(plain);
        self.draft.open(kind)
    }

    fn line_break(&mut self) -> Result<(), NotUnderstood> {
        self.open_if_needed()?;
        self.draft.trim();
        self.draft.text("\n", self.inline.marks())
    }

    /// A box to tick makes an item one that is ticked.
    fn input(&mut self, start: &StartTag<()>) -> Result<(), NotUnderstood> {
        if !attribute(start, "type").eq_ignore_ascii_case("checkbox") {
            self.draft.lose(Loss::Scripts, "");
            return Ok(());
        }
        let checked = start.attributes.contains_key(b"checked".as_slice());
        self.open_if_needed()?;
        if self.draft.is_blank() {
            let indent = self.item().indent().unwrap_or_default();
            self.draft
                .become_kind(BlockKind::CheckItem { indent, checked });
            return Ok(());
        }
        let sign = if checked { "☑" } else { "☐" };
        self.draft.text(sign, &Marks::default())
    }

    fn enter(&mut self, kind: BlockKind) {
        if self.around.len() < DEPTH_MAX {
            self.around.push(kind);
        }
    }

    fn begin_box(&mut self, start: &StartTag<()>) -> Result<(), NotUnderstood> {
        self.part()?;
        let callout = callout(start).filter(|_| self.around.len() < DEPTH_MAX);
        if self.boxes.len() < DEPTH_MAX {
            self.boxes.push(callout.is_some());
            self.around.extend(callout);
        }
        Ok(())
    }

    fn close(mut self) -> Result<(), NotUnderstood> {
        self.part()
    }
}

/// A box that is set apart, as this program writes one.
fn callout(start: &StartTag<()>) -> Option<BlockKind> {
    let class = attribute(start, "class");
    let tone = class.strip_prefix("callout ")?;
    Some(BlockKind::Callout {
        tone: Tone::of(tone),
    })
}

/// The same, as GitHub writes one.
fn alert(start: &StartTag<()>) -> Option<BlockKind> {
    let class = attribute(start, "class");
    let tone = match class.strip_prefix("markdown-alert-")? {
        "tip" => Tone::Tip,
        "warning" | "caution" => Tone::Warning,
        _ => Tone::Note,
    };
    Some(BlockKind::Callout { tone })
}

/// The value of an attribute; empty without it.
fn attribute(start: &StartTag<()>, name: &str) -> String {
    let value = start.attributes.get(name.as_bytes());
    value.map_or_else(String::new, |value| {
        String::from_utf8_lossy(value).into_owned()
    })
}
