//! How many files and connections the operating system lets this process have open.

use crate::limits::{CONNECTIONS_MAX, DESCRIPTORS_RESERVED};

/// Asks for as many as are allowed, and says how many connections that makes.
pub(crate) fn connections_max() -> usize {
    let wanted = CONNECTIONS_MAX + DESCRIPTORS_RESERVED;
    let wanted = u64::try_from(wanted).unwrap_or(u64::MAX);
    let descriptors = rlimit::increase_nofile_limit(wanted).unwrap_or_else(|error| {
        tracing::warn!(%error, "the limit of open files could not be raised");
        // What every system gives.
        1_024
    });
    let connections = of(usize::try_from(descriptors).unwrap_or(usize::MAX));
    if connections < CONNECTIONS_MAX {
        tracing::warn!(
            descriptors,
            connections,
            "few open files are allowed: raise LimitNOFILE or 'ulimit -n' for large events"
        );
    } else {
        tracing::info!(
            descriptors,
            connections,
            "open files and connections allowed"
        );
    }
    connections
}

fn of(descriptors: usize) -> usize {
    let left = descriptors.saturating_sub(DESCRIPTORS_RESERVED);
    left.max(descriptors / 2).min(CONNECTIONS_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_keep_their_descriptors() {
        assert_eq!(of(1_024), 1_024 - DESCRIPTORS_RESERVED);
        assert_eq!(of(100), 50);
        assert_eq!(of(1_000_000), CONNECTIONS_MAX);
    }
}
