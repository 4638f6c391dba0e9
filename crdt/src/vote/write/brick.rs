//! Writes bricks: new ones, changed ones, their order, and which is a duplicate of which.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ObjType, ROOT};

use super::WriteError;
use crate::field::{child, put};
use crate::vote::read::bricks;
use crate::vote::{BRICKS, BRICKS_MAX, Brick, Category};

/// A brick to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBrick {
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// How long it takes.
    pub minutes: u32,
    /// What it is good for.
    pub category: Category,
    /// Whether it is part of the day whatever the vote says.
    pub always: bool,
    /// The participant who proposes it; empty for none.
    pub proposed_by: String,
}

/// Where a brick is put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Before this one.
    Before(String),
    /// After all others.
    Last,
}

/// What changes about a brick; `None` leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct BrickChange {
    /// Another title.
    pub title: Option<String>,
    /// Another description.
    pub about: Option<String>,
    /// Another duration.
    pub minutes: Option<u32>,
    /// Another category.
    pub category: Option<Category>,
    /// Whether it is always part of the day.
    pub always: Option<bool>,
    /// The brick it is a duplicate of; empty to let it stand alone again.
    pub into: Option<String>,
    /// The pad that was opened for it.
    pub pad: Option<String>,
    /// Another place in the order.
    pub place: Option<Place>,
}

impl BrickChange {
    /// Whether it decides about the day or the order, and not only about what the brick says.
    pub fn is_for_facilitators(&self) -> bool {
        self.always.is_some() || self.into.is_some() || self.place.is_some()
    }
}

/// Adds a brick after all others.
///
/// # Errors
/// When there are as many as there may be.
pub fn add_brick(edit: &mut Transaction<'_>, id: &str, brick: &NewBrick) -> Result<(), WriteError> {
    let map = all(edit)?;
    let before = bricks(edit);
    if before.len() >= BRICKS_MAX {
        return Err(WriteError::Full);
    }
    let last = before.iter().filter_map(|brick| brick.rank.parse().ok());
    let rank = rank_of(last.max().unwrap_or(0_usize) + 1);
    Ok(put_brick(edit, &map, id, brick, &rank)?)
}

/// Changes a brick.
///
/// # Errors
/// When it, or one it is put beside or grouped into, is not there.
pub fn change_brick(
    edit: &mut Transaction<'_>,
    id: &str,
    change: &BrickChange,
) -> Result<(), WriteError> {
    let entry = entry(edit, id)?;
    let texts = [
        ("title", &change.title),
        ("about", &change.about),
        ("pad", &change.pad),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            put(edit, &entry, key, text.as_str())?;
        }
    }
    if let Some(minutes) = change.minutes {
        put(edit, &entry, "minutes", i64::from(minutes))?;
    }
    if let Some(category) = change.category {
        put(edit, &entry, "category", category.as_str())?;
    }
    if let Some(always) = change.always {
        put(edit, &entry, "always", always)?;
    }
    if let Some(into) = &change.into {
        group(edit, id, into)?;
    }
    match &change.place {
        Some(place) => move_to(edit, id, place),
        None => Ok(()),
    }
}

/// Takes a brick out; what was grouped into it stands alone again.
///
/// # Errors
/// When it is not there.
pub fn remove_brick(edit: &mut Transaction<'_>, id: &str) -> Result<(), WriteError> {
    entry(edit, id)?;
    let map = all(edit)?;
    for brick in bricks(edit).iter().filter(|brick| brick.into == id) {
        let grouped = entry(edit, &brick.id)?;
        put(edit, &grouped, "into", "")?;
    }
    Ok(edit.delete(&map, id)?)
}

/// Groups never nest: what was grouped into the brick goes where the brick goes.
fn group(edit: &mut Transaction<'_>, id: &str, into: &str) -> Result<(), WriteError> {
    let known = bricks(edit);
    if !into.is_empty() {
        let target = known.iter().find(|brick| brick.id == into);
        let target = target.ok_or(WriteError::Missing("the brick to group into"))?;
        if into == id || !target.into.is_empty() {
            return Err(WriteError::Circle);
        }
    }
    let follows = |brick: &&Brick| brick.id == id || (!into.is_empty() && brick.into == id);
    for brick in known.iter().filter(follows) {
        let entry = entry(edit, &brick.id)?;
        put(edit, &entry, "into", into)?;
    }
    Ok(())
}

/// The server alone writes here, so places can simply be numbered again.
fn move_to(edit: &mut Transaction<'_>, id: &str, place: &Place) -> Result<(), WriteError> {
    let mut order: Vec<String> = bricks(edit).into_iter().map(|brick| brick.id).collect();
    order.retain(|other| other != id);
    let at = match place {
        Place::Last => order.len(),
        Place::Before(next) => order
            .iter()
            .position(|other| other == next)
            .ok_or(WriteError::Missing("the brick to stand before"))?,
    };
    order.insert(at, id.to_owned());
    for (at, brick) in order.iter().enumerate() {
        let entry = entry(edit, brick)?;
        put(edit, &entry, "rank", rank_of(at + 1))?;
    }
    Ok(())
}

/// The rank of the `number`th brick: ranks are compared as text.
pub(in crate::vote) fn rank_of(number: usize) -> String {
    format!("{number:06}")
}

pub(in crate::vote) fn put_brick(
    edit: &mut Transaction<'_>,
    bricks: &ObjId,
    id: &str,
    brick: &NewBrick,
    rank: &str,
) -> Result<(), AutomergeError> {
    let entry = edit.put_object(bricks, id, ObjType::Map)?;
    edit.put(&entry, "title", brick.title.as_str())?;
    edit.put(&entry, "about", brick.about.as_str())?;
    edit.put(&entry, "minutes", i64::from(brick.minutes))?;
    edit.put(&entry, "category", brick.category.as_str())?;
    edit.put(&entry, "always", brick.always)?;
    edit.put(&entry, "proposedBy", brick.proposed_by.as_str())?;
    edit.put(&entry, "rank", rank)?;
    edit.put(&entry, "into", "")?;
    edit.put(&entry, "pad", "")
}

fn all(edit: &Transaction<'_>) -> Result<ObjId, WriteError> {
    child(edit, &ROOT, BRICKS).ok_or(WriteError::Missing(BRICKS))
}

fn entry(edit: &Transaction<'_>, id: &str) -> Result<ObjId, WriteError> {
    child(edit, &all(edit)?, id).ok_or(WriteError::Missing("the brick"))
}
