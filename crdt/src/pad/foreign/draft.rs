//! A pad that is being made of a file: what readers of every format write into.

use super::limits::{BLOCKS_MAX, CHARS_MAX, TITLE_CHARS_MAX};
use super::losses::{Loss, Losses};
use super::pictures::{Source, keep};
use super::table::Table;
use super::{Format, Found, NotUnderstood};
use crate::pad::block::{Block, BlockKind, Marks, Run};
use crate::pad::limits::{INDENT_MAX, LEVEL_MAX};
use crate::pad::link::may_be_followed;

/// Stands for what is no text; in a pad it would be taken for the beginning of a block.
const PLACEHOLDER: char = '\u{fffc}';
/// Boxes as people write them where there are none to tick.
const BOXES: [(&str, bool); 5] = [
    ("☐", false),
    ("☑", true),
    ("☒", true),
    ("✅", true),
    ("✓", true),
];

/// What was read so far.
#[derive(Default)]
pub(super) struct Draft {
    /// What the text says it is called.
    pub(super) title: Option<String>,
    /// What cannot come.
    pub(super) losses: Losses,
    blocks: Vec<Block>,
    /// The block that is being written.
    open: Option<Block>,
    /// The tables around it.
    pub(super) tables: Vec<Table>,
    /// The block is what stands above a table; then how many blocks there were with it.
    is_caption: bool,
    caption_at: Option<usize>,
    chars: usize,
    /// Where the bytes of the pictures are, in their order.
    pub(super) pictures: Vec<Source>,
    /// Pictures that have no place yet.
    pub(super) waiting: Vec<Block>,
}

impl Draft {
    /// Begins a block; the one before is closed.
    pub(super) fn open(&mut self, kind: BlockKind) -> Result<(), NotUnderstood> {
        self.close()?;
        let runs = Vec::new();
        self.open = Some(Block { kind, runs });
        Ok(())
    }

    /// Begins what may stand above a table.
    pub(super) fn open_caption(&mut self) -> Result<(), NotUnderstood> {
        self.open(BlockKind::Paragraph)?;
        self.is_caption = self.tables.is_empty();
        Ok(())
    }

    /// Whether a picture stands right above here, and nothing below it.
    pub(super) fn is_under_picture(&self) -> bool {
        let last = self.blocks.last().filter(|_| self.tables.is_empty());
        last.is_some_and(|block| matches!(block.kind, BlockKind::Image(_)) && block.runs.is_empty())
    }

    /// What stands right above here as the title of a table.
    pub(super) fn take_caption(&mut self) -> Vec<Run> {
        let is_above = self.caption_at.take() == Some(self.blocks.len()) && self.tables.is_empty();
        let caption = is_above.then(|| self.blocks.pop()).flatten();
        caption.map(|block| block.runs).unwrap_or_default()
    }

    /// Goes on with the code before, on its next line; or begins some.
    pub(super) fn open_line_of_code(&mut self) -> Result<(), NotUnderstood> {
        self.close()?;
        let is_here = self.tables.is_empty();
        let code = self
            .blocks
            .pop_if(|block| is_here && block.kind == BlockKind::Code);
        match code {
            Some(code) => {
                self.open = Some(code);
                self.text("\n", &Marks::default())
            }
            None => self.open(BlockKind::Code),
        }
    }

    /// Whether a block is being written.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Makes something else of the block that is being written.
    pub(super) fn become_kind(&mut self, kind: BlockKind) {
        if let Some(open) = &mut self.open {
            open.kind = kind;
        }
    }

    /// Ends the block that is being written. It is put into the cell it stands in, if there is one; what is said below a picture is
    /// put there.
    pub(super) fn close(&mut self) -> Result<(), NotUnderstood> {
        let Some(block) = self.open.take() else {
            return self.put_pictures();
        };
        let is_caption = std::mem::take(&mut self.is_caption);
        let is_for_pictures_alone = block.runs.is_empty() && !self.waiting.is_empty();
        let is_under_picture = is_caption && self.is_under_picture();
        match (self.tables.last_mut(), self.blocks.last_mut()) {
            (Some(table), _) => table.push(block),
            (None, Some(picture)) if is_under_picture => picture.runs = block.runs,
            (None, _) if is_for_pictures_alone => {}
            (None, _) => self.push(block)?,
        }
        if is_caption && !is_under_picture {
            self.caption_at = Some(self.blocks.len());
        }
        self.put_pictures()
    }

