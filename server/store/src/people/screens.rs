//! Big screens: a link by which a workshop is shown from afar. It opens nothing: whoever knows it is nobody there.

use rusqlite::{Connection, OptionalExtension};

use crate::{
    Secret, SecretHash, SpaceId, Store, StoreError,
    limits::{WIFI_NAME_BYTES_MAX, WIFI_PASSWORD_BYTES_MAX},
    people::spaces,
    rows::some_row,
    text::Legible,
};

/// The Wi-Fi of a room, for those who photograph the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wifi {
    /// What it is called: 32 bytes at most.
    pub name: String,
    /// Empty when everybody may join: 63 bytes at most.
    pub password: String,
}

impl Store {
    /// Makes the link of the screen of a space; the one before shows nothing any more. The Wi-Fi stays.
    pub async fn make_screen(&self, space: SpaceId) -> Result<Secret, StoreError> {
        let now_ms = self.now_ms();
        self.write(move |connection| make(connection, space, now_ms))
            .await
    }

    /// Revokes the link of the screen, and forgets the Wi-Fi. Works on a full disk.
    pub async fn end_screen(&self, space: SpaceId) -> Result<(), StoreError> {
        self.write_necessary(move |connection| end(connection, space))
            .await
    }

    /// Puts the Wi-Fi of the room on the screen, or takes it away. `NotFound` where there is no screen.
    pub async fn show_wifi(&self, space: SpaceId, wifi: Option<Wifi>) -> Result<(), StoreError> {
        self.write(move |connection| {
            let (name, password) = match wifi {
                Some(wifi) => (
                    short("wifi name", wifi.name, WIFI_NAME_BYTES_MAX)?,
                    short("wifi password", wifi.password, WIFI_PASSWORD_BYTES_MAX)?,
                ),
                None => Default::default(),
            };
            let sql = "UPDATE screens SET wifi_name = ?2, wifi_password = ?3 WHERE space = ?1";
            some_row(connection.execute(sql, (space, name, password))?)
        })
        .await
    }

    /// Whether a space has a screen and, if it has, the Wi-Fi that is shown on it.
    pub async fn screen(&self, space: SpaceId) -> Result<Option<Option<Wifi>>, StoreError> {
        self.read(move |connection| wifi(connection, space)).await
    }

    /// The space a link shows; nothing when it shows none any more, `Closed` while its host keeps the space closed.
    pub async fn shown_by(&self, link: SecretHash) -> Result<Option<SpaceId>, StoreError> {
        self.read(move |connection| shown_by(connection, link))
            .await
    }
}

fn make(connection: &Connection, space: SpaceId, now_ms: u64) -> Result<Secret, StoreError> {
    spaces::find(connection, space)?.ok_or(StoreError::NotFound)?;
    let secret = Secret::random();
    let sql = "INSERT INTO screens(token_hash, space, made_ms) VALUES (?1, ?2, ?3)
               ON CONFLICT(space) DO UPDATE SET token_hash = excluded.token_hash, made_ms = excluded.made_ms";
    connection.execute(sql, (secret.hash(), space, now_ms))?;
    Ok(secret)
}

/// Nothing happens where there is none.
pub(crate) fn end(connection: &Connection, space: SpaceId) -> Result<(), StoreError> {
    connection.execute("DELETE FROM screens WHERE space = ?1", [space])?;
    Ok(())
}

fn wifi(connection: &Connection, space: SpaceId) -> Result<Option<Option<Wifi>>, StoreError> {
    let sql = "SELECT wifi_name, wifi_password FROM screens WHERE space = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([space], |row| {
        Ok(Wifi {
            name: row.get::<_, Legible>(0)?.0,
            password: row.get::<_, Legible>(1)?.0,
        })
    });
    let found = found.optional()?;
    Ok(found.map(|wifi| Some(wifi).filter(|wifi| !wifi.name.is_empty())))
}

fn shown_by(connection: &Connection, link: SecretHash) -> Result<Option<SpaceId>, StoreError> {
    let sql = "SELECT s.id, s.closed_ms FROM screens c JOIN spaces s ON s.id = c.space
               WHERE c.token_hash = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([link], |row| Ok((row.get(0)?, row.get(1)?)));
    match found.optional()? {
        Some((_, Some::<u64>(_))) => Err(StoreError::Closed),
        Some((space, None)) => Ok(Some(space)),
        None => Ok(None),
    }
}

fn short(what: &'static str, text: String, bytes_max: usize) -> Result<String, StoreError> {
    if text.len() > bytes_max {
        return Err(StoreError::TooMany {
            what,
            max: bytes_max as u64,
        });
    }
    Ok(text)
}
