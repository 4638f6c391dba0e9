//! A pad for each brick that was chosen, in the order of the vote.

use automerge::ActorId;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use crdt::pad::{BlockKind, create_with};
use crdt::vote::{Brick, BrickChange, change_brick};
use serde::{Deserialize, Serialize};
use store::{Document, DocumentId, KindWord, Language, NewDocument, random_bytes};
use ts_rs::TS;
use utoipa::ToSchema;

use super::document::AtVote;
use super::lookup::{found, is_revealed, round_id};
use super::refusals;
use crate::app::App;
use crate::language::Sentence;
use crate::problem::Problem;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::{DocumentView, document_view};

/// Bricks that were chosen.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct OpenPads {
    /// The bricks, in the order of their pads.
    bricks: Vec<String>,
}

/// The pads of the bricks.
#[derive(Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct PadsOpened {
    /// In the order of the bricks.
    documents: Vec<DocumentView>,
}

/// Opens a pad for each of these bricks; one that has its pad keeps it.
#[utoipa::path(post, path = "/api/votes/{vote}/rounds/{round}/pads", operation_id = "openPads",
    request_body = OpenPads,
    params(("vote" = String, Path), ("round" = String, Path)), responses((status = 201, body = PadsOpened)))]
pub async fn open(
    State(app): State<App>,
    session: Session,
    Path((vote, round)): Path<(String, String)>,
    Body(asked): Body<OpenPads>,
) -> Result<(StatusCode, Json<PadsOpened>), Problem> {
    let at = AtVote::may(Deed::ProposeBrick, &session, &app, &vote).await?;
    if !is_revealed(&found(&app, &at, round_id(&round)?).await?) {
        return Err(refusals::ROUND_STATE);
    }
    // Two people who press at once get the same pads.
    let one_at_a_time = app.turns.opening_pads.lock().await;
    let vote = at.vote.read(&app).await?;
    let mut documents = Vec::new();
    for id in &asked.bricks {
        let brick = vote.brick(id).ok_or(refusals::UNKNOWN_BRICK)?;
        let pad = pad_of(&app, &at, brick).await?;
        documents.push(document_view(&pad, at.member.role).ok_or(Problem::NOT_FOUND)?);
    }
    drop(one_at_a_time);
    app.live.documents_changed(at.vote.space);
    Ok((StatusCode::CREATED, Json(PadsOpened { documents })))
}

async fn pad_of(app: &App, at: &AtVote, brick: &Brick) -> Result<Document, Problem> {
    if let Ok(known) = brick.pad.parse()
        && let Some(pad) = app.store.document(known).await?
        // What a document says may come from anybody.
        && pad.space == at.vote.space
    {
        return Ok(pad);
    }
    let space = app.store.space(at.vote.space).await?;
    let language = space.ok_or(Problem::NOT_FOUND)?.language;
    let pad = app
        .store
        .create_document(pad_about(at, brick, language))
        .await?;
    let (id, change) = (
        brick.id.clone(),
        BrickChange {
            pad: Some(pad.id.to_string()),
            ..BrickChange::default()
        },
    );
    at.vote
        .write(app, move |edit| Ok(change_brick(edit, &id, &change)?))
        .await?;
    Ok(pad)
}

fn pad_about(at: &AtVote, brick: &Brick, language: Language) -> NewDocument {
    let heading = BlockKind::Heading { level: 2 };
    let item = BlockKind::BulletItem { indent: 0 };
    let task = BlockKind::CheckItem {
        indent: 0,
        checked: false,
    };
    let says = |sentence: Sentence| sentence.r#in(language).to_owned();
    let blocks = [
        (BlockKind::Paragraph, brick.about.clone()),
        (heading.clone(), says(NOTES)),
        (BlockKind::Paragraph, String::new()),
        (heading.clone(), says(KEPT)),
        (item, String::new()),
        (heading, says(TO_DO)),
        (task, String::new()),
    ];
    let content = create_with(ActorId::from(random_bytes::<16>()), &blocks);
    NewDocument {
        id: DocumentId::random(),
        space: at.vote.space,
        kind: KindWord::from_static(crdt::pad::KIND),
        title: brick.title.clone(),
        bytes: content.save(),
        heads: content.get_heads().iter().map(|head| head.0).collect(),
    }
}

const NOTES: Sentence = Sentence {
    fr: "Notes",
    en: "Notes",
};
const KEPT: Sentence = Sentence {
    fr: "Ce que nous retenons",
    en: "What we keep",
};
const TO_DO: Sentence = Sentence {
    fr: "Ce que nous allons faire",
    en: "What we are going to do",
};
