//! A history that comes as a file and not from a client: each change is checked as if it had been sent.

use super::chunk::split;
use super::{reading, shape};
use crate::limits::{DOCUMENT_BYTES_MAX, DOCUMENT_OPS_MAX};
use crate::room::RefusalCode;

/// What histories that come together may hold: as much as one document.
#[derive(Debug)]
pub struct HistoryBudget {
    bytes: usize,
    operations: u64,
}

impl Default for HistoryBudget {
    fn default() -> Self {
        Self {
            bytes: DOCUMENT_BYTES_MAX,
            operations: DOCUMENT_OPS_MAX,
        }
    }
}

impl HistoryBudget {
    fn spend(&mut self, bytes: usize, operations: u64) -> Result<(), RefusalCode> {
        let bytes = self.bytes.checked_sub(bytes);
        let operations = self.operations.checked_sub(operations);
        (self.bytes, self.operations) = bytes.zip(operations).ok_or(RefusalCode::TooLarge)?;
        Ok(())
    }
}

/// The changes in `bytes`, uncompressed, one after the other, when each of them is within the bounds of a change and all
/// together within `budget`. Whether they are complete shows when they are opened.
///
/// # Errors
/// `Malformed` or `TooLarge`; nothing that claims too much was decoded.
pub fn admit_history(bytes: &[u8], budget: &mut HistoryBudget) -> Result<Vec<u8>, RefusalCode> {
    let mut admitted = Vec::new();
    for raw in split(bytes) {
        let raw = raw?;
        let claimed = shape::operations(raw.body())?;
        budget.spend(raw.body().len(), claimed)?;
        reading::read(&raw, claimed, &[])?;
        admitted.extend(raw.chunk());
    }
    Ok(admitted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::tests::created;

    fn admit(bytes: &[u8]) -> Result<Vec<u8>, RefusalCode> {
        admit_history(bytes, &mut HistoryBudget::default())
    }

    fn changes() -> Vec<u8> {
        let document = created();
        let changes = document.get_changes(&[]);
        let bytes = changes.iter().map(|change| change.raw_bytes().to_vec());
        bytes.collect::<Vec<_>>().concat()
    }

    #[test]
    fn an_honest_history_passes_whole() {
        let bytes = changes();
        assert_eq!(admit(&bytes), Ok(bytes));
    }

    #[test]
    fn a_whole_document_and_nonsense_are_refused() {
        let document = created();
        assert_eq!(admit(&document.save()), Err(RefusalCode::Malformed));
        assert_eq!(admit(b"nonsense"), Err(RefusalCode::Malformed));
        assert_eq!(admit(&[]), Ok(Vec::new()));
    }

    #[test]
    fn histories_that_come_together_share_what_they_may_hold() {
        let bytes = changes();
        let mut budget = HistoryBudget {
            bytes: 2 * bytes.len() - 1,
            operations: DOCUMENT_OPS_MAX,
        };
        // What frames a change is not counted, so that two do fit.
        assert!(admit_history(&bytes, &mut budget).is_ok());
        assert!(admit_history(&bytes, &mut budget).is_ok());
        assert_eq!(
            admit_history(&bytes, &mut budget),
            Err(RefusalCode::TooLarge)
        );
        budget.operations = 0;
        assert_eq!(
            admit_history(&bytes, &mut budget),
            Err(RefusalCode::TooLarge)
        );
    }
}
