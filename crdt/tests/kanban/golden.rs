//! The golden plan: written here, read by both sides of the wire.
//!
//! `ATELIER_GOLDEN=write cargo test -p crdt --test kanban golden` writes it again.

use std::fs;
use std::path::{Path, PathBuf};

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjType, ScalarValue};
use crdt::kanban::{Kanban, json, read};
use crdt::open::open;

use crate::samples::{add_card, add_column, add_label, add_to_card, edit, inside, kanban, part};

fn golden(extension: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    folder.join("kanban-from-server").with_extension(extension)
}

#[test]
fn this_side_still_writes_and_reads_the_same_kanban() {
    let kanban = a_kanban_of_everything();
    let text = json(&read(&kanban));
    if std::env::var_os("ATELIER_GOLDEN").is_some_and(|word| word == "write") {
        fs::write(golden("automerge"), kanban.save()).expect("the folder is writable");
        fs::write(golden("json"), &text).expect("the folder is writable");
    }
    let kept = fs::read(golden("automerge")).expect("the document is there");
    let kept = open([kept.as_slice()]).expect("the document opens");
    assert_eq!(kept.get_heads(), kanban.get_heads());
    let expected = fs::read_to_string(golden("json")).expect("the json is there");
    assert_eq!(json(&read(&kept)), expected);
    let parsed: Kanban = serde_json::from_str(&expected).expect("the json is a plan");
    assert_eq!(parsed, read(&kept));
}

/// Everything people write, then what only a careless or hostile client does.
fn a_kanban_of_everything() -> Automerge {
    let mut kanban = kanban();
    edit(&mut kanban, everything_people_write);
    edit(&mut kanban, wrong_types);
    edit(&mut kanban, too_much_of_everything);
    edit(&mut kanban, cards_without_a_column);
    move_one_card_twice_at_once(&mut kanban);
    kanban
}

fn everything_people_write(edit: &mut Transaction<'_>) -> Result<(), AutomergeError> {
    let archived = add_column(edit, "c4", "Idées 😀", "z")?;
    edit.put(&archived, "archived", 1_795_000_001_000_i64)?;
    edit.put(&archived, "colour", "violet")?;
    add_label(edit, "l2", "Urgent", "red")?;
    add_label(edit, "l1", "", "blue")?;
    let gone = add_label(edit, "l3", "Ancienne", "grey")?;
    edit.put(&gone, "deleted", 1_795_000_001_000_i64)?;
    full_card(edit)?;
    let done = add_card(edit, "k2", "Louer la salle", "c3", "V")?;
    edit.put(&done, "done", true)?;
    edit.put(&done, "doneAt", 1_795_000_002_000_i64)?;
    let archived = add_card(edit, "k3", "Rangée", "c1", "k")?;
    edit.put(&archived, "archived", 1_795_000_003_000_i64)?;
    let deleted = add_card(edit, "k4", "Jetée", "c2", "V")?;
    edit.put(&deleted, "deleted", 1_795_000_004_000_i64)?;
    let model = add_card(edit, "k5", "Modèle", "c1", "z")?;
    edit.put(&model, "template", true)
}

fn full_card(edit: &mut Transaction<'_>) -> Result<(), AutomergeError> {
    let card = add_card(edit, "k1", "Écrire l’invitation", "c1", "V")?;
    let description = inside(edit, &card, "description");
    edit.splice_text(&description, 0, 0, "**Avant** l’été\n\n- date 👩‍🎨\n- lieu")?;
    for (set, ids) in [("people", ["zoe", "lea"]), ("labels", ["l2", "l3"])] {
        let set = inside(edit, &card, set);
        edit.put(&set, ids[0], true)?;
        edit.put(&set, ids[1], true)?;
    }
    let labels = inside(edit, &card, "labels");
    edit.put(&labels, "l1", true)?;
    for (key, text) in [
        ("start", "2026-11-23"),
        ("due", "2028-02-29"),
        ("cover", "green"),
        ("from", "/w/abc/def"),
        ("fromTitle", "Compte-rendu"),
    ] {
        edit.put(&card, key, text)?;
    }
    let texts = [("text", "Relire"), ("rank", "k"), ("due", "2026-12-01")];
    let check = add_to_card(edit, &card, "checks", "x1", &texts)?;
    edit.put(&check, "done", true)?;
    let texts = [("text", "Envoyer"), ("rank", "V"), ("due", "")];
    add_to_card(edit, &card, "checks", "x2", &texts)?;
    let texts = [("by", "zoe"), ("text", "Je m’en charge")];
    let comment = add_to_card(edit, &card, "comments", "m1", &texts)?;
    edit.put(&comment, "at", 1_795_000_005_000_i64)?;
    edit.put(&comment, "edited", 1_795_000_006_000_i64)?;
    let texts = [
        ("title", "Affiche"),
        ("url", "https://example.org/a?b=c"),
        ("by", "lea"),
    ];
    let link = add_to_card(edit, &card, "attachments", "p1", &texts)?;
    edit.put(&link, "at", 1_795_000_007_000_i64)?;
    let texts = [
        ("title", "budget.ods"),
        ("url", "/api/attachments/abc"),
        ("by", "lea"),
    ];
    let file = add_to_card(edit, &card, "attachments", "p2", &texts)?;
    edit.put(&file, "at", 1_795_000_008_000_i64)?;
    edit.put(&file, "bytes", 2_048)
}

