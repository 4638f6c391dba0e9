//! A pad as plain text: one line per block, exactly what people wrote.

use super::block::{Block, BlockKind};
use super::number::numbers;

/// The text of a pad. Blocks are separated by one line feed; only items get a sign in front
/// (`- `, `1. `, `[x] `), two spaces deeper per indent. Paragraphs come out letter for letter.
pub fn plain_text(blocks: &[Block]) -> String {
    let numbers = numbers(blocks);
    let lines = blocks.iter().zip(numbers).map(|(block, number)| {
        let mut line = sign(block.kind, number);
        line.extend(block.runs.iter().map(|run| run.text.as_str()));
        line
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn sign(kind: BlockKind, number: Option<u32>) -> String {
    let margin = "  ".repeat(kind.indent().unwrap_or_default().into());
    match kind {
        BlockKind::BulletItem { .. } => format!("{margin}- "),
        BlockKind::NumberedItem { .. } => format!("{margin}{}. ", number.unwrap_or(1)),
        BlockKind::CheckItem { checked, .. } => format!("{margin}[{}] ", tick(checked)),
        BlockKind::Paragraph | BlockKind::Heading { .. } | BlockKind::Quote => String::new(),
    }
}

fn tick(checked: bool) -> char {
    if checked { 'x' } else { ' ' }
}
