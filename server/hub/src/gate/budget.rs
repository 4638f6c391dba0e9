//! What one message may cost to check, however well it is compressed.

use super::chunk::RawChange;
use super::reading::{self, Readable};
use super::shape;
use crate::limits::{MESSAGE_INFLATED_BYTES_MAX, MESSAGE_OPS_MAX};
use crate::room::RefusalCode;

/// The bytes and operations of a message that were looked at.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    bytes: usize,
    operations: u64,
}

impl Budget {
    /// Counts a chunk, known or not: inflating and hashing it was work.
    pub(crate) fn spend_bytes(&mut self, raw: &RawChange<'_>) -> Result<(), RefusalCode> {
        self.bytes += raw.body().len();
        match self.is_spent() {
            true => Err(RefusalCode::TooLarge),
            false => Ok(()),
        }
    }

    /// Whether nothing more of this message can be taken.
    pub(crate) fn is_spent(&self) -> bool {
        self.bytes > MESSAGE_INFLATED_BYTES_MAX || self.operations > MESSAGE_OPS_MAX
    }

    /// Reads a change if what it claims to hold is within the budget. `kept` are the keys that are the server's alone.
    pub(crate) fn read(
        &mut self,
        raw: &RawChange<'_>,
        kept: &[&str],
    ) -> Result<Readable, RefusalCode> {
        let operations = shape::operations(raw.body())?;
        self.operations += operations;
        match self.is_spent() {
            true => Err(RefusalCode::TooLarge),
            false => reading::read(raw, operations, kept),
        }
    }
}
