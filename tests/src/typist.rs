//! Somebody who goes on writing while something else happens.

use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::person::Person;

/// Writes one word after the other, each once the one before is saved.
pub struct Typist {
    task: JoinHandle<(Person, Vec<String>)>,
    stop: oneshot::Sender<()>,
}

impl Typist {
    /// A person begins to write, and fails the test when their connection is lost.
    pub fn begins(mut person: Person) -> Self {
        let (stop, mut stopped) = oneshot::channel();
        let task = tokio::spawn(async move {
            let mut words = Vec::new();
            while stopped.try_recv().is_err() {
                let word = format!("word-{} ", words.len());
                let saved = person.says(&word).await;
                saved.expect("the typist's connection stays");
                words.push(word);
            }
            (person, words)
        });
        Self { task, stop }
    }

    /// The person, and everything that they were told is saved.
    ///
    /// # Panics
    /// When they lost their connection.
    pub async fn ends(self) -> (Person, Vec<String>) {
        // A typist who is gone says so below.
        let _ = self.stop.send(());
        self.task.await.expect("the typist stayed")
    }
}
