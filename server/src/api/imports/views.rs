//! What a file would bring.

use crdt::pad::foreign::{Found, Loss};
use crdt::pad::{Block, BlockKind, html_fragment};
use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

use crate::views::{DocumentView, LossView};

/// What a text of another tool holds, and what of it cannot come.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ImportedTextView {
    /// What the file is: `txt`, `md`, `html`, `docx`, `odt` or `etherpad`.
    format: &'static str,
    /// What the pad is called, or would be.
    title: String,
    /// How many words it has.
    words: usize,
    /// How many images it has.
    images: usize,
    /// The text as the editor shows it, in HTML without scripts.
    html: String,
    /// What cannot come.
    lost: Vec<LossView>,
    /// The pad that was made; null when nothing was.
    pub(super) document: Option<DocumentView>,
}

impl ImportedTextView {
    /// What is found in a file, under this title.
    pub(super) fn of(found: Found, title: String) -> Self {
        let loss = |(what, count): (Loss, usize)| LossView {
            what: what.as_str(),
            count,
            names: found.losses.names(what).to_vec(),
        };
        Self {
            format: found.format.as_str(),
            title,
            words: found.blocks.iter().map(words).sum(),
            images: found.blocks.iter().filter(|block| is_image(block)).count(),
            html: html_fragment(&found.blocks),
            lost: found.losses.all().map(loss).collect(),
            document: None,
        }
    }
}

fn is_image(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Image(_))
}

fn words(block: &Block) -> usize {
    block.text().split_whitespace().count()
}
