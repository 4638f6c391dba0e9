//! A crate of a few files: what is found in it, and what is not.

#![allow(clippy::unwrap_used)] // A directory that cannot be made is a failed test.

use std::{fs, path::Path};

use layers::Sources;

const ORDER: &[&[&str]] = &[&["error"], &["disk"], &["people"]];

fn sources(files: &[(&str, &str)]) -> Sources {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).unwrap();
        fs::write(path, text).unwrap();
    }
    Sources::read(dir.path()).unwrap()
}

const ROOT: (&str, &str) = (
    "lib.rs",
    "mod disk; mod people;\npub use people::person::Person;\n",
);
const DISK: (&str, &str) = ("disk/mod.rs", "pub mod open;\n");
const PEOPLE: (&str, &str) = ("people/mod.rs", "pub mod person;\n");

#[test]
fn arrows_that_go_down_are_fine() {
    let found = sources(&[
        ROOT,
        DISK,
        PEOPLE,
        ("disk/open.rs", "use crate::error::Error;\n"),
        ("people/person.rs", "use crate::{disk::open, error};\n"),
        ("error.rs", ""),
    ]);
    assert!(found.against(ORDER).is_empty());
    assert!(found.circles().is_empty());
}

#[test]
fn an_arrow_that_goes_up_is_found_through_what_the_root_hands_on() {
    let found = sources(&[
        ROOT,
        DISK,
        PEOPLE,
        ("people/person.rs", ""),
        ("disk/open.rs", "use crate::Person;\n"),
    ]);
    assert_eq!(
        found.against(ORDER),
        ["disk/open uses people/person, which stands above it"]
    );
}

#[test]
fn what_tests_use_does_not_count() {
    let tests = "#[cfg(test)]\nmod tests {\n    use crate::people::person::Person;\n}\n";
    let found = sources(&[
        ROOT,
        DISK,
        PEOPLE,
        ("people/person.rs", ""),
        ("disk/open.rs", tests),
        ("tests/all.rs", "use crate::Person;"),
    ]);
    assert!(found.against(ORDER).is_empty());
}

#[test]
fn a_new_folder_needs_a_floor() {
    let found = sources(&[ROOT, ("mail/due.rs", "")]);
    assert_eq!(
        found.against(ORDER),
        ["mail/due stands on no floor: add it to the order"]
    );
}

#[test]
fn a_circle_is_found_with_all_its_files() {
    let found = sources(&[
        (
            "people/mod.rs",
            "mod door;\nmod links;\npub use links::Way;\n",
        ),
        ("people/door.rs", "use super::Way;\n"),
        ("people/links.rs", "use super::door::open;\n"),
    ]);
    assert_eq!(found.circles(), [["people/door", "people/links"]]);
}
