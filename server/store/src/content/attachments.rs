//! Files people put beside a document. They are written once, each as a row of its own even when two hold the same, and go
//! with the document or before it.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{
    AttachmentId, DocumentId, ParticipantId, SpaceId, Store, StoreError, clock,
    content::usage,
    disk::job::Necessity,
    limits::{
        ATTACHMENT_BYTES_MAX, ATTACHMENTS_BYTES_PER_SPACE_MAX, ATTACHMENTS_PER_SPACE_MAX,
        TITLE_CHARS_MAX,
    },
    text::{Legible, filled_line},
};

/// A file to be kept.
#[derive(Debug, Clone)]
pub struct NewAttachment {
    /// The document it belongs to.
    pub document: DocumentId,
    /// Who puts it there.
    pub participant: ParticipantId,
    /// What it is called, with its extension.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A file as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its identifier.
    pub id: AttachmentId,
    /// The document it belongs to.
    pub document: DocumentId,
    /// Who put it there.
    pub participant: ParticipantId,
    /// What it is called, with its extension.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A file without what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedAttachment {
    /// Its identifier.
    pub id: AttachmentId,
    /// The document it belongs to.
    pub document: DocumentId,
    /// Who put it there.
    pub participant: ParticipantId,
    /// What it is called, with its extension.
    pub name: String,
    /// When it was put there, in milliseconds since 1970.
    pub at_ms: u64,
    /// How much it holds, in bytes.
    pub bytes: u64,
}

impl Store {
    /// Keeps a file. `TooLong` and `TooMany` when it, or all of its space, would be over the limits.
    pub async fn attach(&self, new: NewAttachment) -> Result<AttachmentId, StoreError> {
        self.attach_as(AttachmentId::random(), new).await
    }

    /// Keeps a file under an identifier that somebody made and nothing else has; refused as in `attach`.
    pub async fn attach_as(
        &self,
        id: AttachmentId,
        new: NewAttachment,
    ) -> Result<AttachmentId, StoreError> {
        let bytes = new.bytes.len();
        self.write_weighing(bytes, Necessity::Ordinary, move |connection| {
            insert(connection, id, &new)
        })
        .await
    }

    /// Keeps several files under identifiers that nothing else has: all of them, or none; refused as in `attach`.
    pub async fn attach_all(
        &self,
        files: Vec<(AttachmentId, NewAttachment)>,
    ) -> Result<(), StoreError> {
        self.write_weighing(bytes_of(&files), Necessity::Ordinary, move |connection| {
            insert_all(connection, &files)
        })
        .await
    }

    /// How many files there are beside a document.
    pub async fn attachment_count(&self, document: DocumentId) -> Result<u64, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT count(*) FROM attachments WHERE document = ?1";
            let mut statement = connection.prepare_cached(sql)?;
            Ok(statement.query_row([document], |row| row.get(0))?)
        })
        .await
    }

    /// A file; whether somebody may have it depends on its document.
    pub async fn attachment(&self, id: AttachmentId) -> Result<Option<Attachment>, StoreError> {
        self.read(move |connection| find(connection, id)).await
    }

    /// A file, without being read.
    pub async fn listed_attachment(
        &self,
        id: AttachmentId,
    ) -> Result<Option<ListedAttachment>, StoreError> {
        self.read(move |connection| {
            let sql = format!("SELECT {LISTED} FROM attachments a WHERE a.id = ?1");
            let mut statement = connection.prepare_cached(&sql)?;
            Ok(statement.query_row([id], listed).optional()?)
        })
        .await
    }

    /// The document a file belongs to.
    pub async fn attached_to(&self, id: AttachmentId) -> Result<Option<DocumentId>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT document FROM attachments WHERE id = ?1";
            let mut statement = connection.prepare_cached(sql)?;
            Ok(statement.query_row([id], |row| row.get(0)).optional()?)
        })
        .await
    }

    /// The files of a space, oldest first, without being read.
    pub async fn attachments(&self, space: SpaceId) -> Result<Vec<AttachmentId>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT a.id FROM attachments a JOIN documents d ON d.id = a.document
                       WHERE d.space = ?1 ORDER BY a.at_ms, a.id";
            let mut statement = connection.prepare_cached(sql)?;
            let ids = statement.query_map([space], |row| row.get(0))?;
            Ok(ids.collect::<Result<_, _>>()?)
        })
        .await
    }
}

