//! How much may lie beside a pad.

/// Longest file that is looked at for an image, in bytes: a photograph as a phone takes it.
pub const IMAGE_BYTES_MAX: usize = 12 * 1024 * 1024;
/// Images of one pad.
pub const IMAGES_PER_PAD_MAX: u64 = 200;
