//! Pads as a document of Word (Office Open XML, ECMA-376), which LibreOffice and Google Docs open too.

mod body;
mod images;
mod items;
mod parts;
mod text;

use super::volume::Volume;
use crate::package::Package;
use body::Body;
use parts::relationships;

/// The volume as the bytes of a `.docx`.
pub fn docx(volume: &Volume) -> Vec<u8> {
    let body = Body::of(volume);
    let mut package = Package::default();
    package.add("[Content_Types].xml", parts::CONTENT_TYPES.as_bytes());
    package.add("_rels/.rels", parts::RELATIONSHIPS.as_bytes());
    package.add("docProps/core.xml", parts::core(volume).as_bytes());
    package.add("word/document.xml", body.document().as_bytes());
    package.add(
        "word/_rels/document.xml.rels",
        relationships(&body).as_bytes(),
    );
    for (path, bytes) in body.images.parts() {
        package.store(&path, bytes);
    }
    package.add("word/numbering.xml", body.numbering.written().as_bytes());
    package.add("word/styles.xml", parts::styles(volume.language).as_bytes());
    package.finish()
}
