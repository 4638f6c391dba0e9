//! The vocabulary of the votes: a group, what it chooses from, and what people do.

use crate::{
    Accepted, Ballot, BrickId, Choice, DocumentId, Dots, NewRound, ParticipantId, Round, RoundId,
    RoundState, Rules, Secret, Store, Tally, Turnout, VoteError, Voting, Workshop,
    tests::world::World,
};

/// A workshop with a vote.
pub struct Poll {
    pub world: World,
    pub made: Workshop,
    pub vote: DocumentId,
}

impl Poll {
    pub async fn new() -> Self {
        let world = World::new();
        let made = world.workshop().await;
        let vote = world.pad(made.space, b"root").await;
        Poll { world, made, vote }
    }

    pub fn store(&self) -> &Store {
        &self.world.store
    }

    pub async fn joins(&self, name: &str) -> ParticipantId {
        let link = &self.made.links.participant;
        self.world.joins(link, name).await.participant
    }

    pub async fn people(&self, count: usize) -> Vec<ParticipantId> {
        let mut people = Vec::new();
        for number in 0..count {
            people.push(self.joins(&format!("Voter {number}")).await);
        }
        people
    }

    pub async fn prepares(&self, rules: Rules, choices: Vec<Choice>) -> Result<Round, VoteError> {
        let new = NewRound {
            after: 0,
            document: self.vote,
            rules,
            choices,
            run_off_of: None,
        };
        self.store().create_round(new).await
    }

    /// An open round on the bricks a, b and c.
    pub async fn opens(&self, rules: Rules) -> RoundId {
        let round = self.prepares(rules, choices("a b c")).await.unwrap().id;
        self.store().open_round(self.vote, round).await.unwrap();
        round
    }

    /// Another vote of the same workshop, with an open round on the bricks a, b and c.
    pub async fn opens_elsewhere(&self) -> (DocumentId, RoundId) {
        let document = self.world.pad(self.made.space, b"root").await;
        let new = NewRound {
            after: 0,
            document,
            rules: Rules::default(),
            choices: choices("a b c"),
            run_off_of: None,
        };
        let round = self.store().create_round(new).await.unwrap().id;
        self.store().open_round(document, round).await.unwrap();
        (document, round)
    }

    pub async fn closes(&self, round: RoundId) -> Round {
        self.store().close_round(self.vote, round).await.unwrap()
    }

    /// Closes and reveals.
    pub async fn reveals(&self, round: RoundId) -> Tally {
        self.closes(round).await;
        let revealed = self
            .store()
            .reveal_round(self.vote, round, true)
            .await
            .unwrap();
        assert_eq!(revealed.state, RoundState::Revealed);
        revealed.results.unwrap()
    }

    pub async fn casts(
        &self,
        round: RoundId,
        who: ParticipantId,
        ballot: Ballot,
    ) -> Result<Accepted, VoteError> {
        self.store()
            .put_ballot(self.vote, round, voting(who), ballot)
            .await
    }

    pub async fn ballot_of(&self, round: RoundId, who: ParticipantId) -> Option<Ballot> {
        self.store().ballot(self.vote, round, who).await.unwrap()
    }

    /// How many voted, and how many of them are done.
    pub async fn count(&self, round: RoundId) -> (u32, u32) {
        let turnout = self.turnout(round).await;
        (turnout.voted, turnout.done)
    }

    pub async fn turnout(&self, round: RoundId) -> Turnout {
        self.store().turnout(self.vote, round).await.unwrap()
    }

    /// Lets the time of every open round be over.
    pub async fn time_is_over(&self) {
        let pass = |connection: &rusqlite::Connection| {
            connection.execute("UPDATE rounds SET closes_ms = 1 WHERE state = 'open'", [])?;
            Ok(())
        };
        self.store().write(pass).await.unwrap();
    }
}

/// Somebody at a device of their own.
pub fn voting(participant: ParticipantId) -> Voting {
    voting_at(participant, participant)
}

/// Somebody at the device that is somebody else's usually.
pub fn voting_at(participant: ParticipantId, owner: ParticipantId) -> Voting {
    let device = Secret::parse(&bs58::encode(owner.0).into_string()).expect("16 bytes");
    Voting {
        participant,
        device: device.hash(),
    }
}

pub fn brick(name: &str) -> BrickId {
    name.parse().unwrap()
}

/// The named bricks, proposed by nobody.
pub fn choices(names: &str) -> Vec<Choice> {
    let nobodys = |name| Choice {
        brick: brick(name),
        proposed_by: None,
    };
    names.split_whitespace().map(nobodys).collect()
}

/// One dot for each letter: "aab" is two on a and one on b.
pub fn dots(letters: &str) -> Dots {
    let mut dots = Dots::new();
    for letter in letters.chars() {
        *dots.entry(brick(&letter.to_string())).or_default() += 1;
    }
    dots
}

/// A ballot that its voter goes on with.
pub fn ballot(letters: &str) -> Ballot {
    Ballot {
        dots: dots(letters),
        done: false,
    }
}

/// A ballot whose voter has finished.
pub fn done(letters: &str) -> Ballot {
    Ballot {
        dots: dots(letters),
        done: true,
    }
}
