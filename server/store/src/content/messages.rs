//! What people of a space say to each other, in the space or beside one of its documents.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{
    DocumentId, MessageId, ParticipantId, SpaceId, Store, StoreError, clock,
    disk::{job::Necessity, traces},
    limits::{MESSAGE_CHARS_MAX, MESSAGES_PER_PAGE_MAX, MESSAGES_PER_SPACE_MAX},
    rows::{refuse_more_than, some_row},
    text::{Legible, filled_text},
};

/// A message as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its identifier.
    pub id: MessageId,
    /// The document it was said beside; `None` when it was said to the whole space.
    pub document: Option<DocumentId>,
    /// Who said it.
    pub participant: ParticipantId,
    /// What was said: plain text of several lines.
    pub body: String,
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
    /// Its place among the messages of its space: later ones have higher numbers, and there are holes.
    pub number: u64,
}

/// A message to be kept.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// The space it is said in.
    pub space: SpaceId,
    /// The document of the space it is said beside; `None` for the whole space.
    pub document: Option<DocumentId>,
    /// Who says it.
    pub participant: ParticipantId,
    /// What is said.
    pub body: String,
}

impl Store {
    /// Keeps a message. `TooMany` when the space would have more than allowed, `NotFound` when the document is not of the
    /// space.
    pub async fn say(&self, new: NewMessage) -> Result<Message, StoreError> {
        self.write(move |connection| say(connection, new)).await
    }

    /// The last messages of a space, or beside one of its documents, of those before a number; the oldest of them first, and
    /// no more than [`MESSAGES_PER_PAGE_MAX`].
    pub async fn messages(
        &self,
        space: SpaceId,
        document: Option<DocumentId>,
        before: Option<u64>,
    ) -> Result<Vec<Message>, StoreError> {
        self.read(move |connection| page(connection, space, document, before))
            .await
    }

    /// Every message of a space and beside its documents, the last one first, as long as they have no more than `bytes_max`
    /// bytes together; and how many did not fit.
    pub async fn latest_messages(
        &self,
        space: SpaceId,
        bytes_max: usize,
    ) -> Result<(Vec<Message>, usize), StoreError> {
        self.read(move |connection| latest(connection, space, bytes_max))
            .await
    }

    /// One message of a space.
    pub async fn message(
        &self,
        space: SpaceId,
        id: MessageId,
    ) -> Result<Option<Message>, StoreError> {
        self.read(move |connection| {
            let sql = format!("SELECT {COLUMNS} FROM messages WHERE id = ?1 AND space = ?2");
            let mut statement = connection.prepare_cached(&sql)?;
            Ok(statement.query_row((id, space), read).optional()?)
        })
        .await
    }

    /// Deletes a message for good. Works on a full disk.
    pub async fn unsay(&self, space: SpaceId, id: MessageId) -> Result<(), StoreError> {
        self.write_weighing(0, Necessity::Erasing, move |connection| {
            let sql = "DELETE FROM messages WHERE id = ?1 AND space = ?2";
            some_row(connection.execute(sql, (id, space))?)?;
            traces::leave_mark(connection)
        })
        .await
    }
}

const COLUMNS: &str = "id, document, participant, body, at_ms, number";

fn say(connection: &Connection, new: NewMessage) -> Result<Message, StoreError> {
    let message = Message {
        id: MessageId::random(),
        document: new.document,
        participant: new.participant,
        body: new.body,
        at_ms: clock::now_ms(),
        number: 0,
    };
    let message = insert(connection, new.space, message)?;
    refuse_too_many(connection, new.space)?;
    Ok(message)
}

/// Keeps those of a space that comes from elsewhere, in their order.
pub(crate) fn insert_all(
    connection: &Connection,
    space: SpaceId,
    messages: Vec<Message>,
) -> Result<(), StoreError> {
    for message in messages {
        insert(connection, space, message)?;
    }
    refuse_too_many(connection, space)
}

/// Keeps it as the last one of its space.
fn insert(
    connection: &Connection,
    space: SpaceId,
    message: Message,
) -> Result<Message, StoreError> {
    if let Some(document) = message.document {
        let sql = "SELECT 1 FROM documents WHERE id = ?1 AND space = ?2";
        let mut statement = connection.prepare_cached(sql)?;
        let is_there = statement.exists((document, space))?;
        is_there.then_some(()).ok_or(StoreError::NotFound)?;
    }
    let message = Message {
        body: filled_text("message", &message.body, MESSAGE_CHARS_MAX)?,
        number: take_number(connection, space)?,
        ..message
    };
    let sql = "INSERT INTO messages(id, space, document, participant, body, at_ms, number)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    connection.execute(
        sql,
        (
            message.id,
            space,
            message.document,
            message.participant,
            &message.body,
            message.at_ms,
            message.number,
        ),
    )?;
    Ok(message)
}

fn refuse_too_many(connection: &Connection, space: SpaceId) -> Result<(), StoreError> {
    let counted = "SELECT count(*) FROM messages WHERE space = ?1";
    let max = MESSAGES_PER_SPACE_MAX;
    refuse_more_than(connection, max, "messages", counted, space)
}

/// The next place in a space. It is never given again, so that nobody takes a new message for one they saw.
fn take_number(connection: &Connection, space: SpaceId) -> Result<u64, StoreError> {
    let sql =
        "UPDATE spaces SET last_message = last_message + 1 WHERE id = ?1 RETURNING last_message";
    let mut statement = connection.prepare_cached(sql)?;
    let number = statement.query_row([space], |row| row.get(0)).optional()?;
    number.ok_or(StoreError::NotFound)
}

fn page(
    connection: &Connection,
    space: SpaceId,
    document: Option<DocumentId>,
    before: Option<u64>,
) -> Result<Vec<Message>, StoreError> {
    let place = match document {
        Some(_) => "document = ?2",
        None => "document IS NULL AND ?2 IS NULL",
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM messages WHERE space = ?1 AND {place} AND number < ?3
         ORDER BY number DESC LIMIT {MESSAGES_PER_PAGE_MAX}"
    );
    let before = before.unwrap_or(u64::MAX).min(i64::MAX.unsigned_abs());
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_map((space, document, before), read)?;
    let mut messages = found.collect::<Result<Vec<_>, _>>()?;
    messages.reverse();
    Ok(messages)
}

fn latest(
    connection: &Connection,
    space: SpaceId,
    bytes_max: usize,
) -> Result<(Vec<Message>, usize), StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM messages WHERE space = ?1 ORDER BY number DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([space])?;
    let (mut fit, mut bytes, mut left_out) = (Vec::new(), 0, 0);
    while let Some(row) = rows.next()? {
        let message = read(row)?;
        bytes += message.body.len();
        if bytes <= bytes_max {
            fit.push(message);
        } else {
            left_out += 1;
        }
    }
    Ok((fit, left_out))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Message> {
    Ok(Message {
        id: row.get(0)?,
        document: row.get(1)?,
        participant: row.get(2)?,
        body: row.get::<_, Legible>(3)?.0,
        at_ms: row.get(4)?,
        number: row.get(5)?,
    })
}
