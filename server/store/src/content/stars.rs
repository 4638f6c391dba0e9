//! Versions of a document that people gave a star: where they are in its history, and what they are called.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{
    DocumentId, ParticipantId, StarId, Store, StoreError, clock,
    limits::{STAR_HEADS_MAX, STARS_PER_DOCUMENT_MAX, TITLE_CHARS_MAX},
    rows::{refuse_more_than, some_row},
    text::{Legible, line},
};

/// A star as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Star {
    /// Its identifier.
    pub id: StarId,
    /// Who gave it.
    pub participant: ParticipantId,
    /// What the version is called; may be empty.
    pub label: String,
    /// The heads of the version, at least one.
    pub heads: Vec<[u8; 32]>,
    /// When it was given, in milliseconds since 1970.
    pub at_ms: u64,
}

impl Star {
    /// A star that is given now.
    pub fn new(participant: ParticipantId, label: String, heads: Vec<[u8; 32]>) -> Self {
        Self {
            id: StarId::random(),
            participant,
            label,
            heads,
            at_ms: clock::now_ms(),
        }
    }
}

impl Store {
    /// Keeps a star of a document. `TooMany` when it would have more than allowed.
    pub async fn give_star(&self, document: DocumentId, star: Star) -> Result<Star, StoreError> {
        self.write(move |connection| insert(connection, document, &star))
            .await
    }

    /// The stars of a document, in the order they were given.
    pub async fn stars(&self, document: DocumentId) -> Result<Vec<Star>, StoreError> {
        self.read(move |connection| of(connection, document)).await
    }

    /// Gives a star of a document another label.
    pub async fn label_star(
        &self,
        document: DocumentId,
        id: StarId,
        label: String,
    ) -> Result<Star, StoreError> {
        self.write(move |connection| {
            let label = line("label", &label, TITLE_CHARS_MAX)?;
            let sql = "UPDATE stars SET label = ?3 WHERE id = ?1 AND document = ?2";
            some_row(connection.execute(sql, (id, document, label))?)?;
            find(connection, id)?.ok_or(StoreError::NotFound)
        })
        .await
    }

    /// Takes a star away. Works on a full disk.
    pub async fn take_star(&self, document: DocumentId, id: StarId) -> Result<(), StoreError> {
        self.write_necessary(move |connection| {
            let sql = "DELETE FROM stars WHERE id = ?1 AND document = ?2";
            some_row(connection.execute(sql, (id, document))?)
        })
        .await
    }
}

const COLUMNS: &str = "id, participant, label, heads, at_ms";

pub(crate) fn insert(
    connection: &Connection,
    document: DocumentId,
    star: &Star,
) -> Result<Star, StoreError> {
    if star.heads.is_empty() {
        return Err(StoreError::Empty("heads"));
    }
    if star.heads.len() > STAR_HEADS_MAX {
        return Err(StoreError::TooLong {
            what: "heads",
            max: STAR_HEADS_MAX,
        });
    }
    let label = line("label", &star.label, TITLE_CHARS_MAX)?;
    let sql = "INSERT INTO stars(id, document, participant, label, heads, at_ms)
               SELECT ?1, id, ?3, ?4, ?5, ?6 FROM documents WHERE id = ?2";
    some_row(connection.execute(
        sql,
        (
            star.id,
            document,
            star.participant,
            label,
            star.heads.concat(),
            star.at_ms,
        ),
    )?)?;
    let counted = "SELECT count(*) FROM stars WHERE document = ?1";
    refuse_more_than(
        connection,
        STARS_PER_DOCUMENT_MAX,
        "stars",
        counted,
        document,
    )?;
    find(connection, star.id)?.ok_or(StoreError::NotFound)
}

pub(crate) fn of(connection: &Connection, document: DocumentId) -> Result<Vec<Star>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM stars WHERE document = ?1 ORDER BY at_ms, id");
    let mut statement = connection.prepare_cached(&sql)?;
    let stars = statement.query_map([document], read)?;
    Ok(stars.collect::<Result<_, _>>()?)
}

fn find(connection: &Connection, id: StarId) -> Result<Option<Star>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM stars WHERE id = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row([id], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Star> {
    let heads: Vec<u8> = row.get(3)?;
    let (heads, _) = heads.as_chunks::<32>();
    Ok(Star {
        id: row.get(0)?,
        participant: row.get(1)?,
        label: row.get::<_, Legible>(2)?.0,
        heads: heads.to_vec(),
        at_ms: row.get(4)?,
    })
}