fn wrong_types(edit: &mut Transaction<'_>) -> Result<(), AutomergeError> {
    let (columns, cards) = (part(edit, "columns"), part(edit, "cards"));
    edit.put(&columns, "not-a-map", "c9")?;
    edit.put_object(&columns, "a-list", ObjType::List)?;
    edit.put_object(&cards, "empty", ObjType::Map)?;
    let column = add_column(edit, "c5", "", "zz")?;
    edit.put(&column, "limit", -3)?;
    edit.put(&column, "done", 1)?;
    edit.put(&column, "colour", "pink")?;
    let title = edit.put_object(&column, "title", ObjType::Text)?;
    edit.splice_text(&title, 0, 0, "en Text")?;
    let card = add_card(edit, "w1", "", "c2", "0")?;
    edit.put(&card, "title", 7)?;
    edit.put(&card, "description", "une chaîne")?;
    edit.put(&card, "due", "2026-02-30")?;
    edit.put(&card, "start", "2026-11-23T10:00")?;
    edit.put(&card, "done", "true")?;
    edit.put(&card, "doneAt", 12)?;
    edit.put(&card, "created", 12.9)?;
    edit.put(&card, "updated", ScalarValue::Uint(13))?;
    edit.put(&card, "archived", f64::NAN)?;
    edit.put(&card, "from", "https://example.org")?;
    let people = inside(edit, &card, "people");
    edit.put(&people, "lea", false)?;
    edit.put(&people, "zoe", 1)?;
    let texts = [("title", "piège"), ("url", "javascript:alert(1)")];
    add_to_card(edit, &card, "attachments", "p1", &texts)?;
    let texts = [("title", "ailleurs"), ("url", "//example.org")];
    add_to_card(edit, &card, "attachments", "p2", &texts)?;
    edit.put(&card, "comments", ScalarValue::Null)
}

fn too_much_of_everything(edit: &mut Transaction<'_>) -> Result<(), AutomergeError> {
    let card = add_card(edit, "w2", &"é".repeat(300), "c2", &"V".repeat(80))?;
    edit.put(&card, "created", 1e300)?;
    edit.put(&card, "updated", ScalarValue::Uint(u64::MAX))?;
    let texts = [("text", "a".repeat(5_000))];
    let texts = texts.each_ref().map(|(key, text)| (*key, text.as_str()));
    add_to_card(edit, &card, "comments", "m1", &texts)?;
    let texts = [("text", "b".repeat(300)), ("rank", "à V-0 ".to_owned())];
    let texts = texts.each_ref().map(|(key, text)| (*key, text.as_str()));
    add_to_card(edit, &card, "checks", "x1", &texts)?;
    add_card(edit, &"k".repeat(65), "clé trop longue", "c2", "V").map(drop)
}

fn cards_without_a_column(edit: &mut Transaction<'_>) -> Result<(), AutomergeError> {
    let column = add_column(edit, "c6", "Jetée", "1")?;
    edit.put(&column, "deleted", 1_795_000_009_000_i64)?;
    add_card(edit, "o1", "sa colonne est jetée", "c6", "1")?;
    let gone = add_card(edit, "o2", "jetée avec sa colonne", "c6", "2")?;
    edit.put(&gone, "deleted", 1_795_000_009_000_i64)?;
    add_card(edit, "o3", "sa colonne n’existe pas", "c99", "3")?;
    add_card(edit, "o4", "dans une colonne archivée", "c4", "4").map(drop)
}

/// The winner of the column is the winner of the rank.
fn move_one_card_twice_at_once(kanban: &mut Automerge) {
    edit(kanban, |edit| {
        add_card(edit, "t1", "tirée des deux côtés", "c1", "5").map(drop)
    });
    let mut other = kanban.fork().with_actor(ActorId::from([3; 16]));
    for (kanban, column, rank) in [(&mut *kanban, "c2", "6"), (&mut other, "c3", "7")] {
        edit(kanban, |edit| {
            let card = inside(edit, &part(edit, "cards"), "t1");
            edit.put(&card, "column", column)?;
            edit.put(&card, "rank", rank)
        });
    }
    kanban.merge(&mut other).expect("changes merge");
}
