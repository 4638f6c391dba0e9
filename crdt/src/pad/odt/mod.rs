//! Pads as a document of LibreOffice (OpenDocument 1.2), which Word and Google Docs open too.

mod content;
mod images;
mod lists;
mod styles;
mod text;

use super::volume::Volume;
use crate::language::Language;
use crate::media_type;
use crate::package::Package;
use crate::xml::escaped;

use images::Images;

/// The volume as the bytes of an `.odt`.
pub fn odt(volume: &Volume) -> Vec<u8> {
    let mut package = Package::default();
    // The first part says what the whole is, readable where it lies.
    package.store("mimetype", media_type::ODT.as_bytes());
    let mut images = Images::new(&volume.beside);
    let content = content::written(volume, &mut images);
    package.add(
        "META-INF/manifest.xml",
        manifest(&images.entries()).as_bytes(),
    );
    package.add("meta.xml", meta(volume).as_bytes());
    package.add("styles.xml", styles::written(volume.language).as_bytes());
    package.add("content.xml", content.as_bytes());
    for (path, bytes) in images.parts() {
        package.store(&path, bytes);
    }
    package.finish()
}

/// The parts of every document, and those that this one has besides.
fn manifest(more: &str) -> String {
    let whole = media_type::ODT;
    let parts = ["content.xml", "styles.xml", "meta.xml"].map(|part| {
        format!(
            "<manifest:file-entry manifest:full-path=\"{part}\" manifest:media-type=\"text/xml\"/>"
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" \
         manifest:media-type=\"{whole}\"/>{}{more}</manifest:manifest>",
        parts.concat()
    )
}

fn meta(volume: &Volume) -> String {
    let title = escaped(&volume.title);
    let authors = escaped(&volume.authors().join(", "));
    let language = match volume.language {
        Language::French => "fr-FR",
        Language::English => "en-GB",
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         office:version=\"1.2\"><office:meta><dc:title>{title}</dc:title>\
         <meta:initial-creator>{authors}</meta:initial-creator><dc:creator>{authors}</dc:creator>\
         <dc:language>{language}</dc:language></office:meta></office:document-meta>"
    )
}
