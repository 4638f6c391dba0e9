//! What HTTP and packages say a file is, where more than one writer makes it.

/// A document of LibreOffice.
pub(crate) const ODT: &str = "application/vnd.oasis.opendocument.text";

/// A document of Word.
pub(crate) const DOCX: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A document to be printed.
pub(crate) const PDF: &str = "application/pdf";
