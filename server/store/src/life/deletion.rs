//! How a document, or a file beside one, is deleted for good: every row of it goes at once, and is in no log and in no
//! unused part of the file after [`Store::remove_traces`].

use rusqlite::Connection;

use crate::{
    AttachmentId, DocumentId, ParticipantId, Store, StoreError, askings,
    content::{
        deletions::{self, Deletion},
        documents,
    },
    disk::{job::Necessity, traces},
    mail,
    rows::some_row,
    votes, walls,
};

impl Store {
    /// Deletes a document that was put away, with its history, its files, its rounds and ballots, its calendars and the
    /// links in mails to its cards. `NotArchived` when it was not put away. Works on a full disk.
    ///
    /// What others wrote about it elsewhere stays, with links that lead nowhere. A tombstone stays ([`Store::deletion`]),
    /// so that whoever comes with a copy of it is told.
    pub async fn delete_document(
        &self,
        document: DocumentId,
        by: ParticipantId,
    ) -> Result<(), StoreError> {
        let at_ms = self.now_ms();
        self.write_weighing(0, Necessity::Erasing, move |connection| {
            delete(connection, document, by, at_ms)
        })
        .await
    }

    /// Deletes a file. Whatever document still holds its address, it leads nowhere. Works on a full disk.
    pub async fn delete_attachment(&self, id: AttachmentId) -> Result<(), StoreError> {
        self.write_weighing(0, Necessity::Erasing, move |connection| {
            some_row(connection.execute("DELETE FROM attachments WHERE id = ?1", [id])?)?;
            traces::leave_mark(connection)
        })
        .await
    }
}

/// Every row of a document. Files, calendars and all of a round go with what they belong to.
const ERASE: [&str; 9] = [
    "DELETE FROM wall_notes WHERE document = ?1",
    "DELETE FROM walls WHERE document = ?1",
    "DELETE FROM askings WHERE document = ?1",
    "DELETE FROM rounds WHERE document = ?1",
    "DELETE FROM quarantine WHERE document = ?1",
    "DELETE FROM chunks WHERE document = ?1",
    "DELETE FROM verified WHERE document = ?1",
    "DELETE FROM actors WHERE document = ?1",
    "DELETE FROM documents WHERE id = ?1",
];

fn delete(
    connection: &Connection,
    document: DocumentId,
    by: ParticipantId,
    at_ms: u64,
) -> Result<(), StoreError> {
    let found = documents::find(connection, document)?.ok_or(StoreError::NotFound)?;
    if !found.archived {
        return Err(StoreError::NotArchived);
    }
    let space = found.space;
    askings::destroy_keys_of_document(connection, document)?;
    votes::destroy_keys_of_document(connection, document)?;
    walls::destroy_keys_of_document(connection, document)?;
    mail::forget_document(connection, space, document)?;
    for sql in ERASE {
        connection.execute(sql, [document])?;
    }
    deletions::remember(connection, document, Deletion { space, by, at_ms })?;
    traces::leave_mark(connection)
}
