//! How much a pad takes: readers clamp or leave out what is beyond.

/// The deepest indent of an item.
pub const INDENT_MAX: u8 = 5;
/// The smallest heading.
pub const LEVEL_MAX: u8 = 3;
/// Rows times columns that are still a table; what would be more is read as paragraphs.
pub const CELLS_MAX: usize = 2000;
/// The longest description of an image that is read, in characters.
pub const ALT_CHARS_MAX: usize = 1000;
/// The widest and the highest an image may say it is, in pixels.
pub const IMAGE_SIDE_PIXELS_MAX: u32 = 20_000;
/// The longest address that is kept as a link.
pub const LINK_BYTES_MAX: usize = 2048;
