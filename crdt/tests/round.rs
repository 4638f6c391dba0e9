//! Rounds: written by the server, read by everybody, taken away as files.

use std::fs;
use std::path::Path;

use automerge::transaction::{CommitOptions, Transaction};
use automerge::{ActorId, Automerge};
use crdt::language::Language;
use crdt::open::open;
use crdt::round::{
    Asking, AskingState, Outcome, Round, Template, change_question, check, create, csv, json,
    markdown, publish_asking, read, remove_asking,
};

fn weather() -> Automerge {
    create(ActorId::from([7; 16]), Template::Weather, Language::French)
}

fn edit(document: &mut Automerge, write: impl FnOnce(&mut Transaction<'_>)) {
    let mut transaction = document.transaction();
    write(&mut transaction);
    transaction.commit_with(CommitOptions::default().with_time(0));
}

fn asked(document: &Automerge, number: u32, name: &str, outcome: Option<Outcome>) -> Asking {
    Asking {
        id: format!("a{number}"),
        number,
        name: name.to_owned(),
        question: read(document).question,
        state: match outcome {
            Some(_) => AskingState::Revealed,
            None => AskingState::Open,
        },
        outcome,
    }
}

fn outcome(counts: [u32; 5], words: &[&str]) -> Option<Outcome> {
    Some(Outcome {
        counts: counts.to_vec(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    })
}

/// Morning and evening, and a third time that is open, about something else.
fn a_day() -> Automerge {
    let mut round = weather();
    let morning = asked(
        &round,
        1,
        "Matin",
        outcome([1, 2, 0, 1, 0], &["Curieuse", "*Fatigué* | un peu"]),
    );
    let evening = asked(&round, 2, "Soir", outcome([3, 1, 0, 0, 0], &[]));
    let mut question = read(&round).question;
    question.text = "Et demain ?".to_owned();
    question.anonymous = false;
    edit(&mut round, |edit| {
        publish_asking(edit, &morning).expect("there are askings");
        publish_asking(edit, &evening).expect("there are askings");
        change_question(edit, &question).expect("there is a question");
    });
    let next = asked(&round, 3, "", None);
    edit(&mut round, |edit| {
        publish_asking(edit, &next).expect("there are askings")
    });
    round
}

#[test]
fn publishing_again_changes_nothing_and_nothing_takes_a_reveal_back() {
    let mut round = a_day();
    let heads = round.get_heads();
    let morning = read(&round).askings[0].clone();
    edit(&mut round, |edit| {
        publish_asking(edit, &morning).expect("there are askings")
    });
    assert_eq!(round.get_heads(), heads);
    let late = Asking {
        state: AskingState::Open,
        outcome: None,
        ..morning.clone()
    };
    edit(&mut round, |edit| {
        publish_asking(edit, &late).expect("there are askings")
    });
    assert_eq!(read(&round).askings[0], morning);
}

#[test]
fn what_is_given_up_is_gone() {
    let mut round = a_day();
    edit(&mut round, |edit| {
        remove_asking(edit, "a3").expect("there are askings");
        remove_asking(edit, "a3").expect("that is no error");
    });
    assert_eq!(read(&round).askings.len(), 2);
    assert_eq!(check(&round), Ok(()));
}

#[test]
fn as_markdown_each_time_has_its_counts_its_words_and_what_changed() {
    let text = markdown("Météo", &read(&a_day()), Language::French);
    let evening = "## Soir\n\nQuelle est votre météo ?\n\n4 réponses\n\n\
        | Réponse | Personnes | Écart |\n|---|---:|---:|\n| Grand soleil | 3 | +2 |\n| Éclaircies | 1 | -1 |\n";
    assert!(text.contains(evening), "{text}");
    assert!(text.contains("- \\*Fatigué\\* \\| un peu\n"), "{text}");
    assert!(
        !text.contains("Et demain"),
        "what is not revealed is not there: {text}"
    );
}

#[test]
fn as_a_table_words_stand_apart_from_states() {
    let table = csv(&read(&a_day()), Language::French);
    assert!(table.contains("\"Matin\";\"Pluie\";\"1\";\"\""), "{table}");
    assert!(
        table.contains("\"Matin\";\"\";\"\";\"Curieuse\""),
        "{table}"
    );
}

#[test]
fn as_json_a_round_reads_back_the_same() {
    let round = read(&a_day());
    assert_eq!(serde_json::from_str::<Round>(&json(&round)).unwrap(), round);
}

/// `ATELIER_GOLDEN=write cargo test -p crdt --test round` writes it again.
#[test]
fn this_side_still_writes_and_reads_the_same_round() {
    let round = a_day();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/round-from-server");
    let (document, text) = (
        path.with_extension("automerge"),
        path.with_extension("json"),
    );
    if std::env::var_os("ATELIER_GOLDEN").is_some_and(|word| word == "write") {
        fs::write(&document, round.save()).expect("the folder is writable");
        fs::write(&text, json(&read(&round))).expect("the folder is writable");
    }
    let kept = fs::read(document).expect("the document is there");
    let kept = open([kept.as_slice()]).expect("the document opens");
    assert_eq!(kept.get_heads(), round.get_heads());
    let expected = fs::read_to_string(text).expect("the json is there");
    assert_eq!(json(&read(&kept)), expected);
}
