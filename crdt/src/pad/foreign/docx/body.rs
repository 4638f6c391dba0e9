//! The text of a document, element by element.

use std::io::BufRead;

use super::super::NotUnderstood;
use super::super::draft::Draft;
use super::super::limits::DEPTH_MAX;
use super::super::losses::Loss;
use super::super::pictures::Source;
use super::super::xml::{Element, Node, Xml};
use super::Beside;
use super::paragraph::Paragraph;
use super::styles::{Sort, is_on};
use crate::pad::block::{BlockKind, Marks};

/// Where in the text the reading is.
pub(super) struct Body<'a, R> {
    xml: Xml<R>,
    draft: &'a mut Draft,
    beside: &'a Beside,
    /// The paragraph whose properties are still being read.
    paragraph: Option<Paragraph>,
    /// Its text has begun.
    began: bool,
    /// How the run looks.
    marks: Marks,
    is_hidden: bool,
    in_run: bool,
    link: Option<String>,
    /// Fields around: what each says, and whether its text has begun.
    fields: Vec<(String, bool)>,
    /// A box was just read: the space behind it is not text.
    after_box: bool,
    /// The paragraph says what the document is called.
    title: Option<String>,
}

impl<'a, R: BufRead> Body<'a, R> {
    pub(super) fn new(xml: Xml<R>, draft: &'a mut Draft, beside: &'a Beside) -> Self {
        Self {
            xml,
            draft,
            beside,
            paragraph: None,
            began: false,
            marks: Marks::default(),
            is_hidden: false,
            in_run: false,
            link: None,
            fields: Vec::new(),
            after_box: false,
            title: None,
        }
    }

    /// Reads all of it.
    pub(super) fn read(mut self) -> Result<(), NotUnderstood> {
        loop {
            match self.xml.next()? {
                Node::Open(element) => self.open(&element)?,
                Node::Close(name) => self.close(&name)?,
                Node::End => return self.draft.close(),
                Node::Text(_) => {}
            }
        }
    }

