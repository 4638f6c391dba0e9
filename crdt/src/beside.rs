//! The files beside a document, for what it is written as: they are no part of it, and fetched when they are needed.

use std::fmt;
use std::sync::Arc;

/// A picture as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// A PNG or a JPEG.
    pub bytes: Vec<u8>,
    /// What HTTP says it is.
    pub media_type: &'static str,
    /// What its name ends with, without the dot.
    pub extension: &'static str,
    /// In pixels, at least one.
    pub width: u32,
    /// In pixels, at least one.
    pub height: u32,
}

/// Fetches the picture at an address.
type Fetch = dyn Fn(&str) -> Option<Picture> + Send + Sync;

/// Where the files are fetched, by their addresses on this server. Whoever gives it sees to it that all of them are of this
/// document.
#[derive(Clone)]
pub struct Beside(Arc<Fetch>);

impl Beside {
    /// Files that are fetched like this.
    pub fn fetched(fetch: impl Fn(&str) -> Option<Picture> + Send + Sync + 'static) -> Self {
        Self(Arc::new(fetch))
    }

    /// The picture at an address; none when it was deleted, did not come yet, or is no picture.
    pub fn picture(&self, url: &str) -> Option<Picture> {
        (self.0)(url).filter(|picture| picture.width > 0 && picture.height > 0)
    }
}

impl Default for Beside {
    /// None.
    fn default() -> Self {
        Self::fetched(|_| None)
    }
}

impl fmt::Debug for Beside {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Beside")
    }
}
