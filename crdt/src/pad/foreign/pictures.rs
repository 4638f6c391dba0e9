//! Pictures in a file: where they stand in the text, and their bytes. They are handed on as they are in the file; whoever keeps them
//! decodes them first.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::NotUnderstood;
use super::draft::Draft;
use super::limits::{PICTURE_BYTES_MAX, PICTURES_BYTES_MAX, PICTURES_MAX};
use super::losses::{Loss, Losses};
use super::opened::Opened;
use crate::pad::block::{Block, BlockKind, Image, Run};
use crate::pad::image::one_line;

/// Where the bytes of a picture are.
#[derive(Debug)]
pub(super) enum Source {
    /// In this part of the package.
    Part(String),
    /// In the text itself.
    Here(Vec<u8>),
}

/// The bytes in an address that holds them itself, in the letters of base 64; none when they are elsewhere.
pub(super) fn bytes_in(address: &str) -> Option<Source> {
    let (head, letters) = address.split_once(',')?;
    let head = head.trim().to_ascii_lowercase();
    let is_here = head.starts_with("data:image/") && head.ends_with(";base64");
    let letters: String = match is_here && letters.len() / 4 * 3 <= PICTURE_BYTES_MAX {
        true => letters.split_ascii_whitespace().collect(),
        false => return None,
    };
    STANDARD.decode(letters).ok().map(Source::Here)
}

impl Draft {
    /// Puts a picture here, or behind the block that is being written, or behind the tables around. What is more than a pad takes
    /// is counted.
    pub(super) fn picture(
        &mut self,
        alt: &str,
        caption: Vec<Run>,
        source: Source,
    ) -> Result<(), NotUnderstood> {
        if self.pictures.len() == PICTURES_MAX {
            self.lose(Loss::Images, alt);
            return Ok(());
        }
        self.pictures.push(source);
        let alt = one_line(alt.trim());
        self.waiting.push(Block {
            kind: BlockKind::Image(Image {
                alt,
                ..Image::default()
            }),
            runs: caption,
        });
        if self.is_open() {
            return Ok(());
        }
        self.put_pictures()
    }

    /// Puts those that wait, outside of tables.
    pub(super) fn put_pictures(&mut self) -> Result<(), NotUnderstood> {
        if self.tables.is_empty() {
            for block in std::mem::take(&mut self.waiting) {
                self.push(block)?;
            }
        }
        Ok(())
    }

    /// Takes the pictures out of the package. One that is not there, or longer than one is looked at, is left behind.
    pub(super) fn unpack(&mut self, opened: &mut Opened<'_>) {
        let mut left = PICTURES_BYTES_MAX;
        for source in &mut self.pictures {
            if let Source::Part(path) = source {
                let bytes = opened.part(path, left.min(PICTURE_BYTES_MAX));
                let bytes = bytes.unwrap_or_default();
                left -= bytes.len();
                *source = Source::Here(bytes);
            }
        }
    }

    /// The bytes of the pictures; none for what was left behind.
    pub(super) fn bytes_of_pictures(&mut self) -> Vec<Option<Vec<u8>>> {
        let all = std::mem::take(&mut self.pictures).into_iter();
        let bytes = all.map(|source| match source {
            Source::Here(bytes) => Some(bytes).filter(|bytes| !bytes.is_empty()),
            Source::Part(_) => None,
        });
        bytes.collect()
    }
}

/// Keeps the images for which there is something; of the others, which are counted, what stands below them.
pub(super) fn keep<T>(
    blocks: &mut Vec<Block>,
    losses: &mut Losses,
    there: Vec<Option<T>>,
) -> Vec<T> {
    let mut there = there.into_iter();
    let mut kept = Vec::new();
    blocks.retain_mut(|block| {
        let BlockKind::Image(image) = &block.kind else {
            return true;
        };
        if let Some(one) = there.next().flatten() {
            kept.push(one);
            return true;
        }
        losses.add(Loss::Images, 1);
        losses.name(Loss::Images, &image.alt);
        block.kind = BlockKind::Paragraph;
        !block.runs.is_empty()
    });
    kept
}
