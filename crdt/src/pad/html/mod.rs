//! A pad as HTML: a fragment that looks like the editor, and a whole page to keep.

pub(super) mod fragment;
mod image;
mod lists;
pub(super) mod page;
mod table;
pub(super) mod text;
