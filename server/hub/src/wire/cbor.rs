//! Walks through a CBOR item without building it: nothing is allocated, whatever it claims to hold.

use std::str::from_utf8;

use crate::limits::{CBOR_DEPTH_MAX, CBOR_ITEMS_MAX};
use crate::reader::{Reader, Unreadable};

/// Ends an item whose length was not said.
pub(super) const BREAK: u8 = 0xff;
const NULL: u64 = 22;
const UNDEFINED: u64 = 23;

/// What an item is; its content, if any, comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    Unsigned(u64),
    Negative,
    Bytes(Length),
    Text(Length),
    Array(Length),
    Map(Length),
    Tag,
    Simple(u64),
    Float,
}

/// How many bytes, items or pairs follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    Said(u64),
    UntilBreak,
}

/// A position in an item that anybody may have written.
pub(super) struct Cbor<'a> {
    reader: Reader<'a>,
    items_left: usize,
    depth_left: usize,
}

impl<'a> Cbor<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            reader: Reader::new(bytes),
            items_left: CBOR_ITEMS_MAX,
            depth_left: CBOR_DEPTH_MAX,
        }
    }

    /// How many pairs the map says it has, and the bytes of its pairs; a map that does not say ends with [`BREAK`].
    pub(super) fn pairs(mut self) -> Result<(Option<u64>, &'a [u8]), Unreadable> {
        let count = match self.head()? {
            Head::Map(Length::Said(count)) => Some(count),
            Head::Map(Length::UntilBreak) => None,
            _ => return Err(Unreadable),
        };
        let rest = self.reader.remaining();
        Ok((count, self.reader.take(rest)?))
    }

    /// Whether nothing is left.
    pub(super) fn is_at_end(&self) -> bool {
        self.reader.is_empty()
    }

    /// A map: `field` reads or skips exactly one value for each key. Keys that are no text are skipped with their values;
    /// a text in pieces is refused as a key, since others may put it together. Nothing for null.
    pub(super) fn map(
        &mut self,
        mut field: impl FnMut(&mut Self, &'a str) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        let length = match self.head()? {
            Head::Map(length) => length,
            head if head.is_nothing() => return Ok(()),
            _ => return Err(Unreadable),
        };
        self.each(length, |cbor| match cbor.head()? {
            Head::Text(Length::Said(bytes)) => {
                let key = cbor.str(bytes)?;
                field(cbor, key)
            }
            Head::Text(Length::UntilBreak) => Err(Unreadable),
            other => {
                cbor.skip_content(other)?;
                cbor.skip()
            }
        })
    }

    /// An array: `item` reads or skips exactly one value each time. Nothing for null.
    pub(super) fn array(
        &mut self,
        item: impl FnMut(&mut Self) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        match self.head()? {
            Head::Array(length) => self.each(length, item),
            head if head.is_nothing() => Ok(()),
            _ => Err(Unreadable),
        }
    }

    /// A text whose length is said; none for null.
    pub(super) fn text(&mut self) -> Result<Option<&'a str>, Unreadable> {
        match self.head()? {
            Head::Text(Length::Said(bytes)) => Ok(Some(self.str(bytes)?)),
            head if head.is_nothing() => Ok(None),
            _ => Err(Unreadable),
        }
    }

    /// A byte string whose length is said; none for null.
    pub(super) fn bytes(&mut self) -> Result<Option<&'a [u8]>, Unreadable> {
        match self.head()? {
            Head::Bytes(Length::Said(bytes)) => Ok(Some(self.take(bytes)?)),
            head if head.is_nothing() => Ok(None),
            _ => Err(Unreadable),
        }
    }

    /// A number that is not negative; none for null.
    pub(super) fn number(&mut self) -> Result<Option<u64>, Unreadable> {
        match self.head()? {
            Head::Unsigned(number) => Ok(Some(number)),
            head if head.is_nothing() => Ok(None),
            _ => Err(Unreadable),
        }
    }

    /// Goes past one value, whatever it is.
    pub(super) fn skip(&mut self) -> Result<(), Unreadable> {
        let head = self.head()?;
        self.skip_content(head)
    }

    fn skip_content(&mut self, head: Head) -> Result<(), Unreadable> {
        match head {
            Head::Bytes(Length::Said(bytes)) | Head::Text(Length::Said(bytes)) => {
                self.take(bytes).map(drop)
            }
            Head::Bytes(length) | Head::Text(length) | Head::Array(length) => {
                self.each(length, Self::skip)
            }
            Head::Map(length) => self.each(length, |cbor| {
                cbor.skip()?;
                cbor.skip()
            }),
            Head::Unsigned(_) | Head::Negative | Head::Tag | Head::Simple(_) | Head::Float => {
                Ok(())
            }
        }
    }

    fn each(
        &mut self,
        length: Length,
        mut one: impl FnMut(&mut Self) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        self.depth_left = self.depth_left.checked_sub(1).ok_or(Unreadable)?;
        match length {
            Length::Said(count) => {
                for _ in 0..count {
                    one(self)?;
                }
            }
            Length::UntilBreak => {
                while !self.reader.next_is(BREAK) {
                    one(self)?;
                }
            }
        }
        self.depth_left += 1;
        Ok(())
    }

    /// What comes next. Tags say nothing this protocol needs: they are passed over.
    fn head(&mut self) -> Result<Head, Unreadable> {
        loop {
            self.items_left = self.items_left.checked_sub(1).ok_or(Unreadable)?;
            match self.any_head()? {
                Head::Tag => {}
                head => return Ok(head),
            }
        }
    }

    fn any_head(&mut self) -> Result<Head, Unreadable> {
        let first = self.reader.byte()?;
        let (major, info) = (first >> 5, first & 0x1f);
        if info == 0x1f {
            return match major {
                2 => Ok(Head::Bytes(Length::UntilBreak)),
                3 => Ok(Head::Text(Length::UntilBreak)),
                4 => Ok(Head::Array(Length::UntilBreak)),
                5 => Ok(Head::Map(Length::UntilBreak)),
                _ => Err(Unreadable),
            };
        }
        let value = self.argument(info)?;
        Ok(match major {
            0 => Head::Unsigned(value),
            1 => Head::Negative,
            2 => Head::Bytes(Length::Said(value)),
            3 => Head::Text(Length::Said(value)),
            4 => Head::Array(Length::Said(value)),
            5 => Head::Map(Length::Said(value)),
            6 => Head::Tag,
            _ if info <= 24 => Head::Simple(value),
            _ => Head::Float,
        })
    }

    /// The number in a head: small ones stand in its first byte, others behind it.
    fn argument(&mut self, info: u8) -> Result<u64, Unreadable> {
        let width = match info {
            0..=23 => return Ok(u64::from(info)),
            24 => 1,
            25 => 2,
            26 => 4,
            27 => 8,
            _ => return Err(Unreadable),
        };
        let bytes = self.reader.take(width)?.iter();
        Ok(bytes.fold(0, |value, &byte| value << 8 | u64::from(byte)))
    }

    fn str(&mut self, bytes: u64) -> Result<&'a str, Unreadable> {
        from_utf8(self.take(bytes)?).map_err(|_| Unreadable)
    }

    fn take(&mut self, bytes: u64) -> Result<&'a [u8], Unreadable> {
        let bytes = usize::try_from(bytes).map_err(|_| Unreadable)?;
        self.reader.take(bytes)
    }
}

impl Head {
    /// Null or undefined: the field may as well be missing.
    fn is_nothing(self) -> bool {
        matches!(self, Self::Simple(NULL | UNDEFINED))
    }
}
