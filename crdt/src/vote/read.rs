//! Reads a vote, whatever stands in the document.

use std::collections::BTreeMap;

use automerge::{Automerge, ObjId, ROOT, ReadDoc};
use serde::{Deserialize, Serialize};

use super::limits::ABOUT_CHARS_MAX;
use super::round::{Results, RoundState};
use super::{
    BRICKS, Brick, Category, KIND, ROUNDS, Round, Rules, SETTINGS, Settings, VERSION, VOTE,
};
use crate::field::{ID_CHARS_MAX, child, entries, flag, number, small, text, texts};
use crate::kind::DocumentKind;
use crate::root::{Unreadable, expect};

/// A vote as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// Always `"vote"`.
    pub kind: DocumentKind,
    /// Version of the shape, as in the document.
    pub version: i64,
    /// What holds for the whole vote.
    pub settings: Settings,
    /// The bricks in their order, grouped ones included.
    pub bricks: Vec<Brick>,
    /// The rounds, the first one first.
    pub rounds: Vec<Round>,
}

impl Vote {
    /// A brick by its key.
    pub fn brick(&self, id: &str) -> Option<&Brick> {
        self.bricks.iter().find(|brick| brick.id == id)
    }
}

/// Whether the document can be read as a vote.
///
/// # Errors
/// When it is something else, of another version, or without one of its parts.
pub fn check(document: &Automerge) -> Result<(), Unreadable> {
    expect(document, KIND, VERSION)?;
    for part in [SETTINGS, BRICKS, ROUNDS] {
        child(document, &ROOT, part).ok_or(Unreadable::Missing(part))?;
    }
    Ok(())
}

/// The vote in a document, or in one that is being written.
pub fn read(document: &impl ReadDoc) -> Vote {
    Vote {
        kind: VOTE,
        version: VERSION,
        settings: settings(document),
        bricks: bricks(document),
        rounds: rounds(document),
    }
}

fn settings(document: &impl ReadDoc) -> Settings {
    let Some(map) = child(document, &ROOT, SETTINGS) else {
        return Settings::default();
    };
    Settings {
        proposals: flag(document, &map, "proposals"),
        free_minutes: small(document, &map, "freeMinutes"),
    }
}

pub(super) fn bricks(document: &impl ReadDoc) -> Vec<Brick> {
    let entries = entries(document, &ROOT, BRICKS).into_iter();
    let mut bricks: Vec<Brick> = entries.map(|(id, map)| brick(document, id, &map)).collect();
    bricks.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
    bricks
}

fn brick(document: &impl ReadDoc, id: String, map: &ObjId) -> Brick {
    let text = |key| text(document, map, key, ABOUT_CHARS_MAX);
    Brick {
        id,
        title: text("title"),
        about: text("about"),
        minutes: small(document, map, "minutes"),
        category: text("category").parse().unwrap_or(Category::Theory),
        always: flag(document, map, "always"),
        proposed_by: text("proposedBy"),
        rank: text("rank"),
        into: text("into"),
        pad: text("pad"),
    }
}

fn rounds(document: &impl ReadDoc) -> Vec<Round> {
    let entries = entries(document, &ROOT, ROUNDS).into_iter();
    let mut rounds: Vec<Round> = entries.map(|(id, map)| round(document, id, &map)).collect();
    rounds.sort_by(|a, b| (a.number, &a.id).cmp(&(b.number, &b.id)));
    rounds
}

fn round(document: &impl ReadDoc, id: String, map: &ObjId) -> Round {
    Round {
        id,
        number: small(document, map, "number"),
        state: RoundState::of(&text(document, map, "state", ID_CHARS_MAX))
            .unwrap_or(RoundState::Draft),
        rules: rules(document, map),
        choices: texts(document, map, "choices", ID_CHARS_MAX),
        run_off_of: text(document, map, "runOffOf", ID_CHARS_MAX),
        closes_at: number(document, map, "closesAt"),
        results: child(document, map, "results").map(|results| tally(document, &results)),
    }
}

fn rules(document: &impl ReadDoc, round: &ObjId) -> Rules {
    // A round without rules is read as one in which nothing may be placed.
    let map = child(document, round, "rules").unwrap_or_else(|| round.clone());
    let flag = |key| flag(document, &map, key);
    let small = |key| small(document, &map, key);
    Rules {
        dots: small("dots"),
        cap: small("cap"),
        secret: flag("secret"),
        anonymous: flag("anonymous"),
        own: flag("own"),
        all: flag("all"),
        seconds: small("seconds"),
    }
}

fn tally(document: &impl ReadDoc, results: &ObjId) -> Results {
    let dots = |key: &str| {
        child(document, results, key).map_or_else(BTreeMap::new, |map| {
            let bricks = document.keys(&map);
            bricks
                .map(|brick| (brick.clone(), small(document, &map, &brick)))
                .collect()
        })
    };
    Results {
        voters: small(document, results, "voters"),
        dots: dots("dots"),
        entered_voters: small(document, results, "enteredVoters"),
        entered: dots("entered"),
    }
}