const LISTED: &str = "a.id, a.document, a.participant, a.name, a.at_ms, a.size";

fn listed(row: &Row<'_>) -> rusqlite::Result<ListedAttachment> {
    Ok(ListedAttachment {
        id: row.get(0)?,
        document: row.get(1)?,
        participant: row.get(2)?,
        name: row.get::<_, Legible>(3)?.0,
        at_ms: row.get(4)?,
        bytes: row.get(5)?,
    })
}

/// The largest files of a space, the largest first.
pub(crate) fn largest(
    connection: &Connection,
    space: SpaceId,
    count_max: u64,
) -> Result<Vec<ListedAttachment>, StoreError> {
    let sql = format!(
        "SELECT {LISTED} FROM attachments a JOIN documents d ON d.id = a.document
         WHERE d.space = ?1 ORDER BY a.size DESC, a.at_ms, a.id LIMIT ?2"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let files = statement.query_map((space, count_max), listed)?;
    Ok(files.collect::<Result<_, _>>()?)
}

/// How much files hold together, in bytes.
pub(crate) fn bytes_of(files: &[(AttachmentId, NewAttachment)]) -> usize {
    files.iter().map(|(_, file)| file.bytes.len()).sum()
}

pub(crate) fn insert_all(
    connection: &Connection,
    files: &[(AttachmentId, NewAttachment)],
) -> Result<(), StoreError> {
    for (id, file) in files {
        insert(connection, *id, file)?;
    }
    Ok(())
}

pub(crate) fn insert(
    connection: &Connection,
    id: AttachmentId,
    new: &NewAttachment,
) -> Result<AttachmentId, StoreError> {
    let name = filled_line("name", &new.name, TITLE_CHARS_MAX)?;
    if new.bytes.len() > ATTACHMENT_BYTES_MAX {
        return Err(StoreError::TooLong {
            what: "attachment",
            max: ATTACHMENT_BYTES_MAX,
        });
    }
    let sql = "INSERT INTO attachments(id, document, participant, name, at_ms, size, bytes)
               SELECT ?1, id, ?3, ?4, ?5, ?6, ?7 FROM documents WHERE id = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let inserted = statement.execute((
        id,
        new.document,
        new.participant,
        name,
        clock::now_ms(),
        new.bytes.len(),
        &new.bytes,
    ))?;
    crate::rows::some_row(inserted)?;
    refuse_too_much(connection, new.document)?;
    Ok(id)
}

/// Refuses what made the files of a space too many or too large: asked after the change, which is then taken back.
fn refuse_too_much(connection: &Connection, document: DocumentId) -> Result<(), StoreError> {
    let sql = "SELECT space FROM documents WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let space: SpaceId = statement.query_row([document], |row| row.get(0))?;
    let sql =
        "SELECT count(*), sum(a.size) FROM attachments a JOIN documents d ON d.id = a.document
               WHERE d.space = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let (files, bytes): (u64, u64) =
        statement.query_row([space], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let too_many = |what, max| Err(StoreError::TooMany { what, max });
    if bytes > ATTACHMENTS_BYTES_PER_SPACE_MAX {
        return too_many("bytes attached", ATTACHMENTS_BYTES_PER_SPACE_MAX);
    }
    if files > ATTACHMENTS_PER_SPACE_MAX {
        return too_many("attachments", ATTACHMENTS_PER_SPACE_MAX);
    }
    usage::refuse_too_large(connection, space)
}

fn find(connection: &Connection, id: AttachmentId) -> Result<Option<Attachment>, StoreError> {
    let sql = "SELECT id, document, participant, name, bytes FROM attachments WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([id], |row| {
        Ok(Attachment {
            id: row.get(0)?,
            document: row.get(1)?,
            participant: row.get(2)?,
            name: row.get::<_, Legible>(3)?.0,
            bytes: row.get(4)?,
        })
    });
    Ok(found.optional()?)
}
