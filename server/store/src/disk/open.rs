//! Opening and closing a data directory.

use std::{
    collections::VecDeque,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use rusqlite::Connection;
use tokio::sync::{Semaphore, oneshot, watch};

use crate::{
    Clocks, OpenError, StorageId, StorageState, StoreError,
    disk::{
        ballast::Ballast,
        connection, file_system,
        job::{Job, Queued},
        lock::Lock,
        migrations,
        names::{FILE, STAGED},
        privacy, salvage,
        time::Timekeeper,
        writer::Writer,
    },
    error::at,
    limits,
};

/// A handle on one data directory; clone it freely.
#[derive(Clone)]
pub struct Store {
    pub(crate) queue: mpsc::Sender<Queued>,
    pub(crate) room: Arc<Semaphore>,
    state: watch::Receiver<StorageState>,
    commits: Arc<AtomicU64>,
    storage_id: StorageId,
    pub(crate) timekeeper: Arc<Timekeeper>,
}

/// How a store behaves; [`Options::default`] is right outside of tests.
#[derive(Debug, Clone)]
pub struct Options {
    /// Space kept in reserve for a full disk, in bytes.
    pub ballast_bytes: u64,
    /// How often a full disk is tried again.
    pub full_poll: Duration,
    /// Where the time is read.
    pub clocks: Clocks,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            ballast_bytes: limits::BALLAST_BYTES,
            full_poll: Duration::from_millis(limits::FULL_POLL_MS),
            clocks: Clocks::default(),
        }
    }
}

impl Store {
    /// Opens a data directory, making it when it does not exist. Blocking; needs no async runtime.
    pub fn open(dir: &Path) -> Result<Store, OpenError> {
        Self::open_with(dir, Options::default())
    }

    /// [`Store::open`] with other than the usual options.
    pub fn open_with(dir: &Path, options: Options) -> Result<Store, OpenError> {
        file_system::prepare(dir)?;
        let lock = Lock::take(dir)?;
        privacy::close_to_others(dir)?;
        refuse_half_restored(dir)?;
        let connection = open_database(dir)?;
        privacy::close_to_others(dir)?; // what a repair made as well
        let storage_id = storage_id(&connection)?;
        let timekeeper = Timekeeper::begin(options.clocks.clone(), &connection)?;
        Self::start(dir, options, lock, connection, storage_id, timekeeper)
    }

    /// The identifier of this storage: what automerge-repo calls `storageId`. A restored backup has another.
    pub fn storage_id(&self) -> StorageId {
        self.storage_id
    }

    /// Whether the disk takes what people write, at every moment.
    pub fn state(&self) -> watch::Receiver<StorageState> {
        self.state.clone()
    }

    /// How many transactions were committed since opening: at most one per fsync, each for everyone who waited.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Finishes what is queued and lets go of the directory. Later calls on any clone answer `Gone`.
    pub async fn close(&self) {
        let _ = self.keep_time().await; // on a full disk, less time is believed at the next start
        let (asker, closed) = oneshot::channel();
        if self.queue(0, Job::Close(asker)).await.is_ok() {
            let _ = closed.await; // an error means that somebody else closed it first
        }
    }

    /// Sets a quota: beyond so many pages of 4 KiB the disk counts as full. Never below what is used already.
    pub async fn allow_pages(&self, pages_max: u32) -> Result<(), StoreError> {
        self.read(move |connection| {
            Ok(connection.pragma_update(None, "max_page_count", pages_max)?)
        })
        .await
    }

    fn start(
        dir: &Path,
        options: Options,
        lock: Lock,
        connection: Connection,
        storage_id: StorageId,
        timekeeper: Timekeeper,
    ) -> Result<Store, OpenError> {
        let (queue, jobs) = mpsc::channel();
        let (state, watched) = watch::channel(StorageState::Ok);
        let room = Arc::new(Semaphore::new(limits::QUEUE_KIB_MAX));
        let commits = Arc::new(AtomicU64::new(0));
        let mut writer = Writer {
            queue: jobs,
            room: Arc::clone(&room),
            state,
            commits: Arc::clone(&commits),
            ballast: Ballast::new(dir, options.ballast_bytes),
            full_poll: options.full_poll,
            next_try: Instant::now(),
            backups: VecDeque::new(),
            closing: None,
            lock,
        };
        if !writer.ballast.refill() {
            writer.become_full();
        }
        let thread = std::thread::Builder::new().name("store".into());
        thread
            .spawn(move || writer.run(connection))
            .map_err(at(dir))?;
        Ok(Store {
            queue,
            room,
            state: watched,
            commits,
            storage_id,
            timekeeper: Arc::new(timekeeper),
        })
    }
}

/// Between taking the old data away and putting the new in place there is no database: opening would make an empty one.
fn refuse_half_restored(dir: &Path) -> Result<(), OpenError> {
    if dir.join(STAGED).exists() && !dir.join(FILE).exists() {
        return Err(OpenError::HalfRestored(dir.to_owned()));
    }
    Ok(())
}

/// Opens, checks and updates the database of a directory whose lock is held. Of a damaged one, what can be read is put
/// into a fresh one first.
pub(crate) fn open_database(dir: &Path) -> Result<Connection, OpenError> {
    match open_sound(dir) {
        Err(OpenError::Damaged { what, .. }) => {
            salvage::salvage(dir, &what)?;
            open_sound(dir)
        }
        opened => opened,
    }
}

fn open_sound(dir: &Path) -> Result<Connection, OpenError> {
    let path = dir.join(FILE);
    salvage::refuse_damaged_header(&path)?;
    let connection = connection::open_for_writing(&path)?;
    let named = connection::named(&path);
    connection::refuse_damage(&connection, &path).map_err(&named)?;
    salvage::refuse_wrong_version(&connection, &path)?;
    migrations::migrate(&connection, migrations::ALL).map_err(&named)?;
    file_system::sync_dir(dir).map_err(at(dir))?;
    Ok(connection)
}

/// The identifier of the storage, made when it has none.
fn storage_id(connection: &Connection) -> Result<StorageId, OpenError> {
    let fresh = StorageId::random();
    let insert = "INSERT INTO meta(name, value) VALUES ('storage_id', ?1)
                  ON CONFLICT(name) DO NOTHING";
    connection.execute(insert, [fresh])?;
    let select = "SELECT value FROM meta WHERE name = 'storage_id'";
    Ok(connection.query_row(select, [], |row| row.get(0))?)
}
