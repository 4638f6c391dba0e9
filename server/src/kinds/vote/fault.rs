//! What a vote does not allow, and how people are told.

use store::VoteError;

use crate::language::Sentence;
use crate::problem::{ErrorCode, Problem};

/// Why something about a vote was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoteFault {
    /// The brick is in a round that is not a draft.
    BrickInRound,
    /// Participants may not propose, change or take back bricks now.
    ProposalsClosed,
    /// Bricks cannot be grouped this way.
    Grouping,
    /// The round is not in a state that allows this.
    RoundState,
    /// The round takes no more ballots.
    RoundClosed,
    /// More dots than one has.
    OverBudget,
    /// More dots on one brick than allowed.
    OverCap,
    /// A dot on one's own proposal, where that is not allowed.
    OwnBrick,
    /// A brick that is not in the round.
    UnknownBrick,
    /// Done with dots left, where all must be used.
    DotsLeft,
    /// No brick to choose, or too few for all dots to be placed.
    TooFewBricks,
}

impl From<VoteFault> for Problem {
    fn from(fault: VoteFault) -> Self {
        Self::Vote(fault)
    }
}

impl From<VoteError> for Problem {
    fn from(error: VoteError) -> Self {
        match error {
            VoteError::NotFound => Self::NotFound,
            VoteError::State | VoteError::AnotherOpen => VoteFault::RoundState.into(),
            VoteError::Closed => VoteFault::RoundClosed.into(),
            VoteError::OverBudget => VoteFault::OverBudget.into(),
            VoteError::OverCap(_) => VoteFault::OverCap.into(),
            VoteError::UnknownBrick(_) => VoteFault::UnknownBrick.into(),
            VoteError::OwnBrick(_) => VoteFault::OwnBrick.into(),
            VoteError::DotsLeft => VoteFault::DotsLeft.into(),
            VoteError::TooFewBricks => VoteFault::TooFewBricks.into(),
            VoteError::Invalid(what) => Self::BadRequest(what.to_string()),
            VoteError::Store(error) => error.into(),
        }
    }
}

impl VoteFault {
    /// The word for programs.
    pub(crate) fn code(self) -> ErrorCode {
        match self {
            Self::BrickInRound => ErrorCode::BrickInRound,
            Self::ProposalsClosed => ErrorCode::ProposalsClosed,
            Self::Grouping => ErrorCode::Grouping,
            Self::RoundState => ErrorCode::RoundState,
            Self::RoundClosed => ErrorCode::RoundClosed,
            Self::OverBudget => ErrorCode::OverBudget,
            Self::OverCap => ErrorCode::OverCap,
            Self::OwnBrick => ErrorCode::OwnBrick,
            Self::UnknownBrick => ErrorCode::UnknownBrick,
            Self::DotsLeft => ErrorCode::DotsLeft,
            Self::TooFewBricks => ErrorCode::TooFewBricks,
        }
    }

    /// The sentence for people.
    pub(crate) fn sentence(self) -> Sentence {
        match self {
            Self::BrickInRound => Sentence {
                fr: "Cette brique est dans un tour de vote : elle ne peut plus être retirée ni regroupée.",
                en: "This brick is in a round of the vote: it can no longer be taken out or grouped.",
            },
            Self::ProposalsClosed => Sentence {
                fr: "Les propositions ne sont pas ouvertes en ce moment. Demandez à l’animation.",
                en: "Proposals are not open at the moment. Ask the facilitators.",
            },
            Self::Grouping => Sentence {
                fr: "Ces briques ne peuvent pas être regroupées ainsi : choisissez une brique qui n’est pas elle-même regroupée.",
                en: "These bricks cannot be grouped this way: choose a brick that is not grouped itself.",
            },
            Self::RoundState => Sentence {
                fr: "Ce tour n’en est plus là : rechargez la page pour voir où il en est. Un seul tour peut être ouvert à la fois.",
                en: "This round has moved on: reload the page to see where it is. Only one round can be open at a time.",
            },
            Self::RoundClosed => Sentence {
                fr: "Le tour est clos : ce dernier choix est arrivé trop tard et n’a pas été compté. Ce que vous aviez envoyé avant compte.",
                en: "The round is closed: this last choice came too late and was not counted. What you had sent before counts.",
            },
            Self::OverBudget => Sentence {
                fr: "Vous avez placé plus de gommettes que vous n’en avez. Reprenez-en, puis recommencez.",
                en: "You placed more dots than you have. Take some back, then try again.",
            },
            Self::OverCap => Sentence {
                fr: "Il y a trop de gommettes sur une même brique. Reprenez-en, puis recommencez.",
                en: "There are too many dots on one brick. Take some back, then try again.",
            },
            Self::OwnBrick => Sentence {
                fr: "Dans ce tour, on ne vote pas pour sa propre proposition.",
                en: "In this round, one does not vote for one’s own proposal.",
            },
            Self::UnknownBrick => Sentence {
                fr: "Une de ces briques n’est pas dans ce tour. Rechargez la page et recommencez.",
                en: "One of these bricks is not in this round. Reload the page and try again.",
            },
            Self::DotsLeft => Sentence {
                fr: "Il vous reste des gommettes, et dans ce tour il faut les placer toutes.",
                en: "You have dots left, and in this round all of them must be placed.",
            },
            Self::TooFewBricks => Sentence {
                fr: "Il y a trop peu de briques au vote pour ces règles : ajoutez des briques, ou donnez moins de gommettes.",
                en: "There are too few bricks to vote on for these rules: add bricks, or give fewer dots.",
            },
        }
    }
}
