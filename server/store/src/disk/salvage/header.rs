//! The first hundred bytes of the file: whether they are SQLite's, and putting them right when the rest is ours.

use std::{fs::OpenOptions, io, os::unix::fs::FileExt, path::Path};

use super::page::{HEADER_BYTES, Pages, number_at};
use crate::disk::migrations;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// What comes after: pages of 4 KiB, a log, nothing reserved, the shares of a page every database has.
const SHAPE: [u8; 8] = [0x10, 0x00, 2, 2, 0, 64, 32, 32];
/// In the schema of every database of ours.
const SIGN: &[u8] = b"CREATE TABLE chunks(";

/// A leaf of a tree without cells: type, free space, cells, where they begin, fragments.
const NO_TABLES: [u8; 8] = [13, 0, 0, 0, 0, 0x10, 0x00, 0];

const SCHEMA_FORMAT_AT: usize = 44;
/// Whether pages are moved to make the file smaller.
const MOVING_AT: usize = 52;
const ENCODING_AT: usize = 56;
const VERSION_AT: usize = 60;
const SCHEMA_FORMAT: u32 = 4;
const UTF_8: u32 = 1;

/// Whether the file is a database of ours, though damaged: its header says so, or its schema is still somewhere in it.
pub(super) fn is_ours(path: &Path) -> io::Result<bool> {
    let pages = Pages::open(path)?;
    if pages.read(1)?.starts_with(MAGIC) {
        return Ok(true);
    }
    for number in 1..=pages.count {
        let page = pages.read(number)?;
        if page.windows(SIGN.len()).any(|window| window == SIGN) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes the header anew if it is not one of ours, and an empty schema where there is none, so that SQLite reads the
/// log. The rest of the file stays.
pub(super) fn mend(path: &Path) -> io::Result<()> {
    let pages = Pages::open(path)?;
    let (is_sound, has_schema) = (is_one_of_ours(&pages.read(1)?), pages.node(1)?.is_some());
    let file = OpenOptions::new().write(true).open(path)?;
    if !is_sound {
        file.write_all_at(&fresh(pages.count), 0)?;
    }
    if !has_schema {
        file.write_all_at(&NO_TABLES, HEADER_BYTES as u64)?;
    }
    file.sync_all()
}

/// How many steps of the schema the file says it has taken.
pub(super) fn steps_taken(path: &Path) -> io::Result<usize> {
    let page = Pages::open(path)?.read(1)?;
    Ok(number_at(&page, VERSION_AT).unwrap_or(0) as usize)
}

/// Whether nothing in it would make SQLite read the file as something else. An empty file has no header yet.
pub(super) fn is_sound(path: &Path) -> io::Result<bool> {
    let pages = Pages::open(path)?;
    Ok(pages.count == 0 || is_one_of_ours(&pages.read(1)?))
}

fn is_one_of_ours(page: &[u8]) -> bool {
    let has_log = |way: u8| way == 1 || way == 2; // a backup has none
    page.starts_with(MAGIC)
        && page[16..18] == SHAPE[..2]
        && has_log(page[18])
        && page[18] == page[19]
        && page[20..24] == SHAPE[4..]
        && number_at(page, SCHEMA_FORMAT_AT) == Some(SCHEMA_FORMAT)
        && number_at(page, MOVING_AT) == Some(0)
        && number_at(page, ENCODING_AT) == Some(UTF_8)
}

/// A header, and behind it the beginning of an empty schema.
fn fresh(pages: u32) -> Vec<u8> {
    let mut header = vec![0; HEADER_BYTES];
    header[..16].copy_from_slice(MAGIC);
    header[16..24].copy_from_slice(&SHAPE);
    let mut write =
        |at: usize, number: u32| header[at..at + 4].copy_from_slice(&number.to_be_bytes());
    write(28, pages);
    write(SCHEMA_FORMAT_AT, SCHEMA_FORMAT);
    write(ENCODING_AT, UTF_8);
    write(VERSION_AT, migrations::ALL.len() as u32);
    header
}
