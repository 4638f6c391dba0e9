//! Pads as a PDF: A4, with its structure in it for whoever does not see the page, its letters embedded, links that lead
//! where they say, and the headings as an outline.

mod blocks;
mod draw;
mod fonts;
mod images;
mod lines;
mod shapes;
mod sheet;
mod structure;
mod table;

use super::volume::{Piece, Volume};
use crate::language::Language;
use sheet::Sheets;

/// The volume as the bytes of a `.pdf`.
pub fn pdf(volume: &Volume) -> Vec<u8> {
    let mut sheets = Sheets::default();
    let pieces = volume.pieces();
    for piece in &pieces {
        sheets.put(piece, &volume.beside);
    }
    if volume
        .characters()
        .filter_map(lines::drawn)
        .any(|sign| !fonts::is_known(sign))
    {
        let remark = Piece::Remark(unwritten(volume.language).to_owned());
        sheets.put(&remark, &volume.beside);
    }
    draw::drawn(volume, &sheets)
}

/// Said at the end of a PDF in which boxes stand for signs.
fn unwritten(language: Language) -> &'static str {
    match language {
        Language::French => {
            "Ce PDF n’a pas de lettres pour certains signes de ce texte\u{a0}: un carré (□) les remplace. \
             Les fichiers pour LibreOffice (.odt) et Word (.docx) les montrent."
        }
        Language::English => {
            "This PDF has no letters for some signs of this text: a box (□) stands for them. \
             The files for LibreOffice (.odt) and Word (.docx) show them."
        }
    }
}
