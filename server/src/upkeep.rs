//! What has to be done once a day: spaces whose time is over are erased, each kind of document does what it does
//! daily, rows that verified snapshots replaced are deleted, sessions nobody uses forgotten.

use std::time::{Duration, Instant};

use store::limits::GRACE_MS;
use store::{SpaceId, Store, StoreError, Time};
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;
use crate::day::DAY_MS;
use crate::kinds;
use crate::limits::SESSION_UNSEEN_MS_MAX;
use crate::spaces::show_out;

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Looks after everything until aborted.
pub async fn keep_up(app: App) {
    let mut hour = interval(HOUR);
    hour.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut upkeep = Upkeep::default();
    loop {
        hour.tick().await;
        upkeep.hour(&app).await;
    }
}

/// When it was last done.
#[derive(Default)]
pub struct Upkeep {
    done_ms: Option<u64>,
}

impl Upkeep {
    /// Writes down that an hour has passed, and does what is due once a day: by the time that is believed, and not in the
    /// first hours after a start or a jump of the clock.
    pub async fn hour(&mut self, app: &App) {
        app.pasts.tidy(Instant::now());
        let time = app.store.keep_time().await.unwrap_or_else(|error| {
            tracing::error!(%error, "how much time has passed could not be written down");
            app.store.time()
        });
        say_doubt(time);
        let next_ms = self
            .done_ms
            .map_or(0, |done_ms| done_ms.saturating_add(DAY_MS));
        if time.is_settled && time.trusted_ms >= next_ms {
            self.done_ms = Some(time.trusted_ms);
            day(app, time).await;
        }
    }
}

/// What is done once a day.
async fn day(app: &App, time: Time) {
    let now_ms = time.trusted_ms;
    if let Err(error) = app.store.bring_back_future(time).await {
        tracing::error!(%error, "stamps from the future could not be brought back");
    }
    if let Err(error) = end_spaces(app, now_ms).await {
        tracing::error!(%error, "spaces whose time is over could not be erased");
    }
    for work in kinds::ROWS.iter().flat_map(|row| row.daily) {
        work(app, now_ms).await;
    }
    sweep(&app.store, now_ms).await;
    forget_sessions(&app.store, now_ms).await;
}

fn say_doubt(time: Time) {
    if time.is_doubted() {
        let days = time.trusted_ms.abs_diff(time.wall_ms) / DAY_MS;
        let way = if time.wall_ms > time.trusted_ms {
            "ahead of"
        } else {
            "behind"
        };
        tracing::warn!(
            days,
            "the clock of this machine is {way} the time that is believed to have passed: nothing is forgotten by it; \
             set it right, or see 'The clock' in docs/hosting.md if it is"
        );
    }
}

/// Erases every space whose time is over, and says which structures nobody comes to any more.
///
/// # Errors
/// When the store fails; what was erased before stays erased.
pub async fn end_spaces(app: &App, now_ms: u64) -> Result<(), StoreError> {
    for space in app.store.end_silent_spaces(now_ms).await? {
        tracing::info!(%space, "nobody came for a year: it will be erased");
        app.live.space_changed(space);
    }
    for space in app.store.ended_spaces(now_ms).await? {
        erase(app, space, now_ms).await?;
    }
    if app.store.remove_traces().await? {
        tracing::info!("the database was written anew, without what was erased");
    }
    Ok(())
}

/// Erases one, and shows everybody out who is there.
async fn erase(app: &App, space: SpaceId, now_ms: u64) -> Result<(), StoreError> {
    let people = app.store.people(space).await?;
    if !app.store.erase_space(space, now_ms).await? {
        return Ok(());
    }
    show_out(app, space, &people).await;
    tracing::info!(%space, "erased");
    Ok(())
}

async fn sweep(store: &Store, now_ms: u64) {
    match store.sweep(now_ms, GRACE_MS).await {
        Ok(swept) => tracing::info!(
            rows = swept.chunks,
            bytes = swept.bytes,
            blocked = swept.blocked,
            "swept"
        ),
        Err(error) => tracing::error!(%error, "replaced rows could not be deleted"),
    }
}

async fn forget_sessions(store: &Store, now_ms: u64) {
    let unseen_since_ms = now_ms.saturating_sub(SESSION_UNSEEN_MS_MAX);
    match store.forget_sessions(unseen_since_ms).await {
        Ok(sessions) => tracing::info!(sessions, "forgot unused sessions"),
        Err(error) => tracing::error!(%error, "unused sessions could not be forgotten"),
    }
}
