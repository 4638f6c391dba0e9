//! The order of the folders of this crate, and that nothing uses what stands above it.

#![allow(clippy::unwrap_used)] // Sources that cannot be read are a failed test.

use std::path::Path;

use layers::Sources;

/// Lowest floor first: each uses only those before it.
const ORDER: &[&[&str]] = &[
    &[
        "clock",
        "error",
        "ids",
        "json",
        "kind_word",
        "limits",
        "pseudonym",
        "rows",
        "secret",
        "text",
        "words",
    ],
    &["disk"],
    &["people"],
    &["content"],
    &["votes"],
    &["askings"],
    &["walls"],
    &["mail"],
    &["life"],
    &["backups"],
];

fn sources() -> Sources {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    Sources::read(&src).unwrap()
}

#[test]
fn no_folder_uses_one_above_it() {
    assert_eq!(sources().against(ORDER), Vec::<String>::new());
}

#[test]
fn circles_of_files_are_small() {
    assert_eq!(sources().large_circles(), Vec::<Vec<String>>::new());
}
