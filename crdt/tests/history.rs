//! The past of a pad: at any heads it reads as a replica that stopped there, in one order for everybody.

mod pads;

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Automerge, ChangeHash, ReadDoc};
use crdt::history::{History, then};
use crdt::pad::{PadVersion, create, plain_text, read, version};
use proptest::prelude::*;
use serde_json::Value;

const NOW: i64 = 1_800_000_000;

/// What one of three people does, after having heard another or not.
#[derive(Debug, Clone)]
struct Gesture {
    person: usize,
    hears: Option<usize>,
    at: usize,
    removes: usize,
    /// A line feed begins a block.
    types: String,
    is_bold: bool,
    time_s: i64,
}

fn gesture() -> impl Strategy<Value = Gesture> {
    (
        0..3_usize,
        proptest::option::of(0..3_usize),
        0..40_usize,
        0..4_usize,
        "[abé😀\n]{0,4}",
        any::<bool>(),
        -50..50_i64,
    )
        .prop_map(
            |(person, hears, at, removes, types, is_bold, time)| Gesture {
                person,
                hears,
                at,
                removes,
                types,
                is_bold,
                time_s: NOW + time,
            },
        )
}

/// A replica as it was at some heads.
struct Stop {
    heads: Vec<ChangeHash>,
    document: Automerge,
}

/// Three people write; each stop on the way, and what comes of all of it.
fn lived(gestures: &[Gesture]) -> (Vec<Stop>, Automerge) {
    let first = create(ActorId::from([7; 16]));
    let mut people: Vec<_> = (1..=3_u8)
        .map(|number| {
            let mut own = first.clone();
            own.set_actor(ActorId::from([number; 16]));
            own
        })
        .collect();
    let mut stops = Vec::new();
    for gesture in gestures {
        if let Some(other) = gesture.hears.filter(|other| *other != gesture.person) {
            let mut heard = people[other].clone();
            people[gesture.person].merge(&mut heard).expect("merges");
        }
        let person = &mut people[gesture.person];
        write(person, gesture);
        stops.push(Stop {
            heads: person.get_heads(),
            document: person.clone(),
        });
    }
    let mut all = people.remove(0);
    for mut other in people {
        all.merge(&mut other).expect("merges");
    }
    (stops, all)
}

fn write(person: &mut Automerge, gesture: &Gesture) {
    let body = pads::body(person);
    let mut edit = person.transaction();
    // Between characters, never inside of one that takes two units.
    let places = boundaries(&edit.text(&body).expect("a text"));
    let from = gesture.at % places.len();
    let to = (from + gesture.removes).min(places.len() - 1);
    let (at, gone) = (places[from], places[to] - places[from]);
    edit.splice_text(&body, at, isize::try_from(gone).expect("short"), "")
        .expect("removed");
    let mut end = at;
    for character in gesture.types.chars() {
        match character {
            '\n' => drop(edit.split_block(&body, end).expect("a block")),
            other => (edit.splice_text(&body, end, 0, &other.to_string())).expect("typed"),
        }
        end += character.len_utf16();
    }
    if gesture.is_bold && end > at {
        let mark = automerge::marks::Mark::new("strong".to_owned(), true, at, end);
        edit.mark(&body, mark, automerge::marks::ExpandMark::After)
            .expect("marked");
    }
    edit.commit_with(CommitOptions::default().with_time(gesture.time_s));
}

fn boundaries(text: &str) -> Vec<usize> {
    let mut places = vec![0];
    for character in text.chars() {
        places.push(places[places.len() - 1] + character.len_utf16());
    }
    places
}

/// The text of the spans, a placeholder for each marker.
fn said(version: &PadVersion) -> String {
    let said = |span: &Value| match span["type"].as_str() {
        Some("block") => "\u{fffc}".to_owned(),
        _ => span["value"].as_str().expect("a text").to_owned(),
    };
    version.spans.iter().map(said).collect()
}

fn text(document: &Automerge) -> String {
    document.text(pads::body(document)).expect("a text")
}

/// The texts of the spans that are bold.
fn bold(version: &PadVersion) -> String {
    let spans = version.spans.iter();
    let bold = spans.filter(|span| span["marks"]["strong"] == Value::Bool(true));
    bold.filter_map(|span| span["value"].as_str()).collect()
}

fn bold_of_blocks(document: &Automerge) -> String {
    let blocks = read(document).expect("a pad").into_iter();
    let runs = blocks.flat_map(|block| block.runs);
    runs.filter(|run| run.marks.strong)
        .map(|run| run.text)
        .collect()
}

