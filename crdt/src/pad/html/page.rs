//! The pad as a whole HTML page that can be kept, mailed and printed.

use super::image;
use super::lists::lists;
use super::table;
use super::text::{Place, text};
use crate::html::Page;
use crate::language::Language;
use crate::pad::block::{Block, BlockKind};
use crate::pad::comments::{Noted, section};
use crate::pad::outline::{Part, parts};

const STYLE: &str = "body{max-width:42rem;margin:2rem auto;padding:0 1rem;\
font:1rem/1.6 system-ui,sans-serif}blockquote{margin-inline:0;padding-inline-start:1rem;\
border-inline-start:.25rem solid}.checks{list-style:none;padding-inline-start:1rem}\
.callout{margin-block:1rem;padding:.5rem 1rem;border:1px solid;border-radius:.5rem}\
.callout p{margin-block:.25rem}pre{padding:.75rem 1rem;border:1px solid;border-radius:.5rem;\
white-space:pre-wrap;overflow-wrap:anywhere}table{border-collapse:collapse;margin-block:1rem}\
caption{font-weight:700;text-align:start}th,td{padding:.25rem .75rem;border:1px solid;\
text-align:start;vertical-align:top}.notes{margin-block-start:3rem;\
border-block-start:1px solid}.notes p{margin-block:.25rem}figure{margin:1rem 0}\
img{max-width:100%;height:auto}figcaption{font-size:.9rem}";

/// A complete page: the pad's headings are one level below its title, items are nested lists, notes stand at the end.
pub fn html_page(title: &str, language: Language, pad: &Noted) -> String {
    let text: String = parts(&pad.blocks).iter().map(part).collect();
    let body = text + &section(&pad.notes, language);
    let page = Page {
        title,
        language,
        head: "",
        style: STYLE,
        body: &body,
    };
    page.written()
}

fn part(part: &Part<'_>) -> String {
    match part {
        Part::Single(block) => single(block),
        Part::Quotes(blocks) => {
            let quotes = paragraphs(blocks);
            format!("<blockquote>\n{quotes}</blockquote>\n")
        }
        Part::Callouts(tone, blocks) => {
            let (tone, lines) = (tone.as_str(), paragraphs(blocks));
            format!("<div class=\"callout {tone}\" role=\"note\">\n{lines}</div>\n")
        }
        Part::Items(items) => lists(items),
    }
}

fn single(block: &Block) -> String {
    match &block.kind {
        BlockKind::Heading { level } => {
            let level = level + 1;
            let text = text(&block.runs, Place::Page);
            format!("<h{level}>{text}</h{level}>\n")
        }
        BlockKind::Code => {
            let text = text(&block.runs, Place::Code);
            format!("<pre><code>{text}</code></pre>\n")
        }
        BlockKind::Image(shown) => image::page(shown, &block.runs),
        BlockKind::Table { rows } => table::page(&block.runs, rows),
        BlockKind::Rule if block.runs.is_empty() => "<hr>\n".to_owned(),
        BlockKind::Rule => format!("<hr>\n{}", paragraph(block)),
        _ => paragraph(block),
    }
}

fn paragraphs(blocks: &[&Block]) -> String {
    blocks.iter().map(|block| paragraph(block)).collect()
}

fn paragraph(block: &Block) -> String {
    format!("<p>{}</p>\n", text(&block.runs, Place::Page))
}
