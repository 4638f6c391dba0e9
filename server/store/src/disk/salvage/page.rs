//! Pages of a database file as SQLite's file format has them, read without SQLite. Nothing on them is believed unchecked.

use std::{fs::File, io, os::unix::fs::FileExt, path::Path};

/// Every database of ours has pages of this size.
pub(super) const PAGE_BYTES: usize = 4096;
/// The file's own header, at the beginning of the first page.
pub(super) const HEADER_BYTES: usize = 100;

/// A file of pages, numbered from 1.
pub(super) struct Pages {
    file: File,
    pub(super) count: u32,
}

impl Pages {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let count = file.metadata()?.len().div_ceil(PAGE_BYTES as u64);
        let count = u32::try_from(count).map_err(io::Error::other)?;
        Ok(Pages { file, count })
    }

    /// A page, with zeros for what is beyond the end of the file.
    pub(super) fn read(&self, number: u32) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; PAGE_BYTES];
        let start = u64::from(number.saturating_sub(1)) * PAGE_BYTES as u64;
        let mut filled = 0;
        while filled < PAGE_BYTES {
            match self
                .file
                .read_at(&mut bytes[filled..], start + filled as u64)?
            {
                0 => break,
                read => filled += read,
            }
        }
        Ok(bytes)
    }

    /// A page of a tree; none if the number or the page cannot be one.
    pub(super) fn node(&self, number: u32) -> io::Result<Option<Node>> {
        if !(1..=self.count).contains(&number) {
            return Ok(None);
        }
        Ok(Node::of(number, self.read(number)?))
    }
}

/// What a page of a tree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    IndexInterior = 2,
    TableInterior = 5,
    IndexLeaf = 10,
    TableLeaf = 13,
}

/// A page of a tree.
pub(super) struct Node {
    pub(super) kind: Kind,
    head: usize,
    bytes: Vec<u8>,
}

impl Node {
    fn of(number: u32, bytes: Vec<u8>) -> Option<Self> {
        let head = if number == 1 { HEADER_BYTES } else { 0 };
        let kinds = [
            Kind::IndexInterior,
            Kind::TableInterior,
            Kind::IndexLeaf,
            Kind::TableLeaf,
        ];
        let kind = kinds.into_iter().find(|kind| *kind as u8 == bytes[head])?;
        Some(Node { kind, head, bytes })
    }

    /// The pages below, left to right; none below a leaf.
    pub(super) fn children(&self) -> Vec<u32> {
        if !self.is_interior() {
            return Vec::new();
        }
        let below = self
            .cells()
            .into_iter()
            .flatten()
            .filter_map(|cell| number_at(cell, 0));
        below.chain(number_at(&self.bytes, self.head + 8)).collect()
    }

    /// Each cell with what follows it on the page; none in the place of one that lies outside.
    pub(super) fn cells(&self) -> Vec<Option<&[u8]>> {
        let pointers = self.head + if self.is_interior() { 12 } else { 8 };
        let count = usize::from(u16::from_be_bytes([
            self.bytes[self.head + 3],
            self.bytes[self.head + 4],
        ]));
        let end = pointers + 2 * count;
        let pointers = self.bytes.get(pointers..end).unwrap_or_default();
        let starts = pointers
            .as_chunks()
            .0
            .iter()
            .map(|at| usize::from(u16::from_be_bytes(*at)));
        starts
            .map(|at| {
                self.bytes
                    .get(at..)
                    .filter(|cell| at >= end && !cell.is_empty())
            })
            .collect()
    }

    pub(super) fn is_interior(&self) -> bool {
        matches!(self.kind, Kind::IndexInterior | Kind::TableInterior)
    }
}

/// The number of a page, where one is written.
pub(super) fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    let number = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(number.try_into().ok()?))
}