/// The earlier text made of the later one and what sets them apart.
fn taken_back(later: &PadVersion) -> String {
    let apart = later.apart.as_ref().expect("compared");
    let units: Vec<u16> = said(later).encode_utf16().collect();
    let mut removed = apart.removed.iter().peekable();
    let mut earlier = Vec::new();
    for at in 0..=units.len() {
        while let Some(gone) = removed.next_if(|gone| gone.at == at) {
            earlier.extend(gone.text.replace('\n', "\u{fffc}").encode_utf16());
        }
        let is_added = apart.added.iter().any(|&(from, to)| from <= at && at < to);
        if let Some(unit) = units.get(at).filter(|_| !is_added) {
            earlier.push(*unit);
        }
    }
    String::from_utf16(&earlier).expect("whole characters")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn at_any_heads_a_pad_reads_as_a_replica_that_stopped_there(
        gestures in prop::collection::vec(gesture(), 1..24),
    ) {
        let (stops, all) = lived(&gestures);
        for stop in &stops {
            let seen = version(&all, &stop.heads, None).expect("a pad");
            prop_assert_eq!(said(&seen), text(&stop.document));
            prop_assert_eq!(bold(&seen), bold_of_blocks(&stop.document));
            let units: usize = seen.authors.iter().map(|(units, _)| units).sum();
            prop_assert_eq!(units, text(&stop.document).encode_utf16().count());
            let forked = then(&all, &stop.heads).expect("known heads");
            let (was, is) = (read(&stop.document), read(&forked));
            prop_assert_eq!(was.map(|blocks| plain_text(&blocks)), is.map(|blocks| plain_text(&blocks)));
        }
    }

    #[test]
    fn what_sets_two_versions_apart_leads_back_to_the_earlier_one(
        gestures in prop::collection::vec(gesture(), 2..16),
    ) {
        let (stops, all) = lived(&gestures);
        for stop in &stops {
            let seen = version(&all, &all.get_heads(), Some(&stop.heads)).expect("a pad");
            prop_assert_eq!(taken_back(&seen), text(&stop.document));
        }
    }

    #[test]
    fn the_order_is_one_for_everybody_and_puts_nothing_before_what_it_builds_on(
        gestures in prop::collection::vec(gesture(), 1..24),
        cut in 0..24_usize,
    ) {
        let (stops, all) = lived(&gestures);
        let history = History::of(&all, NOW);
        let mut followed = History::of(&stops[cut % stops.len()].document, NOW);
        followed.follow(&all, NOW);
        let loaded = crdt::open::open([all.save().as_slice()]).expect("opens");
        let read = History::of(&loaded, NOW);
        prop_assert_eq!(history.len(), all.get_changes(&[]).len());
        for step in 0..=history.len() {
            let heads = history.heads_after(step);
            prop_assert_eq!(&heads, &followed.heads_after(step));
            prop_assert_eq!(&heads, &read.heads_after(step));
            // As many changes lead there as the step says.
            let there = then(&all, &heads).expect("known heads");
            prop_assert_eq!(there.get_changes(&[]).len(), step);
            let steps = history.step_of(&heads);
            prop_assert_eq!(steps, Some(step));
        }
        let steps: Vec<_> = (0..=history.len() + 1).rev().collect();
        let one_by_one: Vec<_> = steps.iter().map(|&step| history.heads_after(step)).collect();
        prop_assert_eq!(history.heads_after_each(&steps), one_by_one);
        let sittings: Vec<_> = history.sittings(usize::MAX).collect();
        prop_assert_eq!(sittings.first().map(|last| last.to), Some(history.len()));
        prop_assert_eq!(sittings.last().map(|first| first.from), Some(0));
        prop_assert!(sittings.windows(2).all(|pair| pair[1].to == pair[0].from));
    }
}

#[test]
fn sittings_end_with_a_pause_and_say_who_wrote_how_much() {
    let mut pad = create(ActorId::from([7; 16]));
    let writes = |pad: &mut Automerge, who: u8, text: &str, at_s: i64| {
        pad.set_actor(ActorId::from([who; 16]));
        let gesture = Gesture {
            person: 0,
            hears: None,
            at: 1,
            removes: 0,
            types: text.to_owned(),
            is_bold: false,
            time_s: at_s,
        };
        write(pad, &gesture);
    };
    writes(&mut pad, 1, "ab", NOW - 10_000);
    writes(&mut pad, 2, "c", NOW - 9_990);
    writes(&mut pad, 1, "d", NOW - 9_980);
    writes(&mut pad, 2, "efg", NOW - 100);
    let history = History::of(&pad, NOW);
    let seen: Vec<_> = history
        .sittings(usize::MAX)
        .map(|sitting| {
            let by = sitting.by.iter();
            let by: Vec<_> = by
                .map(|(actor, amount)| (actor.to_bytes()[0], amount.added, amount.removed))
                .collect();
            (sitting.from, sitting.to, sitting.ended_s, by)
        })
        .collect();
    assert_eq!(
        seen,
        [
            (4, 5, NOW - 100, vec![(2, 3, 0)]),
            (1, 4, NOW - 9_980, vec![(1, 3, 0), (2, 1, 0)]),
            (0, 1, 0, vec![(7, 1, 0)]),
        ]
    );
}

#[test]
fn heads_nobody_knows_are_no_version() {
    let pad = create(ActorId::from([7; 16]));
    let unknown = [ChangeHash([9; 32])];
    assert!(then(&pad, &unknown).is_none());
    assert!(!History::of(&pad, NOW).knows(&unknown));
    assert_eq!(History::of(&pad, NOW).step_of(&unknown), None);
}

#[test]
fn a_marker_nested_without_end_is_passed_on_only_so_deep() {
    let mut pad = create(ActorId::from([7; 16]));
    let body = pads::body(&pad);
    let mut edit = pad.transaction();
    let mut map = edit.split_block(&body, 0).expect("a block");
    for _ in 0..20_000 {
        map = edit
            .put_object(&map, "attrs", automerge::ObjType::Map)
            .expect("a map");
    }
    edit.commit();
    let seen = version(&pad, &pad.get_heads(), None).expect("a pad");
    assert!(serde_json::to_string(&seen.spans).expect("JSON").len() < 200);
}
