//! What the server bounds around action plans; what is in a plan is bounded in `crdt`.

/// Longest file of another tool, in bytes of UTF-8.
pub const IMPORT_FILE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Longest request that brings one: a text in JSON is longer than itself.
pub const IMPORT_BYTES_MAX: usize = 2 * IMPORT_FILE_BYTES_MAX;
/// No clock on earth is further from Greenwich.
pub const CLOCK_MINUTES_MAX: i32 = 15 * 60;
/// Longest extension that is kept as one, in letters.
pub const EXTENSION_CHARS_MAX: usize = 10;
