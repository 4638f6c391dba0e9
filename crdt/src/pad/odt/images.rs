//! Pictures in a document of LibreOffice: parts of the package that the text refers to.

use crate::beside::{Beside, Picture};
use crate::pad::block::Image;
use crate::pad::volume::placed;
use crate::xml::escaped;

/// Between the margins of a page, and under a title, in points.
const ROOM: (f32, f32) = (481.0, 640.0);

/// The pictures of a text, each once.
pub(super) struct Images<'a> {
    beside: &'a Beside,
    kept: Vec<(String, Picture)>,
}

impl<'a> Images<'a> {
    pub(super) fn new(beside: &'a Beside) -> Self {
        let kept = Vec::new();
        Self { beside, kept }
    }

    /// The picture as a part of a paragraph; none when it is not there.
    pub(super) fn frame(&mut self, image: &Image) -> Option<String> {
        let id = self.id(&image.url)?;
        let picture = &self.kept[id].1;
        let (width, height) = placed(image, picture, ROOM);
        let (path, alt) = (path(id, picture), escaped(&image.alt));
        Some(format!(
            "<draw:frame text:anchor-type=\"as-char\" svg:width=\"{width:.2}pt\" svg:height=\"{height:.2}pt\">\
             <draw:image xlink:href=\"{path}\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>\
             <svg:desc>{alt}</svg:desc></draw:frame>"
        ))
    }

    fn id(&mut self, url: &str) -> Option<usize> {
        let known = self.kept.iter().position(|(known, _)| known == url);
        if known.is_some() {
            return known;
        }
        let picture = self.beside.picture(url)?;
        self.kept.push((url.to_owned(), picture));
        Some(self.kept.len() - 1)
    }

    /// All of them, as the manifest has them.
    pub(super) fn entries(&self) -> String {
        let all = self.kept.iter().enumerate().map(|(id, (_, picture))| {
            format!(
                "<manifest:file-entry manifest:full-path=\"{}\" manifest:media-type=\"{}\"/>",
                path(id, picture),
                picture.media_type
            )
        });
        all.collect()
    }

    /// Where each is in the package.
    pub(super) fn parts(&self) -> impl Iterator<Item = (String, &[u8])> {
        let all = self.kept.iter().enumerate();
        all.map(|(id, (_, picture))| (path(id, picture), picture.bytes.as_slice()))
    }
}

fn path(id: usize, picture: &Picture) -> String {
    format!("Pictures/image{id}.{}", picture.extension)
}
