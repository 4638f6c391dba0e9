//! The end of an asking: revealed, or given up.

use rusqlite::Connection;

use super::{Asking, AskingError, answering, asking::get, key, tally};
use crate::{
    AskingId, DocumentId, SpaceId, Store, StoreError,
    disk::{erase::erase_rows, job::Necessity},
    json::Json,
    limits::ANSWERS_REVEALED_MIN,
};

impl Store {
    /// Reveals an asking: from then on no answer is taken. An anonymous one is never revealed with so few answers that one
    /// could infer who gave them. Only what is told is left when this is answered: neither the database nor its log holds
    /// the answers or the key any more. A revealed asking stays as it is. Works on a full disk.
    pub async fn reveal_asking(
        &self,
        document: DocumentId,
        asking: AskingId,
    ) -> Result<Asking, AskingError> {
        self.change_judged(Necessity::Erasing, move |connection| {
            let found = get(connection, document, asking)?;
            match found.outcome {
                Some(_) => Ok(found),
                None => reveal(connection, document, &found),
            }
        })
        .await
    }

    /// Gives up an asking that is open: its answers are gone for good. Works on a full disk.
    pub async fn drop_asking(
        &self,
        document: DocumentId,
        asking: AskingId,
    ) -> Result<(), AskingError> {
        self.change_judged(Necessity::Erasing, move |connection| {
            let found = get(connection, document, asking)?;
            if found.outcome.is_some() {
                return Err(AskingError::Revealed);
            }
            key::destroy(connection, asking)?;
            erase_rows(connection, "answers", "asking", asking)?;
            connection.execute("DELETE FROM askings WHERE id = ?1", [asking])?;
            Ok(())
        })
        .await
    }

    /// The open askings of all rounds in a space.
    pub async fn open_askings(
        &self,
        space: SpaceId,
    ) -> Result<Vec<(DocumentId, AskingId)>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT a.document, a.id FROM askings a JOIN documents d ON d.id = a.document
                       WHERE d.space = ?1 AND a.outcome IS NULL";
            let mut statement = connection.prepare_cached(sql)?;
            let open = statement.query_map([space], |row| row.try_into())?;
            Ok(open.collect::<Result<_, _>>()?)
        })
        .await
    }
}

fn reveal(
    connection: &Connection,
    document: DocumentId,
    asking: &Asking,
) -> Result<Asking, AskingError> {
    let answers = answering::count(connection, asking.id)?;
    if asking.anonymous && answers < ANSWERS_REVEALED_MIN {
        return Err(AskingError::FewAnswers);
    }
    let outcome = tally::count(connection, document, asking)?;
    let sql = "UPDATE askings SET outcome = ?2 WHERE id = ?1";
    connection.execute(sql, (asking.id, Json(outcome)))?;
    erase_rows(connection, "answers", "asking", asking.id)?;
    key::destroy(connection, asking.id)?;
    get(connection, document, asking.id)
}
