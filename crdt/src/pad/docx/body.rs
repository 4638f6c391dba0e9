//! The text of a volume, paragraph by paragraph.

use super::images::Images;
use super::items::Numbering;
use super::text::{Links, plain, push_runs};
use crate::pad::block::{Cell, Image, Run};
use crate::pad::outline::Item;
use crate::pad::volume::{Piece, Volume};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\"";

/// A4 and its margins, in twentieths of a point.
const PAGE: &str = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" \
w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";

/// Between the margins, in twentieths of a point.
const TEXT_WIDTH: usize = 9_638;

/// Lines around every cell.
const TABLE: &str = "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>\
<w:top w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/><w:left w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/>\
<w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/><w:right w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/>\
<w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/>\
</w:tblBorders><w:tblLook w:firstRow=\"1\"/></w:tblPr>";

/// What is written so far, and what it refers to.
pub(super) struct Body<'a> {
    pub(super) xml: String,
    pub(super) links: Links,
    pub(super) numbering: Numbering,
    pub(super) images: Images<'a>,
}

impl<'a> Body<'a> {
    /// The volume, written.
    pub(super) fn of(volume: &'a Volume) -> Self {
        let mut body = Self {
            xml: String::new(),
            links: Links::default(),
            numbering: Numbering::default(),
            images: Images::new(&volume.beside),
        };
        for piece in volume.pieces() {
            body.push(&piece);
        }
        body
    }

    /// All of it as a part of the package.
    pub(super) fn document(&self) -> String {
        let xml = &self.xml;
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <w:document {NAMESPACES}><w:body>{xml}{PAGE}</w:body></w:document>"
        )
    }

    fn push(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Title(title) => self.plain("<w:pStyle w:val=\"Title\"/>", title),
            Piece::Chapter(title) => {
                self.plain("<w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/>", title);
            }
            Piece::Remark(sentence) => self.plain("<w:pStyle w:val=\"Subtitle\"/>", sentence),
            Piece::Heading { level, runs } => {
                self.paragraph(&format!("<w:pStyle w:val=\"Heading{level}\"/>"), runs);
            }
            Piece::Paragraph(runs) => self.paragraph("", runs),
            Piece::Quotes(blocks) => {
                for block in blocks {
                    self.paragraph("<w:pStyle w:val=\"Quote\"/>", &block.runs);
                }
            }
            Piece::Callouts(tone, blocks) => {
                let style = format!("<w:pStyle w:val=\"Callout-{}\"/>", tone.as_str());
                for block in blocks {
                    self.paragraph(&style, &block.runs);
                }
            }
            Piece::Code(runs) => self.paragraph("<w:pStyle w:val=\"Code\"/>", runs),
            Piece::Rule => self.paragraph("<w:pStyle w:val=\"Rule\"/>", &[]),
            Piece::Image(image, caption) => self.image(image, caption),
            Piece::Table(title, rows) => self.table(title, rows),
            Piece::Items(items) => self.items(items),
        }
    }

    fn plain(&mut self, properties: &str, text: &str) {
        let text = plain(text);
        self.xml.push_str(&format!(
            "<w:p><w:pPr>{properties}</w:pPr><w:r>{text}</w:r></w:p>"
        ));
    }

    fn paragraph(&mut self, properties: &str, runs: &[Run]) {
        self.begin(properties);
        push_runs(&mut self.xml, &mut self.links, runs);
        self.xml.push_str("</w:p>");
    }

    fn items(&mut self, items: &[Item<'_>]) {
        let mut list = self.numbering.list();
        for item in items {
            let place = list.place(&mut self.numbering, item);
            self.begin(&place.properties);
            self.xml.push_str(place.sign);
            push_runs(&mut self.xml, &mut self.links, &item.block.runs);
            self.xml.push_str("</w:p>");
        }
    }

    /// The picture, and what stands under it; what it shows in words where it is not there.
    fn image(&mut self, image: &Image, caption: &[Run]) {
        match self.images.drawing(image) {
            Some(drawing) => {
                let keep = if caption.is_empty() {
                    ""
                } else {
                    "<w:keepNext/>"
                };
                self.begin(keep);
                self.xml.push_str(&format!("<w:r>{drawing}</w:r></w:p>"));
            }
            None if image.alt.is_empty() => {}
            None => self.plain("", &image.alt),
        }
        if !caption.is_empty() {
            self.paragraph("<w:pStyle w:val=\"Caption\"/>", caption);
        }
    }

    fn table(&mut self, title: &[Run], rows: &[Vec<Cell>]) {
        if !title.is_empty() {
            self.paragraph("<w:pStyle w:val=\"Caption\"/><w:keepNext/>", title);
        }
        self.xml.push_str(TABLE);
        let columns = rows.first().map_or(1, Vec::len).max(1);
        let width = TEXT_WIDTH / columns;
        let column = format!("<w:gridCol w:w=\"{width}\"/>");
        self.xml.push_str(&format!(
            "<w:tblGrid>{}</w:tblGrid>",
            column.repeat(columns)
        ));
        for (at, cells) in rows.iter().enumerate() {
            let head = if at == 0 {
                "<w:trPr><w:tblHeader/></w:trPr>"
            } else {
                ""
            };
            self.xml.push_str(&format!("<w:tr>{head}"));
            for cell in cells {
                self.xml.push_str(&format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
                ));
                self.paragraph("<w:pStyle w:val=\"Cell\"/>", &cell.runs);
                self.xml.push_str("</w:tc>");
            }
            self.xml.push_str("</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
    }

    fn begin(&mut self, properties: &str) {
        self.xml.push_str("<w:p>");
        if !properties.is_empty() {
            self.xml.push_str(&format!("<w:pPr>{properties}</w:pPr>"));
        }
    }
}