    /// Adds a block as it is.
    pub(super) fn push(&mut self, block: Block) -> Result<(), NotUnderstood> {
        if self.blocks.len() == BLOCKS_MAX {
            return Err(NotUnderstood::TooMuch);
        }
        self.blocks.push(block);
        Ok(())
    }

    /// Adds text to the block; without one it begins a paragraph.
    pub(super) fn text(&mut self, text: &str, marks: &Marks) -> Result<(), NotUnderstood> {
        if text.is_empty() {
            return Ok(());
        }
        if self.open.is_none() {
            self.open(BlockKind::Paragraph)?;
        }
        self.chars += text.chars().count();
        if self.chars > CHARS_MAX {
            return Err(NotUnderstood::TooMuch);
        }
        let kept: String = text.chars().filter_map(kept).collect();
        if let Some(open) = &mut self.open {
            push_run(&mut open.runs, kept, marks);
        }
        Ok(())
    }

    /// Adds text of a page, where white space only parts words.
    pub(super) fn flowing(&mut self, text: &str, marks: &Marks) -> Result<(), NotUnderstood> {
        let mut flowing = String::with_capacity(text.len());
        let mut after_space = self.is_after_space();
        for character in text.chars() {
            let is_space = matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            if !is_space {
                flowing.push(character);
            } else if !after_space {
                flowing.push(' ');
            }
            after_space = is_space;
        }
        self.text(&flowing, marks)
    }

    /// A text of its own in one line, counted with the rest.
    pub(super) fn words(&mut self, text: &str) -> Result<Vec<Run>, NotUnderstood> {
        self.chars += text.chars().count();
        if self.chars > CHARS_MAX {
            return Err(NotUnderstood::TooMuch);
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let kept: String = words.join(" ").chars().filter_map(kept).collect();
        let mut runs = Vec::new();
        push_run(&mut runs, kept, &Marks::default());
        Ok(runs)
    }

    /// Where a space would be one too many.
    fn is_after_space(&self) -> bool {
        let last = self.open.as_ref().and_then(|open| open.runs.last());
        last.is_none_or(|run| run.text.ends_with([' ', '\n', '\t']))
    }

    /// Whether there is nothing in the block that is being written.
    pub(super) fn is_blank(&self) -> bool {
        self.open.as_ref().is_none_or(|open| open.runs.is_empty())
    }

    /// Drops a space at the end of the block, which no page shows.
    pub(super) fn trim(&mut self) {
        let Some(open) = &mut self.open else { return };
        while let Some(last) = open.runs.last_mut() {
            let kept = last.text.trim_end_matches(' ').len();
            last.text.truncate(kept);
            if kept > 0 {
                return;
            }
            open.runs.pop();
        }
    }

    /// Drops the line feed with which code ends in a page.
    pub(super) fn trim_line(&mut self) {
        let Some(open) = &mut self.open else { return };
        let Some(last) = open.runs.last_mut() else {
            return;
        };
        if last.text.ends_with('\n') {
            last.text.pop();
        }
        open.runs.retain(|run| !run.text.is_empty());
    }

    /// The address, if a link may lead there; else it is counted, unless it leads into the file itself.
    pub(super) fn link(&mut self, address: &str) -> Option<String> {
        let address = address.trim();
        if may_be_followed(address) {
            return Some(address.to_owned());
        }
        if !address.is_empty() && !address.starts_with('#') {
            self.lose(Loss::Links, address);
        }
        None
    }

    /// Counts something that cannot come, by its name if it has one.
    pub(super) fn lose(&mut self, loss: Loss, name: &str) {
        self.losses.add(loss, 1);
        self.losses.name(loss, name);
    }

    /// What was found, once all of it was read.
    pub(super) fn found(mut self, format: Format) -> Result<Found, NotUnderstood> {
        while !self.tables.is_empty() {
            self.end_table()?;
        }
        self.close()?;
        let there = self.bytes_of_pictures();
        let mut blocks = self.blocks;
        let pictures = keep(&mut blocks, &mut self.losses, there);
        let title = self
            .title
            .map(|title| line(&title))
            .filter(|title| !title.is_empty());
        take_title_away(&title, &mut blocks);
        blocks.iter_mut().for_each(settle);
        let is_nothing = |block: &Block| block.runs.is_empty() && !stands_empty(&block.kind);
        while blocks.last().is_some_and(is_nothing) {
            blocks.pop();
        }
        if blocks.is_empty() {
            return Err(NotUnderstood::Empty);
        }
        Ok(Found {
            format,
            title,
            blocks,
            losses: self.losses,
            pictures,
            authors: Vec::new(),
            past: None,
        })
    }
}

fn push_run(runs: &mut Vec<Run>, text: String, marks: &Marks) {
    if text.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(run) if run.marks == *marks => run.text.push_str(&text),
        _ => runs.push(Run {
            text,
            marks: marks.clone(),
        }),
    }
}

