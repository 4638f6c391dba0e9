//! How much a pad takes: readers clamp or leave out what is beyond.

/// The deepest indent of an item.
pub const INDENT_MAX: u8 = 5;
/// The smallest heading.
pub const LEVEL_MAX: u8 = 3;
/// The longest address that is kept as a link.
pub const LINK_BYTES_MAX: usize = 2048;
