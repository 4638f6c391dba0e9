//! What is kept of the ballots of a round: sums, and who voted what where that is public.

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::{Dots, json::Json};
use crate::{ParticipantId, RoundId, StoreError};

/// What the ballots of a round say together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Ballots that count, those without a dot included.
    pub voters: u32,
    /// Dots on each brick; bricks with none are left out.
    pub dots: Dots,
    /// Who cast which ballot, in the order of their identifiers; `None` for an anonymous round.
    pub ballots: Option<Vec<(ParticipantId, Dots)>>,
}

/// How many take part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turnout {
    /// People with a ballot.
    pub voted: u32,
    /// Those of them who say that they have finished.
    pub done: u32,
    /// People who may vote; nobody before the round opens.
    #[serde(default)]
    pub eligible: u32,
    /// Those of them who were let in after it had opened.
    #[serde(default)]
    pub late: u32,
}

/// All that is kept of the ballots of a revealed round.
#[derive(Serialize, Deserialize)]
pub(super) struct Revealed {
    pub(super) tally: Tally,
    pub(super) turnout: Turnout,
}

/// How many took part in a revealed round.
pub(super) fn turnout(
    connection: &Connection,
    round: RoundId,
) -> Result<Option<Turnout>, StoreError> {
    let sql = "SELECT revealed FROM rounds WHERE id = ?1 AND revealed IS NOT NULL";
    let mut statement = connection.prepare_cached(sql)?;
    let revealed = statement.query_row([round], |row| row.get::<_, Json<Revealed>>(0));
    Ok(revealed.optional()?.map(|revealed| revealed.0.turnout))
}
