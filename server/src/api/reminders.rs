//! Reminders by mail, each for oneself: asking for them, seeing how one gets them, ending them.

use std::net::IpAddr;
use std::time::Instant;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use store::{Reminder, Subscription};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::app::App;
use crate::mail;
use crate::mail::Undelivered;
use crate::problem::{Problem, refusals};
use crate::request::address::Address;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::RemindersView;

refusals! {
    /// A text that is no mail address.
    BAD_ADDRESS: 400 "bad_request" {
        fr: "Ce n’est pas une adresse électronique. Vérifiez-la : prenom@exemple.org.",
        en: "This is not a mail address. Check it: name@example.org.",
    }
    /// This server sends no mail.
    MAIL_NOT_CONFIGURED: 409 "mail_not_configured" {
        fr: "Ce serveur n’envoie pas de courriel. Abonnez-vous plutôt au calendrier.",
        en: "This server sends no mail. Subscribe to the calendar instead.",
    }
    /// The mail server did not take a mail.
    MAIL_NOT_SENT: 502 "mail_not_sent" {
        fr: "Le courriel n’est pas parti. Vérifiez l’adresse, ou recommencez plus tard.",
        en: "The mail could not be sent. Check the address, or try again later.",
    }
}

/// Reminders to be sent.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct AskReminders {
    /// The mail address; a mail asks there whether it wants them.
    #[schema(max_length = 254)]
    email: String,
    /// The day of the week: Monday is 1, Sunday 7.
    #[schema(minimum = 1, maximum = 7)]
    weekday: u8,
}

/// Shows how one gets reminders.
#[utoipa::path(get, path = "/api/spaces/{space}/reminders", operation_id = "showReminders",
    params(("space" = String, Path)), responses((status = 200, body = RemindersView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<RemindersView>, Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::TakeReminders)?;
    let reminder = app.store.reminder(member.participant).await?;
    Ok(Json(reminder.map_or_else(RemindersView::none, view)))
}

/// Asks for reminders, or changes how one gets them. A new address is sent a mail to confirm.
#[utoipa::path(put, path = "/api/spaces/{space}/reminders", operation_id = "askReminders",
    request_body = AskReminders,
    params(("space" = String, Path)), responses((status = 200, body = RemindersView)))]
pub async fn ask(
    State(app): State<App>,
    session: Session,
    Address(from): Address,
    Path(space): Path<String>,
    Body(asked): Body<AskReminders>,
) -> Result<Json<RemindersView>, Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::TakeReminders)?;
    if app.config.mail.is_none() {
        return Err(MAIL_NOT_CONFIGURED);
    }
    let address = mail::address(&asked.email).map_err(|_| BAD_ADDRESS)?;
    if !(1..=7).contains(&asked.weekday) {
        return Err(Problem::BadRequest("weekday is 1 to 7".to_owned()));
    }
    let subscription = Subscription {
        member,
        email: address.to_string(),
        weekday: asked.weekday,
    };
    may_write(&app, &subscription, from).await?;
    let now_ms = app.store.now_ms();
    let reminder = app.store.remind(subscription, now_ms).await?;
    if !reminder.confirmed {
        confirm(&app, &reminder, now_ms).await?;
    }
    Ok(Json(view(reminder)))
}

/// Ends reminders and erases the address.
#[utoipa::path(delete, path = "/api/spaces/{space}/reminders", operation_id = "endReminders",
    params(("space" = String, Path)), responses((status = 200, body = RemindersView)))]
pub async fn end(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<RemindersView>, Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::TakeReminders)?;
    app.store.stop_reminding(member.participant).await?;
    Ok(Json(RemindersView::none()))
}

/// Whether the question may be sent, if there is one: an address that agreed is not asked again.
async fn may_write(app: &App, asked: &Subscription, from: IpAddr) -> Result<(), Problem> {
    let known = app.store.reminder(asked.member.participant).await?;
    let agreed = known.is_some_and(|known| known.confirmed && known.email == asked.email);
    if agreed {
        return Ok(());
    }
    app.letters.may_send(asked, from, Instant::now())
}

/// Sends the question; when that fails the address is forgotten, and the person may try again.
async fn confirm(app: &App, reminder: &Reminder, now_ms: u64) -> Result<(), Problem> {
    let sent = mail::ask_to_confirm(app, reminder, now_ms).await;
    let Err(error) = sent else {
        return Ok(());
    };
    tracing::warn!(space = %reminder.space, %error, "an address could not be asked to confirm");
    app.store.stop_reminding(reminder.participant).await?;
    Err(match error {
        Undelivered::Store(error) => error.into(),
        Undelivered::NotConfigured => MAIL_NOT_CONFIGURED,
        Undelivered::Post(_) => MAIL_NOT_SENT,
    })
}

fn view(reminder: Reminder) -> RemindersView {
    RemindersView {
        email: Some(reminder.email),
        weekday: Some(reminder.weekday),
        confirmed: reminder.confirmed,
    }
}
