//! What several pads are written as together.

use std::collections::HashMap;

use super::block::Block;
use super::comments::Noted;
use super::image::{addressed, embedded};
use super::volume::{Chapter, Volume, signature};
use super::{docx, html_page, markdown, odt, pdf};
use crate::media_type;
use crate::package::Package;

/// A file that the pads of a space can be written as.
#[derive(Debug, Clone, Copy)]
pub struct VolumeFile {
    /// What its name ends with, without the dot.
    pub extension: &'static str,
    /// What HTTP says it is.
    pub media_type: &'static str,
    /// Makes its bytes.
    pub write: fn(&Volume) -> Vec<u8>,
}

/// Most characters of the name of a pad in a package; some systems take no more than 255 bytes.
const NAME_CHARS_MAX: usize = 60;

impl VolumeFile {
    /// Each pad as several files.
    pub const ZIP: Self = Self {
        extension: "zip",
        media_type: "application/zip",
        write: zip,
    };
    /// One document of LibreOffice.
    pub const ODT: Self = Self {
        extension: "odt",
        media_type: media_type::ODT,
        write: odt,
    };
    /// One document of Word.
    pub const DOCX: Self = Self {
        extension: "docx",
        media_type: media_type::DOCX,
        write: docx,
    };
    /// One PDF.
    pub const PDF: Self = Self {
        extension: "pdf",
        media_type: media_type::PDF,
        write: pdf,
    };
}

fn zip(volume: &Volume) -> Vec<u8> {
    let mut package = Package::default();
    let mut names = HashMap::new();
    for (before, pad) in volume.pads.iter().enumerate() {
        let name = format!("{:02} {}", before + 1, file_name(&pad.title));
        let alone = alone(volume, pad);
        package.store(&format!("{name}.odt"), &odt(&alone));
        let signature = signature(volume.language, &pad.authors).into_iter();
        let blocks: Vec<Block> = signature.chain(pad.blocks.iter().cloned()).collect();
        let linked = addressed(blocks.clone(), |url| {
            stored(&mut package, &mut names, volume, url)
        });
        package.add(&format!("{name}.md"), markdown(&linked).as_bytes());
        let page = html_page(
            &pad.title,
            volume.language,
            &Noted::plain(embedded(blocks, &volume.beside)),
        );
        package.add(&format!("{name}.html"), page.as_bytes());
    }
    package.finish()
}

/// Puts a picture into the package, once, and says where it is there; nothing when it is not to be had.
fn stored(
    package: &mut Package,
    names: &mut HashMap<String, String>,
    volume: &Volume,
    url: &str,
) -> String {
    if let Some(known) = names.get(url) {
        return known.clone();
    }
    let picture = volume.beside.picture(url);
    let name = picture.map_or_else(String::new, |picture| {
        let name = format!("images/{:03}.{}", names.len() + 1, picture.extension);
        package.store(&name, &picture.bytes);
        name
    });
    names.insert(url.to_owned(), name.clone());
    name
}

/// The volume of one of its pads.
fn alone(volume: &Volume, pad: &Chapter) -> Volume {
    let blocks: Vec<Block> = pad.blocks.clone();
    Volume {
        title: pad.title.clone(),
        language: volume.language,
        pads: vec![Chapter {
            title: String::new(),
            authors: pad.authors.clone(),
            blocks,
        }],
        beside: volume.beside.clone(),
    }
}

/// A title as every system takes it for the name of a file.
fn file_name(title: &str) -> String {
    let is_odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let name: String = title
        .chars()
        .map(|c| if is_odd(c) { '-' } else { c })
        .take(NAME_CHARS_MAX)
        .collect();
    name.trim_matches([' ', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_leads_nowhere() {
        assert_eq!(file_name("../../etc/passwd"), "-..-etc-passwd");
        assert_eq!(
            file_name("Qui ? Où : «\u{a0}là\u{a0}»."),
            "Qui - Où - «\u{a0}là\u{a0}»"
        );
        assert_eq!(file_name(&"é".repeat(300)).chars().count(), NAME_CHARS_MAX);
    }
}
