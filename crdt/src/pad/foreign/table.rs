//! A table that is being read.

use super::NotUnderstood;
use super::draft::Draft;
use super::limits::CELLS_READ_MAX;
use super::losses::Loss;
use crate::pad::block::{Block, BlockKind, Cell, Marks, Run};
use crate::pad::limits::CELLS_MAX;

/// Between the cells of a row where a table has no place.
const BETWEEN: &str = " | ";

/// What was read of a table.
#[derive(Default)]
pub(super) struct Table {
    /// What stands before the first row.
    title: Vec<Run>,
    rows: Vec<Vec<Cell>>,
    cells: usize,
}

impl Table {
    fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    fn cell(&mut self) -> Result<(), NotUnderstood> {
        self.cells += 1;
        if self.cells > CELLS_READ_MAX {
            return Err(NotUnderstood::TooMuch);
        }
        if self.rows.is_empty() {
            self.row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Cell::default());
        }
        Ok(())
    }

    /// Adds a block to the cell, below what stands in it.
    pub(super) fn push(&mut self, block: Block) {
        let place = match self.rows.last_mut() {
            None => &mut self.title,
            Some(row) => {
                if row.is_empty() {
                    row.push(Cell::default());
                }
                let cell = row.last_mut().expect("a cell was added when none was");
                &mut cell.runs
            }
        };
        if !place.is_empty() && !block.runs.is_empty() {
            place.push(plain("\n"));
        }
        place.extend(block.runs);
    }

    /// Writes what was read: as a table, or in lines where there is no place for one.
    pub(super) fn end(mut self, draft: &mut Draft) -> Result<(), NotUnderstood> {
        self.rows.retain(|row| !row.is_empty());
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let is_nested = !draft.tables.is_empty();
        if is_nested || columns == 0 || self.rows.len().saturating_mul(columns) > CELLS_MAX {
            return self.end_in_lines(draft);
        }
        for row in &mut self.rows {
            row.resize_with(columns, Cell::default);
        }
        for cell in self.rows.iter_mut().flatten() {
            cell.runs = joined(std::mem::take(&mut cell.runs));
        }
        draft.push(Block {
            kind: BlockKind::Table { rows: self.rows },
            runs: joined(self.title),
        })
    }

    fn end_in_lines(self, draft: &mut Draft) -> Result<(), NotUnderstood> {
        draft
            .losses
            .add(Loss::Tables, usize::from(!self.rows.is_empty()));
        let title = Some(self.title).filter(|title| !title.is_empty());
        let rows = self.rows.into_iter().map(in_a_line);
        for runs in title.into_iter().chain(rows) {
            let block = Block {
                kind: BlockKind::Paragraph,
                runs: joined(runs),
            };
            match draft.tables.last_mut() {
                Some(outer) => outer.push(block),
                None => draft.push(block)?,
            }
        }
        Ok(())
    }
}

fn in_a_line(row: Vec<Cell>) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, cell) in row.into_iter().enumerate() {
        runs.extend((at > 0).then(|| plain(BETWEEN)));
        runs.extend(cell.runs);
    }
    runs
}

fn plain(text: &str) -> Run {
    Run {
        text: text.to_owned(),
        marks: Marks::default(),
    }
}

/// No two runs with the same marks follow each other.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match joined.last_mut() {
            Some(last) if last.marks == run.marks => last.text.push_str(&run.text),
            _ => joined.push(run),
        }
    }
    joined
}

impl Draft {
    /// Begins a table.
    pub(super) fn begin_table(&mut self) -> Result<(), NotUnderstood> {
        self.close()?;
        if self.tables.len() == super::limits::DEPTH_MAX {
            return Err(NotUnderstood::TooMuch);
        }
        let title = self.take_caption();
        self.tables.push(Table {
            title,
            ..Table::default()
        });
        Ok(())
    }

    /// Begins a row of the table.
    pub(super) fn begin_row(&mut self) -> Result<(), NotUnderstood> {
        self.close()?;
        if let Some(table) = self.tables.last_mut() {
            table.row();
        }
        Ok(())
    }

    /// Begins a cell of the row.
    pub(super) fn begin_cell(&mut self) -> Result<(), NotUnderstood> {
        self.close()?;
        match self.tables.last_mut() {
            Some(table) => table.cell(),
            None => Ok(()),
        }
    }

    /// Ends a table.
    pub(super) fn end_table(&mut self) -> Result<(), NotUnderstood> {
        self.close()?;
        if let Some(table) = self.tables.pop() {
            table.end(self)?;
        }
        self.put_pictures()
    }
}
