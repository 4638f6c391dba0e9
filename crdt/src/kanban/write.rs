//! What the server writes into a plan.

mod item;

pub(super) use item::{put_card, put_column, put_label};
