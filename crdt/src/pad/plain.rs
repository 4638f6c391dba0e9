//! A pad as plain text: one line per block, exactly what people wrote.

use super::block::{Block, BlockKind, Cell};
use super::number::numbers;

/// The text of a pad. Blocks are separated by one line feed; only items get a sign in front
/// (`- `, `1. `, `[x] `), two spaces deeper per indent; a rule is `---`, a row of a table its cells with tabs in
/// between. All else comes out letter for letter.
pub fn plain_text(blocks: &[Block]) -> String {
    let numbers = numbers(blocks);
    let lines = blocks.iter().zip(numbers).map(|(block, number)| {
        let mut line = sign(block, number);
        line.extend(block.runs.iter().map(|run| run.text.as_str()));
        if let BlockKind::Table { rows } = &block.kind {
            let title = (!line.is_empty()).then_some(line);
            return title
                .into_iter()
                .chain(rows.iter().map(|cells| row(cells)))
                .collect::<Vec<_>>()
                .join("\n");
        }
        line
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn row(cells: &[Cell]) -> String {
    let texts = cells.iter().map(|cell| one_line(&cell.text()));
    texts.collect::<Vec<_>>().join("\t")
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}

fn sign(block: &Block, number: Option<u32>) -> String {
    let margin = "  ".repeat(block.kind.indent().unwrap_or_default().into());
    match &block.kind {
        BlockKind::BulletItem { .. } => format!("{margin}- "),
        BlockKind::NumberedItem { .. } => format!("{margin}{}. ", number.unwrap_or(1)),
        BlockKind::CheckItem { checked, .. } => format!("{margin}[{}] ", tick(*checked)),
        // The same word in both languages.
        BlockKind::Image(image) if image.alt.is_empty() => "[Image] ".to_owned(),
        BlockKind::Image(image) => format!("[Image: {}] ", one_line(&image.alt)),
        BlockKind::Rule if block.runs.is_empty() => "---".to_owned(),
        BlockKind::Rule => "--- ".to_owned(),
        _ => String::new(),
    }
}

fn tick(checked: bool) -> char {
    if checked { 'x' } else { ' ' }
}