    fn open(&mut self, element: &Element) -> Result<(), NotUnderstood> {
        match element.name.as_str() {
            "p" => self.begin_paragraph()?,
            "pPr" => self.properties()?,
            "rPr" => self.run_properties()?,
            "r" => self.begin_run(),
            "t" => self.text()?,
            "tab" if self.in_run => self.add("\t")?,
            "br" | "cr" if self.in_run && element.attribute("type") != Some("page") => {
                self.add("\n")?
            }
            "noBreakHyphen" => self.add("\u{2011}")?,
            "hyperlink" => self.begin_link(element),
            "fldChar" => self.field(element),
            "instrText" => self.instruction()?,
            "fldSimple" => self.link = self.address(element.attribute("instr").unwrap_or_default()),
            "checkbox" => self.tick()?,
            "tbl" => self.draft.begin_table()?,
            "tr" => self.draft.begin_row()?,
            "tc" => self.draft.begin_cell()?,
            other => self.left_out(other, element)?,
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), NotUnderstood> {
        match name {
            "p" => self.end_paragraph()?,
            "r" => self.in_run = false,
            "hyperlink" | "fldSimple" => self.link = None,
            "tbl" => self.draft.end_table()?,
            _ => {}
        }
        Ok(())
    }

    /// What no pad has, with all that is in it.
    fn left_out(&mut self, name: &str, element: &Element) -> Result<(), NotUnderstood> {
        let loss = match name {
            "drawing" | "pict" => return self.picture(),
            "object" => Loss::Drawings,
            "oMath" | "oMathPara" => Loss::Formulas,
            "del" | "moveFrom" => Loss::Removed,
            "footnoteReference" | "endnoteReference" => Loss::Notes,
            "commentReference" => Loss::Comments,
            // What older programs see instead: it would come twice. And what stands for pages and sizes.
            "Fallback" | "sectPr" | "tblPr" | "tblGrid" | "trPr" | "tcPr" | "background" => {
                return self.xml.skip();
            }
            _ => return Ok(()),
        };
        self.draft
            .lose(loss, element.attribute("author").unwrap_or_default());
        self.xml.skip()
    }

    fn picture(&mut self) -> Result<(), NotUnderstood> {
        let (mut shown, mut alt) = (None, String::new());
        self.xml.inside(|element| match element.name.as_str() {
            "blip" => shown = shown.take().or(Some(named(element, "embed"))),
            "imagedata" => shown = shown.take().or(Some(named(element, "id"))),
            "docPr" => alt = named(element, "descr"),
            _ => {}
        })?;
        let Some(shown) = shown else {
            self.draft.lose(Loss::Drawings, &alt);
            return Ok(());
        };
        match self.beside.pictures.get(&shown) {
            Some(part) => {
                let source = Source::Part(part.clone());
                if !self.began {
                    // A paragraph of a picture alone is that picture.
                    self.begin_text()?;
                }
                self.draft.picture(&alt, Vec::new(), source)
            }
            None => {
                self.draft.lose(Loss::Images, &alt);
                Ok(())
            }
        }
    }

    fn begin_paragraph(&mut self) -> Result<(), NotUnderstood> {
        self.draft.close()?;
        self.paragraph = Some(Paragraph::default());
        self.began = false;
        self.title = None;
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), NotUnderstood> {
        if self.paragraph.is_some() && !self.began {
            self.begin_text()?;
        }
        if let Some(title) = self.title.take().filter(|title| !title.is_empty()) {
            self.draft.title.get_or_insert(title);
        }
        self.paragraph = None;
        self.after_box = false;
        self.draft.close()
    }

    fn properties(&mut self) -> Result<(), NotUnderstood> {
        let paragraph = &mut self.paragraph;
        self.xml.inside(|element| {
            if let Some(paragraph) = paragraph {
                paragraph.take(element);
            }
        })
    }

    fn begin_run(&mut self) {
        self.in_run = true;
        self.marks = Marks::default();
        self.is_hidden = false;
    }

    fn run_properties(&mut self) -> Result<(), NotUnderstood> {
        let Self {
            xml,
            marks,
            is_hidden,
            beside,
            ..
        } = self;
        xml.inside(|element| match element.name.as_str() {
            "rStyle" => {
                *marks = beside
                    .styles
                    .marks(element.attribute("val").unwrap_or_default())
            }
            "b" => marks.strong = is_on(element),
            "i" => marks.em = is_on(element),
            "u" => marks.underline = is_on(element),
            "strike" | "dstrike" => marks.strike = is_on(element),
            "vanish" => *is_hidden = is_on(element),
            _ => {}
        })
    }

    fn text(&mut self) -> Result<(), NotUnderstood> {
        let text = self.xml.text_inside()?;
        self.add(&text)
    }

    fn add(&mut self, text: &str) -> Result<(), NotUnderstood> {
        let text = match self.after_box {
            true => text.strip_prefix([' ', '\t', '\u{a0}']).unwrap_or(text),
            false => text,
        };
        self.after_box = false;
        if text.is_empty() || self.is_hidden {
            return Ok(());
        }
        if !self.began {
            self.begin_text()?;
        }
        if let Some(title) = &mut self.title {
            title.push_str(text);
            return Ok(());
        }
        let mut marks = self.marks.clone();
        marks.link = self.current_link();
        // Links are underlined by their style: that says nothing more.
        marks.underline &= marks.link.is_none();
        self.draft.text(text, &marks)
    }

    /// The first text of a paragraph: now it is known what the paragraph is.
    fn begin_text(&mut self) -> Result<(), NotUnderstood> {
        self.began = true;
        let Some(paragraph) = &self.paragraph else {
            return Ok(());
        };
        match paragraph.sort(self.beside) {
            Sort::Title if self.draft.title.is_none() => {
                self.title = Some(String::new());
                Ok(())
            }
            Sort::Title => self.draft.open(BlockKind::Heading { level: 1 }),
            Sort::Caption => self.draft.open_caption(),
            Sort::CodeLine => self.draft.open_line_of_code(),
            _ => self.draft.open(paragraph.kind(self.beside)),
        }
    }

    fn begin_link(&mut self, element: &Element) {
        let target = element
            .attribute("id")
            .and_then(|id| self.beside.links.get(id));
        self.link = target.and_then(|target| self.draft.link(target));
    }

    fn current_link(&self) -> Option<String> {
        let of_fields = self.fields.iter().rev().filter(|(_, began)| *began);
        let of_field = of_fields
            .map(|(says, _)| says)
            .find(|says| !says.is_empty());
        self.link.clone().or_else(|| of_field.cloned())
    }

    fn field(&mut self, element: &Element) {
        match element.attribute("fldCharType") {
            Some("begin") if self.fields.len() < DEPTH_MAX => {
                self.fields.push((String::new(), false))
            }
            Some("separate") => {
                let says = self.fields.last_mut().map(|(says, _)| std::mem::take(says));
                let address = says.and_then(|says| self.address(&says));
                if let Some(field) = self.fields.last_mut() {
                    *field = (address.unwrap_or_default(), true);
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn instruction(&mut self) -> Result<(), NotUnderstood> {
        let text = self.xml.text_inside()?;
        if let Some((says, false)) = self.fields.last_mut() {
            says.push_str(&text);
        }
        Ok(())
    }

    /// Where a field leads that is a link.
    fn address(&mut self, says: &str) -> Option<String> {
        let rest = says.trim().strip_prefix("HYPERLINK")?;
        let address = rest.split('"').nth(1)?;
        self.draft.link(address)
    }

    /// A box to tick; its own sign is passed over.
    fn tick(&mut self) -> Result<(), NotUnderstood> {
        let mut ticked = false;
        self.xml.inside(|element| {
            if element.name == "checked" {
                ticked = is_on(element);
            }
        })?;
        self.pass_to_content()?;
        match &mut self.paragraph {
            Some(paragraph) if !self.began => {
                paragraph.ticked = Some(ticked);
                self.after_box = true;
                Ok(())
            }
            _ => self.add(if ticked { "☑" } else { "☐" }),
        }
    }

    /// The sign of a box is what the element after its properties holds.
    fn pass_to_content(&mut self) -> Result<(), NotUnderstood> {
        loop {
            match self.xml.next()? {
                Node::Open(element) if element.name == "sdtContent" => return self.xml.skip(),
                Node::Open(_) => self.xml.skip()?,
                Node::Close(name) if name == "sdt" => return Ok(()),
                Node::End => return Err(NotUnderstood::Broken),
                _ => {}
            }
        }
    }
}

/// What an attribute says; empty without it.
fn named(element: &Element, attribute: &str) -> String {
    element.attribute(attribute).unwrap_or_default().to_owned()
}
