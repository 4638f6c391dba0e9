//! The pad as a whole HTML page that can be kept, mailed and printed. It loads nothing from
//! anywhere.

use super::lists::lists;
use super::text::{Place, escaped, text};
use crate::pad::block::{Block, BlockKind};
use crate::pad::outline::{Part, parts};

/// What a page needs besides the text.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The pad's title: the page's only first-level heading.
    pub title: &'a str,
    /// Language of the text, as HTML wants it: `fr`, `en`.
    pub language: &'a str,
}

const STYLE: &str = "body{max-width:42rem;margin:2rem auto;padding:0 1rem;\
font:1rem/1.6 system-ui,sans-serif}blockquote{margin-inline:0;padding-inline-start:1rem;\
border-inline-start:.25rem solid}.checks{list-style:none;padding-inline-start:1rem}";

/// A complete page: the pad's headings are one level below its title, items are nested lists.
pub fn html_page(page: Page<'_>, blocks: &[Block]) -> String {
    let title = escaped(page.title);
    let language = escaped(page.language);
    let body: String = parts(blocks).iter().map(part).collect();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}</main>\n\
         </body>\n</html>\n"
    )
}

fn part(part: &Part<'_>) -> String {
    match part {
        Part::Single(block) => single(block),
        Part::Quotes(blocks) => {
            let quotes: String = blocks.iter().map(|block| paragraph(block)).collect();
            format!("<blockquote>\n{quotes}</blockquote>\n")
        }
        Part::Items(items) => lists(items),
    }
}

fn single(block: &Block) -> String {
    match block.kind {
        BlockKind::Heading { level } => {
            let level = level + 1;
            let text = text(&block.runs, Place::Page);
            format!("<h{level}>{text}</h{level}>\n")
        }
        _ => paragraph(block),
    }
}

fn paragraph(block: &Block) -> String {
    format!("<p>{}</p>\n", text(&block.runs, Place::Page))
}
