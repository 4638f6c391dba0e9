//! Several people writing in the same pads at once, who remember what they were told is saved.

use std::collections::HashSet;

use tokio::task::JoinSet;

use crate::client::replica::Replica;
use crate::client::socket::Socket;
use crate::dice::Dice;
use crate::server::Server;
use crate::visitor::Visitor;
use crate::workshop::{Role, Workshop};
use crate::writer::{Progress, Writer};

const PADS: usize = 2;
const WRITERS: usize = 4;

/// Writers of one workshop and the pads they write in.
pub struct Team {
    pads: Vec<String>,
    writers: Vec<Writer>,
    facilitator: Visitor,
    reader: Visitor,
}

/// A team at work: it writes until the server is gone.
pub struct Working {
    tasks: JoinSet<Writer>,
    /// How far the team is.
    pub progress: Progress,
    idle: Team,
}

impl Team {
    /// Opens a workshop with its pads, and invites the writers.
    pub async fn gathers(server: &Server, dice: &mut Dice) -> Self {
        let mut workshop = Workshop::opens(server).await;
        let mut pads = Vec::new();
        for _ in 0..PADS {
            pads.push(workshop.opens_pad().await);
        }
        let mut writers = Vec::new();
        for nth in 0..WRITERS {
            let name = format!("w{nth}");
            let visitor = workshop.welcomes(&name, Role::Participant).await;
            writers.push(Writer::new(
                &name,
                visitor,
                &pads[nth % PADS],
                dice.another(),
            ));
        }
        let reader = workshop.welcomes("reader", Role::Reader).await;
        Self {
            pads,
            writers,
            facilitator: workshop.facilitator,
            reader,
        }
    }

    /// Everybody connects and writes, until the server is gone.
    pub fn works(mut self, server: &Server) -> Working {
        let progress = Progress::new();
        let mut tasks = JoinSet::new();
        for writer in self.writers.drain(..) {
            tasks.spawn(writer.works(server.sync(), progress.clone()));
        }
        Working {
            tasks,
            progress,
            idle: self,
        }
    }

    /// Everybody writes `words` more words and stays until everything they ever wrote is saved.
    ///
    /// # Panics
    /// When a connection is lost.
    pub async fn finishes(&mut self, server: &Server, words: u64) {
        for writer in &mut self.writers {
            writer
                .finishes(&server.sync(), words)
                .await
                .expect("the server stays");
        }
    }

    /// Every word that somebody was told is saved is in the server's export and reaches a new device.
    ///
    /// # Panics
    /// When one is missing.
    pub async fn finds_everything_saved(&mut self, server: &Server) {
        for pad in self.pads.clone() {
            let exported = words(
                &self
                    .facilitator
                    .elsewhere(&server.url())
                    .exports(&pad)
                    .await,
            );
            let received = words(&self.received_by_a_new_device(server, &pad).await);
            for word in self.told_saved(&pad) {
                assert!(
                    exported.contains(word),
                    "{word} was told saved; the export lacks it"
                );
                assert!(
                    received.contains(word),
                    "{word} was told saved; a new device lacks it"
                );
            }
        }
    }

    /// How many words the writers were told are saved.
    pub fn saved_count(&self) -> usize {
        self.writers
            .iter()
            .map(|writer| writer.replica.saved().len())
            .sum()
    }

    fn told_saved(&self, pad: &str) -> impl Iterator<Item = &str> {
        let there = self
            .writers
            .iter()
            .filter(move |writer| writer.replica.document == pad);
        there
            .flat_map(|writer| writer.replica.saved())
            .map(|word| word.trim())
    }

    async fn received_by_a_new_device(&self, server: &Server, pad: &str) -> String {
        let mut replica = Replica::new(pad);
        let socket = Socket::join(&server.sync(), &self.reader.cookie, "new-device").await;
        let mut socket = socket.expect("the server lets a reader in");
        replica.enters(&mut socket).await.expect("the server stays");
        replica.text()
    }
}

impl Working {
    /// The team again, once the server is gone.
    ///
    /// # Panics
    /// When one of the writers failed.
    pub async fn stops(mut self) -> Team {
        while let Some(writer) = self.tasks.join_next().await {
            self.idle
                .writers
                .push(writer.expect("the writer did not fail"));
        }
        self.idle
    }
}

/// The words of a text; a block marker separates them as a space does.
fn words(text: &str) -> HashSet<String> {
    let separators = [' ', '\n', '\u{fffc}'];
    text.split(separators)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
