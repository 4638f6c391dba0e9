//! Writes letters to people: makes their links, fills them in, sends them.

use store::{MailDeed, Notice, Reminder, Secret, StoreError};

use super::letter::Letter;
use super::letters::{self, Around};
use super::post::PostError;
use super::weekly::{Offer, weekly};
use crate::app::App;
use crate::config::MailConfig;
use crate::day::Day;
use crate::kinds::kanban::due_cards::{DueCard, due_cards};
use crate::limits::CARDS_PER_LETTER_MAX;

/// Why somebody was not written to.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Undelivered {
    /// This server sends no mail.
    #[error("no mail is configured")]
    NotConfigured,
    /// The links could not be made.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The letter could not be sent.
    #[error(transparent)]
    Post(#[from] PostError),
}

impl Undelivered {
    /// Whether trying again would end in the same way.
    pub(super) fn is_final(&self) -> bool {
        match self {
            Self::NotConfigured | Self::Store(_) => false,
            Self::Post(error) => error.is_final(),
        }
    }
}

/// Asks an address whether it wants reminders.
pub(crate) async fn ask_to_confirm(
    app: &App,
    reminder: &Reminder,
    now_ms: u64,
) -> Result<(), Undelivered> {
    let mail = config(app)?;
    let [confirm] = links(app, reminder, [MailDeed::Confirm], now_ms).await?;
    let letter = letters::confirmation(reminder.language, reminder.weekday, mail.host(), confirm);
    Ok(mail.send(&reminder.email, &letter, None).await?)
}

/// Reminds of what is late or due soon; when there is nothing, no letter is sent.
pub(super) async fn remind(
    app: &App,
    reminder: &Reminder,
    today: Day,
    now_ms: u64,
) -> Result<(), Undelivered> {
    let mut cards = due_cards(app, reminder, today).await?;
    if cards.is_empty() {
        return Ok(());
    }
    let more = cards.len().saturating_sub(CARDS_PER_LETTER_MAX);
    cards.truncate(CARDS_PER_LETTER_MAX);
    let [stop] = links(app, reminder, [MailDeed::Unsubscribe], now_ms).await?;
    let around = around(app, reminder, stop)?;
    let deeds = cards.iter().flat_map(deeds_of).collect();
    let mut made = many_links(app, reminder, deeds, now_ms).await?.into_iter();
    let offer = |card| {
        let (done, later) = made.next().zip(made.next())?;
        Some(Offer { card, done, later })
    };
    let offers = cards.into_iter().map_while(offer).collect();
    let letter = weekly(&around, offers, more, today);
    send(app, &around, &letter).await
}

fn deeds_of(card: &DueCard) -> [MailDeed; 2] {
    let (document, key) = (card.document, &card.card);
    [
        MailDeed::Done {
            document,
            card: key.clone(),
        },
        MailDeed::Later {
            document,
            card: key.clone(),
            due: card.due.to_string(),
        },
    ]
}

/// Asks whether a structure goes on.
pub(super) async fn nudge(
    app: &App,
    reminder: &Reminder,
    months: u8,
    now_ms: u64,
) -> Result<(), Undelivered> {
    let deeds = [MailDeed::Unsubscribe, MailDeed::Alive, MailDeed::Over];
    let [stop, alive, over] = links(app, reminder, deeds, now_ms).await?;
    let around = around(app, reminder, stop)?;
    let letter = letters::nudge(&around, months, alive, over);
    send(app, &around, &letter).await
}

/// Warns that a space will be erased.
pub(super) async fn warn(app: &App, notice: &Notice, now_ms: u64) -> Result<(), Undelivered> {
    let (reminder, space) = (&notice.reminder, &notice.space);
    let Some((at_ms, why)) = space.deletes_ms.zip(space.ends) else {
        return Ok(()); // kept meanwhile
    };
    let deeds = [MailDeed::Unsubscribe, MailDeed::Alive];
    let [stop, keep] = links(app, reminder, deeds, now_ms).await?;
    let around = around(app, reminder, stop)?;
    let letter = letters::warning(&around, Day::at(at_ms), why, keep);
    send(app, &around, &letter).await
}

pub(super) async fn send(
    app: &App,
    around: &Around<'_>,
    letter: &Letter,
) -> Result<(), Undelivered> {
    let (to, stop) = (&around.reminder.email, &around.unsubscribe);
    Ok(config(app)?.send(to, letter, Some(stop)).await?)
}

pub(super) fn around<'a>(
    app: &App,
    reminder: &'a Reminder,
    unsubscribe: String,
) -> Result<Around<'a>, Undelivered> {
    let origin = &config(app)?.origin;
    Ok(Around {
        reminder,
        space: format!("{origin}/w/{}", reminder.space),
        unsubscribe,
    })
}

/// The addresses of the pages that do these deeds for the one who is written to.
async fn links<const N: usize>(
    app: &App,
    reminder: &Reminder,
    deeds: [MailDeed; N],
    now_ms: u64,
) -> Result<[String; N], Undelivered> {
    let made = many_links(app, reminder, deeds.to_vec(), now_ms).await?;
    let made: Result<[String; N], _> = made.try_into();
    made.map_err(|_| StoreError::NotFound.into())
}

/// The same for any number of deeds.
pub(super) async fn many_links(
    app: &App,
    reminder: &Reminder,
    deeds: Vec<MailDeed>,
    now_ms: u64,
) -> Result<Vec<String>, Undelivered> {
    let origin = &config(app)?.origin;
    let who = reminder.participant;
    let secrets = app.store.mail_links(who, deeds, now_ms).await?;
    let address = |secret: Secret| format!("{origin}/mail/{}", secret.reveal());
    Ok(secrets.into_iter().map(address).collect())
}

fn config(app: &App) -> Result<&MailConfig, Undelivered> {
    app.config.mail.as_ref().ok_or(Undelivered::NotConfigured)
}
