//! A history that comes as a file and not from a client: each change is checked as if it had been sent.

use super::chunk::split;
use super::{reading, shape};
use crate::limits::{DOCUMENT_BYTES_MAX, DOCUMENT_OPS_MAX};
use crate::room::RefusalCode;

/// The changes in `bytes`, uncompressed, one after the other, when each of them is within the bounds of a change and all
/// together within those of a document. Whether they are complete shows when they are opened.
///
/// # Errors
/// `Malformed` or `TooLarge`; nothing that claims too much was decoded.
pub fn admit_history(bytes: &[u8]) -> Result<Vec<u8>, RefusalCode> {
    let (mut admitted, mut operations) = (Vec::new(), 0u64);
    for raw in split(bytes) {
        let raw = raw?;
        let claimed = shape::operations(raw.body())?;
        operations = operations.saturating_add(claimed);
        if operations > DOCUMENT_OPS_MAX || admitted.len() + raw.body().len() > DOCUMENT_BYTES_MAX {
            return Err(RefusalCode::TooLarge);
        }
        reading::read(&raw, claimed)?;
        admitted.extend(raw.chunk());
    }
    Ok(admitted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::tests::created;

    #[test]
    fn an_honest_history_passes_whole() {
        let document = created();
        let changes = document.get_changes(&[]);
        let bytes: Vec<u8> = changes
            .iter()
            .flat_map(|change| change.raw_bytes().to_vec())
            .collect();
        assert_eq!(admit_history(&bytes), Ok(bytes));
    }

    #[test]
    fn a_whole_document_and_nonsense_are_refused() {
        let document = created();
        assert_eq!(admit_history(&document.save()), Err(RefusalCode::Malformed));
        assert_eq!(admit_history(b"nonsense"), Err(RefusalCode::Malformed));
        assert_eq!(admit_history(&[]), Ok(Vec::new()));
    }
}
