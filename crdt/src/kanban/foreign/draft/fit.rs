//! What is on a card, cut to what a card holds, while what is cut is counted.

use super::Draft;
use crate::address::followed;
use crate::field::cut;
use crate::kanban::foreign::losses::Loss;
use crate::kanban::limits::{
    ATTACHMENTS_MAX, CHECKS_MAX, COMMENT_CHARS_MAX, COMMENTS_MAX, TITLE_CHARS_MAX,
};
use crate::kanban::{Attachment, Check, Comment};

/// A line of so many bytes is longer than a title, whatever it is written in.
const TITLE_BYTES_MAX: usize = 4 * TITLE_CHARS_MAX;

impl Draft {
    /// One line of text.
    pub(super) fn title(&mut self, text: &str) -> String {
        let mut line = String::new();
        for word in text.split_whitespace() {
            if line.len() > TITLE_BYTES_MAX {
                break;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.text(&line, TITLE_CHARS_MAX)
    }

    pub(super) fn text(&mut self, text: &str, chars_max: usize) -> String {
        let whole = text.trim().replace("\r\n", "\n").replace('\r', "\n");
        let bytes = whole.len();
        let kept = cut(whole, chars_max);
        self.lose(Loss::TruncatedText, usize::from(kept.len() < bytes));
        kept
    }

    pub(super) fn checks(&mut self, checks: Vec<Check>) -> Vec<Check> {
        self.lose(Loss::Checks, checks.len().saturating_sub(CHECKS_MAX));
        let kept = checks.into_iter().take(CHECKS_MAX);
        kept.map(|check| Check {
            text: self.title(&check.text),
            ..check
        })
        .collect()
    }

    /// The latest are kept, oldest first.
    pub(super) fn comments(&mut self, mut comments: Vec<Comment>) -> Vec<Comment> {
        comments.sort_by_key(|comment| comment.at);
        let more = comments.len().saturating_sub(COMMENTS_MAX);
        self.lose(Loss::Comments, more);
        let kept = comments.into_iter().skip(more);
        kept.map(|comment| Comment {
            text: self.text(&comment.text, COMMENT_CHARS_MAX),
            by: self.author(&comment.by),
            ..comment
        })
        .collect()
    }

    pub(super) fn attachments(&mut self, attachments: Vec<Attachment>) -> Vec<Attachment> {
        let all = attachments.len();
        let usable = |at: Attachment| {
            let url = followed(at.url);
            // An address without a server is one of the other tool's.
            (!url.is_empty() && !url.starts_with('/')).then_some(Attachment { url, ..at })
        };
        let usable: Vec<_> = attachments.into_iter().filter_map(usable).collect();
        self.lose(Loss::Links, all - usable.len().min(ATTACHMENTS_MAX));
        let kept = usable.into_iter().take(ATTACHMENTS_MAX);
        kept.map(|at| Attachment {
            title: self.title(&at.title),
            ..at
        })
        .collect()
    }
}
