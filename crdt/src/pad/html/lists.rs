//! Items as lists inside lists.

use super::text::{Place, text};
use crate::pad::block::BlockKind;
use crate::pad::outline::Item;

/// The items as one or more lists, each item at its depth.
pub(super) fn lists(items: &[Item<'_>]) -> String {
    let mut html = String::new();
    let mut open: Vec<List> = Vec::new();
    for item in items {
        let list = List::of(&item.block.kind);
        close_to(&mut html, &mut open, item.depth + 1);
        if open.len() > item.depth && open.last() != Some(&list) {
            close_to(&mut html, &mut open, item.depth);
        }
        if open.len() > item.depth {
            html.push_str("</li>\n");
        } else {
            html.push_str(list.opening());
            open.push(list);
        }
        html.push_str(&entry(item));
    }
    close_to(&mut html, &mut open, 0);
    html
}

/// Closes open lists until `depth` of them are left.
fn close_to(html: &mut String, open: &mut Vec<List>, depth: usize) {
    while open.len() > depth {
        let list = open.pop().expect("more lists are open than the depth");
        html.push_str("</li>\n");
        html.push_str(list.closing());
    }
}

/// An item without its end: a list inside it may follow.
fn entry(item: &Item<'_>) -> String {
    let text = text(&item.block.runs, Place::Page);
    match &item.block.kind {
        BlockKind::CheckItem { checked, .. } => {
            let checked = if *checked { " checked" } else { "" };
            format!(r#"<li><label><input type="checkbox" disabled{checked}> {text}</label>"#)
        }
        _ => format!("<li>{text}"),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Bullet,
    Numbered,
    Check,
}

impl List {
    fn of(kind: &BlockKind) -> Self {
        match kind {
            BlockKind::NumberedItem { .. } => Self::Numbered,
            BlockKind::CheckItem { .. } => Self::Check,
            _ => Self::Bullet,
        }
    }

    fn opening(self) -> &'static str {
        match self {
            Self::Bullet => "<ul>\n",
            Self::Numbered => "<ol>\n",
            Self::Check => "<ul class=\"checks\">\n",
        }
    }

    fn closing(self) -> &'static str {
        match self {
            Self::Bullet | Self::Check => "</ul>\n",
            Self::Numbered => "</ol>\n",
        }
    }
}
