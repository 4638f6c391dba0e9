//! What is on disk: the only crate that speaks SQL.
