//! Agendas: what they begin with, how they are read whatever stands in them, what they are written as.
//!
//! `ATELIER_GOLDEN=write cargo test -p crdt --test agenda golden` writes the golden document again.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, ScalarValue};
use crdt::agenda::{AGENDA, Agenda, StepKind, Template, create, json, read, slots};
use crdt::cover::{Cover, DaysAs};
use crdt::language::Language;
use crdt::open::open;

fn agenda(template: Template) -> Automerge {
    create(ActorId::from([7; 16]), template, Language::French)
}

fn cover() -> Cover {
    Cover {
        title: "Usages numériques".to_owned(),
        language: Language::French,
        origin: "https://atelier.example.org".to_owned(),
        path: "/w/space/a1".to_owned(),
        names: HashMap::new(),
        authors: Vec::new(),
        comments: true,
        beside: crdt::beside::Beside::default(),
        days: DaysAs::Events,
    }
}

fn file(document: &Automerge, extension: &str) -> String {
    let file = AGENDA.file(extension).expect("agendas have this file");
    let bytes = (file.write)(document, &cover()).expect("an agenda is written");
    String::from_utf8(bytes).expect("a file of text")
}

fn part(document: &impl ReadDoc, map: &ObjId, key: &str) -> ObjId {
    let found = document.get(map, key).expect("a document is read");
    found.expect("the part is there").1
}

fn edit(
    document: &mut Automerge,
    write: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
) {
    let mut edit = document.transaction();
    write(&mut edit).expect("the document takes it");
    edit.commit_with(CommitOptions::default().with_time(0));
}

fn put_in(
    edit: &mut Transaction<'_>,
    (part_key, id): (&str, &str),
    fields: &[(&str, ScalarValue)],
) -> Result<(), AutomergeError> {
    let all = part(edit, &ROOT, part_key);
    let map = match edit.get(&all, id)? {
        Some((_, map)) => map,
        None => edit.put_object(&all, id, ObjType::Map)?,
    };
    fields
        .iter()
        .try_for_each(|(key, value)| edit.put(&map, *key, value.clone()))
}

#[test]
fn a_typical_day_goes_from_nine_to_five() {
    let agenda = read(&agenda(Template::TwoDays));
    assert_eq!(agenda.days.len(), 2);
    for day in &agenda.days {
        let times = slots(day);
        assert_eq!((times[0].start, times[12].end), (9 * 60, 17 * 60));
        assert!(times.iter().all(|slot| (slot.over, slot.idle) == (0, 0)));
        assert_eq!(day.steps.iter().filter(|step| step.free).count(), 3);
    }
}

#[test]
fn a_step_whose_day_is_gone_waits_for_another() {
    let mut document = agenda(Template::TwoDays);
    let before = read(&document);
    edit(&mut document, |edit| {
        put_in(edit, ("days", "d2"), &[("deleted", 1.into())])
    });
    let after = read(&document);
    assert_eq!(after.days, before.days[..1]);
    assert_eq!(after.waiting, before.days[1].steps);
}

#[test]
fn files_say_when_each_step_is() {
    let mut document = agenda(Template::TwoDays);
    edit(&mut document, |edit| {
        put_in(edit, ("days", "d1"), &[("date", "2026-11-23".into())])
    });
    assert!(
        file(&document, "md")
            .contains("## Jour 1, 23 novembre 2026\n\n- 9:00–9:15 Accueil, émargement\n")
    );
    assert!(
        file(&document, "html").contains("<th scope=\"row\">12:30–13:45</th><td>Déjeuner</td>")
    );
    assert!(
        file(&document, "csv").contains("\"Jour 1\";\"2026-11-23\";\"16:45\";\"17:00\";\"15\"")
    );
    let calendar = file(&document, "ics");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
    assert!(calendar.contains("DTSTART:20261123T090000\r\nDTEND:20261123T170000\r\n"));
}

