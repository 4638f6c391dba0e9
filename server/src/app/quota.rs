//! How much everybody may ask for within an hour: each a share, and all together no more than this server gives.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::time::{Duration, Instant};

use crate::limits::{KEPT_FOR_NEWCOMERS, NETWORKS_PER_SITE};
use crate::network::Network;

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Why nothing more is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spent {
    /// This one had its share.
    Share,
    /// All together had what there is.
    All,
}

/// Something that fills up again within an hour.
#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Bucket {
    fn left(&self, max: f64, now: Instant) -> f64 {
        let waited = now.saturating_duration_since(self.at);
        (self.left + max * waited.as_secs_f64() / HOUR.as_secs_f64()).min(max)
    }
}

/// What each of many has left of the same share. Only those who spent within the hour are remembered, so there are no
/// more of them than what bounds them all together lets spend.
pub struct Shares<Who> {
    max: f64,
    spent: HashMap<Who, Bucket>,
}

impl<Who: Eq + Hash> Shares<Who> {
    /// Everybody has the whole of it.
    pub fn of(max: f64) -> Self {
        let spent = HashMap::new();
        Self { max, spent }
    }

    /// Whether there is so much left for this one.
    pub fn has(&self, who: &Who, cost: f64, now: Instant) -> bool {
        self.left(who, now) >= cost
    }

    /// Takes it; what is not there is not taken.
    pub fn take(&mut self, who: Who, cost: f64, now: Instant) {
        let max = self.max;
        self.spent.retain(|_, bucket| bucket.left(max, now) < max);
        let left = (self.left(&who, now) - cost).max(0.0);
        self.spent.insert(who, Bucket { left, at: now });
    }

    fn left(&self, who: &Who, now: Instant) -> f64 {
        let bucket = self.spent.get(who);
        bucket.map_or(self.max, |bucket| bucket.left(self.max, now))
    }
}

/// A share for each network, a larger one for each site, and what all together may have.
pub struct Quota {
    networks: Shares<Network>,
    sites: Shares<Network>,
    all_max: f64,
    all: Option<Bucket>,
}

impl Quota {
    /// So much within an hour for one network, and for everybody.
    pub fn hourly(each: f64, all: f64) -> Self {
        Self {
            networks: Shares::of(each),
            sites: Shares::of(each * NETWORKS_PER_SITE),
            all_max: all,
            all: None,
        }
    }

    /// Whether this visitor may have so much more.
    ///
    /// # Errors
    /// When it may not; nothing is taken then.
    pub fn has(&self, visitor: IpAddr, cost: f64, now: Instant) -> Result<(), Spent> {
        let (network, site) = (Network::of(visitor), Network::site_of(visitor));
        if !self.networks.has(&network, cost, now) || !self.sites.has(&site, cost, now) {
            return Err(Spent::Share);
        }
        let is_newcomer = self.networks.left(&network, now) >= self.networks.max;
        let kept = if is_newcomer { 0.0 } else { KEPT_FOR_NEWCOMERS };
        let left = self.all_left(now) - self.all_max * kept;
        if left >= cost {
            Ok(())
        } else {
            Err(Spent::All)
        }
    }

    /// Takes so much for this visitor.
    pub fn take(&mut self, visitor: IpAddr, cost: f64, now: Instant) {
        self.networks.take(Network::of(visitor), cost, now);
        self.sites.take(Network::site_of(visitor), cost, now);
        let left = (self.all_left(now) - cost).max(0.0);
        self.all = Some(Bucket { left, at: now });
    }

    /// Takes so much for this visitor, if it may have it.
    ///
    /// # Errors
    /// When it may not; nothing is taken then.
    pub fn spend(&mut self, visitor: IpAddr, cost: f64, now: Instant) -> Result<(), Spent> {
        self.has(visitor, cost, now)?;
        self.take(visitor, cost, now);
        Ok(())
    }

    fn all_left(&self, now: Instant) -> f64 {
        let all = self.all.as_ref();
        all.map_or(self.all_max, |bucket| bucket.left(self.all_max, now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    /// How often a visitor is given one, of a thousand times asked.
    fn takes(quota: &mut Quota, visitor: IpAddr, now: Instant) -> usize {
        let given = (0..1_000).filter(|_| quota.spend(visitor, 1.0, now).is_ok());
        given.count()
    }

    #[test]
    fn one_network_has_its_share_and_gets_it_back_within_the_hour() {
        let (mut quota, now) = (Quota::hourly(10.0, 1_000.0), Instant::now());
        let greedy = address("2001:db8::1");
        assert_eq!(takes(&mut quota, greedy, now), 10);
        assert_eq!(takes(&mut quota, address("2001:db8::2"), now), 0);
        assert_eq!(takes(&mut quota, greedy, now + HOUR / 2), 5);
        assert_eq!(takes(&mut quota, greedy, now + 2 * HOUR), 10);
    }

    #[test]
    fn a_site_with_thousands_of_networks_has_a_few_shares() {
        let (mut quota, now) = (Quota::hourly(10.0, 1_000.0), Instant::now());
        let networks = (0..1_000).map(|n| address(&format!("2001:db8:1:{n:x}::1")));
        let given: usize = networks.map(|one| takes(&mut quota, one, now)).sum();
        assert_eq!(given, 40);
        assert_eq!(takes(&mut quota, address("2001:db8:2::1"), now), 10);
    }

    #[test]
    fn those_who_take_much_leave_something_for_newcomers() {
        let (mut quota, now) = (Quota::hourly(50.0, 100.0), Instant::now());
        assert_eq!(takes(&mut quota, address("192.0.2.1"), now), 50);
        assert_eq!(takes(&mut quota, address("192.0.2.2"), now), 25);
        let again = quota.spend(address("192.0.2.2"), 1.0, now);
        assert_eq!(again, Err(Spent::All));
        for n in 3..28 {
            let honest = IpAddr::from([192, 0, 2, n]);
            assert_eq!(quota.spend(honest, 1.0, now), Ok(()), "{n}");
        }
        let late = quota.spend(address("192.0.2.28"), 1.0, now);
        assert_eq!(late, Err(Spent::All), "and no more than all");
    }

    #[test]
    fn those_who_spent_nothing_for_an_hour_are_forgotten() {
        let (mut quota, now) = (Quota::hourly(10.0, 100.0), Instant::now());
        for n in 0..100 {
            quota.take(IpAddr::from([192, 0, 2, n]), 1.0, now);
        }
        quota.take(address("192.0.2.200"), 1.0, now + HOUR);
        assert_eq!(quota.networks.spent.len(), 1);
    }
}
