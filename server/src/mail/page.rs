//! The pages behind the links in mails: each says what it will do, with one large button that does it. Opening one never
//! changes anything, because programs that look for viruses open every link.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use store::{Language, MailDeed, MailLink, Secret};

use super::words::words;
use crate::app::App;
use crate::headers;
use crate::kinds::kanban::card_links::CardAddress;
use crate::language::Sentence;
use crate::problem::Problem;
use crate::request::refused_by_store::CLOSED;
use crate::request::rights::{Deed, allow};
use crdt::html::escaped;

/// The page has its style in itself, no script, and sends its form to this server only.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Paper and ink as everywhere; what is pressed is large enough for a thumb.
const STYLE: &str = ":root{color-scheme:light dark}body{font:1.125rem/1.5 sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem;\
background:light-dark(#fcf9f4,#14171f);color:light-dark(#1f2430,#f0ede7)}h1{line-height:1.2;overflow-wrap:anywhere}\
button,a{font:inherit;font-weight:600}a{display:inline-block;padding:.6rem 0;color:light-dark(#205d96,#7cb8f5)}\
button{min-height:3.5rem;width:100%;padding:.75rem 1rem;border:0;border-radius:10px;cursor:pointer;\
background:light-dark(#205d96,#7cb8f5);color:light-dark(#fff,#14171f)}";

/// The pages.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/mail/{link}", get(show).post(act))
        .layer(from_fn_with_state(app.config.clone(), headers::secure))
        .with_state(app)
}

/// Says what the link does.
async fn show(State(app): State<App>, Path(link): Path<String>) -> Response {
    match found(&app, &link).await {
        Ok((link, title)) => {
            let words = words(&link.deed);
            let language = link.reminder.language;
            let form = format!(
                "<form method=\"post\"><button>{}</button></form>",
                words.button.r#in(language)
            );
            page(StatusCode::OK, language, &title, words.asks, &form)
        }
        Err(problem) => sorry(&problem),
    }
}

/// Does it. Mail programs end reminders by this as well, without showing anything (RFC 8058).
async fn act(State(app): State<App>, Path(link): Path<String>) -> Response {
    match carry_out(&app, &link).await {
        Ok((link, title)) => {
            let (done, language) = (words(&link.deed).done, link.reminder.language);
            page(StatusCode::OK, language, &title, done, &way_on(&link))
        }
        Err(problem) => sorry(&problem),
    }
}

/// The plan, for those whose device is known there.
fn way_on(link: &MailLink) -> String {
    match link.deed {
        MailDeed::Confirm | MailDeed::Unsubscribe => String::new(),
        _ => format!(
            "<p><a href=\"/w/{}\">{}</a></p>",
            link.reminder.space,
            OPEN.r#in(link.reminder.language)
        ),
    }
}

const OPEN: Sentence = Sentence {
    fr: "Ouvrir le plan",
    en: "Open the plan",
};

/// The link, and what it is about: its card, or else its space.
async fn found(app: &App, link: &str) -> Result<(MailLink, String), Problem> {
    let secret = Secret::parse(link).ok_or(Problem::NOT_FOUND)?;
    let link = app.store.mail_link(secret.hash()).await?;
    let link = link.ok_or(Problem::NOT_FOUND)?;
    let title = match card_of(&link) {
        Some(card) => {
            may(app, &link, Deed::ChangeDocument).await?;
            card.title(app).await?
        }
        None => link.reminder.title.clone(),
    };
    Ok((link, title))
}

fn card_of(link: &MailLink) -> Option<CardAddress<'_>> {
    match &link.deed {
        MailDeed::Done { document, card } | MailDeed::Later { document, card, .. } => {
            Some(CardAddress {
                space: link.reminder.space,
                document: *document,
                card,
            })
        }
        _ => None,
    }
}

async fn carry_out(app: &App, link: &str) -> Result<(MailLink, String), Problem> {
    let (link, title) = found(app, link).await?;
    let reminder = &link.reminder;
    let (who, space) = (reminder.participant, reminder.space);
    match &link.deed {
        MailDeed::Confirm => app.store.confirm_reminder(who).await?,
        MailDeed::Unsubscribe => app.store.stop_reminding(who).await?,
        MailDeed::Alive => {
            may(app, &link, Deed::EndSpace).await?;
            app.store.note_seen(space, app.store.now_ms()).await?;
            app.store.keep_space(space).await?;
            app.live.space_changed(space);
        }
        MailDeed::Over => {
            may(app, &link, Deed::EndSpace).await?;
            app.store.end_space(space, app.store.now_ms()).await?;
            app.live.space_changed(space);
        }
        MailDeed::Done { .. } | MailDeed::Later { .. } => act_on_card(app, &link).await?,
    }
    tracing::info!(%space, participant = %who, "a link in a mail was followed");
    Ok((link, title))
}

async fn act_on_card(app: &App, link: &MailLink) -> Result<(), Problem> {
    let card = card_of(link).ok_or(Problem::NOT_FOUND)?;
    match &link.deed {
        MailDeed::Later { due, .. } => card.postpone(app, due).await?,
        _ => card.finish(app).await?,
    }
    Ok(app.store.note_seen(card.space, app.store.now_ms()).await?)
}

/// A link does only what the person may do at this moment.
async fn may(app: &App, link: &MailLink, deed: Deed) -> Result<(), Problem> {
    let reminder = &link.reminder;
    let member = app
        .store
        .member_called(reminder.space, reminder.participant);
    allow(&member.await?.ok_or(Problem::NOT_FOUND)?, deed)
}

const OVER: Sentence = Sentence {
    fr: "Ce lien ne sert plus. Ouvrez le plan d’action pour continuer.",
    en: "This link does nothing any more. Open the action plan to go on.",
};

const LATER: Sentence = Sentence {
    fr: "Le serveur n’y arrive pas. Recommencez dans un instant.",
    en: "The server cannot do this. Try again in a moment.",
};

/// Nothing says in which language a link was that is not known any more: both are spoken.
fn sorry(problem: &Problem) -> Response {
    let (status, sentence) = if *problem == Problem::NOT_FOUND {
        (StatusCode::NOT_FOUND, OVER)
    } else if *problem == CLOSED {
        (StatusCode::FORBIDDEN, CLOSED.refusal().says)
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, LATER)
    };
    let english = format!("<p lang=\"en\">{}</p>", sentence.en);
    page(status, Language::French, "Atelier", sentence, &english)
}

fn page(
    status: StatusCode,
    language: Language,
    title: &str,
    sentence: Sentence,
    more: &str,
) -> Response {
    let (title, sentence) = (escaped(title), sentence.r#in(language));
    let html = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{title} – Atelier</title>\n\
         <style>{STYLE}</style>\n\
         </head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{sentence}</p>\n{more}\n</main>\n</body>\n</html>\n"
    );
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        (CONTENT_SECURITY_POLICY, POLICY),
    ];
    (status, headers, html).into_response()
}
