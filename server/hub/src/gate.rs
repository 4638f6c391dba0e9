//! Decides whether a change may reach the document at all.
//!
//! First the bytes alone: framing, checksum, bounded inflation ([`chunk`]); then the claims of the
//! columns, before anything is decoded ([`shape`], [`columns`], [`budget`]); then automerge's own reading,
//! which must give the same bytes back ([`reading`]); last its place in the history ([`ledger`]).

mod budget;
mod chunk;
mod columns;
mod history;
mod ledger;
mod lineage;
mod mark;
mod numbering;
mod reading;
mod shape;

pub(crate) use budget::Budget;
pub(crate) use chunk::{RawChange, split};
pub use history::{HistoryBudget, admit_history};
pub(crate) use ledger::{History, Ledger, Place, Sender, Undo, leaves_a_gap};
pub(crate) use mark::Mark;
pub(crate) use reading::Readable;

use crate::reader::Unreadable;
use crate::room::RefusalCode;

impl From<Unreadable> for RefusalCode {
    fn from(_: Unreadable) -> Self {
        RefusalCode::Malformed
    }
}

#[cfg(test)]
pub(crate) mod tests;
