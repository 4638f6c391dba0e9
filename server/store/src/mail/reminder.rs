//! Who gets reminders, at which address, on which day of the week.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{
    Language, Member, ParticipantId, SpaceId, Store, StoreError,
    disk::{job::Necessity, traces},
    limits::{EMAIL_CHARS_MAX, MAIL_PAUSE_MS},
    text::filled_line,
};

/// Somebody's reminders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Whose.
    pub participant: ParticipantId,
    /// The name they bear.
    pub name: String,
    /// Where: the space.
    pub space: SpaceId,
    /// The title of the space.
    pub title: String,
    /// The language of the space.
    pub language: Language,
    /// The address.
    pub email: String,
    /// The day of the week: Monday is 1, Sunday 7.
    pub weekday: u8,
    /// Whether whoever reads mail at the address wants them. Until then nothing but the question is sent.
    pub confirmed: bool,
}

/// What somebody asks for.
#[derive(Debug, Clone)]
pub struct Subscription {
    /// Who.
    pub member: Member,
    /// The address; the caller has checked its form.
    pub email: String,
    /// The day of the week, 1 to 7.
    pub weekday: u8,
}

impl Store {
    /// Subscribes to reminders, or changes how one gets them. Another address has to be confirmed again, and the
    /// links sent to the old one stop working. `TooSoon` when an address was asked to confirm a moment ago.
    pub async fn remind(&self, asked: Subscription, now_ms: u64) -> Result<Reminder, StoreError> {
        self.write(move |connection| subscribe(connection, asked, now_ms))
            .await
    }

    /// Somebody's reminders, if they asked for any.
    pub async fn reminder(
        &self,
        participant: ParticipantId,
    ) -> Result<Option<Reminder>, StoreError> {
        self.read(move |connection| find(connection, participant))
            .await
    }

    /// The address wants reminders.
    pub async fn confirm_reminder(&self, participant: ParticipantId) -> Result<(), StoreError> {
        self.write(move |connection| {
            let sql = "UPDATE reminders SET confirmed = 1 WHERE participant = ?1";
            crate::rows::some_row(connection.execute(sql, [participant])?)
        })
        .await
    }

    /// Ends reminders. No row and nothing in the log holds the address after the answer, and no unused part of the file
    /// after [`Store::remove_traces`]. Works on a full disk.
    pub async fn stop_reminding(&self, participant: ParticipantId) -> Result<(), StoreError> {
        self.write_weighing(0, Necessity::Erasing, move |connection| {
            forget(connection, participant)
        })
        .await
    }
}

/// Ends somebody's reminders, with the links that were sent; what is left of the address in unused parts of the file is
/// to be removed.
pub(crate) fn forget(
    connection: &Connection,
    participant: ParticipantId,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM reminders WHERE participant = ?1";
    match connection.execute(sql, [participant])? {
        0 => Ok(()),
        _ => traces::leave_mark(connection),
    }
}

pub(super) const COLUMNS: &str =
    "p.id, p.name, s.id, s.title, s.language, r.email, r.weekday, r.confirmed";
pub(super) const TABLES: &str = "reminders r JOIN participants p ON p.id = r.participant
    JOIN spaces s ON s.id = p.space";

pub(super) fn find(
    connection: &Connection,
    participant: ParticipantId,
) -> Result<Option<Reminder>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM {TABLES} WHERE r.participant = ?1 AND NOT p.removed");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row([participant], read).optional()?)
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Reminder> {
    Ok(Reminder {
        participant: row.get(0)?,
        name: row.get(1)?,
        space: row.get(2)?,
        title: row.get(3)?,
        language: row.get(4)?,
        email: row.get(5)?,
        weekday: row.get(6)?,
        confirmed: row.get(7)?,
    })
}

fn subscribe(
    connection: &Connection,
    asked: Subscription,
    now_ms: u64,
) -> Result<Reminder, StoreError> {
    let who = asked.member.participant;
    let email = filled_line("email", &asked.email, EMAIL_CHARS_MAX)?;
    let known = find(connection, who)?;
    match known {
        Some(known) if known.email == email && known.confirmed => {
            let sql = "UPDATE reminders SET weekday = ?2 WHERE participant = ?1";
            connection.execute(sql, (who, asked.weekday))?;
        }
        _ => {
            refuse_too_soon(connection, who, now_ms)?;
            forget(connection, who)?;
            let sql = "INSERT INTO reminders(participant, email, weekday, asked_ms)
                       VALUES (?1, ?2, ?3, ?4)";
            connection.execute(sql, (who, email, asked.weekday, now_ms))?;
        }
    }
    find(connection, who)?.ok_or(StoreError::NotFound)
}

/// Each subscription sends a mail to an address that has not agreed yet.
fn refuse_too_soon(
    connection: &Connection,
    participant: ParticipantId,
    now_ms: u64,
) -> Result<(), StoreError> {
    let sql = "SELECT asked_ms FROM reminders WHERE participant = ?1";
    let asked_ms: Option<u64> = connection
        .query_row(sql, [participant], |row| row.get(0))
        .optional()?;
    match asked_ms {
        Some(asked_ms) if now_ms < asked_ms.saturating_add(MAIL_PAUSE_MS) => {
            Err(StoreError::TooSoon)
        }
        _ => Ok(()),
    }
}
