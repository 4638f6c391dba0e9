//! The text of a volume, paragraph by paragraph.

use super::images::Images;
use super::lists::lists;
use super::styles::{LISTS, MARKS};
use super::text::{plain, text};
use crate::pad::block::{Cell, Image, Run};
use crate::pad::volume::{Piece, Volume};

/// The prefixes of names.
pub(super) const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\"";

/// The volume as a part of the package.
pub(super) fn written(volume: &Volume, images: &mut Images<'_>) -> String {
    let pieces = volume.pieces();
    let body: String = pieces.iter().map(|each| piece(each, images)).collect();
    let marks = MARKS.as_str();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <office:document-content {NAMESPACES}><office:automatic-styles>\
         <style:style style:name=\"NewPage\" style:family=\"paragraph\" style:parent-style-name=\"Heading_20_1\">\
         <style:paragraph-properties fo:break-before=\"page\"/></style:style>\
         <style:style style:name=\"Cell\" style:family=\"table-cell\">\
         <style:table-cell-properties fo:padding=\"1.5mm\" fo:border=\"0.2mm solid #999999\"/></style:style>{marks}{lists}\
         </office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        lists = LISTS.as_str(),
    )
}

fn piece(piece: &Piece<'_>, images: &mut Images<'_>) -> String {
    match piece {
        Piece::Title(title) => paragraph("Title", &plain(title)),
        Piece::Chapter(title) => heading(1, "NewPage", &plain(title)),
        Piece::Remark(sentence) => paragraph("Subtitle", &plain(sentence)),
        Piece::Heading { level, runs } => {
            heading(*level, &format!("Heading_20_{level}"), &text(runs))
        }
        Piece::Paragraph(runs) => of_runs("Text_20_body", runs),
        Piece::Quotes(blocks) => blocks
            .iter()
            .map(|block| of_runs("Quotations", &block.runs))
            .collect(),
        Piece::Callouts(tone, blocks) => {
            let style = format!("Callout_20_{}", tone.as_str());
            let lines = blocks.iter().map(|block| of_runs(&style, &block.runs));
            lines.collect()
        }
        Piece::Code(runs) => of_runs("Code", runs),
        Piece::Rule => paragraph("Horizontal_20_Line", ""),
        Piece::Image(image, caption) => figure(image, caption, images),
        Piece::Table(title, rows) => table(title, rows),
        Piece::Items(items) => lists(items),
    }
}

/// The picture, and what stands under it; what it shows in words where it is not there.
fn figure(image: &Image, caption: &[Run], images: &mut Images<'_>) -> String {
    let shown = match images.frame(image) {
        Some(frame) => paragraph("Image", &frame),
        None if image.alt.is_empty() => String::new(),
        None => paragraph("Image", &plain(&image.alt)),
    };
    match caption {
        [] => shown,
        runs => shown + &of_runs("Illustration", runs),
    }
}

fn table(title: &[Run], rows: &[Vec<Cell>]) -> String {
    let title = match title {
        [] => String::new(),
        runs => of_runs("Table", runs),
    };
    let columns = rows.first().map_or(1, Vec::len).max(1);
    let row = |cells: &Vec<Cell>| {
        let cell = |cell: &Cell| {
            let text = of_runs("Table_20_Contents", &cell.runs);
            format!(
                "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\">{text}</table:table-cell>"
            )
        };
        let cells: String = cells.iter().map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let head: String = rows.iter().take(1).map(row).collect();
    let body: String = rows.iter().skip(1).map(row).collect();
    format!(
        "{title}<table:table><table:table-column table:number-columns-repeated=\"{columns}\"/>\
         <table:table-header-rows>{head}</table:table-header-rows>{body}</table:table>"
    )
}

fn of_runs(style: &str, runs: &[Run]) -> String {
    paragraph(style, &text(runs))
}

/// A paragraph of that style around XML.
pub(super) fn paragraph(style: &str, xml: &str) -> String {
    format!("<text:p text:style-name=\"{style}\">{xml}</text:p>")
}

fn heading(level: u8, style: &str, xml: &str) -> String {
    format!("<text:h text:style-name=\"{style}\" text:outline-level=\"{level}\">{xml}</text:h>")
}
