//! One thing the doctor says.

use store::Language;

use crate::command::speech;
use crate::language::Sentence;

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// As it should be.
    Well,
    /// Worth knowing, and may be meant so.
    Note,
    /// To be mended.
    Wrong,
}

/// Something found, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub weight: Weight,
    /// What is found; `{}` stands for the values, in their order.
    pub says: Sentence,
    /// What was counted or named.
    pub values: Vec<String>,
}

impl Finding {
    /// As it should be.
    pub(super) fn well(says: Sentence) -> Self {
        Self::new(Weight::Well, says, &[])
    }

    pub(super) fn note(says: Sentence, values: &[&str]) -> Self {
        Self::new(Weight::Note, says, values)
    }

    pub(super) fn wrong(says: Sentence, values: &[&str]) -> Self {
        Self::new(Weight::Wrong, says, values)
    }

    fn new(weight: Weight, says: Sentence, values: &[&str]) -> Self {
        let values = values.iter().map(|&value| value.to_owned()).collect();
        Self {
            weight,
            says,
            values,
        }
    }

    /// A line to be read.
    pub fn text(&self, language: Language) -> String {
        let mark = match (self.weight, language) {
            (Weight::Well, _) => "ok",
            (Weight::Note, _) => "note",
            (Weight::Wrong, Language::French) => "À CORRIGER",
            (Weight::Wrong, Language::English) => "WRONG",
        };
        let values: Vec<_> = self.values.iter().map(String::as_str).collect();
        format!(
            "[{mark}] {}",
            speech::fill(self.says.r#in(language), &values)
        )
    }
}
