//! What is shown of a round: what everybody may know, and what only the one who asks may.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;
use store::{Ballot, BrickId, ParticipantId, Round, RoundState, Rules, Tally, Turnout};
use ts_rs::TS;
use utoipa::ToSchema;

/// Dots per brick.
pub type Dots = BTreeMap<String, u32>;

/// How a round is held. Fixed once it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct RulesView {
    /// Dots per person.
    dots: u32,
    /// Most dots of one person on one brick; 0 when there is no such limit.
    cap: u32,
    /// Whether nothing is shown before the reveal.
    secret: bool,
    /// Whether the link between person and ballot is destroyed at the reveal.
    anonymous: bool,
    /// Whether one may vote for one's own proposal.
    own: bool,
    /// Whether only ballots that use all dots count.
    all: bool,
    /// How long it stays open; 0 when there is no limit.
    seconds: u32,
}

/// Where a round is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "lowercase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum RoundStateView {
    /// It is being prepared.
    Draft,
    /// Ballots are taken.
    Open,
    /// No more ballots are taken.
    Closed,
    /// The results are known.
    Revealed,
}

/// The ballot of the one who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct BallotView {
    /// Their dots per brick.
    dots: Dots,
    /// Whether they said that they are done.
    done: bool,
    /// Dots they have left.
    left: u32,
}

/// One person's ballot in a named round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct NamedBallotView {
    /// Who.
    participant: String,
    /// Their dots per brick.
    dots: Dots,
}

/// What came of a round, or of an open vote so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ResultsView {
    /// People whose ballot was counted.
    voters: u32,
    /// Their dots per brick.
    dots: Dots,
    /// People without a device, whose dots the facilitator entered.
    entered_voters: u32,
    /// Those dots per brick.
    entered: Dots,
    /// Who voted what; null in anonymous rounds.
    ballots: Option<Vec<NamedBallotView>>,
}

/// A round as the one who asks may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct RoundView {
    /// Its key.
    id: String,
    /// 1, 2, …
    number: u32,
    /// Where it is in its life.
    state: RoundStateView,
    /// How it is held.
    rules: RulesView,
    /// The bricks one may vote for.
    choices: Vec<String>,
    /// When it closes by itself, in milliseconds since 1970; null when it does not.
    #[ts(type = "number | null")]
    closes_at: Option<u64>,
    /// Milliseconds until then, for clocks that are wrong; null while it is not open and when it does not close by itself.
    #[ts(type = "number | null")]
    closes_in: Option<u64>,
    /// How many have cast a ballot.
    voted: u32,
    /// How many of them said that they are done.
    finished: u32,
    /// How many may: those who were there when the round opened, and those let in later.
    eligible: u32,
    /// How many of them were let in later.
    late: u32,
    /// Whether the one who asks is one of them; false before the round opens.
    may_vote: bool,
    /// Who may vote; for who holds the vote, while it is open.
    electors: Option<Vec<String>>,
    /// Who came since and is not on that list, in the order they came; for who holds the vote, while it is open.
    latecomers: Option<Vec<String>>,
    /// How many people without a device were entered, whose dots are counted apart.
    without_device: u32,
    /// Who said that they are done; for who holds the vote, while it is not revealed. Null where totals are live:
    /// names beside them would tell who voted what.
    done: Option<Vec<String>>,
    /// The ballot of the one who asks; null for readers, and once an anonymous round is revealed.
    mine: Option<BallotView>,
    /// All dots placed so far; null while a secret round is not revealed.
    total: Option<u32>,
    /// What came of it; null while it is not known or not to be known.
    results: Option<ResultsView>,
}

/// A round and all that may be told about it to the one who asks.
pub(super) struct RoundSeen {
    pub(super) round: Round,
    pub(super) turnout: Turnout,
    pub(super) eligible: u32,
    pub(super) may_vote: bool,
    pub(super) electors: Option<Vec<ParticipantId>>,
    pub(super) latecomers: Option<Vec<ParticipantId>>,
    pub(super) done: Option<Vec<ParticipantId>>,
    pub(super) mine: Option<Ballot>,
    pub(super) tally: Option<Tally>,
}

impl From<RoundSeen> for RoundView {
    fn from(seen: RoundSeen) -> Self {
        let RoundSeen { round, tally, .. } = seen;
        let results = tally.map(|tally| results_view(tally, &round));
        let is_draft = round.state == RoundState::Draft;
        Self {
            id: round.id.to_string(),
            number: round.number,
            state: state_view(round.state),
            rules: rules_view(&round.rules),
            choices: round
                .choices
                .iter()
                .map(|choice| choice.brick.to_string())
                .collect(),
            closes_at: round.closes_ms,
            closes_in: closes_in(&round),
            voted: seen.turnout.voted,
            finished: seen.turnout.done,
            eligible: seen.eligible,
            late: seen.turnout.late,
            may_vote: seen.may_vote,
            electors: seen.electors.map(texts),
            latecomers: seen.latecomers.map(texts),
            without_device: round.entered.voters,
            done: seen.done.map(texts),
            mine: seen
                .mine
                .filter(|_| !is_draft)
                .map(|ballot| ballot_view(ballot, &round.rules)),
            total: results.as_ref().map(ResultsView::total),
            results,
        }
    }
}

fn texts(people: Vec<ParticipantId>) -> Vec<String> {
    people.iter().map(ToString::to_string).collect()
}

impl ResultsView {
    fn total(&self) -> u32 {
        self.dots.values().chain(self.entered.values()).sum()
    }
}

fn closes_in(round: &Round) -> Option<u64> {
    let closes_ms = round
        .closes_ms
        .filter(|_| round.state == RoundState::Open)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now_ms = u64::try_from(now.unwrap_or_default().as_millis()).unwrap_or(u64::MAX);
    Some(closes_ms.saturating_sub(now_ms))
}

fn results_view(tally: Tally, round: &Round) -> ResultsView {
    let named = |(participant, ballot): (ParticipantId, _)| NamedBallotView {
        participant: participant.to_string(),
        dots: dots(&ballot),
    };
    ResultsView {
        voters: tally.voters,
        dots: dots(&tally.dots),
        entered_voters: round.entered.voters,
        entered: dots(&round.entered.dots),
        ballots: tally
            .ballots
            .map(|ballots| ballots.into_iter().map(named).collect()),
    }
}

fn ballot_view(ballot: Ballot, rules: &Rules) -> BallotView {
    let placed: u32 = ballot.dots.values().sum();
    BallotView {
        dots: dots(&ballot.dots),
        done: ballot.done,
        left: rules.dots.saturating_sub(placed),
    }
}

/// With the keys of bricks as text.
pub(super) fn dots(counted: &BTreeMap<BrickId, u32>) -> Dots {
    counted
        .iter()
        .map(|(brick, dots)| (brick.to_string(), *dots))
        .collect()
}

fn rules_view(rules: &Rules) -> RulesView {
    RulesView {
        dots: rules.dots,
        cap: rules.cap,
        secret: rules.secret,
        anonymous: rules.anonymous,
        own: rules.own,
        all: rules.all,
        seconds: rules.seconds,
    }
}

fn state_view(state: RoundState) -> RoundStateView {
    match state {
        RoundState::Draft => RoundStateView::Draft,
        RoundState::Open => RoundStateView::Open,
        RoundState::Closed => RoundStateView::Closed,
        RoundState::Revealed => RoundStateView::Revealed,
    }
}
