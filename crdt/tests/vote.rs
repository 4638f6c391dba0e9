//! Votes: written by the server, read by everybody, taken away as files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use automerge::transaction::{CommitOptions, Transaction};
use automerge::{ActorId, Automerge};
use crdt::language::Language;
use crdt::open::open;
use crdt::pad;
use crdt::vote::{
    BRICKS_MAX, BrickChange, Category, NewBrick, Place, Results, Round, RoundState, Rules,
    SettingsChange, Vote, WriteError, add_brick, change_brick, change_settings, check, create, csv,
    json, markdown, publish_round, ranking, read, remove_brick, remove_round, template,
};

const RULES: Rules = Rules {
    dots: 5,
    cap: 2,
    secret: true,
    anonymous: true,
    own: true,
    all: false,
    seconds: 0,
};

fn brick(title: &str) -> NewBrick {
    NewBrick {
        title: title.to_owned(),
        about: String::new(),
        minutes: 30,
        category: Category::Organise,
        always: false,
        proposed_by: String::new(),
    }
}

/// A vote about three bricks, `b1` to `b3`.
fn three() -> Automerge {
    let bricks = ["Pads", "Cartes", "Libre"].map(brick);
    create(ActorId::from([7; 16]), &bricks)
}

fn edit<T>(document: &mut Automerge, write: impl FnOnce(&mut Transaction<'_>) -> T) -> T {
    let mut transaction = document.transaction();
    let outcome = write(&mut transaction);
    transaction.commit();
    outcome
}

fn change(document: &mut Automerge, id: &str, change: BrickChange) -> Result<(), WriteError> {
    edit(document, |edit| change_brick(edit, id, &change))
}

fn titles(vote: &Vote) -> Vec<&str> {
    vote.bricks
        .iter()
        .map(|brick| brick.title.as_str())
        .collect()
}

fn round(state: RoundState) -> Round {
    Round {
        id: "r1".to_owned(),
        number: 1,
        state,
        rules: RULES,
        choices: ["b1", "b2", "b3"].map(str::to_owned).to_vec(),
        run_off_of: String::new(),
        closes_at: 0,
        results: None,
    }
}

fn dots<const N: usize>(dots: [(&str, u32); N]) -> BTreeMap<String, u32> {
    dots.map(|(brick, count)| (brick.to_owned(), count)).into()
}

/// Cartes 4 and Libre 4 of which one was entered, Pads 2.
fn revealed() -> Round {
    Round {
        results: Some(Results {
            voters: 2,
            dots: dots([("b1", 2), ("b2", 4), ("b3", 3)]),
            entered_voters: 1,
            entered: dots([("b3", 1)]),
        }),
        ..round(RoundState::Revealed)
    }
}

#[test]
fn a_new_vote_has_its_bricks_in_order_and_no_round() {
    for language in [Language::French, Language::English] {
        let bricks = template(language);
        let vote = read(&create(ActorId::from([7; 16]), &bricks));
        let expected: Vec<&str> = bricks.iter().map(|brick| brick.title.as_str()).collect();
        assert_eq!(titles(&vote), expected);
        assert_eq!(vote.bricks.iter().filter(|brick| brick.always).count(), 2);
        assert_eq!(vote.rounds, []);
        assert!(!vote.settings.proposals);
    }
}

#[test]
fn a_vote_is_no_pad_and_a_pad_no_vote() {
    let pad = pad::create(ActorId::from([7; 16]));
    assert!(check(&pad).is_err());
    assert_eq!(check(&three()), Ok(()));
    assert!(pad::check(&three()).is_err());
    assert_eq!(
        read(&pad).bricks,
        [],
        "reading what is no vote finds nothing"
    );
}

#[test]
fn bricks_are_added_changed_moved_and_taken_out() {
    let mut vote = three();
    edit(&mut vote, |edit| add_brick(edit, "new", &brick("Wiki"))).unwrap();
    let before = |id: &str| BrickChange {
        place: Some(Place::Before(id.to_owned())),
        ..BrickChange::default()
    };
    change(&mut vote, "new", before("b2")).unwrap();
    assert_eq!(titles(&read(&vote)), ["Pads", "Wiki", "Cartes", "Libre"]);
    let last = BrickChange {
        title: Some("Pads à plusieurs".to_owned()),
        minutes: Some(45),
        category: Some(Category::Show),
        always: Some(true),
        place: Some(Place::Last),
        ..BrickChange::default()
    };
    change(&mut vote, "b1", last).unwrap();
    edit(&mut vote, |edit| remove_brick(edit, "b3")).unwrap();
    let read = read(&vote);
    assert_eq!(titles(&read), ["Wiki", "Cartes", "Pads à plusieurs"]);
    let changed = read.brick("b1").unwrap();
    assert_eq!((changed.minutes, changed.always), (45, true));
    assert_eq!(changed.category, Category::Show);
}

#[test]
fn what_is_not_there_cannot_be_changed() {
    let mut vote = three();
    assert!(change(&mut vote, "b9", BrickChange::default()).is_err());
    assert!(edit(&mut vote, |edit| remove_brick(edit, "b9")).is_err());
    let nowhere = BrickChange {
        place: Some(Place::Before("b9".to_owned())),
        ..BrickChange::default()
    };
    assert!(change(&mut vote, "b1", nowhere).is_err());
}

#[test]
fn duplicates_are_grouped_without_nesting() {
    let mut vote = three();
    let into = |id: &str| BrickChange {
        into: Some(id.to_owned()),
        ..BrickChange::default()
    };
    change(&mut vote, "b1", into("b2")).unwrap();
    assert_eq!(
        change(&mut vote, "b3", into("b1")),
        Err(WriteError::Circle),
        "into one that is grouped"
    );
    assert_eq!(change(&mut vote, "b3", into("b3")), Err(WriteError::Circle));
    change(&mut vote, "b2", into("b3")).unwrap();
    let into_of = |vote: &Automerge, id: &str| read(vote).brick(id).unwrap().into.clone();
    assert_eq!(into_of(&vote, "b1"), "b3", "it follows");
    edit(&mut vote, |edit| remove_brick(edit, "b3")).unwrap();
    assert_eq!(into_of(&vote, "b1"), "");
    assert_eq!(into_of(&vote, "b2"), "");
}

#[test]
fn a_vote_has_a_bounded_number_of_bricks() {
    let bricks: Vec<NewBrick> = (0..BRICKS_MAX)
        .map(|number| brick(&format!("{number}")))
        .collect();
    let mut vote = create(ActorId::from([7; 16]), &bricks);
    let refused = edit(&mut vote, |edit| add_brick(edit, "more", &brick("encore")));
    assert_eq!(refused, Err(WriteError::Full));
}

#[test]
fn settings_and_rounds_are_read_as_they_were_written() {
    let mut vote = three();
    let settings = SettingsChange {
        proposals: Some(true),
        free_minutes: Some(240),
    };
    edit(&mut vote, |edit| change_settings(edit, settings)).unwrap();
    let open = Round {
        closes_at: 1_700_000_000_000,
        ..round(RoundState::Open)
    };
    edit(&mut vote, |edit| publish_round(edit, &open)).unwrap();
    let found = read(&vote);
    assert!(found.settings.proposals);
    assert_eq!(found.settings.free_minutes, 240);
    assert_eq!(found.rounds, [open]);
    edit(&mut vote, |edit| publish_round(edit, &revealed())).unwrap();
    assert_eq!(read(&vote).rounds, [revealed()]);
    edit(&mut vote, |edit| remove_round(edit, "r1")).unwrap();
    edit(&mut vote, |edit| remove_round(edit, "r1")).unwrap();
    assert_eq!(read(&vote).rounds, []);
}

#[test]
fn publishing_again_makes_no_history() {
    let mut vote = three();
    edit(&mut vote, |edit| publish_round(edit, &revealed())).unwrap();
    let heads = vote.get_heads();
    let mut transaction = vote.transaction();
    publish_round(&mut transaction, &revealed()).unwrap();
    let (change, _) = transaction.commit();
    assert_eq!(change, None);
    assert_eq!(vote.get_heads(), heads);
}

/// Two requests may overtake each other on their way from the rows to the document.
#[test]
fn what_is_published_late_does_not_take_a_round_back() {
    let mut vote = three();
    edit(&mut vote, |edit| publish_round(edit, &revealed())).unwrap();
    let late = round(RoundState::Closed);
    edit(&mut vote, |edit| publish_round(edit, &late)).unwrap();
    assert_eq!(read(&vote).rounds, [revealed()]);
}

#[test]
fn ties_share_their_rank() {
    let mut vote = three();
    edit(&mut vote, |edit| publish_round(edit, &revealed())).unwrap();
    let vote = read(&vote);
    let ranked = ranking(&vote, &vote.rounds[0]);
    let told: Vec<_> = ranked
        .iter()
        .map(|one| (one.brick.title.as_str(), one.dots, one.rank, one.tied))
        .collect();
    assert_eq!(
        told,
        [
            ("Cartes", 4, 1, true),
            ("Libre", 4, 1, true),
            ("Pads", 2, 3, false)
        ]
    );
    assert_eq!(ranked[1].entered, 1);
    assert!(ranking(&vote, &round(RoundState::Open)).is_empty());
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    for text in [
        "=1+1",
        "+33 1",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\u{0}=1",
        " =1+1",
        "＝1+1",
        "dit \"=A1\"; oui",
    ] {
        let odd = NewBrick {
            about: text.to_owned(),
            ..brick(text)
        };
        let mut vote = create(ActorId::from([7; 16]), &[odd.clone(), odd]);
        let grouped = BrickChange {
            into: Some("b2".to_owned()),
            ..BrickChange::default()
        };
        change(&mut vote, "b1", grouped).unwrap();
        for language in [Language::French, Language::English] {
            let table = csv(&read(&vote), language);
            let guarded = format!("\"'{}", text.replace('"', "\"\""));
            // Two titles, two texts, and the brick that one is grouped into.
            let cells = if text.starts_with("dit") { 0 } else { 5 };
            assert_eq!(table.matches(&guarded).count(), cells, "{table}");
            assert_eq!(table.matches('"').count() % 2, 0, "{table}");
        }
    }
}

#[test]
fn a_table_has_a_column_for_each_revealed_round() {
    let mut vote = three();
    edit(&mut vote, |edit| publish_round(edit, &revealed())).unwrap();
    let table = csv(&read(&vote), Language::French);
    let lines: Vec<&str> = table.lines().collect();
    assert!(table.starts_with('\u{feff}'));
    assert!(lines[0].ends_with("\"Tour 1\";\"Tour 1 (saisies par l’animation)\""));
    assert!(lines[1].starts_with("\"Cartes\"") && lines[1].ends_with("\"4\";\"0\""));
    assert!(lines[2].starts_with("\"Libre\"") && lines[2].ends_with("\"4\";\"1\""));
}

/// Cartes and Libre were tied; the run-off put Libre first.
#[test]
fn a_run_off_settles_the_tie_in_every_export() {
    let mut vote = three();
    let run_off = Round {
        id: "r2".to_owned(),
        number: 2,
        choices: vec!["b2".to_owned(), "b3".to_owned()],
        run_off_of: "r1".to_owned(),
        results: Some(Results {
            voters: 1,
            dots: dots([("b3", 1)]),
            ..Results::default()
        }),
        ..round(RoundState::Revealed)
    };
    for round in [&revealed(), &run_off] {
        edit(&mut vote, |edit| publish_round(edit, round)).unwrap();
    }
    let vote = read(&vote);
    let ranked: Vec<_> = ranking(&vote, &vote.rounds[0])
        .iter()
        .map(|ranked| (ranked.rank, ranked.brick.title.as_str(), ranked.tied))
        .collect();
    assert_eq!(
        ranked,
        [
            (1, "Libre", false),
            (2, "Cartes", false),
            (3, "Pads", false)
        ]
    );
    let table = csv(&vote, Language::French);
    let titles: Vec<&str> = table
        .lines()
        .skip(1)
        .filter_map(|line| line.split(';').next())
        .collect();
    assert_eq!(titles, ["\"Libre\"", "\"Cartes\"", "\"Pads\""]);
    let text = markdown("Jour 1", &vote, Language::French);
    assert!(text.contains("## Tour 2, pour départager\n\n1 personne a voté\n"));
    assert!(text.contains("| 1 | Libre | 4 (1 saisies par l’animation) | 30 |"));
}

#[test]
fn what_people_wrote_is_no_markup() {
    let mut vote = create(ActorId::from([7; 16]), &[brick("*gras* | <b>\n# titre")]);
    let choices = vec!["b1".to_owned()];
    let round = Round {
        choices,
        ..revealed()
    };
    edit(&mut vote, |edit| publish_round(edit, &round)).unwrap();
    let text = markdown("Jour 1 | [x]", &read(&vote), Language::French);
    assert!(text.starts_with("# Jour 1 \\| \\[x\\]\n"));
    assert!(text.contains("| 1 | \\*gras\\* \\| \\<b\\> \\# titre | 2 | 30 |"));
    assert!(text.contains("3 personnes ont voté"));
    assert!(!text.contains("\n# titre"));
}

#[test]
fn as_json_a_vote_reads_back_the_same() {
    let mut vote = three();
    edit(&mut vote, |edit| publish_round(edit, &revealed())).unwrap();
    let vote = read(&vote);
    let text = json(&vote);
    assert_eq!(serde_json::from_str::<Vote>(&text).unwrap(), vote);
}

/// `ATELIER_GOLDEN=write cargo test -p crdt --test vote` writes it again.
#[test]
fn this_side_still_writes_and_reads_the_same_vote() {
    let vote = a_vote_of_everything();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/vote-from-server");
    let (document, text) = (
        path.with_extension("automerge"),
        path.with_extension("json"),
    );
    if std::env::var_os("ATELIER_GOLDEN").is_some_and(|word| word == "write") {
        fs::write(&document, vote.save()).expect("the folder is writable");
        fs::write(&text, json(&read(&vote))).expect("the folder is writable");
    }
    let kept = fs::read(document).expect("the document is there");
    let kept = open([kept.as_slice()]).expect("the document opens");
    assert_eq!(kept.get_heads(), vote.get_heads());
    let expected = fs::read_to_string(text).expect("the json is there");
    assert_eq!(json(&read(&kept)), expected);
}

/// A revealed round and a draft of its run-off, a brick in another one, and one that has its pad.
fn a_vote_of_everything() -> Automerge {
    let mut vote = create(ActorId::from([7; 16]), &template(Language::French));
    let settings = SettingsChange {
        proposals: Some(true),
        free_minutes: Some(240),
    };
    let mut transaction = vote.transaction();
    let edit = &mut transaction;
    change_settings(edit, settings).expect("there are settings");
    let grouped = BrickChange {
        into: Some("b4".to_owned()),
        ..BrickChange::default()
    };
    change_brick(edit, "b5", &grouped).expect("they can be grouped");
    let opened = BrickChange {
        pad: Some("pad".to_owned()),
        ..BrickChange::default()
    };
    change_brick(edit, "b3", &opened).expect("it is there");
    publish_round(edit, &revealed()).expect("there are rounds");
    let run_off = Round {
        id: "r2".to_owned(),
        number: 2,
        run_off_of: "r1".to_owned(),
        ..round(RoundState::Draft)
    };
    publish_round(edit, &run_off).expect("there are rounds");
    transaction.commit_with(CommitOptions::default().with_time(0));
    vote
}
