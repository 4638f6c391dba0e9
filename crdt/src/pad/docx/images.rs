//! Pictures in a document of Word: parts of the package that the text refers to.

use crate::beside::{Beside, Picture};
use crate::pad::block::Image;
use crate::pad::kept::Kept;
use crate::xml::escaped;

/// What lengths of drawings are counted in.
const EMU_PER_POINT: f32 = 12_700.0;
/// Tells programs that read aloud to pass over a picture.
const DECORATIVE: &str = "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\">\
<adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/>\
</a:ext></a:extLst>";

/// The pictures of a text, each once.
pub(super) struct Images<'a> {
    kept: Kept<'a>,
    drawn: usize,
}

impl<'a> Images<'a> {
    pub(super) fn new(beside: &'a Beside) -> Self {
        let kept = Kept::new(beside);
        Self { kept, drawn: 0 }
    }

    /// The picture as a part of a run; none when it is not there.
    pub(super) fn drawing(&mut self, image: &Image) -> Option<String> {
        let (id, _, (width, height)) = self.kept.placed(image)?;
        self.drawn += 1;
        let number = self.drawn;
        let emu = |points: f32| (points * EMU_PER_POINT) as u32;
        let size = format!("cx=\"{}\" cy=\"{}\"", emu(width), emu(height));
        let alt = escaped(&image.alt);
        let decorates = if alt.is_empty() { DECORATIVE } else { "" };
        Some(format!(
            "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent {size}/>\
             <wp:docPr id=\"{number}\" name=\"Image {number}\" descr=\"{alt}\">{decorates}</wp:docPr><wp:cNvGraphicFramePr>\
             <a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic>\
             <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>\
             <pic:cNvPr id=\"{number}\" name=\"Image {number}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
             <a:blip r:embed=\"image{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>\
             <a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>\
             </pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        ))
    }

    /// All of them, as the package refers to them.
    pub(super) fn relationships(&self) -> String {
        let all = self.kept.pictures().map(|(id, picture)| {
            format!(
                "<Relationship Id=\"image{id}\" \
                 Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" \
                 Target=\"media/{}\"/>",
                name(id, picture)
            )
        });
        all.collect()
    }

    /// Where each is in the package.
    pub(super) fn parts(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.kept.pictures().map(|(id, picture)| {
            let path = format!("word/media/{}", name(id, picture));
            (path, picture.bytes.as_slice())
        })
    }
}

fn name(id: usize, picture: &Picture) -> String {
    format!("image{id}.{}", picture.extension)
}
