//! The pictures that a package of an office program takes along, each once, however often a text shows it.

use super::block::Image;
use super::volume::placed;
use crate::beside::{Beside, Picture};

/// Between the margins of a page, and under a title, in points.
const ROOM: (f32, f32) = (481.0, 640.0);

/// The pictures so far; the number of one is where it stands.
pub(super) struct Kept<'a> {
    beside: &'a Beside,
    all: Vec<(String, Picture)>,
}

impl<'a> Kept<'a> {
    pub(super) fn new(beside: &'a Beside) -> Self {
        let all = Vec::new();
        Self { beside, all }
    }

    /// The picture of an image with its number and its width and height in points; none when it is not there.
    pub(super) fn placed(&mut self, image: &Image) -> Option<(usize, &Picture, (f32, f32))> {
        let number = self.number(&image.url)?;
        let picture = &self.all[number].1;
        Some((number, picture, placed(image, picture, ROOM)))
    }

    /// All of them, with their numbers.
    pub(super) fn pictures(&self) -> impl Iterator<Item = (usize, &Picture)> {
        self.all.iter().map(|(_, picture)| picture).enumerate()
    }

    fn number(&mut self, url: &str) -> Option<usize> {
        let known = self.all.iter().position(|(known, _)| known == url);
        if known.is_some() {
            return known;
        }
        let picture = self.beside.picture(url)?;
        self.all.push((url.to_owned(), picture));
        Some(self.all.len() - 1)
    }
}
