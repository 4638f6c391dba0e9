//! The numbers in front of numbered items, as an editor shows them: by indent, line after line.

use super::block::{Block, BlockKind};
use super::limits::INDENT_MAX;

/// The number of each block; nothing where the block is no numbered item.
///
/// A numbered item continues the count of its indent. The count starts again after a block that is
/// no item, after an item that is less indented, and after another sort of item at its indent.
pub(super) fn numbers(blocks: &[Block]) -> Vec<Option<u32>> {
    let mut counts = [0; INDENT_MAX as usize + 1];
    blocks
        .iter()
        .map(|block| count(&mut counts, &block.kind))
        .collect()
}

fn count(counts: &mut [u32], kind: &BlockKind) -> Option<u32> {
    let Some(indent) = kind.indent().map(usize::from) else {
        counts.fill(0);
        return None;
    };
    counts[indent + 1..].fill(0);
    if matches!(kind, BlockKind::NumberedItem { .. }) {
        counts[indent] += 1;
        Some(counts[indent])
    } else {
        counts[indent] = 0;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers_of(kinds: &[BlockKind]) -> Vec<Option<u32>> {
        let block = |kind: &BlockKind| Block {
            kind: kind.clone(),
            runs: vec![],
        };
        numbers(&kinds.iter().map(block).collect::<Vec<_>>())
    }

    const fn numbered(indent: u8) -> BlockKind {
        BlockKind::NumberedItem { indent }
    }

    #[test]
    fn a_count_goes_on_around_deeper_items() {
        let list = [numbered(0), numbered(1), numbered(1), numbered(0)];
        let expected = [Some(1), Some(1), Some(2), Some(2)];
        assert_eq!(numbers_of(&list), expected);
    }

    #[test]
    fn a_deeper_count_starts_again_under_the_next_item() {
        let list = [numbered(0), numbered(1), numbered(0), numbered(1)];
        assert_eq!(numbers_of(&list), [Some(1), Some(1), Some(2), Some(1)]);
    }

    #[test]
    fn a_paragraph_or_another_item_starts_the_count_again() {
        let list = [
            numbered(0),
            BlockKind::Paragraph,
            numbered(0),
            BlockKind::BulletItem { indent: 0 },
            numbered(0),
        ];
        assert_eq!(numbers_of(&list), [Some(1), None, Some(1), None, Some(1)]);
    }
}
