//! What the server counts for those who run it: how much, never who or what.

use std::sync::Arc;

use prometheus::{Encoder, IntCounter, IntCounterVec, IntGauge, Opts, Registry, TextEncoder};

/// The counters; clones share them.
#[derive(Clone)]
pub struct Metrics(Arc<Counters>);

struct Counters {
    registry: Registry,
    sockets: IntGauge,
    people: IntGauge,
    documents: IntGauge,
    commits: IntCounter,
    refused: IntCounterVec,
}

impl Default for Metrics {
    fn default() -> Self {
        let registry = Registry::new();
        let gauge = |name: &str, help: &str| {
            let gauge = IntGauge::new(name, help).expect("the name is a constant and well formed");
            registry
                .register(Box::new(gauge.clone()))
                .expect("each name is registered once");
            gauge
        };
        let sockets = gauge("atelier_sockets_open", "WebSockets that are open.");
        let people = gauge(
            "atelier_people_present",
            "People who have a page open, over all spaces.",
        );
        let documents = gauge("atelier_documents_open", "Documents that are in memory.");
        let commits = IntCounter::new(
            "atelier_commits_total",
            "Batches of changes handed to the disk.",
        )
        .expect("the name is a constant and well formed");
        let refused = Opts::new(
            "atelier_messages_refused_total",
            "Messages not accepted, by reason.",
        );
        let refused =
            IntCounterVec::new(refused, &["code"]).expect("the name is a constant and well formed");
        registry
            .register(Box::new(commits.clone()))
            .expect("each name is registered once");
        registry
            .register(Box::new(refused.clone()))
            .expect("each name is registered once");
        Self(Arc::new(Counters {
            registry,
            sockets,
            people,
            documents,
            commits,
            refused,
        }))
    }
}

impl Metrics {
    /// A WebSocket was opened.
    pub fn socket_opened(&self) {
        self.0.sockets.inc();
    }

    /// A WebSocket ended.
    pub fn socket_closed(&self) {
        self.0.sockets.dec();
    }

    /// A batch of changes was handed to the disk.
    pub fn committed(&self) {
        self.0.commits.inc();
    }

    /// A message was refused.
    pub fn refused(&self, code: &str) {
        self.0.refused.with_label_values(&[code]).inc();
    }

    /// How many people are present.
    pub fn people_present(&self, people: usize) {
        self.0.people.set(count(people));
    }

    /// How many documents are in memory.
    pub fn documents_open(&self, documents: usize) {
        self.0.documents.set(count(documents));
    }

    /// All of it, in the text format of Prometheus.
    ///
    /// # Errors
    /// When it cannot be encoded.
    pub fn text(&self) -> Result<String, prometheus::Error> {
        let mut text = Vec::new();
        TextEncoder::new().encode(&self.0.registry.gather(), &mut text)?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
