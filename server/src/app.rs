//! What every request and every socket shares.

pub mod attempts;
pub mod chatter;
pub mod creation;
pub mod creators;
pub mod gestures;
pub mod letters;
pub mod pasts;
pub mod polled;
mod quota;
pub mod tickets;
mod turns;

use std::sync::Arc;

use store::Store;
use tokio::sync::Notify;

use crate::budget::Budget;
use crate::config::Config;
use crate::heavy::Heavy;
use crate::live::Live;
use crate::metrics::Metrics;
use crate::rooms::Rooms;
use attempts::Attempts;
use chatter::Chatter;
use creation::Creation;
use creators::Doorkeeper;
use gestures::Gestures;
use letters::Letters;
use pasts::Pasts;
use polled::Polled;
use tickets::Tickets;
use turns::Turns;

/// The running server, cheap to clone.
#[derive(Clone)]
pub struct App {
    /// Everything on disk.
    pub store: Store,
    /// How the server was asked to run.
    pub config: Arc<Config>,
    /// The open documents.
    pub rooms: Rooms,
    /// Who is connected, and how they are told of what changes around documents.
    pub live: Live,
    /// What visitors share of connections and memory.
    pub(crate) budget: Budget,
    /// Whose turn it is to use a processor for long.
    pub(crate) heavy: Heavy,
    /// Counters for the operator.
    pub metrics: Metrics,
    /// Connections whose clients ask by HTTP.
    pub polled: Arc<Polled>,
    /// Keys to WebSockets that wait to be used.
    pub tickets: Arc<Tickets>,
    /// Links and codes that opened nothing.
    pub attempts: Arc<Attempts>,
    /// Spaces that were made.
    pub creation: Arc<Creation>,
    /// Who may make spaces.
    pub doorkeeper: Arc<Doorkeeper>,
    /// Mails that were sent to addresses that did not agree yet.
    pub letters: Arc<Letters>,
    /// What people said to each other.
    pub chatter: Arc<Chatter>,
    /// How often people raised a hand, answered or turned the clock.
    pub gestures: Arc<Gestures>,
    /// Documents whose past is looked at.
    pub pasts: Arc<Pasts>,
    /// Whose turn it is, where one comes after the other.
    pub turns: Arc<Turns>,
    /// A round may close at another time than was known.
    pub rounds_changed: Arc<Notify>,
}

impl App {
    /// A server over an open store, with nobody connected.
    pub fn new(store: Store, config: Arc<Config>) -> Self {
        let metrics = Metrics::default();
        Self {
            rooms: Rooms::new(store.clone(), metrics.clone()),
            live: Live::default(),
            polled: Arc::default(),
            tickets: Arc::default(),
            attempts: Arc::default(),
            creation: Arc::new(Creation::new(&config)),
            doorkeeper: Arc::new(Doorkeeper::new(config.creators.clone())),
            letters: Arc::default(),
            chatter: Arc::default(),
            gestures: Arc::default(),
            turns: Arc::default(),
            pasts: Arc::default(),
            budget: Budget::default(),
            heavy: Heavy::default(),
            rounds_changed: Arc::default(),
            store,
            config,
            metrics,
        }
    }
}
