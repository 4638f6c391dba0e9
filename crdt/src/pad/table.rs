//! How blocks that say their row and column make a table.
//!
//! A table is a marker and the cells behind it, in any order. Whoever adds a row or a column puts cells in; whoever removes one
//! says of its cells that they are gone. A text keeps its row and its column: what somebody wrote while another removed the row
//! is not lost.

use std::collections::{BTreeMap, BTreeSet};

use super::block::{Cell, Marks, Run};
use super::limits::CELLS_MAX;

/// What a block says that is a cell.
pub(super) struct WrittenCell<'a> {
    pub(super) row: String,
    pub(super) column: String,
    pub(super) gone: Option<Side>,
    pub(super) runs: &'a [Run],
}

/// What was removed when a cell is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Row,
    Column,
}

/// The rows that cells make, each with a cell for every column; none when they are no table, or would be too large a one.
pub(super) fn rows(cells: &[WrittenCell<'_>]) -> Option<Vec<Vec<Cell>>> {
    let (rows, columns) = (lasting(cells, Side::Row), lasting(cells, Side::Column));
    if cells.is_empty() || rows.len().saturating_mul(columns.len()) > CELLS_MAX {
        return None;
    }
    let mut texts: BTreeMap<(&str, &str), Cell> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| !cell.runs.is_empty()) {
        add_line(
            texts.entry((&cell.row, &cell.column)).or_default(),
            cell.runs,
        );
    }
    let mut taken = |row, column| texts.remove(&(row, column)).unwrap_or_default();
    let row = |row| columns.iter().map(|column| taken(row, *column)).collect();
    Some(rows.into_iter().map(row).collect())
}

/// The rows or columns there are, in their order. One always stays.
fn lasting<'a>(cells: &'a [WrittenCell<'_>], side: Side) -> Vec<&'a str> {
    let name = |cell: &'a WrittenCell<'_>| match side {
        Side::Row => cell.row.as_str(),
        Side::Column => cell.column.as_str(),
    };
    let all: BTreeSet<&str> = cells.iter().map(name).collect();
    let kept: BTreeSet<&str> = cells
        .iter()
        .filter(|cell| !cell.runs.is_empty())
        .map(name)
        .collect();
    let gone: BTreeSet<&str> = cells
        .iter()
        .filter(|cell| cell.gone == Some(side))
        .map(name)
        .collect();
    let is_there = |id: &&str| kept.contains(id) || !gone.contains(id);
    let there: Vec<&str> = all.iter().copied().filter(is_there).collect();
    if there.is_empty() {
        all.into_iter().take(1).collect()
    } else {
        there
    }
}

fn add_line(cell: &mut Cell, runs: &[Run]) {
    if !cell.runs.is_empty() {
        let (text, marks) = ("\n".to_owned(), Marks::default());
        add(cell, Run { text, marks });
    }
    for run in runs {
        add(cell, run.clone());
    }
}

fn add(cell: &mut Cell, run: Run) {
    match cell.runs.last_mut() {
        Some(last) if last.marks == run.marks => last.text.push_str(&run.text),
        _ => cell.runs.push(run),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Written = (&'static str, &'static str, Option<Side>, &'static str);

    fn shown(written: &[Written]) -> Vec<Vec<String>> {
        let runs: Vec<Vec<Run>> = written.iter().map(|(.., text)| line(text)).collect();
        let cells: Vec<_> = written.iter().zip(&runs).map(cell).collect();
        let rows = rows(&cells).expect("a small table");
        let texts = |row: &Vec<Cell>| row.iter().map(Cell::text).collect();
        rows.iter().map(texts).collect()
    }

    fn line(text: &str) -> Vec<Run> {
        let marks = Marks::default();
        let text = text.to_owned();
        if text.is_empty() {
            vec![]
        } else {
            vec![Run { text, marks }]
        }
    }

    fn cell<'a>((&(row, column, gone, _), runs): (&Written, &'a Vec<Run>)) -> WrittenCell<'a> {
        let (row, column) = (row.to_owned(), column.to_owned());
        WrittenCell {
            row,
            column,
            gone,
            runs,
        }
    }

    #[test]
    fn cells_stand_where_they_say_whatever_their_order() {
        let cells = [
            ("2", "b", None, "d"),
            ("1", "a", None, "a"),
            ("2", "a", None, "c"),
        ];
        assert_eq!(shown(&cells), [["a", ""], ["c", "d"]]);
    }

    #[test]
    fn a_removed_row_is_away_but_a_text_keeps_it() {
        let gone = Some(Side::Row);
        let cells = [
            ("1", "a", None, "a"),
            ("2", "a", gone, ""),
            ("2", "b", gone, ""),
        ];
        assert_eq!(shown(&cells), [["a", ""]]);
        let cells = [
            ("1", "a", None, "a"),
            ("2", "a", gone, ""),
            ("2", "b", gone, "typed"),
        ];
        assert_eq!(shown(&cells), [["a", ""], ["", "typed"]]);
    }

    #[test]
    fn of_what_several_wrote_into_one_cell_nothing_is_lost() {
        let cells = [
            ("1", "a", None, "a"),
            ("1", "a", None, ""),
            ("1", "a", None, "b"),
        ];
        assert_eq!(shown(&cells), [["a\nb"]]);
    }

    #[test]
    fn one_row_and_one_column_stay() {
        let cells = [
            ("2", "a", Some(Side::Row), ""),
            ("1", "a", Some(Side::Row), ""),
        ];
        assert_eq!(shown(&cells), [[""]]);
    }

    #[test]
    fn what_would_be_too_large_is_no_table() {
        let names: Vec<String> = (0..50).map(|number| number.to_string()).collect();
        let cell = |name: &String| WrittenCell {
            row: name.clone(),
            column: name.clone(),
            gone: None,
            runs: &[],
        };
        let cells: Vec<_> = names.iter().map(cell).collect();
        assert_eq!(rows(&cells), None);
        assert!(rows(&cells[..44]).is_some());
    }
}