/// What a pad may hold of it.
fn kept(character: char) -> Option<char> {
    match character {
        '\n' | '\t' => Some(character),
        PLACEHOLDER => None,
        control if control.is_control() => None,
        other => Some(other),
    }
}

/// Whether a block without text of its own is something.
fn stands_empty(kind: &BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Rule | BlockKind::Table { .. } | BlockKind::Image(_)
    )
}

/// The first words, in one line.
fn line(title: &str) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    words.join(" ").chars().take(TITLE_CHARS_MAX).collect()
}

/// A page says what it is called above its text; its headings are below that one.
fn take_title_away(title: &Option<String>, blocks: &mut Vec<Block>) {
    let is_top = |block: &Block| matches!(block.kind, BlockKind::Heading { level: 1 });
    let says_title = |block: &Block| is_top(block) && Some(line(&block.text())) == *title;
    if !blocks.first().is_some_and(says_title)
        || blocks.iter().filter(|block| is_top(block)).count() > 1
    {
        return;
    }
    blocks.remove(0);
    for block in blocks {
        if let BlockKind::Heading { level } = &mut block.kind {
            *level -= 1;
        }
    }
}

/// Keeps what a block is within its limits, and finds what was written as a box to tick.
fn settle(block: &mut Block) {
    if let Some(indent) = block.kind.indent() {
        let indent = indent.min(INDENT_MAX);
        block.kind = match block.kind {
            BlockKind::NumberedItem { .. } => BlockKind::NumberedItem { indent },
            BlockKind::CheckItem { checked, .. } => BlockKind::CheckItem { indent, checked },
            _ => BlockKind::BulletItem { indent },
        };
    }
    if let BlockKind::Heading { level } = &mut block.kind {
        *level = (*level).clamp(1, LEVEL_MAX);
    }
    if matches!(
        block.kind,
        BlockKind::Paragraph | BlockKind::BulletItem { .. }
    ) {
        find_box(block);
    }
}

fn find_box(block: &mut Block) {
    let Some(first) = block.runs.first_mut() else {
        return;
    };
    for (sign, checked) in BOXES {
        let rest = first
            .text
            .strip_prefix(sign)
            .map(|rest| rest.trim_start_matches('\u{fe0f}'));
        if let Some(rest) = rest.filter(|rest| rest.starts_with([' ', '\t', '\u{a0}'])) {
            first.text = rest.trim_start().to_owned();
            let indent = block.kind.indent().unwrap_or_default();
            block.kind = BlockKind::CheckItem { indent, checked };
            break;
        }
    }
    block.runs.retain(|run| !run.text.is_empty());
}
