//! What is voted for. What a brick is about is in the document; here it is only a name.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{ParticipantId, ids::NotAnId, limits::BRICK_CHARS_MAX, secret::random_key};

/// The identifier of a brick: 1 to 32 ASCII letters and digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BrickId(String);

/// How many dots on which brick. Bricks without dots are left out.
pub type Dots = BTreeMap<BrickId, u32>;

/// A brick to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Which.
    pub brick: BrickId,
    /// Who proposed it, if a participant did.
    pub proposed_by: Option<ParticipantId>,
}

impl BrickId {
    /// A fresh one.
    pub fn random() -> Self {
        BrickId(random_key())
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for BrickId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let is_id = (1..=BRICK_CHARS_MAX).contains(&text.len())
            && text.bytes().all(|each| each.is_ascii_alphanumeric());
        is_id.then(|| BrickId(text.to_owned())).ok_or(NotAnId)
    }
}

impl fmt::Display for BrickId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl Serialize for BrickId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'a> Deserialize<'a> for BrickId {
    fn deserialize<D: Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(de::Error::custom)
    }
}

/// How many dots in all.
pub(super) fn total(dots: &Dots) -> u64 {
    dots.values().copied().map(u64::from).sum()
}

/// The dots without the bricks that have none.
pub(super) fn placed(mut dots: Dots) -> Dots {
    dots.retain(|_, count| *count > 0);
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brick_is_named_by_letters_and_digits() {
        let longest = "a".repeat(32);
        for good in ["7", "brique12", longest.as_str()] {
            assert_eq!(good.parse::<BrickId>().unwrap().to_string(), good);
        }
        let too_long = "a".repeat(33);
        for bad in ["", "a b", "é", "a-b", too_long.as_str()] {
            assert!(bad.parse::<BrickId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn dots_are_written_in_one_way() {
        let dots: Dots = serde_json::from_str(r#"{"b":2,"a":1}"#).unwrap();
        assert_eq!(serde_json::to_string(&dots).unwrap(), r#"{"a":1,"b":2}"#);
        assert!(serde_json::from_str::<Dots>(r#"{"a b":1}"#).is_err());
    }
}
