//! One time a question is asked.

use rusqlite::{Connection, OptionalExtension};

use super::{AskingError, Outcome, key};
use crate::{
    AskingId, DocumentId, Store, StoreError,
    disk::job::Necessity,
    json::Json,
    limits::{ASKINGS_PER_DOCUMENT_MAX, NUMBER_CARRIED_MAX, STATES_PER_ASKING_MAX},
};

/// One time a question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// Which.
    pub id: AskingId,
    /// 1, 2, …
    pub number: u32,
    /// What the document is to say of it: a text for whoever made the asking.
    pub said: String,
    /// Whether nobody learns who answered what.
    pub anonymous: bool,
    /// Whether a word may go with an answer.
    pub words: bool,
    /// How many states there are to choose from.
    pub states: u32,
    /// What came of it; nothing before the reveal.
    pub outcome: Option<Outcome>,
}

/// A question to be asked.
#[derive(Debug, Clone)]
pub struct NewAsking {
    /// The round it belongs to.
    pub document: DocumentId,
    /// What the document is to say of it.
    pub said: String,
    /// Whether nobody learns who answered what.
    pub anonymous: bool,
    /// Whether a word may go with an answer.
    pub words: bool,
    /// How many states there are to choose from.
    pub states: u32,
    /// The highest number its document tells of: askings that came along with an archive are no rows here.
    pub after: u32,
}

impl Store {
    /// Asks: answers are taken from that moment on, by rules that stay. One asking of a round is open at a time.
    pub async fn open_asking(&self, new: NewAsking) -> Result<Asking, AskingError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            open(connection, &new)
        })
        .await
    }

    /// An asking of a round.
    pub async fn asking(
        &self,
        document: DocumentId,
        asking: AskingId,
    ) -> Result<Asking, AskingError> {
        self.read_judged(move |connection| get(connection, document, asking))
            .await
    }
}

fn open(connection: &Connection, new: &NewAsking) -> Result<Asking, AskingError> {
    if !(1..=STATES_PER_ASKING_MAX).contains(&new.states) {
        return Err(AskingError::Invalid("states: 1 to 5"));
    }
    let number = next_number(connection, new.document)?.max(new.after.min(NUMBER_CARRIED_MAX) + 1);
    let id = AskingId::random();
    let sql = "INSERT INTO askings(id, document, number, said, anonymous, words, states)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    connection.execute(
        sql,
        (
            id,
            new.document,
            number,
            &new.said,
            new.anonymous,
            new.words,
            new.states,
        ),
    )?;
    key::draw(connection, new.document, id)?;
    get(connection, new.document, id)
}

/// The number of the next asking of a round that exists, has none open and has room for it.
fn next_number(connection: &Connection, document: DocumentId) -> Result<u32, AskingError> {
    let sql = "SELECT count(DISTINCT d.id), count(a.id), coalesce(max(a.number), 0) + 1,
                 coalesce(sum(a.id IS NOT NULL AND a.outcome IS NULL), 0)
               FROM documents d LEFT JOIN askings a ON a.document = d.id WHERE d.id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let (documents, askings, number, open): (u64, u64, u32, u64) =
        statement.query_row([document], |row| row.try_into())?;
    if documents == 0 {
        return Err(AskingError::NotFound);
    }
    if open > 0 {
        return Err(AskingError::AnotherOpen);
    }
    if askings >= ASKINGS_PER_DOCUMENT_MAX {
        return Err(AskingError::Store(StoreError::TooMany {
            what: "askings",
            max: ASKINGS_PER_DOCUMENT_MAX,
        }));
    }
    Ok(number)
}

/// An asking that is there.
pub(super) fn get(
    connection: &Connection,
    document: DocumentId,
    asking: AskingId,
) -> Result<Asking, AskingError> {
    let sql = "SELECT id, number, said, anonymous, words, states, outcome FROM askings
               WHERE id = ?1 AND document = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row((asking, document), |row| {
        Ok(Asking {
            id: row.get(0)?,
            number: row.get(1)?,
            said: row.get(2)?,
            anonymous: row.get(3)?,
            words: row.get(4)?,
            states: row.get(5)?,
            outcome: row.get::<_, Option<Json<_>>>(6)?.map(|json| json.0),
        })
    });
    found.optional()?.ok_or(AskingError::NotFound)
}
