//! The order of the parts of the server, and that nothing uses what stands above it.

#![allow(clippy::unwrap_used)] // Sources that cannot be read are a failed test.

use std::path::Path;

use layers::Sources;

/// Lowest floor first: each uses only those before it. `docs/architecture.md` says what each is.
const ORDER: &[&[&str]] = &[
    &[
        "clock", "day", "lan", "language", "limits", "download", "metrics", "config", "network",
        "memory",
    ],
    &["budget"],
    &["headers", "outbox", "problem", "views"],
    &["control_messages", "heavy"],
    &["rooms", "live"],
    &["app"],
    &["request", "listen"],
    &["spaces"],
    &["kinds"],
    &["archive", "mail"],
    &["page", "sync", "upkeep"],
    &["api"],
    &["command"],
];

fn sources() -> Sources {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    Sources::read(&src).unwrap()
}

#[test]
fn no_part_uses_one_above_it() {
    assert_eq!(sources().against(ORDER), Vec::<String>::new());
}

#[test]
fn circles_of_files_are_small() {
    assert_eq!(sources().large_circles(), Vec::<Vec<String>>::new());
}
