//! Durations that were measured, and what is said of many of them.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Durations in milliseconds.
#[derive(Clone, Debug, Default)]
pub struct Samples(Vec<f64>);

/// The usual three of a distribution, in milliseconds.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Percentiles {
    /// Half of all are below.
    pub p50: f64,
    /// 19 in 20 are below.
    pub p95: f64,
    /// 99 in 100 are below.
    pub p99: f64,
}

impl Samples {
    /// Adds one.
    pub fn add(&mut self, duration: Duration) {
        self.0.push(duration.as_secs_f64() * 1_000.0);
    }

    /// Adds all of another.
    pub fn join(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The nearest-rank percentiles; nothing of nothing.
    pub fn percentiles(&self) -> Option<Percentiles> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let rank = (share * sorted.len() as f64).ceil() as usize;
            sorted.get(rank.max(1) - 1).copied()
        };
        Some(Percentiles {
            p50: at(0.50)?,
            p95: at(0.95)?,
            p99: at(0.99)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_the_nearest_rank() {
        let mut samples = Samples::default();
        assert!(samples.percentiles().is_none());
        for ms in (1..=100).rev() {
            samples.add(Duration::from_millis(ms));
        }
        let found = samples.percentiles().expect("there are samples");
        assert_eq!((found.p50, found.p95, found.p99), (50.0, 95.0, 99.0));
    }
}
