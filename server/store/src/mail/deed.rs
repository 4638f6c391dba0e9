//! What the links in mails do. A link is a secret made for one person and one deed.

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::reminder::{self, Reminder};
use crate::{DocumentId, ParticipantId, Secret, SecretHash, SpaceId, Store, StoreError};

/// What a link in a mail does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailDeed {
    /// The address wants reminders.
    Confirm,
    /// It wants none any more.
    Unsubscribe,
    /// The structure goes on.
    Alive,
    /// The structure is over: it may be erased.
    Over,
    /// A card of a plan is done.
    Done {
        /// The plan.
        document: DocumentId,
        /// The card's key in it.
        card: String,
    },
    /// A card is due a week later.
    Later {
        /// The plan.
        document: DocumentId,
        /// The card's key in it.
        card: String,
        /// The day it was due when the mail was written, as `YYYY-MM-DD`.
        due: String,
    },
}

/// A link in a mail that still works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailLink {
    /// Whose mail it was in.
    pub reminder: Reminder,
    /// What it does.
    pub deed: MailDeed,
}

impl Store {
    /// Makes links for one mail, in the order of their deeds.
    pub async fn mail_links(
        &self,
        participant: ParticipantId,
        deeds: Vec<MailDeed>,
        now_ms: u64,
    ) -> Result<Vec<Secret>, StoreError> {
        self.write(move |connection| {
            let deeds = deeds.iter();
            deeds
                .map(|deed| insert(connection, participant, deed, now_ms))
                .collect()
        })
        .await
    }

    /// What a link does; `None` when it never did anything, or does not any more.
    pub async fn mail_link(&self, secret: SecretHash) -> Result<Option<MailLink>, StoreError> {
        self.read(move |connection| find(connection, secret)).await
    }

    /// Forgets links made before a moment, in milliseconds since 1970; answers how many.
    pub async fn forget_mail_links(&self, made_before_ms: u64) -> Result<u64, StoreError> {
        self.write(move |connection| {
            let sql = "DELETE FROM mail_deeds WHERE made_ms < ?1";
            Ok(connection.execute(sql, [made_before_ms])? as u64)
        })
        .await
    }
}

/// Forgets the links to cards of a document, in mails to people of its space.
pub(crate) fn forget_document(
    connection: &Connection,
    space: SpaceId,
    document: DocumentId,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM mail_deeds WHERE deed LIKE ?2
               AND participant IN (SELECT id FROM participants WHERE space = ?1)";
    connection.execute(sql, (space, format!("%{document}%")))?;
    Ok(())
}

fn insert(
    connection: &Connection,
    participant: ParticipantId,
    deed: &MailDeed,
    now_ms: u64,
) -> Result<Secret, StoreError> {
    let secret = Secret::random();
    let deed = serde_json::to_string(deed).expect("a deed can always be written");
    let sql = "INSERT INTO mail_deeds(token_hash, participant, deed, made_ms)
               SELECT ?1, participant, ?3, ?4 FROM reminders WHERE participant = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let inserted = statement.execute((secret.hash(), participant, deed, now_ms))?;
    crate::rows::some_row(inserted)?;
    Ok(secret)
}

fn find(connection: &Connection, secret: SecretHash) -> Result<Option<MailLink>, StoreError> {
    let sql = "SELECT participant, deed FROM mail_deeds WHERE token_hash = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([secret], |row| {
        Ok((row.get::<_, ParticipantId>(0)?, row.get::<_, String>(1)?))
    });
    let Some((participant, deed)) = found.optional()? else {
        return Ok(None);
    };
    // A deed of a later version is one this program cannot do.
    let deed = serde_json::from_str(&deed).ok();
    let reminder = reminder::find(connection, participant)?;
    Ok(deed
        .zip(reminder)
        .map(|(deed, reminder)| MailLink { reminder, deed }))
}
