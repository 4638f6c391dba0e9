//! How this server was asked to run: every option of `atelier serve`.

mod creation;
mod mail;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

pub use creation::{Creators, HostCode};
pub use mail::{MailConfig, smtp_url};

/// Options of `atelier serve`, read once at the start and never changed.
#[derive(Clone, Debug)]
pub struct Config {
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// Directory that holds the database and its lock.
    pub data: PathBuf,
    /// Origin under which people reach this server, without a final `/`,
    /// for instance `https://atelier.example.org`. Links are made with it;
    /// when absent they are made from the `Host` of each request, if that is a name nobody on the internet can own.
    pub public_url: Option<String>,
    /// Reverse proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Who may make workshops and structures.
    pub creators: Creators,
    /// How reminders are sent; without it there are none.
    pub mail: Option<MailConfig>,
}

impl Config {
    /// Whether cookies must be `Secure` and `__Host-`: the public address is https.
    pub fn is_https(&self) -> bool {
        self.public_url
            .as_deref()
            .is_some_and(|url| url.starts_with("https://"))
    }
}
