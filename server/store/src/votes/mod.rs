//! Votes by dots: rounds, ballots, and the judge of them.
//!
//! Everything a ballot must satisfy is looked at inside the transaction that writes it, so that closing a round is a
//! strict cut. A ballot is bound to its round and its voter by a keyed hash; revealing a round destroys the key.

use crate::json;

mod ballot;
mod brick;
mod course;
mod device;
mod draft;
mod electorate;
mod entered;
mod error;
mod judge;
mod key;
mod results;
mod reveal;
mod round;
mod rules;
mod state;
mod tally;
mod told;
mod turnout;
mod voter;

pub use ballot::{Accepted, Ballot, Voting};
pub use brick::{BrickId, Choice, Dots};
pub use draft::NewRound;
pub(crate) use electorate::strike_off;
pub use entered::Entered;
pub use error::VoteError;
pub(crate) use key::{destroy_keys, destroy_keys_of_document};
pub use results::{Tally, Turnout};
pub use round::Round;
pub use rules::Rules;
pub use state::RoundState;
