//! What is read from a plan, whoever wrote it and however badly.

use automerge::transaction::Transactable;
use automerge::{ActorId, ObjType, ROOT, ScalarValue};
use crdt::kanban::{Kanban, Template, check, create, read};
use crdt::language::Language;
use crdt::{pad, vote};
use proptest::prelude::*;

use crate::samples::{add_card, add_column, edit, inside, kanban, part};

fn columns(kanban: &Kanban) -> Vec<&str> {
    let columns = kanban.columns.iter();
    columns.map(|column| column.title.as_str()).collect()
}

#[test]
fn a_new_kanban_has_three_columns_and_the_last_is_done() {
    let kanban = read(&kanban());
    assert_eq!(columns(&kanban), ["À faire", "En cours", "Fait"]);
    let done: Vec<bool> = kanban.columns.iter().map(|column| column.done).collect();
    assert_eq!(done, [false, false, true]);
    assert!(kanban.cards.is_empty() && kanban.labels.is_empty());
}

#[test]
fn templates_begin_with_cards_to_do_in_either_language() {
    for template in [Template::Event, Template::Tools] {
        let told = [Language::French, Language::English]
            .map(|language| read(&create(ActorId::from([1; 16]), template, language)));
        for kanban in &told {
            assert!(kanban.cards.len() > 5);
            assert!(
                kanban
                    .cards
                    .iter()
                    .all(|card| card.column == "c1" && !card.title.is_empty())
            );
        }
        assert_eq!(told[0].cards.len(), told[1].cards.len());
        assert_ne!(told[0].cards[0].title, told[1].cards[0].title);
    }
    let create = || create(ActorId::from([1; 16]), Template::Tools, Language::French);
    assert_eq!(create().save(), create().save());
}

#[test]
fn a_plan_is_no_pad_and_a_pad_no_kanban() {
    let pad = pad::create(ActorId::from([1; 16]));
    assert!(check(&pad).is_err());
    assert_eq!(read(&pad), Kanban::default());
    assert_eq!(check(&kanban()), Ok(()));
    assert!(vote::check(&kanban()).is_err());
}

#[test]
fn a_kanban_without_one_of_its_parts_is_refused() {
    let mut kanban = kanban();
    edit(&mut kanban, |edit| edit.delete(ROOT, "labels"));
    assert!(check(&kanban).is_err());
}

#[test]
fn cards_stand_by_column_then_by_rank_then_by_key() {
    let mut kanban = kanban();
    edit(&mut kanban, |edit| {
        for (id, column, rank) in [
            ("b", "c2", "V"),
            ("a", "c2", "V"),
            ("c", "c1", "z"),
            ("d", "c2", "0"),
        ] {
            add_card(edit, id, id, column, rank)?;
        }
        Ok(())
    });
    let kanban = read(&kanban);
    let ids: Vec<&str> = kanban.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(ids, ["c", "d", "a", "b"]);
}

#[test]
fn a_card_whose_column_is_gone_is_in_the_first_that_is_shown() {
    let mut kanban = kanban();
    edit(&mut kanban, |edit| {
        add_card(edit, "k1", "", "c2", "V")?;
        let columns = part(edit, "columns");
        let (first, second) = (inside(edit, &columns, "c1"), inside(edit, &columns, "c2"));
        edit.put(&first, "archived", 1)?;
        edit.put(&second, "deleted", 1)
    });
    assert_eq!(read(&kanban).cards[0].column, "c3");
    edit(&mut kanban, |edit| {
        let third = inside(edit, &part(edit, "columns"), "c3");
        edit.put(&third, "deleted", 1)
    });
    assert_eq!(read(&kanban).cards[0].column, "c1");
}

#[test]
fn without_any_column_cards_wait_for_one() {
    let mut kanban = kanban();
    edit(&mut kanban, |edit| {
        add_card(edit, "k1", "", "c2", "V")?;
        let columns = part(edit, "columns");
        ["c1", "c2", "c3"].iter().try_for_each(|id| {
            let column = inside(edit, &columns, id);
            edit.put(&column, "deleted", 1)
        })
    });
    assert_eq!(read(&kanban).cards[0].column, "");
    edit(&mut kanban, |edit| add_column(edit, "c9", "Nouvelle", "V"));
    assert_eq!(read(&kanban).cards[0].column, "c9");
}

/// What a careless or hostile client may put anywhere.
#[derive(Debug, Clone)]
enum Junk {
    Scalar(ScalarValue),
    Object(ObjType),
}

fn any_junk() -> impl Strategy<Value = Junk> {
    let words = prop::sample::select(vec![
        "",
        "c1",
        "red",
        "2026-02-31",
        "2026-02-28",
        "/x",
        "é😀",
        "0",
    ]);
    prop_oneof![
        any::<i64>().prop_map(|number| Junk::Scalar(number.into())),
        any::<u64>().prop_map(|number| Junk::Scalar(number.into())),
        any::<f64>().prop_map(|number| Junk::Scalar(number.into())),
        any::<bool>().prop_map(|flag| Junk::Scalar(flag.into())),
        words.prop_map(|word| Junk::Scalar(word.into())),
        Just(Junk::Scalar(ScalarValue::Null)),
        Just(Junk::Scalar(ScalarValue::Bytes(vec![0, 255]))),
        prop::sample::select(vec![ObjType::Map, ObjType::List, ObjType::Text])
            .prop_map(Junk::Object),
    ]
}

fn any_place() -> impl Strategy<Value = Vec<&'static str>> {
    let parts = prop::sample::select(vec!["columns", "cards", "labels"]);
    let keys = || {
        prop::sample::select(vec![
            "c1",
            "k1",
            "l1",
            "title",
            "description",
            "column",
            "rank",
            "people",
            "labels",
            "due",
            "done",
            "checks",
            "comments",
            "attachments",
            "colour",
            "deleted",
            "archived",
            "url",
            "at",
            "from",
        ])
    };
    (parts, prop::collection::vec(keys(), 1..4)).prop_map(|(part, keys)| {
        let mut place = vec![part];
        place.extend(keys);
        place
    })
}

/// Writes at a place, making maps on the way there.
fn spoil(kanban: &mut automerge::Automerge, place: &[&str], junk: &Junk) {
    use automerge::{ReadDoc, Value};
    let (last, way) = place.split_last().expect("a place has keys");
    edit(kanban, |edit| {
        let mut map = ROOT;
        for key in way {
            map = match edit.get(&map, *key)? {
                Some((Value::Object(ObjType::Map), id)) => id,
                _ => edit.put_object(&map, *key, ObjType::Map)?,
            };
        }
        match junk {
            Junk::Scalar(scalar) => edit.put(&map, *last, scalar.clone()),
            Junk::Object(kind) => edit.put_object(&map, *last, *kind).map(drop),
        }
    });
}

proptest! {
    #[test]
    fn whatever_stands_in_a_kanban_every_card_is_in_a_column(
        acts in prop::collection::vec((any_place(), any_junk()), 0..30),
    ) {
        let mut document = kanban();
        edit(&mut document, |edit| add_card(edit, "k0", "témoin", "c2", "V"));
        for (place, junk) in &acts {
            spoil(&mut document, place, junk);
        }
        let read = read(&document);
        prop_assert!(read.card("k0").is_some());
        for card in read.cards.iter().filter(|card| card.deleted == 0) {
            let column = read.column(&card.column);
            prop_assert!(column.is_some_and(|column| column.deleted == 0));
        }
        for day in read.cards.iter().flat_map(|card| [&card.due, &card.start]) {
            prop_assert!(day.is_empty() || crdt::day::is_day(day));
        }
    }
}
