//! The web build, inside the binary.

use std::borrow::Cow;

use rust_embed::RustEmbed;

/// `web/dist`: read from the disk in development, part of the binary in a release. The tests here have
/// a build of four files.
#[derive(RustEmbed)]
#[cfg_attr(not(test), folder = "../web/dist")]
#[cfg_attr(test, folder = "tests/web-build")]
#[allow_missing = true]
struct WebBuild;

/// A file of the build.
pub(super) struct Embedded {
    pub(super) bytes: Cow<'static, [u8]>,
    /// The SHA-256 of its content, as an entity tag.
    pub(super) tag: String,
}

/// Finds a file by its path without the first `/`.
pub(super) fn find(path: &str) -> Option<Embedded> {
    let file = WebBuild::get(path)?;
    let hash = file.metadata.sha256_hash();
    let tag = hash[..16]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    Some(Embedded {
        bytes: file.data,
        tag: format!("\"{tag}\""),
    })
}
