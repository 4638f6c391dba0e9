//! Bounds how many spaces may be made within an hour, by one network and by everybody, and how much of archives.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::quota::{Quota, Spent};
use crate::config::Config;
use crate::limits::{
    ARCHIVE_BYTES_PER_HOUR_MAX, ARCHIVES_PER_HOUR_MAX, STRUCTURES_PER_HOUR_MAX,
    WORKSHOPS_PER_HOUR_MAX,
};
use crate::problem::{Problem, refusals};

refusals! {
    /// This network made as much as it may within the hour.
    TOO_MUCH_FROM_HERE: 429 "rate_limited" {
        fr: "On a déjà beaucoup créé depuis ce réseau\u{202f}: attendez un quart d’heure, ou demandez à la personne qui héberge Atelier.",
        en: "Much has been made from this network already: wait a quarter of an hour, or ask the person who hosts Atelier.",
    }
    /// Everybody together made as much as they may within the hour.
    TOO_MUCH_IN_ALL: 429 "rate_limited" {
        fr: "On a beaucoup créé sur ce serveur depuis une heure\u{202f}: attendez un quart d’heure. Ce qui existe marche comme d’habitude.",
        en: "Much has been made on this server within the hour: wait a quarter of an hour. What exists works as usual.",
    }
}

/// What was made within the hour.
pub struct Creation {
    /// A server under no public address is somebody's own: what they do at that machine is not counted.
    is_private: bool,
    workshops: Mutex<Quota>,
    structures: Mutex<Quota>,
    archives: Mutex<Quota>,
    archive_bytes: Mutex<Quota>,
}

impl Creation {
    /// Nothing was made yet.
    pub fn new(config: &Config) -> Self {
        let quota = |(each, all)| Mutex::new(Quota::hourly(each, all));
        Self {
            is_private: config.public_url.is_none(),
            workshops: quota(WORKSHOPS_PER_HOUR_MAX),
            structures: quota(STRUCTURES_PER_HOUR_MAX),
            archives: quota(ARCHIVES_PER_HOUR_MAX),
            archive_bytes: quota(ARCHIVE_BYTES_PER_HOUR_MAX),
        }
    }

    /// Counts a workshop that somebody makes.
    ///
    /// # Errors
    /// When this network, or everybody together, made too many within the hour; so for all of these.
    pub fn workshop(&self, from: IpAddr, now: Instant) -> Result<(), Problem> {
        self.spend(&self.workshops, from, 1.0, now)
    }

    /// Counts a structure.
    ///
    /// # Errors
    /// When there were too many.
    pub fn structure(&self, from: IpAddr, now: Instant) -> Result<(), Problem> {
        self.spend(&self.structures, from, 1.0, now)
    }

    /// Counts an archive, before it is read.
    ///
    /// # Errors
    /// When there were too many.
    pub fn archive(&self, from: IpAddr, now: Instant) -> Result<(), Problem> {
        self.spend(&self.archives, from, 1.0, now)
    }

    /// Counts the bytes of an archive, before anything of it is kept.
    ///
    /// # Errors
    /// When there were too many.
    pub fn archive_bytes(&self, from: IpAddr, bytes: usize, now: Instant) -> Result<(), Problem> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "an archive has less than 2^52 bytes"
        )]
        let bytes = bytes as f64;
        self.spend(&self.archive_bytes, from, bytes, now)
    }

    fn spend(
        &self,
        quota: &Mutex<Quota>,
        from: IpAddr,
        cost: f64,
        now: Instant,
    ) -> Result<(), Problem> {
        if self.is_private && from.is_loopback() {
            return Ok(());
        }
        // Consistent between any two statements, so a poisoned lock is still good.
        let mut quota = quota.lock().unwrap_or_else(PoisonError::into_inner);
        quota.spend(from, cost, now).map_err(|spent| match spent {
            Spent::Share => TOO_MUCH_FROM_HERE,
            Spent::All => TOO_MUCH_IN_ALL,
        })
    }
}
