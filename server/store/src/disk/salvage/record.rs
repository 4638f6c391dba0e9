//! The values of one row, out of the bytes SQLite writes for them.

use rusqlite::types::Value;

/// More columns than any table of ours has.
const COLUMNS_MAX: usize = 64;

/// Reads a number of SQLite's variable length off the front.
pub(super) fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for at in 0..9 {
        let byte = *bytes.get(at)?;
        if at == 8 {
            *bytes = &bytes[9..];
            return Some(number << 8 | u64::from(byte));
        }
        number = number << 7 | u64::from(byte & 0x7F);
        if byte < 0x80 {
            *bytes = &bytes[at + 1..];
            return Some(number);
        }
    }
    None
}

/// The values of a row; none when the bytes are not those of a row.
pub(super) fn values(bytes: &[u8]) -> Option<Vec<Value>> {
    let mut rest = bytes;
    let header_bytes = usize::try_from(varint(&mut rest)?).ok()?;
    let mut header = bytes.get(bytes.len() - rest.len()..header_bytes)?;
    let mut body = &bytes[header_bytes..];
    let mut values = Vec::new();
    while !header.is_empty() {
        values.push(value(varint(&mut header)?, &mut body)?);
        if values.len() > COLUMNS_MAX {
            return None;
        }
    }
    body.is_empty().then_some(values)
}

fn value(kind: u64, body: &mut &[u8]) -> Option<Value> {
    Some(match kind {
        0 => Value::Null,
        1..=4 => Value::Integer(integer(body, kind as usize)?),
        5 => Value::Integer(integer(body, 6)?),
        6 => Value::Integer(integer(body, 8)?),
        7 => Value::Real(f64::from_bits(integer(body, 8)?.cast_unsigned())),
        8 => Value::Integer(0),
        9 => Value::Integer(1),
        10 | 11 => return None,
        even if even.is_multiple_of(2) => Value::Blob(take(body, (even - 12) / 2)?.to_vec()),
        odd => {
            let text = take(body, (odd - 13) / 2)?;
            Value::Text(String::from_utf8_lossy(text).into_owned())
        }
    })
}

/// Big-endian, with a sign.
fn integer(body: &mut &[u8], bytes: usize) -> Option<i64> {
    let taken = take(body, bytes as u64)?;
    let first = i64::from(taken.first()?.cast_signed());
    Some(
        taken[1..]
            .iter()
            .fold(first, |number, byte| number << 8 | i64::from(*byte)),
    )
}

fn take<'a>(body: &mut &'a [u8], length: u64) -> Option<&'a [u8]> {
    let taken = body.split_off(..usize::try_from(length).ok()?)?;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_length_are_read() {
        for (mut bytes, number) in [
            (&[0x05][..], 5),
            (&[0x81, 0x00], 128),
            (&[0xFF; 9], u64::MAX),
        ] {
            assert_eq!(varint(&mut bytes), Some(number));
            assert!(bytes.is_empty());
        }
        assert_eq!(varint(&mut &[0x81][..]), None);
    }

    #[test]
    fn a_row_is_read_and_half_a_row_is_not() {
        let row = [6, 1, 0, 9, 17, 16, 0xFF, b'h', b'i', 1, 2];
        let read = vec![
            Value::Integer(-1),
            Value::Null,
            Value::Integer(1),
            Value::Text("hi".into()),
            Value::Blob(vec![1, 2]),
        ];
        assert_eq!(values(&row), Some(read));
        assert_eq!(values(&row[..row.len() - 1]), None);
        assert_eq!(values(&[]), None);
    }
}
