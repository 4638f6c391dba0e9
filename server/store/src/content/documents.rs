//! The documents of a space: what they are called and whether they are put away, not what is in them.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{
    AttachmentId, DocumentId, KindWord, NewAttachment, SpaceId, Store, StoreError, clock,
    content::{
        attachments,
        row::{self, Content},
        usage,
    },
    disk::job::Necessity,
    limits::{DOCUMENTS_PER_SPACE_MAX, TITLE_CHARS_MAX},
    people::spaces,
    rows::refuse_more_than,
    text::{Legible, filled_line},
};

/// A document as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its identifier.
    pub id: DocumentId,
    /// The space it belongs to.
    pub space: SpaceId,
    /// What it is.
    pub kind: KindWord,
    /// Its title.
    pub title: String,
    /// Whether it was put away; this can be undone.
    pub archived: bool,
    /// Whether those who facilitate alone write in it.
    pub locked: bool,
    /// Whether they alone write in any document of its space.
    pub locked_with_space: bool,
    /// When it was made, in milliseconds since 1970.
    pub created_ms: u64,
    /// When it was last written in, in milliseconds since 1970; `None` when nobody did since it was made.
    pub updated_ms: Option<u64>,
}

/// A document to be made, with the changes of its root structure: there is never a document without content.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// Its identifier, from [`DocumentId::random`].
    pub id: DocumentId,
    /// The space it belongs to.
    pub space: SpaceId,
    /// What it is.
    pub kind: KindWord,
    /// Its title.
    pub title: String,
    /// The first changes, as stored by [`Store::append`].
    pub bytes: Vec<u8>,
    /// The heads after them.
    pub heads: Vec<[u8; 32]>,
}

/// What changes about a document; `None` leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct DocumentChange {
    /// Another title.
    pub title: Option<String>,
    /// Put away, or taken out again.
    pub archived: Option<bool>,
    /// Locked, or open again.
    pub locked: Option<bool>,
}

impl Store {
    /// Makes a document and stores its first changes in the same transaction.
    pub async fn create_document(&self, new: NewDocument) -> Result<Document, StoreError> {
        let bytes = new.bytes.len();
        self.write_weighing(bytes, Necessity::Ordinary, move |connection| {
            create(connection, new)
        })
        .await
    }

    /// The same with files beside it, under identifiers that nothing else has: all of them, or nothing.
    pub async fn create_document_with(
        &self,
        new: NewDocument,
        files: Vec<(AttachmentId, NewAttachment)>,
    ) -> Result<Document, StoreError> {
        let bytes = new.bytes.len() + attachments::bytes_of(&files);
        self.write_weighing(bytes, Necessity::Ordinary, move |connection| {
            let document = create(connection, new)?;
            attachments::insert_all(connection, &files)?;
            Ok(document)
        })
        .await
    }

    /// The documents of a space in the order they were made, archived ones included.
    pub async fn documents(&self, space: SpaceId) -> Result<Vec<Document>, StoreError> {
        self.read(move |connection| all(connection, space)).await
    }

    /// One document.
    pub async fn document(&self, document: DocumentId) -> Result<Option<Document>, StoreError> {
        self.read(move |connection| find(connection, document))
            .await
    }

    /// Renames a document, puts it away or takes it out again, locks it or opens it again.
    pub async fn change_document(
        &self,
        document: DocumentId,
        change: DocumentChange,
    ) -> Result<Document, StoreError> {
        self.write(move |connection| self::change(connection, document, change))
            .await
    }

    /// The documents of a kind that were made or written in since a moment, in milliseconds since 1970.
    pub async fn documents_written_since(
        &self,
        kind: KindWord,
        since_ms: u64,
    ) -> Result<Vec<Document>, StoreError> {
        self.read(move |connection| {
            let sql = format!(
                "SELECT {COLUMNS} FROM documents
                 WHERE kind = ?1 AND coalesce(updated_ms, created_ms) >= ?2 ORDER BY created_ms, id"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let documents = statement.query_map((kind, since_ms), read)?;
            Ok(documents.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Every document there is, in the order they were made.
    pub async fn document_ids(&self) -> Result<Vec<DocumentId>, StoreError> {
        self.read(ids).await
    }
}

const COLUMNS: &str = "id, space, kind, title, archived, locked, created_ms, updated_ms,
    (SELECT s.locked FROM spaces s WHERE s.id = documents.space)";

pub(crate) fn ids(connection: &Connection) -> Result<Vec<DocumentId>, StoreError> {
    let sql = "SELECT id FROM documents ORDER BY created_ms, number";
    let mut statement = connection.prepare_cached(sql)?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

pub(crate) fn create(connection: &Connection, new: NewDocument) -> Result<Document, StoreError> {
    spaces::find(connection, new.space)?.ok_or(StoreError::NotFound)?;
    let title = filled_line("title", &new.title, TITLE_CHARS_MAX)?;
    let sql = "INSERT INTO documents(id, space, kind, title, created_ms, number)
               SELECT ?1, ?2, ?3, ?4, ?5, coalesce(max(number), 0) + 1 FROM documents WHERE space = ?2";
    connection.execute(sql, (new.id, new.space, &new.kind, title, clock::now_ms()))?;
    let counted = "SELECT count(*) FROM documents WHERE space = ?1";
    refuse_more_than(
        connection,
        DOCUMENTS_PER_SPACE_MAX,
        "documents",
        counted,
        new.space,
    )?;
    row::insert(connection, new.id, &Content::changes(new.bytes, &new.heads))?;
    usage::refuse_too_large(connection, new.space)?;
    find(connection, new.id)?.ok_or(StoreError::NotFound)
}

fn all(connection: &Connection, space: SpaceId) -> Result<Vec<Document>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM documents WHERE space = ?1 ORDER BY created_ms, number");
    let mut statement = connection.prepare_cached(&sql)?;
    let documents = statement.query_map([space], read)?;
    Ok(documents.collect::<Result<_, _>>()?)
}

pub(crate) fn find(
    connection: &Connection,
    document: DocumentId,
) -> Result<Option<Document>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM documents WHERE id = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row([document], read).optional()?)
}

fn change(
    connection: &Connection,
    document: DocumentId,
    change: DocumentChange,
) -> Result<Document, StoreError> {
    let found = find(connection, document)?.ok_or(StoreError::NotFound)?;
    let title = match &change.title {
        Some(title) => filled_line("title", title, TITLE_CHARS_MAX)?,
        None => found.title.clone(),
    };
    let archived = change.archived.unwrap_or(found.archived);
    let locked = change.locked.unwrap_or(found.locked);
    let sql = "UPDATE documents SET title = ?2, archived = ?3, locked = ?4 WHERE id = ?1";
    connection.execute(sql, (document, &title, archived, locked))?;
    Ok(Document {
        title,
        archived,
        locked,
        ..found
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Document> {
    Ok(Document {
        id: row.get(0)?,
        space: row.get(1)?,
        kind: row.get(2)?,
        title: row.get::<_, Legible>(3)?.0,
        archived: row.get(4)?,
        locked: row.get(5)?,
        created_ms: row.get(6)?,
        updated_ms: row.get(7)?,
        locked_with_space: row.get(8)?,
    })
}
