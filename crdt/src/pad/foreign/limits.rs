//! How much a text of another tool may be.

/// Most characters of a text that comes at once: a book of 150 pages.
pub const CHARS_MAX: usize = 300_000;
/// Most blocks of it.
pub const BLOCKS_MAX: usize = 20_000;
/// Longest part of a package once it is unpacked, in bytes. Word takes some hundred bytes for a word.
pub(super) const PART_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Most parts of a package.
pub(super) const PARTS_MAX: usize = 10_000;
/// Longest single piece of XML or HTML: a tag with its attributes, or the text between two.
pub(super) const PIECE_BYTES_MAX: usize = 4 * 1024 * 1024;
/// How deep elements are followed; what is deeper stands as if it were here.
pub(super) const DEPTH_MAX: usize = 256;
/// Most elements of XML that are open at once: their names are kept until they end.
pub(super) const OPEN_MAX: usize = 10_000;
/// Most styles, lists and addresses that are looked up.
pub(super) const LOOKED_UP_MAX: usize = 10_000;
/// Most cells that are read; few of them have a text.
pub(super) const CELLS_READ_MAX: usize = 200_000;
/// Most pictures of a text, longest of them and all of them together, in bytes. As many as a person puts in by hand.
pub(super) const PICTURES_MAX: usize = 100;
pub(super) const PICTURE_BYTES_MAX: usize = 12 * 1024 * 1024;
pub(super) const PICTURES_BYTES_MAX: usize = 24 * 1024 * 1024;
/// Most characters of a title.
pub(super) const TITLE_CHARS_MAX: usize = 200;
