//! Casting a ballot: always the whole of it, so that the devices of one person never have more dots together.

use rusqlite::{Connection, OptionalExtension};

use super::{
    Dots, Round, VoteError,
    brick::placed,
    device, electorate,
    json::Json,
    judge::{judge, refuse_unless_taking},
    key,
    round::get,
    told,
    voter::{self, Voter},
};
use crate::{
    DocumentId, ParticipantId, RoundId, SecretHash, Store, StoreError, clock, disk::job::Necessity,
    people::contributors,
};

/// What one person votes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ballot {
    /// Their dots; bricks with none are dropped.
    pub dots: Dots,
    /// Whether they say that they have finished. They may still change it until the round closes.
    pub done: bool,
}

/// Who casts a ballot, and from where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voting {
    /// The person.
    pub participant: ParticipantId,
    /// The session of their device: it holds the ballot of one person in a round.
    pub device: SecretHash,
}

/// A ballot that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// Dots not placed.
    pub left: u32,
    /// Whether the person has finished.
    pub done: bool,
}

impl Store {
    /// Takes the ballot of a person in place of the one they had. An empty ballot that is not done takes it back.
    pub async fn put_ballot(
        &self,
        document: DocumentId,
        round: RoundId,
        voting: Voting,
        ballot: Ballot,
    ) -> Result<Accepted, VoteError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            let found = get(connection, document, round)?;
            put(connection, &found, voting, ballot)
        })
        .await
    }

    /// The ballot of a person. When the round is revealed, it is only known if the round was named, and if it counted.
    pub async fn ballot(
        &self,
        document: DocumentId,
        round: RoundId,
        participant: ParticipantId,
    ) -> Result<Option<Ballot>, VoteError> {
        self.read_judged(move |connection| {
            let found = get(connection, document, round)?;
            match key::find(connection, round)? {
                Some(key) => Ok(find(connection, round, key.voter(participant))?),
                None => Ok(revealed(&found, participant)),
            }
        })
        .await
    }
}

fn put(
    connection: &Connection,
    round: &Round,
    Voting {
        participant,
        device,
    }: Voting,
    ballot: Ballot,
) -> Result<Accepted, VoteError> {
    refuse_unless_taking(round, clock::now_ms())?;
    if !contributors::may_contribute(connection, round.document, participant)? {
        return Err(VoteError::NotFound);
    }
    if !electorate::holds(connection, round.id, participant)? {
        return Err(VoteError::Latecomer);
    }
    let ballot = Ballot {
        dots: placed(ballot.dots),
        done: ballot.done,
    };
    let left = judge(round, participant, &ballot.dots, ballot.done)?;
    let done = ballot.done;
    let key = key::find(connection, round.id)?.ok_or(StoreError::Damaged)?;
    let voter = key.voter(participant);
    device::claim(connection, round.id, key.device(device), voter)?;
    write(connection, round.id, voter, ballot)?;
    told::move_on(connection, round)?;
    Ok(Accepted { left, done })
}

fn write(
    connection: &Connection,
    round: RoundId,
    voter: Voter,
    ballot: Ballot,
) -> Result<(), StoreError> {
    if ballot == Ballot::default() {
        return voter::forget(connection, round, voter);
    }
    let sql = "INSERT INTO ballots(round, voter, dots, done) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT(round, voter) DO UPDATE
               SET dots = excluded.dots, done = excluded.done, is_told = 0";
    connection
        .prepare_cached(sql)?
        .execute((round, voter, Json(ballot.dots), ballot.done))?;
    Ok(())
}

fn find(
    connection: &Connection,
    round: RoundId,
    voter: Voter,
) -> Result<Option<Ballot>, StoreError> {
    let sql = "SELECT dots, done FROM ballots WHERE round = ?1 AND voter = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let ballot = statement.query_row((round, voter), |row| {
        Ok(Ballot {
            dots: row.get::<_, Json<_>>(0)?.0,
            done: row.get(1)?,
        })
    });
    Ok(ballot.optional()?)
}

/// What a revealed round says openly of a person's ballot.
fn revealed(round: &Round, participant: ParticipantId) -> Option<Ballot> {
    let ballots = round.results.as_ref()?.ballots.as_ref()?;
    let (_, dots) = ballots.iter().find(|(who, _)| *who == participant)?;
    Some(Ballot {
        dots: dots.clone(),
        done: true,
    })
}
