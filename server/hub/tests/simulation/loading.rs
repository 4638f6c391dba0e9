//! A server whose document is not in memory yet: it gives newcomers what is on disk, and keeps everything else for the room.

use hub::{AlreadySent, Effect, Input, PeerKey, Porch};

use super::disk::Disk;
use super::server::identity;

pub struct Loading {
    porch: Option<Porch>,
    waiting: Vec<Input>,
}

impl Loading {
    pub fn begins(disk: &Disk) -> Loading {
        Loading {
            porch: disk.porch(&identity()),
            waiting: Vec::new(),
        }
    }

    /// What is done about an input before there is a room.
    pub fn attends(&mut self, input: Input) -> Vec<Effect> {
        if let Some(answer) = self.answers(&input) {
            return vec![answer];
        }
        self.waiting.push(input);
        Vec::new()
    }

    fn answers(&mut self, input: &Input) -> Option<Effect> {
        let Input::Sync { peer, data } = input else {
            return None;
        };
        let told = self.newcomer(*peer)?;
        let frame = self.porch.as_ref()?.answer(data)?;
        self.waiting[told] = told_everything(self.waiting[told].clone());
        let to = vec![*peer];
        Some(Effect::Send { to, frame })
    }

    /// Where a peer entered who was told nothing and of whom nothing else waits.
    fn newcomer(&self, peer: PeerKey) -> Option<usize> {
        let theirs = |(_, input): &(usize, &Input)| concerns(input, peer);
        let mut all = self.waiting.iter().enumerate().filter(theirs);
        let (at, first) = all.next()?;
        let is_new = matches!(first, Input::Enter { already_sent, .. } if *already_sent == AlreadySent::Nothing);
        (is_new && all.next().is_none()).then_some(at)
    }

    /// The document is in memory: what the room has to be told.
    pub fn ends(self) -> Vec<Input> {
        self.waiting
    }
}

fn concerns(input: &Input, who: PeerKey) -> bool {
    match input {
        Input::Enter { peer, .. }
        | Input::Leave { peer }
        | Input::Sync { peer, .. }
        | Input::Ephemeral { peer, .. }
        | Input::SetAccess { peer, .. }
        | Input::Overflowed { peer }
        | Input::Drained { peer } => *peer == who,
        _ => false,
    }
}

fn told_everything(mut enter: Input) -> Input {
    if let Input::Enter { already_sent, .. } = &mut enter {
        *already_sent = AlreadySent::Everything;
    }
    enter
}
