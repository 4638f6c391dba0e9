//! Revealing a round: the ballots become a tally, and the way from a ballot to its voter is destroyed.

use rusqlite::Connection;

use super::{
    Round, RoundState, VoteError, json::Json, key, results::Revealed, round::get, tally, turnout,
};
use crate::{
    DocumentId, RoundId, Store,
    disk::{erase::erase_rows, job::Necessity},
    limits::BALLOTS_REVEALED_MIN,
};

impl Store {
    /// Reveals a closed round. So few ballots of an anonymous round that one could infer who cast them are revealed only
    /// when `even_few` says that this was weighed. Of an anonymous one, only sums are left when this is answered: neither the database nor
    /// its log holds the ballots or the key any more. A revealed round stays as it is. Works on a full disk.
    pub async fn reveal_round(
        &self,
        document: DocumentId,
        round: RoundId,
        even_few: bool,
    ) -> Result<Round, VoteError> {
        self.change_judged(Necessity::Erasing, move |connection| {
            let found = get(connection, document, round)?;
            match found.state {
                RoundState::Closed => reveal(connection, &found, even_few),
                RoundState::Revealed => Ok(found),
                RoundState::Draft | RoundState::Open => Err(VoteError::State),
            }
        })
        .await
    }
}

fn reveal(connection: &Connection, round: &Round, even_few: bool) -> Result<Round, VoteError> {
    let revealed = Revealed {
        tally: tally::count(connection, round)?,
        turnout: turnout::count(connection, round.id)?,
    };
    let is_telling = (1..BALLOTS_REVEALED_MIN).contains(&revealed.tally.voters);
    if round.rules.anonymous && is_telling && !even_few {
        return Err(VoteError::FewBallots);
    }
    let sql = "UPDATE rounds SET state = ?2, revealed = ?3, told = NULL WHERE id = ?1";
    connection.execute(sql, (round.id, RoundState::Revealed, Json(revealed)))?;
    erase_rows(connection, "ballots", "round", round.id)?;
    erase_rows(connection, "ballot_devices", "round", round.id)?;
    key::destroy(connection, round.id)?;
    get(connection, round.document, round.id)
}
