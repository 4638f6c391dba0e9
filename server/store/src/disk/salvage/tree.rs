//! Which table a page belongs to: found by going down from the roots that the schema names.

use std::{collections::HashMap, io};

use rusqlite::types::Value;

use super::{
    page::{Kind, Pages},
    row,
};

/// The root of the schema itself.
const SCHEMA_ROOT: u32 = 1;

/// Whose a page is, if the schema is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// Of the table with this place in the list.
    Table(usize),
    /// Of an index or the schema, which are made anew, or of a table of another name.
    Nobody,
}

/// The pages of all trees.
#[derive(Default)]
pub(super) struct Trees {
    owners: HashMap<u32, Owner>,
    /// Pages that the trees name and that are none, with the table they are of.
    pub(super) unreadable: Vec<(usize, u32)>,
}

impl Trees {
    /// Goes down every tree the schema still names.
    pub(super) fn of(pages: &Pages, tables: &[&str]) -> io::Result<Self> {
        let mut trees = Trees::default();
        trees.walk(pages, SCHEMA_ROOT, Owner::Nobody)?;
        for (name, root) in roots(pages, &trees)? {
            let place = tables.iter().position(|table| *table == name);
            trees.walk(pages, root, place.map_or(Owner::Nobody, Owner::Table))?;
        }
        Ok(trees)
    }

    /// Whose a page is, if a tree leads to it.
    pub(super) fn owner(&self, page: u32) -> Option<Owner> {
        self.owners.get(&page).copied()
    }

    fn walk(&mut self, pages: &Pages, root: u32, owner: Owner) -> io::Result<()> {
        let mut waiting = vec![root];
        while let Some(number) = waiting.pop() {
            if self.owners.contains_key(&number) {
                continue; // damage may lead anywhere, also in a circle
            }
            match pages.node(number)? {
                Some(node) => {
                    self.owners.insert(number, owner);
                    waiting.extend(node.children());
                }
                None => {
                    if let Owner::Table(table) = owner {
                        self.unreadable.push((table, number));
                    }
                }
            }
        }
        Ok(())
    }
}

/// The names and roots of tables and indexes of a file.
pub(super) fn roots_of_file(pages: &Pages) -> io::Result<Vec<(String, u32)>> {
    let mut schema = Trees::default();
    schema.walk(pages, SCHEMA_ROOT, Owner::Nobody)?;
    roots(pages, &schema)
}

/// The names and roots of tables and indexes, as far as the schema can be read.
fn roots(pages: &Pages, schema: &Trees) -> io::Result<Vec<(String, u32)>> {
    let mut roots = Vec::new();
    for &number in schema.owners.keys() {
        let Some(node) = pages
            .node(number)?
            .filter(|node| node.kind == Kind::TableLeaf)
        else {
            continue;
        };
        for cell in node.cells().into_iter().flatten() {
            let found = row::read(pages, node.kind, cell)?;
            roots.extend(found.and_then(|found| root(&found.values)));
        }
    }
    Ok(roots)
}

/// The row of the schema is: type, name, name of the table, root, SQL.
fn root(values: &[Value]) -> Option<(String, u32)> {
    match values {
        [
            Value::Text(_),
            Value::Text(name),
            Value::Text(_),
            Value::Integer(root),
            _,
        ] => Some((name.clone(), u32::try_from(*root).ok()?)),
        _ => None,
    }
}
