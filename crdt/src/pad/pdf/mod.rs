//! Pads as a PDF: A4, with its structure in it for whoever does not see the page, its letters embedded, links that lead
//! where they say, and the headings as an outline.

mod blocks;
mod draw;
mod fonts;
mod lines;
mod shapes;
mod sheet;
mod structure;
mod table;

use super::volume::Volume;
use sheet::Sheets;

/// The volume as the bytes of a `.pdf`.
pub fn pdf(volume: &Volume) -> Vec<u8> {
    let mut sheets = Sheets::default();
    for piece in volume.pieces() {
        sheets.put(&piece);
    }
    draw::drawn(volume, &sheets)
}
