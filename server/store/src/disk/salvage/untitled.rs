//! Spaces whose own row is gone while their people and documents are not: they are given one, so that people can enter.

use rusqlite::{Connection, params};

use crate::{Language, Role, SpaceId, SpaceKind};

/// The title of a space whose title is gone, in both languages.
const TITLE: &str = "Titre perdu · Title lost";

/// A space with a facilitator is a workshop. The code of the workshop is gone; links work.
pub(super) fn give_space_back(fresh: &Connection) -> rusqlite::Result<()> {
    let sql = "SELECT space, max(role = ?1), min(joined_ms) FROM participants
               WHERE space NOT IN (SELECT id FROM spaces) GROUP BY space";
    let mut statement = fresh.prepare(sql)?;
    let lost = statement.query_map([Role::Facilitator], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    for lost in lost {
        let (space, is_workshop, created_ms): (SpaceId, bool, u64) = lost?;
        let kind = if is_workshop {
            SpaceKind::Workshop
        } else {
            SpaceKind::Structure
        };
        let sql =
            "INSERT INTO spaces(id, kind, title, language, created_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
        fresh.execute(
            sql,
            params![space, kind, TITLE, Language::French, created_ms],
        )?;
        tracing::error!(%space, "the title of a space is lost; its people and documents are not");
    }
    Ok(())
}
