//! Reads comments, whatever anybody wrote there.

use automerge::{Automerge, ObjId, ROOT};

use super::limits::{COMMENT_CHARS_MAX, COMMENTS_MAX, QUOTE_CHARS_MAX, REPLIES_MAX};
use super::passage::passages;
use super::{COMMENTS_KEY, Comment, Words};
use crate::field::{ID_CHARS_MAX, cut, entries, number, text, word};
use crate::panic::caught;

/// The comments of a pad, the oldest first. What was taken back is among them only while somebody's answer stands under it.
/// A pad that cannot be read has none.
pub fn comments(pad: &Automerge) -> Vec<Comment> {
    caught(|| read(pad)).unwrap_or_default()
}

fn read(pad: &Automerge) -> Vec<Comment> {
    let found = entries(pad, &ROOT, COMMENTS_KEY).into_iter();
    let mut comments: Vec<Comment> = found
        .map(|(id, map)| comment(pad, id, &map))
        .filter(is_read)
        .collect();
    comments.sort_by(|a, b| (a.words.at, &a.id).cmp(&(b.words.at, &b.id)));
    comments.truncate(COMMENTS_MAX);
    let mut passages = passages(pad);
    for comment in &mut comments {
        comment.passage = passages.remove(&comment.id);
    }
    comments
}

fn is_read(comment: &Comment) -> bool {
    comment.words.deleted == 0 || comment.replies.iter().any(|reply| reply.deleted == 0)
}

fn comment(pad: &Automerge, id: String, map: &ObjId) -> Comment {
    let resolved = number(pad, map, "resolved");
    let resolved_by = text(pad, map, "resolvedBy", ID_CHARS_MAX);
    Comment {
        quote: text(pad, map, "quote", QUOTE_CHARS_MAX),
        resolved,
        resolved_by: if resolved == 0 {
            String::new()
        } else {
            resolved_by
        },
        replies: replies(pad, map),
        words: words(pad, id.clone(), map),
        passage: None,
        id,
    }
}

fn replies(pad: &Automerge, comment: &ObjId) -> Vec<Words> {
    let found = entries(pad, comment, "replies").into_iter();
    let mut replies: Vec<Words> = found.map(|(id, map)| words(pad, id, &map)).collect();
    replies.retain(|reply| reply.deleted == 0);
    replies.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    replies.truncate(REPLIES_MAX);
    replies
}

fn words(pad: &Automerge, id: String, map: &ObjId) -> Words {
    let deleted = number(pad, map, "deleted");
    let said = cut(
        word(pad, map, "text").unwrap_or_default(),
        COMMENT_CHARS_MAX,
    );
    Words {
        id,
        actor: actor(map),
        by: text(pad, map, "by", ID_CHARS_MAX),
        at: number(pad, map, "at"),
        edited: number(pad, map, "edited"),
        deleted,
        text: if deleted == 0 { said } else { String::new() },
    }
}

/// Who made an object is in its name, which nobody can forge.
fn actor(map: &ObjId) -> String {
    match map {
        ObjId::Id(_, actor, _) => actor.to_hex_string(),
        ObjId::Root => String::new(),
    }
}
