//! A pad with a long history: the one that is published as the longest to expect, or letters where it is missing.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use automerge::sync::{ChunkList, Have, Message, MessageVersion};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, Change, ChangeHash, ObjId, ObjType, ROOT, ReadDoc};
use end_to_end::client::frame::Heard;
use end_to_end::person::Person;
use end_to_end::server::Server;
use end_to_end::workshop::Role;
use flate2::read::GzDecoder;
use serde::Deserialize;

use crate::seats::{self, Room};

/// Where the trace lies when it is there, seen from the root of the project. It has no licence to be copied here.
const TRACE: &str = "../shared/data/automerge-paper.json.gz";
/// Bytes of changes in one message.
const MESSAGE_BYTES: usize = 512 * 1024;

/// One edit: where, how many characters go, what comes.
type Patch = (usize, isize, String);

#[derive(Deserialize)]
struct Trace {
    txns: Vec<Transaction>,
}

#[derive(Deserialize)]
struct Transaction {
    patches: Vec<Patch>,
}

/// What the ends of lines become.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Characters of one long paragraph, so that the history is the one that others measured.
    Text,
    /// Paragraphs, as the editor writes them.
    Paragraphs,
}

/// Where the edits come from.
pub fn source() -> &'static str {
    match Path::new(TRACE).exists() {
        true => "the edits of automerge-paper",
        false => "letters, because the trace automerge-paper is not there",
    }
}

/// So many edits, one change each.
fn edits(count: usize) -> Result<Vec<Vec<Patch>>> {
    if !Path::new(TRACE).exists() {
        return Ok((0..count).map(|at| vec![(at, 0, "a".into())]).collect());
    }
    let file = std::fs::File::open(TRACE).context("opening the trace")?;
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text)?;
    let trace: Trace = serde_json::from_str(&text).context("reading the trace")?;
    let edits = trace.txns.into_iter().map(|edit| edit.patches);
    Ok(edits.take(count).collect())
}

/// Opens a workshop whose pad has so many edits; and how long the shortest `save()` of them is, in bytes.
///
/// # Errors
/// When the server does not take the edits.
pub async fn room(server: &Server, count: usize, lines: Lines) -> Result<(Room, usize)> {
    let mut room = seats::room(server).await?;
    let (workshop, pad) = (&room.workshop, room.pad.clone());
    let mut author = Person::opens(server, workshop, &pad, "author", Role::Participant).await;
    let mut document = AutoCommit::load(&author.replica.snapshot())?;
    let start = document.get_heads();
    type_out(&mut document, edits(count)?, lines)?;
    let changes = document.get_changes(&start);
    upload(&mut author, &changes).await?;
    let shortest = document.save().len();
    room = seats::room_of(server, room.workshop, pad).await?;
    Ok((room, shortest))
}

fn type_out(document: &mut AutoCommit, edits: Vec<Vec<Patch>>, lines: Lines) -> Result<()> {
    let (_, body) = document.get(ROOT, "body")?.context("a pad has a body")?;
    for patches in edits {
        for (at, deleted, inserted) in patches {
            // The block that a pad begins with comes before all text.
            if lines == Lines::Paragraphs && inserted.contains('\n') {
                document.splice_text(&body, at + 1, deleted, "")?;
                insert_paragraphs(document, &body, at + 1, &inserted)?;
            } else {
                document.splice_text(&body, at + 1, deleted, &inserted)?;
            }
        }
        document.commit();
    }
    Ok(())
}

fn insert_paragraphs(
    document: &mut AutoCommit,
    body: &ObjId,
    mut at: usize,
    text: &str,
) -> Result<()> {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            let marker = document.split_block(body, at)?;
            document.put(&marker, "type", "paragraph")?;
            document.put_object(&marker, "parents", ObjType::List)?;
            document.put_object(&marker, "attrs", ObjType::Map)?;
            at += 1;
        }
        document.splice_text(body, at, 0, line)?;
        at += line.chars().count();
    }
    Ok(())
}

/// Sends changes as a client that was offline for long, and waits until all of them are saved.
///
/// # Errors
/// When the server does not take them.
pub async fn upload(author: &mut Person, changes: &[Change]) -> Result<()> {
    let Some(last) = changes.last().map(Change::hash) else {
        return Ok(());
    };
    let mut bytes = Vec::new();
    for change in changes {
        bytes.extend_from_slice(change.raw_bytes());
        if bytes.len() > MESSAGE_BYTES || change.hash() == last {
            send(author, std::mem::take(&mut bytes), change.hash()).await?;
        }
    }
    Ok(())
}

/// Sends one message and waits until its last change is saved: the server takes no more at once than it can hold.
async fn send(author: &mut Person, bytes: Vec<u8>, last: ChangeHash) -> Result<()> {
    let message = Message {
        heads: vec![last],
        need: Vec::new(),
        have: vec![Have::default()],
        changes: ChunkList::from(bytes),
        flags: None,
        version: MessageVersion::V1,
    };
    let gone = |_| anyhow::anyhow!("the connection was lost while a history was sent");
    author.syncs(&message.encode()).await.map_err(gone)?;
    loop {
        match author.socket.hear().await.map_err(gone)? {
            Heard::Sync { data, .. } if Message::decode(&data)?.heads.contains(&last) => {
                return Ok(());
            }
            Heard::Other { kind, fields } => {
                ensure!(kind != "atelier-refused", "refused: {fields:?}");
            }
            _ => {}
        }
    }
}
