//! Numbers in LEB128, as automerge writes them.

/// Appends an unsigned number.
pub(crate) fn write_unsigned(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
}

/// Appends a signed number.
pub(crate) fn write_signed(out: &mut Vec<u8>, mut value: i64) {
    loop {
        let byte = value.to_le_bytes()[0] & 0x7f;
        value >>= 7;
        let is_last = (value == 0 && byte & 0x40 == 0) || (value == -1 && byte & 0x40 != 0);
        if is_last {
            return out.push(byte);
        }
        out.push(byte | 0x80);
    }
}

/// Appends bytes behind their length.
pub(crate) fn write_prefixed(out: &mut Vec<u8>, bytes: &[u8]) {
    write_unsigned(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// Takes an unsigned number off the front; nothing when there is none.
pub(crate) fn unsigned(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let byte = take(bytes, 1)?[0];
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// Takes a signed number off the front.
pub(crate) fn signed(bytes: &mut &[u8]) -> Option<i64> {
    let before = *bytes;
    let value = unsigned(bytes)?.cast_signed();
    let length = before.len() - bytes.len();
    let is_negative = before[length - 1] & 0x40 != 0 && length < 10;
    Some(if is_negative {
        value | (-1 << (7 * length))
    } else {
        value
    })
}

/// Takes bytes behind their length off the front.
pub(crate) fn prefixed<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = usize::try_from(unsigned(bytes)?).ok()?;
    take(bytes, length)
}

/// Takes so many bytes off the front.
pub(crate) fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(taken)
}
