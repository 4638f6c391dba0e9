//! How flat items nest, for formats that want lists inside lists.

use super::block::{Block, BlockKind, Tone};

/// Consecutive blocks that belong together.
#[derive(Debug, PartialEq)]
pub(super) enum Part<'a> {
    /// A block that stands alone.
    Single(&'a Block),
    /// Quotes that follow each other: one quotation.
    Quotes(Vec<&'a Block>),
    /// Callouts of one tone that follow each other: one box.
    Callouts(Tone, Vec<&'a Block>),
    /// Items that follow each other.
    Items(Vec<Item<'a>>),
}

/// An item at its place in nested lists.
#[derive(Debug, PartialEq)]
pub(super) struct Item<'a> {
    /// The item itself.
    pub(super) block: &'a Block,
    /// How many items it is in. It grows by at most one from an item to the next, whatever the
    /// indents are, because an item can only be inside one that exists.
    pub(super) depth: usize,
}

/// Cuts a pad into parts.
pub(super) fn parts(blocks: &[Block]) -> Vec<Part<'_>> {
    blocks
        .chunk_by(|a, b| group(&a.kind) != Group::Alone && group(&a.kind) == group(&b.kind))
        .map(part)
        .collect()
}

#[derive(PartialEq)]
enum Group {
    Alone,
    Quotes,
    Callouts(Tone),
    Items,
}

fn group(kind: &BlockKind) -> Group {
    match kind {
        BlockKind::Quote => Group::Quotes,
        BlockKind::Callout { tone } => Group::Callouts(*tone),
        BlockKind::BulletItem { .. }
        | BlockKind::NumberedItem { .. }
        | BlockKind::CheckItem { .. } => Group::Items,
        BlockKind::Paragraph
        | BlockKind::Heading { .. }
        | BlockKind::Code
        | BlockKind::Rule
        | BlockKind::Image(_)
        | BlockKind::Table { .. } => Group::Alone,
    }
}

fn part(blocks: &[Block]) -> Part<'_> {
    match group(&blocks[0].kind) {
        Group::Alone => Part::Single(&blocks[0]),
        Group::Quotes => Part::Quotes(blocks.iter().collect()),
        Group::Callouts(tone) => Part::Callouts(tone, blocks.iter().collect()),
        Group::Items => Part::Items(items(blocks)),
    }
}

fn items(blocks: &[Block]) -> Vec<Item<'_>> {
    let mut open: Vec<u8> = Vec::new();
    let mut items = Vec::new();
    for block in blocks {
        let indent = block.kind.indent().unwrap_or_default();
        open.retain(|outer| *outer < indent);
        let depth = open.len();
        items.push(Item { block, depth });
        open.push(indent);
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depths(indents: &[u8]) -> Vec<usize> {
        let block = |&indent| Block {
            kind: BlockKind::BulletItem { indent },
            runs: vec![],
        };
        let blocks: Vec<Block> = indents.iter().map(block).collect();
        items(&blocks).iter().map(|item| item.depth).collect()
    }

    #[test]
    fn items_nest_by_indent() {
        assert_eq!(depths(&[0, 1, 1, 2, 0]), [0, 1, 1, 2, 0]);
    }

    #[test]
    fn a_jump_in_indent_goes_one_deeper_only() {
        assert_eq!(depths(&[0, 3, 2, 3, 1]), [0, 1, 1, 2, 1]);
    }

    #[test]
    fn the_first_item_is_never_inside_another() {
        assert_eq!(depths(&[4, 2, 3]), [0, 0, 1]);
    }
}
