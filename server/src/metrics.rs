//! What the server counts for those who run it: how much, never who or what.

use std::sync::Arc;

use prometheus::core::Collector;
use prometheus::{
    Encoder, Histogram, HistogramOpts, HistogramTimer, IntCounter, IntCounterVec, IntGauge, Opts,
    Registry, TextEncoder,
};

/// Upper ends of what commits are sorted into, in seconds: from a quick disk to one in trouble.
const COMMIT_SECONDS: [f64; 9] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.2, 1.0, 5.0];

/// The counters; clones share them.
#[derive(Clone)]
pub struct Metrics(Arc<Counters>);

struct Counters {
    registry: Registry,
    sockets: IntGauge,
    sockets_opened: IntCounter,
    connections_refused: IntCounter,
    polling: IntGauge,
    people: IntGauge,
    documents: IntGauge,
    commits: Histogram,
    messages_refused: IntCounterVec,
    messages_slowed: IntCounter,
    sockets_behind: IntCounter,
    requests_refused: IntCounterVec,
    documents_damaged: IntCounter,
    storage_full: IntGauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let registry = Registry::new();
        let counters = Counters {
            sockets: gauge(
                &registry,
                "atelier_sockets_open",
                "Connections to documents that are open: WebSockets, and those by polling.",
            ),
            sockets_opened: counter(
                &registry,
                "atelier_sockets_opened_total",
                "Connections to documents that were opened.",
            ),
            connections_refused: counter(
                &registry,
                "atelier_connections_refused_total",
                "Connections not accepted: too many, or too many from one address.",
            ),
            polling: gauge(
                &registry,
                "atelier_polling_open",
                "Of the connections to documents, those by polling: no WebSocket got through.",
            ),
            people: gauge(
                &registry,
                "atelier_people_present",
                "People with a page open, over all spaces.",
            ),
            documents: gauge(&registry, "atelier_documents_open", "Documents in memory."),
            commits: commits(&registry),
            messages_refused: by_code(
                &registry,
                "atelier_messages_refused_total",
                "Messages not accepted.",
            ),
            messages_slowed: counter(
                &registry,
                "atelier_messages_slowed_total",
                "Messages that had to wait because their socket sends too many.",
            ),
            sockets_behind: counter(
                &registry,
                "atelier_sockets_behind_total",
                "Times that what waited for a socket was dropped, and its peer brought up to date later.",
            ),
            requests_refused: by_code(
                &registry,
                "atelier_requests_refused_total",
                "HTTP requests not done.",
            ),
            documents_damaged: counter(
                &registry,
                "atelier_documents_damaged_total",
                "Times that a document could not be opened because of what is on disk; the log names it.",
            ),
            storage_full: gauge(
                &registry,
                "atelier_storage_full",
                "1 while the disk is full, else 0.",
            ),
            registry,
        };
        Self(Arc::new(counters))
    }
}

fn gauge(registry: &Registry, name: &str, help: &str) -> IntGauge {
    register(registry, IntGauge::new(name, help))
}

fn counter(registry: &Registry, name: &str, help: &str) -> IntCounter {
    register(registry, IntCounter::new(name, help))
}

fn by_code(registry: &Registry, name: &str, help: &str) -> IntCounterVec {
    register(
        registry,
        IntCounterVec::new(Opts::new(name, help), &["code"]),
    )
}

fn commits(registry: &Registry) -> Histogram {
    let options = HistogramOpts::new(
        "atelier_commit_seconds",
        "How long changes wait until they are fsynced.",
    );
    register(
        registry,
        Histogram::with_opts(options.buckets(COMMIT_SECONDS.to_vec())),
    )
}

fn register<C: Collector + Clone + 'static>(registry: &Registry, made: prometheus::Result<C>) -> C {
    let metric = made.expect("the name is a constant and well formed");
    registry
        .register(Box::new(metric.clone()))
        .expect("each name is registered once");
    metric
}

impl Metrics {
    /// A connection to documents was opened.
    pub fn socket_opened(&self) {
        self.0.sockets.inc();
        self.0.sockets_opened.inc();
    }

    /// A connection to documents ended.
    pub fn socket_closed(&self) {
        self.0.sockets.dec();
    }

    /// A connection was not accepted.
    pub fn connection_refused(&self) {
        self.0.connections_refused.inc();
    }

    /// A batch of changes is handed to the disk; the answer notes when it is there.
    pub fn commit_begins(&self) -> HistogramTimer {
        self.0.commits.start_timer()
    }

    /// A message on a socket was refused.
    pub fn refused(&self, code: &str) {
        self.0.messages_refused.with_label_values(&[code]).inc();
    }

    /// A message on a socket had to wait.
    pub fn slowed(&self) {
        self.0.messages_slowed.inc();
    }

    /// What waited for a socket was dropped; its peer is brought up to date.
    pub fn behind(&self) {
        self.0.sockets_behind.inc();
    }

    /// An HTTP request was refused.
    pub fn request_refused(&self, code: &str) {
        self.0.requests_refused.with_label_values(&[code]).inc();
    }

    /// A document could not be opened because of what is on disk.
    pub fn document_damaged(&self) {
        self.0.documents_damaged.inc();
    }

    /// How many connections to documents go by polling.
    pub fn polling_open(&self, connections: usize) {
        self.0.polling.set(count(connections));
    }

    /// How many people are present.
    pub fn people_present(&self, people: usize) {
        self.0.people.set(count(people));
    }

    /// How many documents are in memory.
    pub fn documents_open(&self, documents: usize) {
        self.0.documents.set(count(documents));
    }

    /// Whether the disk is full.
    pub fn storage_full(&self, is_full: bool) {
        self.0.storage_full.set(i64::from(is_full));
    }

    /// All of it, in the text format of Prometheus.
    ///
    /// # Errors
    /// When it cannot be encoded.
    pub fn text(&self) -> prometheus::Result<String> {
        let mut text = Vec::new();
        TextEncoder::new().encode(&self.0.registry.gather(), &mut text)?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_is_counted() {
        let metrics = Metrics::default();
        metrics.socket_opened();
        metrics.socket_opened();
        metrics.socket_closed();
        metrics.refused("too_large");
        metrics.commit_begins().observe_duration();
        let text = metrics.text().expect("the counters can be written");
        for line in [
            "atelier_sockets_open 1",
            "atelier_sockets_opened_total 2",
            "atelier_messages_refused_total{code=\"too_large\"} 1",
            "atelier_commit_seconds_count 1",
        ] {
            assert!(
                text.lines().any(|found| found == line),
                "{line} is missing in\n{text}"
            );
        }
    }
}
