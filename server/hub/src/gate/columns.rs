//! Bounds what the columns of a change would expand to.
//!
//! Columns are run-length encoded: a run of 2^60 rows fits in ten bytes, and automerge would walk
//! it. Here only the run headers are read, so the cost is the bytes that were really sent.

use crate::limits::{CHANGE_OPS_MAX, CHANGE_PREDECESSORS_MAX, KEY_BYTES_MAX};
use crate::reader::Reader;
use crate::room::RefusalCode;

/// How the values of a column are written.
#[derive(Clone, Copy)]
enum Kind {
    Unsigned,
    Delta,
    Text,
    Boolean,
    /// Counts of predecessors: each stands for that many rows of the two columns after it.
    Group,
    /// Values laid end to end; nothing is repeated.
    Raw,
}

const ACTION: u64 = 0x42;

/// The columns of a change and how many rows each may claim. All others are refused: automerge
/// would warn and drop them, and the change would not be what its author signed.
fn allowed(column: u64) -> Result<(Kind, u64), RefusalCode> {
    match column {
        0x01 | 0x02 | 0x11 | ACTION | 0x56 => Ok((Kind::Unsigned, CHANGE_OPS_MAX)),
        0x13 => Ok((Kind::Delta, CHANGE_OPS_MAX)),
        0x15 | 0xa5 => Ok((Kind::Text, CHANGE_OPS_MAX)),
        0x34 | 0x94 => Ok((Kind::Boolean, CHANGE_OPS_MAX)),
        0x57 => Ok((Kind::Raw, 0)),
        0x70 => Ok((Kind::Group, CHANGE_OPS_MAX)),
        0x71 => Ok((Kind::Unsigned, CHANGE_PREDECESSORS_MAX)),
        0x73 => Ok((Kind::Delta, CHANGE_PREDECESSORS_MAX)),
        _ => Err(RefusalCode::Malformed),
    }
}

/// Reads past all columns, each given as (specification, length in bytes), and returns how many
/// operations they hold: one per row of the action column.
pub(super) fn operations(
    reader: &mut Reader<'_>,
    columns: &[(u64, u64)],
) -> Result<u64, RefusalCode> {
    let mut operations = 0;
    for &(column, length) in columns {
        let (kind, rows_max) = allowed(column)?;
        let length = usize::try_from(length).map_err(|_| RefusalCode::Malformed)?;
        let rows = rows(Reader::new(reader.take(length)?), kind, rows_max)?;
        if column == ACTION {
            operations = rows;
        }
    }
    Ok(operations)
}

fn rows(mut column: Reader<'_>, kind: Kind, rows_max: u64) -> Result<u64, RefusalCode> {
    let mut rows = Sum::up_to(rows_max);
    let mut predecessors = Sum::up_to(CHANGE_PREDECESSORS_MAX);
    while !matches!(kind, Kind::Raw) && !column.is_empty() {
        match kind {
            Kind::Boolean => rows.add(column.unsigned()?, 1)?,
            _ => run(&mut column, kind, &mut rows, &mut predecessors)?,
        }
    }
    Ok(rows.total)
}

/// One run: a positive length and one value, a negative length and as many values, or zero and
/// the number of empty rows.
fn run(
    column: &mut Reader<'_>,
    kind: Kind,
    rows: &mut Sum,
    predecessors: &mut Sum,
) -> Result<(), RefusalCode> {
    let length = column.signed()?;
    if length == 0 {
        return rows.add(column.unsigned()?, 1);
    }
    rows.add(length.unsigned_abs(), 1)?;
    let (values, each) = match length > 0 {
        true => (1, length.unsigned_abs()),
        false => (length.unsigned_abs(), 1),
    };
    for _ in 0..values {
        predecessors.add(value(column, kind)?, each)?;
    }
    Ok(())
}

/// Reads one value; for a group, returns how many rows it stands for.
fn value(column: &mut Reader<'_>, kind: Kind) -> Result<u64, RefusalCode> {
    match kind {
        Kind::Group => return Ok(column.unsigned()?),
        Kind::Delta => drop(column.signed()?),
        Kind::Text => short(column.prefixed()?)?,
        _ => drop(column.unsigned()?),
    }
    Ok(0)
}

fn short(text: &[u8]) -> Result<(), RefusalCode> {
    match text.len() as u64 <= KEY_BYTES_MAX {
        true => Ok(()),
        false => Err(RefusalCode::TooLarge),
    }
}

struct Sum {
    total: u64,
    total_max: u64,
}

impl Sum {
    fn up_to(total_max: u64) -> Self {
        Sum {
            total: 0,
            total_max,
        }
    }

    fn add(&mut self, count: u64, each: u64) -> Result<(), RefusalCode> {
        self.total = self.total.saturating_add(count.saturating_mul(each));
        match self.total <= self.total_max {
            true => Ok(()),
            false => Err(RefusalCode::TooLarge),
        }
    }
}
