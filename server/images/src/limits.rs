//! How large images may be, each bound with its unit in its name.

/// Pixels of an image that is decoded: those of the camera of a phone. Browsers send fewer.
pub const DECODED_PIXELS_MAX: u64 = 13_000_000;
/// Longest side of an image that is decoded, in pixels.
pub const DECODED_SIDE_PIXELS_MAX: u32 = 20_000;
/// What one library may take to decode, in bytes.
pub const DECODER_BYTES_MAX: u64 = 128 * 1024 * 1024;
/// Widest image that is kept, in pixels.
pub const WIDTH_PIXELS_MAX: u32 = 2_000;
/// Highest image that is kept, in pixels.
pub const HEIGHT_PIXELS_MAX: u32 = 4_000;
/// A picture without loss that is longer, in bytes, is kept with some, unless one can see through it.
pub const LOSSLESS_BYTES_MAX: usize = 1024 * 1024;
/// Longest file that is kept, in bytes.
pub const KEPT_BYTES_MAX: usize = 4 * 1024 * 1024;
