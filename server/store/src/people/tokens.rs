//! Tokens: keys by which programs act for one person in one space, until they are revoked or the person goes.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{
    MySpace, ParticipantId, Scope, Secret, SecretHash, SpaceId, Store, StoreError, TokenId,
    limits::{NAME_CHARS_MAX, SEEN_STEP_MS, TOKENS_PER_PERSON_MAX},
    people::spaces,
    rows::refuse_more_than,
    text::{Legible, filled_line},
};

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// By which it is revoked.
    pub id: TokenId,
    /// What its person calls the program.
    pub name: String,
    /// What the program may do at most: never more than its person.
    pub scope: Scope,
    /// When it was made, in milliseconds since 1970.
    pub made_ms: u64,
    /// When it was last used, to the hour; nothing when it never was.
    pub used_ms: Option<u64>,
}

/// What is needed to make one.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// The space it opens, and no other.
    pub space: SpaceId,
    /// Whom it stands for.
    pub participant: ParticipantId,
    /// What the person calls the program.
    pub name: String,
    /// What it may do at most.
    pub scope: Scope,
}

impl Store {
    /// Makes a token. Its secret is told here and never again. `TooMany` beyond what one person may have.
    pub async fn make_token(&self, new: NewToken) -> Result<(Token, Secret), StoreError> {
        let now_ms = self.now_ms();
        self.write(move |connection| make(connection, &new, now_ms))
            .await
    }

    /// The tokens of a person, oldest first.
    pub async fn tokens(&self, participant: ParticipantId) -> Result<Vec<Token>, StoreError> {
        self.read(move |connection| all(connection, participant))
            .await
    }

    /// Revokes a token of a person: it opens nothing from now on. Answers what it was known by. Works on a full disk.
    pub async fn revoke_token(
        &self,
        participant: ParticipantId,
        token: TokenId,
    ) -> Result<SecretHash, StoreError> {
        self.write_necessary(move |connection| {
            let sql = "DELETE FROM tokens WHERE id = ?1 AND participant = ?2 RETURNING token_hash";
            let revoked = connection.query_row(sql, (token, participant), |row| row.get(0));
            revoked.optional()?.ok_or(StoreError::NotFound)
        })
        .await
    }

    /// What the tokens of a person are known by.
    pub async fn token_hashes(
        &self,
        participant: ParticipantId,
    ) -> Result<Vec<SecretHash>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT token_hash FROM tokens WHERE participant = ?1";
            let mut statement = connection.prepare_cached(sql)?;
            let hashes = statement.query_map([participant], |row| row.get(0))?;
            Ok(hashes.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Whether the token is a good one; notes that it was used, at most once an hour.
    pub async fn greet_token(&self, token: SecretHash) -> Result<bool, StoreError> {
        let now_ms = self.now_ms();
        let used = self.read(move |connection| used(connection, token)).await?;
        let Some(used_ms) = used else {
            return Ok(false);
        };
        if used_ms.is_some_and(|used_ms| now_ms.saturating_sub(used_ms) <= SEEN_STEP_MS) {
            return Ok(true);
        }
        let noted = self.write(move |connection| {
            let sql = "UPDATE tokens SET used_ms = ?2 WHERE token_hash = ?1";
            connection.execute(sql, (token, now_ms))?;
            Ok(())
        });
        match noted.await {
            Err(StoreError::Full) => Ok(true), // a full disk keeps nobody out
            other => other.map(|()| true),
        }
    }

    /// The space a token opens, and who its program is there.
    pub async fn space_of_token(&self, token: SecretHash) -> Result<Option<MySpace>, StoreError> {
        self.read(move |connection| spaces::of_token(connection, token))
            .await
    }
}

const COLUMNS: &str = "id, name, scope, made_ms, used_ms";

fn make(
    connection: &Connection,
    new: &NewToken,
    now_ms: u64,
) -> Result<(Token, Secret), StoreError> {
    let secret = Secret::random();
    let token = Token {
        id: TokenId::random(),
        name: filled_line("name", &new.name, NAME_CHARS_MAX)?,
        scope: new.scope,
        made_ms: now_ms,
        used_ms: None,
    };
    let sql = "INSERT INTO tokens(token_hash, space, participant, id, name, scope, made_ms)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    connection.prepare_cached(sql)?.execute((
        secret.hash(),
        new.space,
        new.participant,
        token.id,
        &token.name,
        token.scope,
        now_ms,
    ))?;
    let counted = "SELECT count(*) FROM tokens WHERE participant = ?1";
    refuse_more_than(
        connection,
        TOKENS_PER_PERSON_MAX,
        "tokens",
        counted,
        new.participant,
    )?;
    Ok((token, secret))
}

fn all(connection: &Connection, participant: ParticipantId) -> Result<Vec<Token>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM tokens WHERE participant = ?1 ORDER BY made_ms, id");
    let mut statement = connection.prepare_cached(&sql)?;
    let tokens = statement.query_map([participant], read)?;
    Ok(tokens.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Token> {
    Ok(Token {
        id: row.get(0)?,
        name: row.get::<_, Legible>(1)?.0,
        scope: row.get(2)?,
        made_ms: row.get(3)?,
        used_ms: row.get(4)?,
    })
}

/// When a token was last used, if there is such a token and its person is still there.
fn used(connection: &Connection, token: SecretHash) -> Result<Option<Option<u64>>, StoreError> {
    let sql = "SELECT t.used_ms FROM tokens t JOIN participants p ON p.id = t.participant
               WHERE t.token_hash = ?1 AND p.removed = 0";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row([token], |row| row.get(0)).optional()?)
}
