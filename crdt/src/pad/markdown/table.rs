//! Tables in Markdown, as GitHub has them: bars between cells, a row of dashes under the headings.

use super::text::text_of;
use crate::pad::block::Cell;

/// The table, its title above it.
pub(super) fn table(title: &str, rows: &[Vec<Cell>]) -> String {
    let mut lines: Vec<String> = rows.iter().map(|cells| row(cells)).collect();
    let dashes = rows.first().map_or(0, Vec::len);
    lines.insert(1, "|".to_owned() + &" --- |".repeat(dashes));
    let table = lines.join("\n");
    if title.is_empty() {
        table
    } else {
        format!("{title}\n\n{table}")
    }
}

fn row(cells: &[Cell]) -> String {
    let cell = |cell: &Cell| format!(" {} |", text_of(&cell.runs).replace('|', "&#124;"));
    "|".to_owned() + &cells.iter().map(cell).collect::<String>()
}
