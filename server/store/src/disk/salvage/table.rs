//! A table that rows are put back into, and whether a row found without its table is one of it.

use rusqlite::{Connection, params_from_iter, types::Value};

use super::{row::Row, sense};

/// A table of the fresh database.
pub(super) struct Table {
    pub(super) name: String,
    /// In the order in which rows keep them.
    columns: Vec<Column>,
    pub(super) has_rowid: bool,
}

struct Column {
    name: String,
    /// As the schema says it.
    kind: String,
    /// Whether a row cannot be without.
    is_needed: bool,
    is_nullable: bool,
    /// Whether it is another name of the row's number, which is then not kept twice.
    is_rowid: bool,
}

/// Every table of a database.
pub(super) fn tables(connection: &Connection) -> rusqlite::Result<Vec<Table>> {
    let sql =
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'
               ORDER BY name";
    let mut statement = connection.prepare(sql)?;
    let named = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, bool>(1)?)))?;
    let tables = named.map(|named| {
        let (name, is_without_rowid): (String, bool) = named?;
        Ok(Table {
            columns: columns(connection, &name, is_without_rowid)?,
            has_rowid: !is_without_rowid,
            name,
        })
    });
    tables.collect()
}

/// Without numbers for its rows, a table keeps the columns of its key first.
fn columns(
    connection: &Connection,
    table: &str,
    is_without_rowid: bool,
) -> rusqlite::Result<Vec<Column>> {
    let sql =
        "SELECT name, type, \"notnull\", dflt_value IS NOT NULL,
                   pk > 0 AND 1 = (SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0)
               FROM pragma_table_info(?1) ORDER BY CASE WHEN ?2 AND pk > 0 THEN pk - 1000 ELSE cid END";
    let mut statement = connection.prepare(sql)?;
    let found = statement.query_map((table, is_without_rowid), |row| {
        let (kind, is_filled): (String, bool) = (row.get(1)?, row.get(2)?);
        let is_key: bool = row.get(4)?;
        Ok(Column {
            name: row.get(0)?,
            is_needed: is_filled && !row.get::<_, bool>(3)?,
            is_nullable: !is_filled,
            is_rowid: is_key && kind == "INTEGER" && !is_without_rowid,
            kind,
        })
    })?;
    found.collect()
}

impl Table {
    /// Whether a row may be one of this table. Rows from before a column was added are shorter.
    pub(super) fn fits(&self, row: &Row) -> bool {
        row.rowid.is_some() == self.has_rowid
            && row.values.len() <= self.columns.len()
            && self.columns[row.values.len()..]
                .iter()
                .all(|column| !column.is_needed)
            && self.columns.iter().zip(&row.values).all(|(column, value)| {
                column.fits(value) && sense::may_stand(&self.name, &column.name, value)
            })
    }

    /// Puts a row back in its old place; what breaks a rule of the table is an error.
    pub(super) fn insert(&self, connection: &Connection, row: &Row) -> rusqlite::Result<()> {
        let count = row.values.len().min(self.columns.len());
        let columns = &self.columns[..count];
        let mut names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let own = |(column, value): (&Column, &Value)| match (column.is_rowid, row.rowid) {
            (true, Some(rowid)) => Value::Integer(rowid),
            _ => value.clone(),
        };
        let mut values: Vec<Value> = columns.iter().zip(&row.values).map(own).collect();
        if let Some(rowid) = row
            .rowid
            .filter(|_| columns.iter().all(|column| !column.is_rowid))
        {
            names.push("rowid");
            values.push(Value::Integer(rowid));
        }
        let marks = vec!["?"; names.len()].join(", ");
        let sql = format!(
            "INSERT INTO {}({}) VALUES ({marks})",
            self.name,
            names.join(", ")
        );
        connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(values))?;
        Ok(())
    }
}

impl Column {
    fn fits(&self, value: &Value) -> bool {
        match value {
            Value::Null => self.is_nullable || self.is_rowid,
            Value::Integer(_) => ["INTEGER", "ANY"].contains(&self.kind.as_str()),
            Value::Real(_) => ["REAL", "ANY"].contains(&self.kind.as_str()),
            Value::Text(_) => ["TEXT", "ANY"].contains(&self.kind.as_str()),
            Value::Blob(_) => ["BLOB", "ANY"].contains(&self.kind.as_str()),
        }
    }
}
