//! The heads that name a version of a document, as they stand in addresses and answers.

use automerge::ChangeHash;

use crate::limits::HEADS_PER_VERSION_MAX;
use crate::problem::{Problem, refusals};

refusals! {
    /// No version of this document is called so.
    UNKNOWN_VERSION: 404 "unknown_version" {
        fr: "Cette version n’est pas dans l’historique de ce document. Rouvrez l’historique et choisissez-en une autre.",
        en: "This version is not in the history of this document. Open the history again and choose another one.",
    }
}

/// Reads hashes in hexadecimal with commas between them.
///
/// # Errors
/// When there is none, one is no hash, or there are more than any version of ours has.
pub fn parse(text: &str) -> Result<Vec<ChangeHash>, Problem> {
    let mut heads = Vec::new();
    for hash in text.split(',').take(HEADS_PER_VERSION_MAX + 1) {
        heads.push(hash.parse().map_err(|_| UNKNOWN_VERSION)?);
    }
    if heads.len() <= HEADS_PER_VERSION_MAX {
        Ok(heads)
    } else {
        Err(UNKNOWN_VERSION)
    }
}

/// Each in hexadecimal.
pub fn shown(heads: &[ChangeHash]) -> Vec<String> {
    heads.iter().map(ChangeHash::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read_as_they_are_shown() {
        let heads = vec![ChangeHash([7; 32]), ChangeHash([0xab; 32])];
        assert_eq!(parse(&shown(&heads).join(",")), Ok(heads));
    }

    #[test]
    fn what_is_no_version_is_refused() {
        let hash = "ab".repeat(32);
        let many = vec![hash.as_str(); HEADS_PER_VERSION_MAX + 1].join(",");
        for wrong in ["", ",", "ab", &format!("{hash},"), &"é".repeat(32), &many] {
            assert_eq!(parse(wrong), Err(UNKNOWN_VERSION), "{wrong}");
        }
    }
}
