//! What holds for every kind in the list: a row that is added is tested by being there.

mod vandals;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use automerge::{ActorId, Automerge};
use crdt::cover::{Cover, DaysAs};
use crdt::kind::DocumentKind;
use crdt::language::Language;
use crdt::open::open;
use proptest::prelude::*;
use vandals::{MARKUP, any_deed, vandalised};

const LANGUAGES: [Language; 2] = [Language::French, Language::English];

fn actor() -> ActorId {
    ActorId::from([7; 16])
}

fn cover(language: Language) -> Cover {
    Cover {
        title: MARKUP.to_owned(),
        language,
        origin: "https://atelier.example.org".to_owned(),
        path: "/w/space/document".to_owned(),
        names: HashMap::from([("zoe".to_owned(), MARKUP.to_owned())]),
        authors: Vec::new(),
        comments: true,
        days: DaysAs::Events,
        beside: crdt::beside::Beside::default(),
    }
}

/// Every kind begun in every way, with what it was begun with.
fn begun() -> impl Iterator<Item = (DocumentKind, String, Language, Automerge)> {
    DocumentKind::ALL.into_iter().flat_map(|kind| {
        let ways = kind
            .row()
            .templates
            .iter()
            .flat_map(|template| LANGUAGES.map(|language| (template, language)));
        ways.map(move |(template, language)| {
            let document = (template.create)(actor(), language);
            (
                kind,
                format!("{kind} {}", template.word),
                language,
                document,
            )
        })
    })
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn entries(name: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(name)).expect("the folder is there");
    let entries = entries.map(|entry| entry.expect("the folder can be read").path());
    entries.collect()
}

fn golden(kind: DocumentKind) -> Automerge {
    let path = folder("golden").join(format!("{kind}-from-server"));
    assert!(
        path.with_extension("json").is_file(),
        "{kind} has no golden json"
    );
    let bytes = fs::read(path.with_extension("automerge"));
    let bytes = bytes.unwrap_or_else(|error| panic!("{kind} has no golden document: {error}"));
    open([bytes.as_slice()]).expect("it opens")
}

#[test]
fn every_folder_with_a_row_is_in_the_list() {
    let folders = entries("src").into_iter();
    let with_row = folders.filter(|folder| folder.join("kind.rs").is_file());
    let names: HashSet<String> = with_row
        .map(|folder| {
            folder
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let listed = DocumentKind::ALL.map(|kind| kind.word.to_owned());
    assert_eq!(names, HashSet::from(listed));
}

#[test]
fn no_two_rows_templates_or_files_share_a_name() {
    let once = |words: Vec<&str>| words.iter().collect::<HashSet<_>>().len() == words.len();
    assert!(once(DocumentKind::ALL.map(|kind| kind.word).to_vec()));
    for kind in DocumentKind::ALL {
        let row = kind.row();
        assert!(!row.templates.is_empty(), "{kind}");
        assert!(
            once(row.templates.iter().map(|each| each.word).collect()),
            "{kind}"
        );
        assert!(
            once(row.files.iter().map(|each| each.extension).collect()),
            "{kind}"
        );
        assert!(
            kind.file("automerge").is_some(),
            "{kind} can be taken away whole"
        );
    }
}

#[test]
fn every_template_makes_a_document_that_only_its_kind_reads() {
    for (kind, way, _, document) in begun() {
        let again = open([document.save().as_slice()]).expect("what was made opens");
        assert_eq!(DocumentKind::of(&again), Ok(kind), "{way}");
        for other in DocumentKind::ALL {
            assert_eq!(
                other.check(&again).is_ok(),
                other == kind,
                "{way} as {other}"
            );
        }
    }
}

#[test]
fn a_template_always_makes_the_same_bytes() {
    for ((_, way, _, one), (_, _, _, other)) in begun().zip(begun()) {
        assert_eq!(one.save(), other.save(), "{way}");
    }
}

#[test]
fn the_template_of_another_kind_counts_as_none() {
    for kind in DocumentKind::ALL {
        let first = kind.create(None, actor(), Language::French);
        let unknown = kind.create(Some("novel"), actor(), Language::French);
        assert_eq!(first.save(), unknown.save(), "{kind}");
    }
}

#[test]
fn every_file_is_written_of_every_template() {
    for (kind, way, language, document) in begun() {
        for file in kind.row().files {
            let written = (file.write)(&document, &cover(language));
            assert!(written.is_ok(), "{way}.{}", file.extension);
        }
    }
}

#[test]
fn no_file_of_a_full_document_is_empty() {
    for kind in DocumentKind::ALL {
        for file in kind.row().files {
            let written = (file.write)(&golden(kind), &cover(Language::French));
            assert!(
                !written.expect("it is written").is_empty(),
                "{kind}.{}",
                file.extension
            );
        }
    }
}

#[test]
fn the_document_itself_opens_again_as_it_was() {
    for (kind, way, language, document) in begun() {
        let file = kind.file("automerge").expect("every kind has it");
        let bytes = (file.write)(&document, &cover(language)).expect("it is written");
        let again = open([bytes.as_slice()]).expect("it opens");
        assert_eq!(again.get_heads(), document.get_heads(), "{way}");
    }
}

#[test]
fn no_file_is_written_of_another_kind_but_the_document_itself() {
    for (kind, way, language, document) in begun() {
        for other in DocumentKind::ALL.into_iter().filter(|other| *other != kind) {
            let mut files = other.row().files.iter();
            let refused = files.all(|file| {
                file.extension == "automerge" || (file.write)(&document, &cover(language)).is_err()
            });
            assert!(refused, "{way} as {other}");
        }
    }
}

#[test]
fn every_kind_has_a_golden_document_of_its_own() {
    for kind in DocumentKind::ALL {
        assert_eq!(DocumentKind::of(&golden(kind)), Ok(kind));
        assert_eq!(kind.check(&golden(kind)), Ok(()));
    }
    for path in entries("golden") {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let is_ours = |kind: &DocumentKind| name.starts_with(&format!("{kind}-from-"));
        assert!(
            DocumentKind::ALL.iter().any(is_ours),
            "{name} is of no kind"
        );
    }
}

/// Everything a page may show of it.
fn pages(kind: DocumentKind, document: &Automerge) -> Vec<String> {
    let html = kind.file("html").map(|file| {
        let bytes = (file.write)(document, &cover(Language::English)).expect("it is written");
        String::from_utf8(bytes).expect("a page is text")
    });
    let view = kind
        .first_view
        .map(|view| view(document).expect("it is shown"));
    html.into_iter().chain(view).collect()
}

proptest! {
    // Each case writes every file of its kind.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn two_vandals_leave_a_document_that_is_checked_written_and_shown(
        at in any::<usize>(),
        full in any::<bool>(),
        first in prop::collection::vec(any_deed(), 0..20),
        second in prop::collection::vec(any_deed(), 0..20),
    ) {
        let kind = DocumentKind::ALL[at % DocumentKind::ALL.len()];
        let begun = || {
            let templates = kind.row().templates;
            (templates[at % templates.len()].create)(actor(), Language::French)
        };
        let document = if full { golden(kind) } else { begun() };
        let mut merged = vandalised(&document, 2, first);
        merged.merge(&mut vandalised(&document, 3, second)).expect("changes merge");
        prop_assert_eq!(kind.check(&merged), Ok(()));
        for file in kind.row().files {
            prop_assert!((file.write)(&merged, &cover(Language::French)).is_ok());
        }
        for page in pages(kind, &merged) {
            prop_assert!(!page.contains(MARKUP) && !page.contains("href=\"javascript"));
        }
    }
}
