//! Whether the disk takes what people write.

/// What the store can do at this moment; watch it with [`crate::Store::state`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageState {
    /// Everything is written.
    Ok,
    /// The disk is full: reading works, writing answers `Full`. The store returns to `Ok` by itself.
    Full,
}
