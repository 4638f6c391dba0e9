//! Pictures in a document of LibreOffice: parts of the package that the text refers to.

use crate::beside::{Beside, Picture};
use crate::pad::block::Image;
use crate::pad::kept::Kept;
use crate::xml::escaped;

/// The pictures of a text, each once.
pub(super) struct Images<'a>(Kept<'a>);

impl<'a> Images<'a> {
    pub(super) fn new(beside: &'a Beside) -> Self {
        Self(Kept::new(beside))
    }

    /// The picture as a part of a paragraph; none when it is not there.
    pub(super) fn frame(&mut self, image: &Image) -> Option<String> {
        let (id, picture, (width, height)) = self.0.placed(image)?;
        let (path, alt) = (path(id, picture), escaped(&image.alt));
        Some(format!(
            "<draw:frame text:anchor-type=\"as-char\" svg:width=\"{width:.2}pt\" svg:height=\"{height:.2}pt\">\
             <draw:image xlink:href=\"{path}\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>\
             <svg:desc>{alt}</svg:desc></draw:frame>"
        ))
    }

    /// All of them, as the manifest has them.
    pub(super) fn entries(&self) -> String {
        let all = self.0.pictures().map(|(id, picture)| {
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
        let all = self.0.pictures();
        all.map(|(id, picture)| (path(id, picture), picture.bytes.as_slice()))
    }
}

fn path(id: usize, picture: &Picture) -> String {
    format!("Pictures/image{id}.{}", picture.extension)
}
