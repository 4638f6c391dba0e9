//! Few bytes that would cost much.

use std::io::Write;

use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

use super::*;
use crate::limits::{CHANGE_BYTES_MAX, CHANGE_OPS_MAX, MESSAGE_OPS_MAX};
use crate::reader::write_unsigned;

/// A chunk with a right checksum around any body.
pub(crate) fn chunk(body: &[u8]) -> Vec<u8> {
    let mut header = vec![1];
    write_unsigned(&mut header, body.len() as u64);
    let digest = Sha256::new().chain_update(&header).chain_update(body);
    let checksum: [u8; 32] = digest.finalize().into();
    [&[0x85, 0x6f, 0x4a, 0x83], &checksum[..4], &header, body].concat()
}

fn prefixed(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    write_unsigned(&mut out, bytes.len() as u64);
    [out, bytes.to_vec()].concat()
}

/// A change of a new actor with no dependencies and these columns.
fn body_with(columns: &[(u64, &[u8])]) -> Vec<u8> {
    let mut body = vec![0];
    body.extend(prefixed(&[7; 16]));
    body.extend([1, 1, 0, 0, 0]);
    write_unsigned(&mut body, columns.len() as u64);
    for (column, data) in columns {
        write_unsigned(&mut body, *column);
        write_unsigned(&mut body, data.len() as u64);
    }
    columns.iter().for_each(|(_, data)| body.extend(*data));
    body
}

fn refusal(columns: &[(u64, &[u8])]) -> RefusalCode {
    let document = Automerge::new();
    judge(&chunk(&body_with(columns)), &document).unwrap_err()
}

/// 2^60 in signed and in unsigned LEB128.
const MANY: [u8; 9] = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10];

#[test]
fn a_run_of_a_trillion_operations_is_refused() {
    let run = [&MANY[..], &[1]].concat();
    assert_eq!(refusal(&[(0x42, &run)]), RefusalCode::TooLarge);
    for column in [0x01, 0x02, 0x11, 0x56, 0x71] {
        assert_eq!(refusal(&[(column, &run)]), RefusalCode::TooLarge);
    }
    for column in [0x13, 0x73] {
        assert_eq!(refusal(&[(column, &run)]), RefusalCode::TooLarge);
    }
}

#[test]
fn a_trillion_empty_rows_are_refused() {
    let nulls = [&[0], &MANY[..]].concat();
    for column in [0x01, 0x13, 0x15, 0x42, 0xa5] {
        assert_eq!(refusal(&[(column, &nulls)]), RefusalCode::TooLarge);
    }
}

#[test]
fn a_trillion_flags_are_refused() {
    assert_eq!(refusal(&[(0x34, &MANY)]), RefusalCode::TooLarge);
    assert_eq!(refusal(&[(0x94, &MANY)]), RefusalCode::TooLarge);
}

#[test]
fn a_trillion_predecessors_are_refused() {
    let one_row = [&[1], &MANY[..]].concat();
    assert_eq!(refusal(&[(0x70, &one_row)]), RefusalCode::TooLarge);
    let many_rows = [0xe8, 0x07, 0xe8, 0x07];
    assert_eq!(refusal(&[(0x70, &many_rows)]), RefusalCode::TooLarge);
}

#[test]
fn a_gigantic_key_is_refused_before_it_is_allocated() {
    let key = [0x7f, 0xff, 0xff, 0xff, 0xff, 0x03];
    assert_eq!(refusal(&[(0x15, &key)]), RefusalCode::Malformed);
    let real = [&[0x7f][..], &prefixed(&[b'k'; 2_000])].concat();
    assert_eq!(refusal(&[(0x15, &real)]), RefusalCode::TooLarge);
}

#[test]
fn unknown_and_compressed_columns_are_refused() {
    assert_eq!(refusal(&[(0xb2, &[1, 1])]), RefusalCode::Malformed);
    assert_eq!(refusal(&[(0x4a, &[1, 1])]), RefusalCode::Malformed);
}

#[test]
fn a_compression_bomb_is_refused() {
    let mut deflated = DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    deflated.write_all(&vec![0; 8 * CHANGE_BYTES_MAX]).unwrap();
    let mut bomb = vec![0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, 2];
    bomb.extend(prefixed(&deflated.finish().unwrap()));
    assert!(bomb.len() < 64 * 1024);
    assert_eq!(
        judge(&bomb, &Automerge::new()).unwrap_err(),
        RefusalCode::TooLarge
    );
}

#[test]
fn whole_documents_and_bundles_are_refused() {
    let document = created();
    assert_eq!(
        judge(&document.save(), &document).unwrap_err(),
        RefusalCode::Malformed
    );
    let bundle = document.bundle(document.get_heads()).unwrap();
    assert_eq!(
        judge(bundle.bytes(), &document).unwrap_err(),
        RefusalCode::Malformed
    );
}

#[test]
fn many_large_changes_exhaust_the_budget_of_a_message() {
    let mut document = Automerge::new();
    let mut budget = Budget::default();
    let text = "x".repeat(CHANGE_OPS_MAX as usize - 1);
    let mut outcomes = (0..=MESSAGE_OPS_MAX / CHANGE_OPS_MAX).map(|_| {
        let mut transaction = document.transaction();
        let body = transaction.put_object(ROOT, "body", ObjType::Text).unwrap();
        transaction.splice_text(&body, 0, 0, &text).unwrap();
        transaction.commit();
        let change = document.get_last_local_change().unwrap();
        let raw = split(change.raw_bytes()).next().unwrap().unwrap();
        budget.read(&raw, &[]).map(|_| ())
    });
    assert_eq!(outcomes.next(), Some(Ok(())));
    assert_eq!(outcomes.last(), Some(Err(RefusalCode::TooLarge)));
}
