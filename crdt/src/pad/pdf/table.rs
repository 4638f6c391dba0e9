//! Tables: columns of one width, rows as high as their longest cell.

use super::lines::{Span, lines};
use super::shapes::{CELL_PAD, MARGIN, PAGE, Style, TEXT};
use super::sheet::Sheets;
use super::structure::{Place, Role};
use crate::pad::block::{Cell, Run};

const EDGE: (u8, u8, u8) = (0x99, 0x99, 0x99);
const HEAD: (u8, u8, u8) = (0xf0, 0xf0, 0xf0);
/// A line between cells.
const THICK: f32 = 0.6;

/// A cell, cut into lines.
struct Cut<'a> {
    runs: &'a [Run],
    lines: Vec<Vec<Span>>,
    part: Place,
}

impl Sheets {
    /// Puts a table. A row goes on to the next page line by line when it is higher than what is left.
    pub(super) fn table(&mut self, rows: &[Vec<Cell>]) {
        let table = self.structure.part(Role::Table, None);
        let columns = rows.first().map_or(1, Vec::len).max(1);
        let width = (PAGE.0 - 2.0 * MARGIN) / columns as f32;
        for (at, cells) in rows.iter().enumerate() {
            let row = self.structure.part(Role::Row, Some(table));
            let role = if at == 0 { Role::Head } else { Role::Cell };
            let inner = ((width - 2.0 * CELL_PAD) / TEXT.size).max(1.0);
            let cut = cells.iter().map(|cell| Cut {
                runs: &cell.runs,
                lines: lines(&cell.runs, inner, false),
                part: self.structure.part(role.clone(), Some(row)),
            });
            let cut: Vec<Cut<'_>> = cut.collect();
            self.row(&cut, width, at == 0);
        }
        self.y += TEXT.after;
    }

    fn row(&mut self, cells: &[Cut<'_>], width: f32, is_head: bool) {
        let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1);
        let whole = count as f32 * TEXT.line + 2.0 * CELL_PAD;
        if whole < PAGE.1 / 3.0 {
            self.room(whole);
        }
        for number in 0..count {
            let (first, last) = (number == 0, number + 1 == count);
            let pad = |is: bool| if is { CELL_PAD } else { 0.0 };
            let height = TEXT.line + pad(first) + pad(last);
            self.room(height);
            self.grid(cells.len(), (width, height), (first, last), is_head);
            self.y += pad(first);
            for (column, cell) in cells.iter().enumerate() {
                let style = Style {
                    left: column as f32 * width + CELL_PAD,
                    ..TEXT
                };
                if let Some(line) = cell.lines.get(number) {
                    self.line(style, line.clone(), cell.runs, cell.part, &mut None);
                }
            }
            self.y += TEXT.line + pad(last);
        }
    }

    fn grid(
        &mut self,
        columns: usize,
        (width, height): (f32, f32),
        (first, last): (bool, bool),
        is_head: bool,
    ) {
        let all = width * columns as f32;
        if is_head {
            self.push_ground((MARGIN, self.y, all, height), HEAD);
        }
        for column in 0..=columns {
            self.push_ground(
                (MARGIN + column as f32 * width, self.y, THICK, height),
                EDGE,
            );
        }
        if first {
            self.push_ground((MARGIN, self.y, all + THICK, THICK), EDGE);
        }
        if last {
            self.push_ground((MARGIN, self.y + height, all + THICK, THICK), EDGE);
        }
    }
}
