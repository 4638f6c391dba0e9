//! Damaged and crafted changes against a room: what it commits must load again, here and in stock JavaScript.

pub mod body;
pub mod case;
pub mod dice;
pub mod document;
pub mod frame;
mod leb;
pub mod mutation;
pub mod proof;
pub mod stock;
