//! The key of a round: while it exists, a person's ballot can be found; when it is gone, nobody's can.

use rusqlite::{Connection, OptionalExtension};

use super::voter::Voter;
use crate::{
    DocumentId, ParticipantId, RoundId, SecretHash, SpaceId, StoreError,
    disk::erase::{erase_rows, keep_only},
    pseudonym::PseudonymKey,
};

/// The key of one round. Never printed, never outside of this crate.
pub(super) struct RoundKey(PseudonymKey);

impl RoundKey {
    /// What a person is called in the ballots of this round.
    pub(super) fn voter(&self, participant: ParticipantId) -> Voter {
        Voter(self.0.person(participant))
    }

    /// What a device is called in the ballots of this round. A session is longer than a person's identifier: the two
    /// are never called the same.
    pub(super) fn device(&self, session: SecretHash) -> Voter {
        Voter(self.0.pseudonym(session.as_bytes()))
    }
}

/// Gives a round its key.
pub(super) fn draw(connection: &Connection, round: RoundId) -> Result<(), StoreError> {
    let sql = "INSERT INTO round_keys(round, key) VALUES (?1, ?2)";
    connection.execute(sql, (round, PseudonymKey::random()))?;
    Ok(())
}

/// The key of a round that was opened and not revealed.
pub(super) fn find(
    connection: &Connection,
    round: RoundId,
) -> Result<Option<RoundKey>, StoreError> {
    let sql = "SELECT key FROM round_keys WHERE round = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let key = statement.query_row([round], |row| row.get(0).map(RoundKey));
    Ok(key.optional()?)
}

/// Destroys the key of a round.
pub(super) fn destroy(connection: &Connection, round: RoundId) -> Result<(), StoreError> {
    Ok(erase_rows(connection, KEYS, "round", round)?)
}

/// Destroys the keys of all rounds in a space.
pub(crate) fn destroy_keys(connection: &Connection, space: SpaceId) -> Result<(), StoreError> {
    let sql = "SELECT k.* FROM round_keys k JOIN rounds r ON r.id = k.round
               JOIN documents d ON d.id = r.document WHERE d.space <> ?1";
    Ok(keep_only(connection, KEYS, sql, space)?)
}

/// Destroys the keys of all rounds of a vote.
pub(crate) fn destroy_keys_of_document(
    connection: &Connection,
    document: DocumentId,
) -> Result<(), StoreError> {
    let sql = "SELECT k.* FROM round_keys k JOIN rounds r ON r.id = k.round WHERE r.document <> ?1";
    Ok(keep_only(connection, KEYS, sql, document)?)
}

const KEYS: &str = "round_keys";
