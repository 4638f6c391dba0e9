//! Pads as they are read to be written into a file that is printed: one, or all of a workshop.

use super::block::{Block, BlockKind, Cell, Image, Marks, Run, Tone};
use super::outline::{Item, Part, parts};
use crate::beside::{Beside, Picture};
use crate::cover::Cover;
use crate::language::Language;

/// The pads of one file.
#[derive(Debug)]
pub struct Volume {
    /// What the whole is called.
    pub title: String,
    /// The language of the words around the pads.
    pub language: Language,
    /// The pads, in their order.
    pub pads: Vec<Chapter>,
    /// The files beside them.
    pub beside: Beside,
}

/// A pad in a volume.
#[derive(Debug)]
pub struct Chapter {
    /// What it is called; empty when the volume is this pad alone, and has its title.
    pub title: String,
    /// Who wrote in it; nobody when names are left out.
    pub authors: Vec<String>,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A part of a volume, as every printed format has it.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// The title of the whole.
    Title(&'a str),
    /// The title of one pad of several; each begins a page.
    Chapter(&'a str),
    /// A sentence about the text, such as who wrote it.
    Remark(String),
    /// A heading of a pad.
    Heading {
        /// 1 is the largest in the file; in a volume of several, those are the titles of its pads.
        level: u8,
        /// Its text.
        runs: &'a [Run],
    },
    /// A paragraph.
    Paragraph(&'a [Run]),
    /// Quotes that follow each other.
    Quotes(Vec<&'a Block>),
    /// Callouts of one tone that follow each other.
    Callouts(Tone, Vec<&'a Block>),
    /// Letters that stand as they were typed.
    Code(&'a [Run]),
    /// A line across the page.
    Rule,
    /// A picture, and its caption.
    Image(&'a Image, &'a [Run]),
    /// Texts in rows and columns, under a title; the first row heads the columns.
    Table(&'a [Run], &'a [Vec<Cell>]),
    /// Items that follow each other.
    Items(Vec<Item<'a>>),
}

impl Volume {
    /// One pad alone.
    pub fn of_one(cover: &Cover, blocks: Vec<Block>) -> Self {
        Self {
            title: cover.title.clone(),
            language: cover.language,
            pads: vec![Chapter {
                title: String::new(),
                authors: cover.authors.clone(),
                blocks,
            }],
            beside: cover.beside.clone(),
        }
    }

    /// Its parts in their order.
    pub(super) fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = vec![Piece::Title(&self.title)];
        for pad in &self.pads {
            self.push_pad(&mut pieces, pad);
        }
        pieces
    }

    /// Every character of it.
    pub(super) fn characters(&self) -> impl Iterator<Item = char> {
        let texts = self.pads.iter().flat_map(|pad| {
            let runs = pad.blocks.iter().flat_map(runs_of);
            std::iter::once(pad.title.as_str()).chain(runs.map(|run| run.text.as_str()))
        });
        std::iter::once(self.title.as_str())
            .chain(texts)
            .flat_map(str::chars)
    }

    /// Everybody who wrote in it, each once.
    pub(super) fn authors(&self) -> Vec<&str> {
        let mut authors: Vec<&str> = Vec::new();
        for author in self.pads.iter().flat_map(|pad| &pad.authors) {
            if !authors.contains(&author.as_str()) {
                authors.push(author);
            }
        }
        authors
    }

    fn push_pad<'a>(&'a self, pieces: &mut Vec<Piece<'a>>, pad: &'a Chapter) {
        let deeper = u8::from(!pad.title.is_empty());
        if deeper > 0 {
            pieces.push(Piece::Chapter(&pad.title));
        }
        if !pad.authors.is_empty() {
            pieces.push(Piece::Remark(written_by(self.language, &pad.authors)));
        }
        for part in parts(&pad.blocks) {
            match part {
                Part::Single(block) => push_single(pieces, block, deeper),
                Part::Quotes(blocks) => pieces.push(Piece::Quotes(blocks)),
                Part::Callouts(tone, blocks) => pieces.push(Piece::Callouts(tone, blocks)),
                Part::Items(items) => pieces.push(Piece::Items(items)),
            }
        }
    }
}

/// The runs of a block, those of its cells too.
fn runs_of(block: &Block) -> impl Iterator<Item = &Run> {
    let cells = match &block.kind {
        BlockKind::Table { rows } => rows.as_slice(),
        _ => &[],
    };
    let cells = cells.iter().flatten().flat_map(|cell| &cell.runs);
    block.runs.iter().chain(cells)
}

fn push_single<'a>(pieces: &mut Vec<Piece<'a>>, block: &'a Block, deeper: u8) {
    let runs = &block.runs;
    match &block.kind {
        BlockKind::Heading { level } => pieces.push(Piece::Heading {
            level: level + deeper,
            runs,
        }),
        BlockKind::Code => pieces.push(Piece::Code(runs)),
        BlockKind::Rule => {
            pieces.push(Piece::Rule);
            pieces.extend((!runs.is_empty()).then_some(Piece::Paragraph(runs)));
        }
        BlockKind::Image(image) => pieces.push(Piece::Image(image, runs)),
        BlockKind::Table { rows } => pieces.push(Piece::Table(runs, rows)),
        _ => pieces.push(Piece::Paragraph(runs)),
    }
}

/// How wide and high a picture is on a page, in points, where there is room for so much. None is larger than it is.
pub(super) fn placed(image: &Image, picture: &Picture, room: (f32, f32)) -> (f32, f32) {
    const POINTS_PER_PIXEL: f32 = 0.75;
    let (width, height) = (picture.width as f32, picture.height as f32);
    let narrow = (room.0 * image.size.share() / width).min(POINTS_PER_PIXEL);
    let scale = narrow.min(room.1 / height);
    (width * scale, height * scale)
}

/// Who wrote a text, as a paragraph above it; none when names are left out.
pub(super) fn signature(language: Language, authors: &[String]) -> Option<Block> {
    let text = written_by(language, authors);
    let marks = Marks {
        em: true,
        ..Marks::default()
    };
    (!authors.is_empty()).then(|| Block {
        kind: BlockKind::Paragraph,
        runs: vec![Run { text, marks }],
    })
}

/// Who wrote something, as a sentence.
fn written_by(language: Language, authors: &[String]) -> String {
    let (by, and) = match language {
        Language::French => ("Écrit par", "et"),
        Language::English => ("Written by", "and"),
    };
    match authors {
        [before @ .., last] if !before.is_empty() => {
            format!("{by} {} {and} {last}", before.join(", "))
        }
        all => format!("{by} {}", all.concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_named_as_people_say_it() {
        let named = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
            written_by(Language::French, &names)
        };
        assert_eq!(named(&["Ana"]), "Écrit par Ana");
        assert_eq!(named(&["Ana", "Ben", "Zoé"]), "Écrit par Ana, Ben et Zoé");
    }

    #[test]
    fn headings_are_below_the_titles_of_several_pads() {
        let chapter = |title: &str| Chapter {
            title: title.to_owned(),
            authors: Vec::new(),
            blocks: vec![Block {
                kind: BlockKind::Heading { level: 1 },
                runs: Vec::new(),
            }],
        };
        let volume = |titles: &[&str]| Volume {
            title: "Atelier".to_owned(),
            language: Language::French,
            pads: titles.iter().map(|title| chapter(title)).collect(),
            beside: Beside::default(),
        };
        let heading = |level| Piece::Heading { level, runs: &[] };
        assert_eq!(
            volume(&["Un", "Deux"]).pieces(),
            [
                Piece::Title("Atelier"),
                Piece::Chapter("Un"),
                heading(2),
                Piece::Chapter("Deux"),
                heading(2)
            ]
        );
        assert_eq!(
            volume(&[""]).pieces(),
            [Piece::Title("Atelier"), heading(1)]
        );
    }
}
