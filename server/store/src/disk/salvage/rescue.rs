//! Putting every row that can be read into a fresh database.

use std::{collections::BTreeMap, io, path::Path};

use rusqlite::Connection;

use super::{
    page::{Kind, Node, Pages},
    row::{self, Row},
    table::{Table, tables},
    tree::{Owner, Trees},
};
use crate::OpenError;

/// What came over from one table, and what did not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) rows: u64,
    /// Rows of which too little is left, or that contradict others.
    pub(super) unreadable_rows: u64,
    /// Pages of which nothing is left: how many rows stood there is not known.
    pub(super) unreadable_pages: u64,
}

/// What came over, table by table.
pub(super) type Counts = BTreeMap<String, Count>;

/// Content rows carry their own proof: one with a hole is kept, and known to be damaged.
const PROVES_ITSELF: &str = "chunks";

/// Reads the file `from` and fills `fresh`, which has the tables and no rows.
pub(super) fn rescue(from: &Path, fresh: &Connection) -> Result<Counts, OpenError> {
    let failed = |source| OpenError::Files {
        path: from.to_owned(),
        source,
    };
    let pages = Pages::open(from).map_err(failed)?;
    let tables = tables(fresh)?;
    let names: Vec<_> = tables.iter().map(|table| table.name.as_str()).collect();
    let trees = Trees::of(&pages, &names).map_err(failed)?;
    let mut rescue = Rescue {
        counts: vec![Count::default(); tables.len()],
        pages,
        tables,
        trees,
    };
    rescue.run(fresh).map_err(failed)?;
    Ok(rescue.told())
}

struct Rescue {
    pages: Pages,
    tables: Vec<Table>,
    trees: Trees,
    counts: Vec<Count>,
}

impl Rescue {
    fn run(&mut self, fresh: &Connection) -> io::Result<()> {
        for number in 1..=self.pages.count {
            let Some(node) = self.pages.node(number)? else {
                continue;
            };
            match self.trees.owner(number) {
                Some(Owner::Table(table)) => self.take_page(fresh, &node, Some(table))?,
                Some(Owner::Nobody) if node.kind != Kind::TableLeaf => {} // of an index
                _ => self.take_page(fresh, &node, None)?,
            }
        }
        Ok(())
    }

    /// Every row on a page: it is of the table the page is of, or, should the schema be wrong, of one that it fits.
    fn take_page(&mut self, fresh: &Connection, node: &Node, of: Option<usize>) -> io::Result<()> {
        if node.kind == Kind::TableInterior {
            return Ok(()); // it only leads to others
        }
        for cell in node.cells() {
            let row = match cell {
                Some(cell) => row::read(&self.pages, node.kind, cell)?,
                None => None,
            };
            let is_taken = row.is_some_and(|row| self.take(fresh, &row, of));
            if let Some(table) = of.filter(|_| !is_taken) {
                self.counts[table].unreadable_rows += 1;
            }
        }
        Ok(())
    }

    /// Whether some table takes the row.
    fn take(&mut self, fresh: &Connection, row: &Row, of: Option<usize>) -> bool {
        for place in of.into_iter().chain(0..self.tables.len()) {
            let table = &self.tables[place];
            let is_usable = !row.is_torn || table.name == PROVES_ITSELF;
            if is_usable && table.fits(row) && table.insert(fresh, row).is_ok() {
                self.counts[place].rows += 1;
                return true;
            }
        }
        false
    }

    fn told(mut self) -> Counts {
        for (table, _) in &self.trees.unreadable {
            self.counts[*table].unreadable_pages += 1;
        }
        let names = self.tables.into_iter().map(|table| table.name);
        names.zip(self.counts).collect()
    }
}
