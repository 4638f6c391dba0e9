//! Documents of LibreOffice (OpenDocument), as LibreOffice, Word and Google Docs write them.

mod body;
mod frame;
mod styles;

use super::NotUnderstood;
use super::draft::Draft;
use super::opened::Opened;
use body::Body;
use styles::Styles;

/// Reads a document.
pub(super) fn read(bytes: &[u8], draft: &mut Draft) -> Result<(), NotUnderstood> {
    let mut opened = Opened::of(bytes)?;
    let mut styles = Styles::default();
    // The text has styles of its own beside those of the document.
    for path in ["styles.xml", "content.xml"] {
        if let Some(mut xml) = opened.xml(path)? {
            styles.read(&mut xml)?;
        }
    }
    let xml = opened.xml("content.xml")?;
    Body::new(xml.ok_or(NotUnderstood::Broken)?, draft, &styles).read()?;
    draft.unpack(&mut opened);
    Ok(())
}
