//! What a change claims about itself, read without decoding an operation.

use super::columns;
use crate::limits::{
    ACTOR_BYTES_MAX, CHANGE_ACTORS_MAX, CHANGE_COLUMNS_MAX, CHANGE_DEPENDENCIES_MAX,
    CHANGE_NOTE_BYTES_MAX, CHANGE_TIME_MAX,
};
use crate::reader::Reader;
use crate::room::RefusalCode;

/// automerge counts operations in 32 bits.
const COUNTER_MAX: u64 = u32::MAX as u64;

/// Checks every claim of a change's body and returns how many operations it holds.
pub(super) fn operations(body: &[u8]) -> Result<u64, RefusalCode> {
    let mut reader = Reader::new(body);
    let first_operation = heading(&mut reader)?;
    let columns = column_list(&mut reader)?;
    let operations = columns::operations(&mut reader, &columns)?;
    if reader.remaining() > CHANGE_NOTE_BYTES_MAX {
        return Err(RefusalCode::TooLarge);
    }
    match first_operation.saturating_add(operations) <= COUNTER_MAX {
        true => Ok(operations),
        false => Err(RefusalCode::Malformed),
    }
}

/// Dependencies, author, place and time; returns the number of the first operation.
fn heading(reader: &mut Reader<'_>) -> Result<u64, RefusalCode> {
    for _ in 0..bounded(reader.unsigned()?, CHANGE_DEPENDENCIES_MAX)? {
        reader.hash()?;
    }
    actor(reader)?;
    let _seq = reader.unsigned()?;
    let first_operation = reader.unsigned()?;
    if reader.signed()?.unsigned_abs() > CHANGE_TIME_MAX.unsigned_abs() {
        return Err(RefusalCode::Malformed);
    }
    bounded(
        reader.prefixed()?.len() as u64,
        CHANGE_NOTE_BYTES_MAX as u64,
    )?;
    for _ in 0..bounded(reader.unsigned()?, CHANGE_ACTORS_MAX)? {
        actor(reader)?;
    }
    Ok(first_operation)
}

fn actor(reader: &mut Reader<'_>) -> Result<(), RefusalCode> {
    let bytes = reader.prefixed()?.len() as u64;
    bounded(bytes, ACTOR_BYTES_MAX as u64).map(|_| ())
}

fn column_list(reader: &mut Reader<'_>) -> Result<Vec<(u64, u64)>, RefusalCode> {
    (0..bounded(reader.unsigned()?, CHANGE_COLUMNS_MAX)?)
        .map(|_| Ok((reader.unsigned()?, reader.unsigned()?)))
        .collect()
}

fn bounded(claim: u64, claim_max: u64) -> Result<u64, RefusalCode> {
    match claim <= claim_max {
        true => Ok(claim),
        false => Err(RefusalCode::TooLarge),
    }
}
