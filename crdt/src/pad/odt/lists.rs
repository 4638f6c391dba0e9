//! Items as lists inside lists.

use super::content::paragraph;
use super::text::text;
use crate::pad::block::BlockKind;
use crate::pad::outline::Item;

/// The items as one or more lists, each item at its depth.
pub(super) fn lists(items: &[Item<'_>]) -> String {
    let mut xml = String::new();
    let mut open: Vec<&str> = Vec::new();
    for item in items {
        let style = style(&item.block.kind);
        close_to(&mut xml, &mut open, item.depth + 1);
        if open.len() > item.depth && open.last() != Some(&style) {
            close_to(&mut xml, &mut open, item.depth);
        }
        if open.len() > item.depth {
            xml.push_str("</text:list-item>");
        } else {
            xml.push_str(&format!("<text:list text:style-name=\"{style}\">"));
            open.push(style);
        }
        xml.push_str(opening(&item.block.kind));
        xml.push_str(&paragraph("List_20_Item", &text(&item.block.runs)));
    }
    close_to(&mut xml, &mut open, 0);
    xml
}

/// Closes open lists until `depth` of them are left.
fn close_to(xml: &mut String, open: &mut Vec<&str>, depth: usize) {
    while open.len() > depth {
        open.pop();
        xml.push_str("</text:list-item></text:list>");
    }
}

fn style(kind: &BlockKind) -> &'static str {
    match kind {
        BlockKind::NumberedItem { .. } => "Numbers",
        BlockKind::CheckItem { .. } => "Checks",
        _ => "Bullets",
    }
}

/// What is ticked has a sign of its own.
fn opening(kind: &BlockKind) -> &'static str {
    match kind {
        BlockKind::CheckItem { checked: true, .. } => {
            "<text:list-item text:style-override=\"Checked\">"
        }
        _ => "<text:list-item>",
    }
}
