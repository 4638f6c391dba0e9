//! Who is to be written to now, and that it was done.

use rusqlite::Connection;

use super::reminder::{COLUMNS, Reminder, TABLES, read};
use crate::{ParticipantId, Space, SpaceKind, Store, StoreError, people::spaces};

/// Something to be told once, besides the weekly reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// To whom.
    pub reminder: Reminder,
    /// About which space.
    pub space: Space,
}

impl Store {
    /// Whose weekly reminder is to be sent on a day, in spaces that are not closed: `day` counts from 1970, `weekday` from Monday, 1.
    pub async fn reminders_due(&self, day: u32, weekday: u8) -> Result<Vec<Reminder>, StoreError> {
        self.read(move |connection| {
            let due = "r.confirmed AND r.weekday = ?1 AND r.sent_day < ?2 AND NOT p.removed AND s.closed_ms IS NULL";
            listed(connection, due, (weekday, day))
        })
        .await
    }

    /// The weekly reminder of a day was sent, or there was nothing to say.
    pub async fn reminded(&self, participant: ParticipantId, day: u32) -> Result<(), StoreError> {
        let sql = "UPDATE reminders SET sent_day = ?2 WHERE participant = ?1";
        self.note(sql, participant, day.into()).await
    }

    /// Whom to ask whether their structure lives: it reached an age, they were subscribed by then, and were not asked
    /// yet after so many months. Those of a structure that ends anyway are not asked.
    pub async fn nudges_due(
        &self,
        months: u8,
        age_ms: u64,
        now_ms: u64,
    ) -> Result<Vec<Reminder>, StoreError> {
        self.read(move |connection| {
            let due =
                "r.confirmed AND r.nudged < ?1 AND s.created_ms + ?2 BETWEEN r.asked_ms AND ?3
                       AND s.kind = ?4 AND s.deletes_ms IS NULL AND NOT p.removed
                       AND s.closed_ms IS NULL";
            listed(
                connection,
                due,
                (months, age_ms, now_ms, SpaceKind::Structure),
            )
        })
        .await
    }

    /// They were asked after so many months.
    pub async fn nudged(&self, participant: ParticipantId, months: u8) -> Result<(), StoreError> {
        let sql = "UPDATE reminders SET nudged = ?2 WHERE participant = ?1 AND nudged < ?2";
        self.note(sql, participant, months.into()).await
    }

    /// Whom to warn that their space will be erased, each once per planned end.
    pub async fn warnings_due(&self) -> Result<Vec<Notice>, StoreError> {
        self.read(|connection| {
            let due = "r.confirmed AND s.deletes_ms IS NOT NULL AND r.warned_ms IS DISTINCT FROM s.deletes_ms
                       AND NOT p.removed";
            let due = listed(connection, due, ())?;
            let notices = due.into_iter().map(|reminder| {
                let space = spaces::find(connection, reminder.space)?;
                let space = space.ok_or(StoreError::NotFound)?;
                Ok(Notice { reminder, space })
            });
            notices.collect()
        })
        .await
    }

    /// They were warned of an end.
    pub async fn warned(
        &self,
        participant: ParticipantId,
        deletes_ms: u64,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE reminders SET warned_ms = ?2 WHERE participant = ?1";
        self.note(sql, participant, deletes_ms).await
    }

    async fn note(
        &self,
        sql: &'static str,
        participant: ParticipantId,
        what: u64,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            connection.execute(sql, (participant, what))?;
            Ok(())
        })
        .await
    }
}

fn listed(
    connection: &Connection,
    due: &str,
    with: impl rusqlite::Params,
) -> Result<Vec<Reminder>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM {TABLES} WHERE {due} ORDER BY r.asked_ms, r.participant");
    let mut statement = connection.prepare_cached(&sql)?;
    let due = statement.query_map(with, read)?;
    Ok(due.collect::<Result<_, _>>()?)
}
