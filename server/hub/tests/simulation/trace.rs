//! Tells what happens in a world that is replayed, one line per input and effect.

use std::fmt::Debug;

use automerge::ChangeHash;
use automerge::sync::Message;
use hub::{Effect, Input};

use super::truth;

pub fn told(now_ms: u64, input: &Input) {
    if is_wanted() {
        match input {
            Input::Sync { peer, data } => line(now_ms, "<-", &(peer, summary(data))),
            other => line(now_ms, "<-", other),
        }
    }
}

pub fn wanted(now_ms: u64, effect: &Effect) {
    if is_wanted() {
        match effect {
            Effect::Send { to, frame } => line(
                now_ms,
                "  ->",
                &(to, truth::sync_data(frame).map(|d| summary(&d))),
            ),
            Effect::Commit { commit, bytes, .. } => {
                line(now_ms, "  -> commit", &(commit, bytes.len()));
            }
            other => line(now_ms, "  ->", other),
        }
    }
}

fn is_wanted() -> bool {
    std::env::var("HUB_SEED").is_ok()
}

fn line(now_ms: u64, arrow: &str, what: &dyn Debug) {
    println!("{now_ms:>8} {arrow} {what:?}");
}

fn summary(data: &[u8]) -> String {
    let Ok(message) = Message::decode(data) else {
        return "nonsense".into();
    };
    let last_sync = message.have.first().map(|have| short(&have.last_sync));
    format!(
        "heads {:?} need {} last sync {:?} changes {}",
        short(&message.heads),
        message.need.len(),
        last_sync,
        message.changes.len(),
    )
}

fn short(hashes: &[ChangeHash]) -> Vec<String> {
    let name = |hash: &ChangeHash| hash.to_string()[..6].to_owned();
    hashes.iter().map(name).collect()
}
