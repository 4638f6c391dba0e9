//! Each finding the doctor can make, from a server on which nothing is wrong.

use store::{Language, OpenToOthers};

use super::super::finding::Weight;
use super::*;

const NOW: u64 = 2_000 * DAY_MS;

fn healthy() -> Facts {
    Facts {
        directory: Some(Directory {
            free_bytes: Some(50 * FREE_BYTES_GOOD),
            database_bytes: 10 * MIB,
            ..Directory::default()
        }),
        database: Ok(Database {
            schema: (11, 11),
            trusted_ms: Some(NOW),
            wall_ms: NOW,
            backed_up_ms: Some(NOW - DAY_MS),
            has_spaces: true,
            ..Database::default()
        }),
        server: ServerFacts {
            public_url: Some("https://a.example.org".to_owned()),
            is_open: false,
            has_proxies: true,
            mail: Some(Ok(())),
            descriptors: 65_536,
        },
        is_running: true,
    }
}

/// What is not well, with the beginning of what is said.
fn said(change: impl FnOnce(&mut Facts)) -> Vec<(Weight, String)> {
    let mut facts = healthy();
    change(&mut facts);
    let findings = judge(&facts).into_iter();
    findings
        .filter(|finding| finding.weight != Weight::Well)
        .map(|finding| (finding.weight, finding.text(Language::English)))
        .collect()
}

#[track_caller]
fn finds(weight: Weight, word: &str, change: impl FnOnce(&mut Facts)) {
    match &said(change)[..] {
        [(found, text)] => assert!(*found == weight && text.contains(word), "{text}"),
        other => panic!("{other:?}"),
    }
}

fn directory(facts: &mut Facts) -> &mut Directory {
    facts.directory.as_mut().expect("a directory")
}

fn database(facts: &mut Facts) -> &mut Database {
    facts.database.as_mut().expect("a database")
}

#[test]
fn of_a_healthy_server_nothing_is_said_but_that_it_is_well() {
    assert_eq!(said(|_| ()), []);
    assert_eq!(judge(&healthy()).len(), 9);
}

#[test]
fn every_sentence_has_its_values_in_both_languages() {
    let ill = Facts {
        database: Ok(Database {
            schema: (9, 11),
            findings: vec!["a page".to_owned()],
            ..Database::default()
        }),
        ..healthy()
    };
    for finding in judge(&ill) {
        for language in [Language::French, Language::English] {
            assert!(!finding.text(language).contains("{}"), "{finding:?}");
        }
    }
}

#[test]
fn the_directory_is_looked_at() {
    let open = || OpenToOthers {
        path: "/data/atelier.sqlite".into(),
        mode: 0o644,
        owner: 0,
        wanted: 0o600,
    };
    finds(Weight::Wrong, "/data/atelier.sqlite (0644)", |facts| {
        directory(facts).open_to_others = vec![open()];
    });
    finds(Weight::Wrong, "Only 100 MiB", |facts| {
        directory(facts).free_bytes = Some(100 * MIB);
    });
    finds(Weight::Wrong, "Only 2000 MiB", |facts| {
        let directory = directory(facts);
        directory.free_bytes = Some(2_000 * MIB);
        directory.database_bytes = 3_000 * MIB;
    });
    finds(Weight::Note, "500 MiB are left", |facts| {
        directory(facts).free_bytes = Some(500 * MIB);
    });
    finds(Weight::Note, "does not tell", |facts| {
        directory(facts).free_bytes = None;
    });
    finds(Weight::Note, "2 damaged", |facts| {
        directory(facts).damaged = 2
    });
    finds(Weight::Wrong, "does not exist", |facts| {
        facts.directory = None;
        facts.database = Err(Unknown::Missing);
    });
}

#[test]
fn the_database_is_looked_at() {
    finds(Weight::Wrong, "damaged: a page", |facts| {
        database(facts).findings = vec!["a page".to_owned()];
    });
    finds(Weight::Note, "of version 9 and will move to 11", |facts| {
        database(facts).schema = (9, 11);
    });
    for (unknown, weight, word) in [
        (Unknown::Missing, Weight::Note, "no data"),
        (Unknown::InUse, Weight::Wrong, "does not answer"),
        (Unknown::Newer, Weight::Wrong, "newer Atelier"),
        (
            Unknown::Unreadable("torn".to_owned()),
            Weight::Wrong,
            "torn",
        ),
    ] {
        finds(weight, word, |facts| facts.database = Err(unknown));
    }
}

#[test]
fn a_clock_that_moved_is_seen() {
    let ahead = NOW + 2_000 * DAY_MS;
    let at = |wall_ms| {
        move |facts: &mut Facts| {
            let database = database(facts);
            database.wall_ms = wall_ms;
            database.backed_up_ms = Some(wall_ms);
        }
    };
    finds(Weight::Wrong, "2000 days ahead", at(ahead));
    finds(Weight::Wrong, "3 day(s) behind", at(NOW - 3 * DAY_MS));
    finds(Weight::Note, "off for 2000 days", |facts| {
        at(ahead)(facts);
        facts.is_running = false;
    });
    finds(Weight::Note, "not been noted", |facts| {
        database(facts).trusted_ms = None
    });
}

#[test]
fn backups_are_asked_for_once_there_is_something_to_lose() {
    finds(Weight::Wrong, "No backup", |facts| {
        database(facts).backed_up_ms = None
    });
    finds(Weight::Wrong, "5 days old", |facts| {
        database(facts).backed_up_ms = Some(NOW - 5 * DAY_MS);
    });
    let nothing_yet = said(|facts| {
        let database = database(facts);
        (database.backed_up_ms, database.has_spaces) = (None, false);
    });
    assert_eq!(nothing_yet, []);
}

#[test]
fn the_way_it_is_started_is_looked_at() {
    finds(Weight::Note, "without https", |facts| {
        facts.server.public_url = Some("http://192.168.1.20".to_owned());
    });
    finds(Weight::Wrong, "behind a proxy", |facts| {
        facts.server.public_url = None
    });
    let without = |is_open| {
        move |facts: &mut Facts| {
            (facts.server.public_url, facts.server.has_proxies) = (None, false);
            facts.server.is_open = is_open;
        }
    };
    finds(Weight::Note, "local network", without(true));
    finds(Weight::Note, "this machine only", without(false));
    finds(Weight::Note, "No mail", |facts| facts.server.mail = None);
    finds(Weight::Wrong, "(refused)", |facts| {
        facts.server.mail = Some(Err("refused".to_owned()));
    });
    finds(Weight::Note, "Only 4096 files", |facts| {
        facts.server.descriptors = 4_096
    });
    finds(Weight::Wrong, "Only 512 files", |facts| {
        facts.server.descriptors = 512
    });
}
