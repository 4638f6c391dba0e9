//! The languages documents begin in and are exported in.

/// The language of a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// French.
    French,
    /// English.
    English,
}
