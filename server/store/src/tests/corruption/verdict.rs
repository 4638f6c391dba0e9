//! Whether a corruption cost what stood on the page and nothing else.

use std::{collections::BTreeSet, fs, path::Path};

use super::{
    blow::Blow,
    specimen::{Rows, Specimen, rows},
};
use crate::{Store, StoreError, tests::world::options};

/// How a corruption went.
pub enum Verdict {
    /// The server started, and only what stood on the page is gone, and said to be.
    Served,
    /// The server did not start.
    Refused(String),
    /// Something else is gone, or something gone is not said.
    Lost(String),
}

pub async fn of(specimen: &Specimen, blow: &Blow) -> Verdict {
    let dir = tempfile::tempdir().unwrap();
    let mut file = specimen.file.clone();
    blow.strike(&mut file);
    fs::write(dir.path().join("atelier.sqlite"), &file).unwrap();
    let store = match Store::open_with(dir.path(), options()) {
        Ok(store) => store,
        Err(error) => return Verdict::Refused(error.to_string()),
    };
    let judged = judge(specimen, blow, &store).await;
    store.close().await;
    match judged.and_then(|()| is_kept_aside(dir.path(), &file)) {
        Ok(()) => Verdict::Served,
        Err(what) => Verdict::Lost(what),
    }
}

async fn judge(specimen: &Specimen, blow: &Blow, store: &Store) -> Result<(), String> {
    let found = store.read(|connection| Ok(rows(connection)?)).await;
    let found = found.map_err(|error| format!("a table cannot be read: {error}"))?;
    count_losses(&specimen.rows, &found, blow)?;
    for (document, heads) in &specimen.documents {
        let is_intact = rows_about(&specimen.rows, document.0) == rows_about(&found, document.0);
        match store.load_document(*document).await {
            Ok(Some(stored)) if stored.is_whole && stored.heads != *heads => {
                return Err("a document that lost rows is called whole".into());
            }
            Ok(Some(stored)) if !stored.is_whole && is_intact => {
                return Err("an intact document is called damaged".into());
            }
            Ok(Some(_)) => {}
            Ok(None) => return Err("a damaged document is taken for a new one".into()),
            Err(StoreError::Damaged) if !is_intact => {}
            Err(error) => return Err(format!("a document cannot be read: {error}")),
        }
    }
    let spaces = everything_listed(specimen, store).await;
    spaces.map_err(|error| format!("a space cannot be read: {error}"))
}

/// Whatever happened to a row, what stands beside it is listed.
async fn everything_listed(specimen: &Specimen, store: &Store) -> Result<(), StoreError> {
    for space in &specimen.spaces {
        store.space(*space).await?;
        store.people(*space).await?;
        store.documents(*space).await?;
        store.attachments(*space).await?;
    }
    Ok(())
}

/// Rows that are gone or changed, but for those that stood on the page.
fn count_losses(before: &Rows, after: &Rows, blow: &Blow) -> Result<(), String> {
    for (table, rows) in before {
        let left: BTreeSet<_> = after.get(table).into_iter().flatten().collect();
        let lost = rows.iter().filter(|row| !left.contains(row)).count();
        let stood_there = blow.page.table.as_ref() == Some(table);
        let allowed = if stood_there { blow.page.rows } else { 0 };
        if lost > allowed {
            return Err(format!("{lost} of {} rows of {table} are lost", rows.len()));
        }
    }
    Ok(())
}

fn rows_about(rows: &Rows, document: [u8; 16]) -> Vec<&String> {
    let blob = format!("{document:?}");
    let named = ["documents", "chunks"]
        .into_iter()
        .flat_map(|table| rows.get(table));
    named.flatten().filter(|row| row.contains(&blob)).collect()
}

/// If the file was rebuilt, what it was before is there.
fn is_kept_aside(dir: &Path, damaged: &[u8]) -> Result<(), String> {
    let aside = fs::read_dir(dir).unwrap().map(Result::unwrap);
    let mut aside =
        aside.filter(|entry| entry.file_name().to_string_lossy().starts_with("damaged-"));
    match aside.next() {
        Some(kept) if fs::read(kept.path().join("atelier.sqlite")).unwrap() == damaged => Ok(()),
        Some(_) => Err("what was kept aside is not the damaged file".into()),
        None => Ok(()),
    }
}
