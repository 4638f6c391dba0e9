//! What a vote does not allow, and how people are told.

use store::VoteError;

use crate::problem::{Problem, refusals};
use crate::request::text::Field;

refusals! {
    /// The brick is in a round that is not a draft.
    BRICK_IN_ROUND: 409 "brick_in_round" {
        fr: "Cette brique est dans un tour de vote : elle ne peut plus être retirée ni regroupée.",
        en: "This brick is in a round of the vote: it can no longer be taken out or grouped.",
    }
    /// Participants may not propose, change or take back bricks now.
    PROPOSALS_CLOSED: 409 "proposals_closed" {
        fr: "Les propositions ne sont pas ouvertes en ce moment. Demandez à l’animation.",
        en: "Proposals are not open at the moment. Ask the facilitators.",
    }
    /// Bricks cannot be grouped this way.
    GROUPING: 409 "grouping" {
        fr: "Ces briques ne peuvent pas être regroupées ainsi : choisissez une brique qui n’est pas elle-même regroupée.",
        en: "These bricks cannot be grouped this way: choose a brick that is not grouped itself.",
    }
    /// The round is not in a state that allows this.
    ROUND_STATE: 409 "round_state" {
        fr: "Ce tour n’en est plus là : rechargez la page pour voir où il en est. Un seul tour peut être ouvert à la fois.",
        en: "This round has moved on: reload the page to see where it is. Only one round can be open at a time.",
    }
    /// The round takes no more ballots.
    ROUND_CLOSED: 409 "round_closed" {
        fr: "Le tour est clos : ce dernier choix est arrivé trop tard et n’a pas été compté. Ce que vous aviez envoyé avant compte.",
        en: "The round is closed: this last choice came too late and was not counted. What you had sent before counts.",
    }
    /// The person came after the round was opened, and was not let in to it.
    LATECOMER: 409 "latecomer" {
        fr: "Vous êtes arrivé·e après l’ouverture de ce tour. Demandez à l’animation de vous laisser voter.",
        en: "You came after this round was opened. Ask the facilitators to let you vote.",
    }
    /// Somebody else voted from this device in this round.
    DEVICE_VOTED: 409 "device_voted" {
        fr: "Quelqu’un a déjà voté depuis cet appareil dans ce tour. Votez depuis un autre, ou demandez à l’animation de compter vos gommettes à la main.",
        en: "Somebody has voted from this device in this round. Vote from another one, or ask the facilitators to count your dots by hand.",
    }
    /// So few ballots of an anonymous round would tell who voted what.
    FEW_BALLOTS: 409 "few_ballots" {
        fr: "Il y a moins de trois bulletins\u{202f}: en voyant le résultat, chacun pourrait deviner qui a voté quoi. Confirmez pour révéler quand même.",
        en: "There are fewer than three ballots: from the result, anybody could guess who voted what. Confirm to reveal it all the same.",
    }
    /// More dots than one has.
    OVER_BUDGET: 422 "over_budget" {
        fr: "Vous avez placé plus de gommettes que vous n’en avez. Reprenez-en, puis recommencez.",
        en: "You placed more dots than you have. Take some back, then try again.",
    }
    /// More dots on one brick than allowed.
    OVER_CAP: 422 "over_cap" {
        fr: "Il y a trop de gommettes sur une même brique. Reprenez-en, puis recommencez.",
        en: "There are too many dots on one brick. Take some back, then try again.",
    }
    /// A dot on one's own proposal, where that is not allowed.
    OWN_BRICK: 422 "own_brick" {
        fr: "Dans ce tour, on ne vote pas pour sa propre proposition.",
        en: "In this round, one does not vote for one’s own proposal.",
    }
    /// A brick that is not in the round.
    UNKNOWN_BRICK: 422 "unknown_brick" {
        fr: "Une de ces briques n’est pas dans ce tour. Rechargez la page et recommencez.",
        en: "One of these bricks is not in this round. Reload the page and try again.",
    }
    /// Done with dots left, where all must be used.
    DOTS_LEFT: 422 "dots_left" {
        fr: "Il vous reste des gommettes, et dans ce tour il faut les placer toutes.",
        en: "You have dots left, and in this round all of them must be placed.",
    }
    /// No brick to choose, or too few for all dots to be placed.
    TOO_FEW_BRICKS: 422 "too_few_bricks" {
        fr: "Il y a trop peu de briques au vote pour ces règles : ajoutez des briques, ou donnez moins de gommettes.",
        en: "There are too few bricks to vote on for these rules: add bricks, or give fewer dots.",
    }
    /// A brick is about nothing.
    ABOUT_MISSING: 400 "bad_request" {
        fr: "Il manque une description.",
        en: "A description is missing.",
    }
    /// What a brick is about has more characters than allowed.
    ABOUT_TOO_LONG: 400 "bad_request" {
        fr: "Cette description est trop longue : 1 000 caractères au plus.",
        en: "This description is too long: at most 1,000 characters.",
    }
    /// What a brick is about has characters nobody types.
    ABOUT_ODD: 400 "bad_request" {
        fr: "Cette description contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
        en: "This description has an invisible character in it. Delete it and type it again.",
    }
}

/// What a brick is about.
pub const ABOUT: Field = Field {
    chars_max: crdt::vote::ABOUT_CHARS_MAX,
    missing: ABOUT_MISSING,
    too_long: ABOUT_TOO_LONG,
    odd: ABOUT_ODD,
};

impl From<VoteError> for Problem {
    fn from(error: VoteError) -> Self {
        match error {
            VoteError::NotFound => Self::NOT_FOUND,
            VoteError::State | VoteError::AnotherOpen => ROUND_STATE,
            VoteError::Latecomer => LATECOMER,
            VoteError::DeviceVoted => DEVICE_VOTED,
            VoteError::FewBallots => FEW_BALLOTS,
            VoteError::Closed => ROUND_CLOSED,
            VoteError::OverBudget => OVER_BUDGET,
            VoteError::OverCap(_) => OVER_CAP,
            VoteError::UnknownBrick(_) => UNKNOWN_BRICK,
            VoteError::OwnBrick(_) => OWN_BRICK,
            VoteError::DotsLeft => DOTS_LEFT,
            VoteError::TooFewBricks => TOO_FEW_BRICKS,
            VoteError::Invalid(what) => Self::BadRequest(what.to_string()),
            VoteError::Store(error) => error.into(),
        }
    }
}
