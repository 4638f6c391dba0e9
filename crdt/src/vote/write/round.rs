//! Writes a round into the document, as far as everybody may know it.

use std::collections::BTreeMap;

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ROOT};

use super::WriteError;
use crate::field::{ID_CHARS_MAX, child, map, put, put_texts, text};
use crate::vote::{ROUNDS, Results, Round, RoundState, Rules};

/// Makes the document say what the round is. Writing the same again changes nothing, and what comes late does not
/// take the round back.
///
/// # Errors
/// When the document has no rounds.
pub fn publish_round(edit: &mut Transaction<'_>, round: &Round) -> Result<(), WriteError> {
    let rounds = child(edit, &ROOT, ROUNDS).ok_or(WriteError::Missing(ROUNDS))?;
    let entry = map(edit, &rounds, &round.id)?;
    if RoundState::of(&text(edit, &entry, "state", ID_CHARS_MAX)) > Some(round.state) {
        return Ok(());
    }
    put(edit, &entry, "number", i64::from(round.number))?;
    put(edit, &entry, "state", round.state.as_str())?;
    put(edit, &entry, "runOffOf", round.run_off_of.as_str())?;
    let closes_at = i64::try_from(round.closes_at).unwrap_or(i64::MAX);
    put(edit, &entry, "closesAt", closes_at)?;
    put_texts(edit, &entry, "choices", &round.choices)?;
    put_rules(edit, &entry, &round.rules)?;
    if let Some(results) = &round.results {
        put_results(edit, &entry, results)?;
    }
    Ok(())
}

/// Takes a draft out again; one that is not there is no error.
///
/// # Errors
/// When the document has no rounds.
pub fn remove_round(edit: &mut Transaction<'_>, id: &str) -> Result<(), WriteError> {
    let rounds = child(edit, &ROOT, ROUNDS).ok_or(WriteError::Missing(ROUNDS))?;
    if child(edit, &rounds, id).is_some() {
        edit.delete(&rounds, id)?;
    }
    Ok(())
}

fn put_rules(
    edit: &mut Transaction<'_>,
    round: &ObjId,
    rules: &Rules,
) -> Result<(), AutomergeError> {
    let entry = map(edit, round, "rules")?;
    for (key, number) in [
        ("dots", rules.dots),
        ("cap", rules.cap),
        ("seconds", rules.seconds),
    ] {
        put(edit, &entry, key, i64::from(number))?;
    }
    for (key, flag) in [
        ("secret", rules.secret),
        ("anonymous", rules.anonymous),
        ("own", rules.own),
        ("all", rules.all),
    ] {
        put(edit, &entry, key, flag)?;
    }
    Ok(())
}

fn put_results(
    edit: &mut Transaction<'_>,
    round: &ObjId,
    results: &Results,
) -> Result<(), AutomergeError> {
    let entry = map(edit, round, "results")?;
    put(edit, &entry, "voters", i64::from(results.voters))?;
    put(
        edit,
        &entry,
        "enteredVoters",
        i64::from(results.entered_voters),
    )?;
    put_dots(edit, &entry, "dots", &results.dots)?;
    put_dots(edit, &entry, "entered", &results.entered)
}

fn put_dots(
    edit: &mut Transaction<'_>,
    results: &ObjId,
    key: &str,
    dots: &BTreeMap<String, u32>,
) -> Result<(), AutomergeError> {
    let entry = map(edit, results, key)?;
    for (brick, count) in dots {
        put(edit, &entry, brick, i64::from(*count))?;
    }
    Ok(())
}
