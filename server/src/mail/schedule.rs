//! When what is sent: looked at every hour, decided by the time given, which is the one that is believed.

use std::time::Duration;

use store::StoreError;
use tokio::time::{MissedTickBehavior, interval};

use super::deliver;
use super::deliver::Undelivered;
use crate::app::App;
use crate::day::Day;
use crate::limits::MAIL_LINK_MS_MAX;

const HOUR: Duration = Duration::from_secs(60 * 60);
/// Nobody is written to in the night: from this hour on, in Greenwich.
const FIRST_HOUR: u64 = 6;
/// When people are asked whether their structure lives, in months after it was made; the latest first.
const NUDGES: [u8; 3] = [6, 3, 1];
const MONTH_MS: u64 = 30 * 24 * 60 * 60 * 1_000;

/// Sends what is due until aborted, if this server sends mail.
pub async fn keep_mailing(app: App) {
    if app.config.mail.is_none() {
        return;
    }
    let mut hour = interval(HOUR);
    hour.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        hour.tick().await;
        if let Err(error) = send_due(&app, app.store.time().trusted_ms).await {
            tracing::error!(%error, "who is to be written to is not known");
        }
    }
}

/// Sends what is due at a moment. What could not be sent is due again an hour later.
///
/// # Errors
/// When the store fails; what was sent before is not sent again.
pub async fn send_due(app: &App, now_ms: u64) -> Result<(), StoreError> {
    if app.config.mail.is_none() || Day::hour_at(now_ms) < FIRST_HOUR {
        return Ok(());
    }
    remind(app, now_ms).await?;
    ask_who_lives(app, now_ms).await?;
    warn_of_ends(app, now_ms).await?;
    let links = now_ms.saturating_sub(MAIL_LINK_MS_MAX);
    app.store.forget_mail_links(links).await?;
    Ok(())
}

async fn remind(app: &App, now_ms: u64) -> Result<(), StoreError> {
    let today = Day::at(now_ms);
    let day = u32::try_from(today.0).unwrap_or(u32::MAX);
    for reminder in app.store.reminders_due(day, today.weekday()).await? {
        let sent = deliver::remind(app, &reminder, today, now_ms).await;
        if is_over("a reminder", sent) {
            app.store.reminded(reminder.participant, day).await?;
        }
    }
    Ok(())
}

async fn ask_who_lives(app: &App, now_ms: u64) -> Result<(), StoreError> {
    for months in NUDGES {
        let age_ms = u64::from(months) * MONTH_MS;
        for reminder in app.store.nudges_due(months, age_ms, now_ms).await? {
            let sent = deliver::nudge(app, &reminder, months, now_ms).await;
            if is_over("a question whether a structure lives", sent) {
                app.store.nudged(reminder.participant, months).await?;
            }
        }
    }
    Ok(())
}

async fn warn_of_ends(app: &App, now_ms: u64) -> Result<(), StoreError> {
    for notice in app.store.warnings_due().await? {
        let sent = deliver::warn(app, &notice, now_ms).await;
        if let Some(at_ms) = notice.space.deletes_ms
            && is_over("a warning of an end", sent)
        {
            app.store.warned(notice.reminder.participant, at_ms).await?;
        }
    }
    Ok(())
}

/// Whether there is nothing left to try: it was sent, or never can be. The log does not say to whom.
fn is_over(what: &'static str, sent: Result<(), Undelivered>) -> bool {
    match sent {
        Ok(()) => true,
        Err(error) => {
            let is_final = error.is_final();
            tracing::warn!(what, is_final, %error, "could not be sent");
            is_final
        }
    }
}
