//! From which device a ballot came: one device holds one ballot of a round, whoever uses it.

use rusqlite::{Connection, OptionalExtension};

use super::{VoteError, voter::Voter};
use crate::{RoundId, StoreError};

/// Remembers that a ballot came from a device.
///
/// # Errors
/// When the device holds the ballot of somebody else.
pub(super) fn claim(
    connection: &Connection,
    round: RoundId,
    device: Voter,
    voter: Voter,
) -> Result<(), VoteError> {
    let sql = "INSERT INTO ballot_devices(round, device, voter) VALUES (?1, ?2, ?3)";
    match holder(connection, round, device)? {
        Some(holder) if holder != voter => Err(VoteError::DeviceVoted),
        Some(_) => Ok(()),
        None => {
            connection
                .prepare_cached(sql)?
                .execute((round, device, voter))?;
            Ok(())
        }
    }
}

fn holder(
    connection: &Connection,
    round: RoundId,
    device: Voter,
) -> Result<Option<Voter>, StoreError> {
    let sql = "SELECT voter FROM ballot_devices WHERE round = ?1 AND device = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let holder = statement.query_row((round, device), |row| row.get(0));
    Ok(holder.optional()?)
}