#[test]
fn what_facilitators_note_leaves_in_no_file_for_others() {
    let mut document = agenda(Template::TwoDays);
    edit(&mut document, |edit| {
        put_in(edit, ("steps", "s1-1"), &[("notes", "canari".into())])
    });
    for extension in ["md", "html", "csv", "ics"] {
        assert!(
            !file(&document, extension).contains("canari"),
            "{extension}"
        );
    }
}

/// Everything people write, then what only a careless or hostile client does.
fn of_everything() -> Automerge {
    let mut document = agenda(Template::TwoDays);
    edit(&mut document, |edit| {
        put_in(
            edit,
            ("days", "d1"),
            &[("date", "2026-11-23".into()), ("start", 555.into())],
        )?;
        put_in(
            edit,
            ("days", "d2"),
            &[("date", "2026-02-30".into()), ("start", 99_999.into())],
        )?;
        let step = [
            ("title", "Écriture collaborative".into()),
            ("minutes", 45.into()),
            ("kind", "practice".into()),
            ("day", "d1".into()),
            ("rank", "W".into()),
            ("document", "p1".into()),
            ("brick", "writing".into()),
            ("link", "https://visio.example.org/salle".into()),
            ("notes", "Prévoir des feuilles".into()),
        ];
        put_in(edit, ("steps", "n1"), &step)?;
        put_in(
            edit,
            ("steps", "n2"),
            &[
                ("title", "À placer".into()),
                ("day", "".into()),
                ("minutes", 30.into()),
            ],
        )?;
        put_in(
            edit,
            ("steps", "n3"),
            &[
                ("title", "Jetée".into()),
                ("day", "d1".into()),
                ("deleted", 5.into()),
            ],
        )?;
        let wrong = [
            ("title", 12.into()),
            ("minutes", 1e300.into()),
            ("kind", "magic".into()),
            ("day", "d1".into()),
            ("rank", "é~z".into()),
            ("fixed", 1_440.into()),
            ("free", "yes".into()),
            ("link", "javascript:alert(1)".into()),
        ];
        put_in(edit, ("steps", "n4"), &wrong)
    });
    document
}

#[test]
fn whatever_is_written_is_read_within_its_limits() {
    let agenda = read(&of_everything());
    assert_eq!((agenda.days[0].start, agenda.days[1].start), (555, 1_439));
    assert_eq!(
        (agenda.days[1].date.as_str(), agenda.waiting.len()),
        ("", 1)
    );
    let wrong = agenda.days[0]
        .steps
        .iter()
        .find(|step| step.id == "n4")
        .expect("it is there");
    assert_eq!((wrong.minutes, wrong.fixed, wrong.free), (720, None, false));
    assert_eq!(
        (wrong.kind, wrong.link.as_str(), wrong.rank.as_str()),
        (StepKind::Practice, "", "z")
    );
    assert!(agenda.days[0].steps.iter().all(|step| step.id != "n3"));
}

fn golden(extension: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    folder.join("agenda-from-server").with_extension(extension)
}

#[test]
fn this_side_still_writes_and_reads_the_golden_agenda() {
    let document = of_everything();
    let text = json(&read(&document));
    if std::env::var_os("ATELIER_GOLDEN").is_some_and(|word| word == "write") {
        fs::write(golden("automerge"), document.save()).expect("the folder is writable");
        fs::write(golden("json"), &text).expect("the folder is writable");
    }
    let kept = fs::read(golden("automerge")).expect("the document is there");
    let kept = open([kept.as_slice()]).expect("the document opens");
    assert_eq!(kept.get_heads(), document.get_heads());
    let expected = fs::read_to_string(golden("json")).expect("the json is there");
    assert_eq!(json(&read(&kept)), expected);
    let parsed: Agenda = serde_json::from_str(&expected).expect("the json is an agenda");
    assert_eq!(parsed, read(&kept));
}
