//! Reads untrusted bytes front to back; every length is checked before it is used.

use automerge::ChangeHash;

/// The input ended early or holds a number that cannot be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unreadable;

/// A position in untrusted bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Reader { rest: bytes }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// How many bytes are left.
    pub(crate) fn remaining(&self) -> usize {
        self.rest.len()
    }

    /// The next `count` bytes, borrowed: nothing is allocated for a length that was only claimed.
    pub(crate) fn take(&mut self, count: usize) -> Result<&'a [u8], Unreadable> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(Unreadable)?;
        self.rest = rest;
        Ok(taken)
    }

    /// One byte.
    pub(crate) fn byte(&mut self) -> Result<u8, Unreadable> {
        Ok(self.take(1)?[0])
    }

    /// Goes past this byte if it comes next, and says whether it did.
    pub(crate) fn next_is(&mut self, byte: u8) -> bool {
        match self.rest.split_first() {
            Some((&first, rest)) if first == byte => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// A change hash.
    pub(crate) fn hash(&mut self) -> Result<ChangeHash, Unreadable> {
        let bytes = self.take(32)?.try_into().map_err(|_| Unreadable)?;
        Ok(ChangeHash(bytes))
    }

    /// Bytes behind their own length.
    pub(crate) fn prefixed(&mut self) -> Result<&'a [u8], Unreadable> {
        let length = usize::try_from(self.unsigned()?).map_err(|_| Unreadable)?;
        self.take(length)
    }

    /// An unsigned LEB128 number of at most 64 bits.
    pub(crate) fn unsigned(&mut self) -> Result<u64, Unreadable> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            if shift == 63 && byte > 1 {
                return Err(Unreadable);
            }
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(Unreadable)
    }

    /// A signed LEB128 number of at most 64 bits.
    pub(crate) fn signed(&mut self) -> Result<i64, Unreadable> {
        let mut value = 0_i64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            if shift == 63 && byte != 0 && byte != 0x7f {
                return Err(Unreadable);
            }
            value |= i64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(extend_sign(value, byte, shift + 7));
            }
        }
        Err(Unreadable)
    }
}

fn extend_sign(value: i64, last: u8, bits: u32) -> i64 {
    match bits < 64 && last & 0x40 != 0 {
        true => value | (-1 << bits),
        false => value,
    }
}

/// Appends an unsigned LEB128 number.
pub(crate) fn write_unsigned(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn unsigned_numbers_survive(value: u64) {
            let mut bytes = Vec::new();
            write_unsigned(&mut bytes, value);
            prop_assert_eq!(Reader::new(&bytes).unsigned(), Ok(value));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let _ = Reader::new(&bytes).signed();
            let _ = Reader::new(&bytes).unsigned();
            let _ = Reader::new(&bytes).prefixed();
        }
    }

    #[test]
    fn negative_numbers_are_read() {
        assert_eq!(Reader::new(&[0x7f]).signed(), Ok(-1));
        assert_eq!(Reader::new(&[0x80, 0x7f]).signed(), Ok(-128));
        assert_eq!(Reader::new(&[0xff, 0x00]).signed(), Ok(127));
        let lowest = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f];
        assert_eq!(Reader::new(&lowest).signed(), Ok(i64::MIN));
    }

    #[test]
    fn a_claimed_length_beyond_the_end_is_refused() {
        let claims_a_lot = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
        assert_eq!(Reader::new(&claims_a_lot).prefixed(), Err(Unreadable));
    }
}
