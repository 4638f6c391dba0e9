//! A wall as a whole HTML page that can be kept, mailed and printed.

use super::Item;
use crate::cover::Cover;
use crate::html::{Page, escaped};
use crate::wall::{Note, Wall};

const STYLE: &str = "body{max-width:64rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}\
h1{line-height:1.2}main{display:grid;gap:1rem}h2{border-bottom:2px solid}section,li{break-inside:avoid}\
ul{padding-inline-start:1.25rem}li{overflow-wrap:anywhere}@page{margin:15mm}\
@media print{body{max-width:none;margin:0}h2,h3{break-after:avoid}}";

/// A complete page: a heading for each column, one below for each group.
pub fn html_page(wall: &Wall, cover: &Cover) -> String {
    let words = cover.language.wall_words();
    let mut body = String::new();
    for column in &wall.columns {
        let items = wall.items(column);
        let inside: String = items.iter().map(|item| written(item, cover)).collect();
        let inside = if items.is_empty() {
            format!("<p>{}</p>\n", words.nothing)
        } else {
            inside
        };
        let title = escaped(&column.title);
        body += &format!("<section>\n<h2>{title}</h2>\n{inside}</section>\n");
    }
    if let Some(outcome) = wall.outcome {
        body += &format!("<p>{}</p>\n", escaped(&(words.outcome)(outcome)));
    }
    let page = Page {
        title: &cover.title,
        language: cover.language,
        head: "<meta name=\"color-scheme\" content=\"light dark\">\n",
        style: STYLE,
        body: &body,
    };
    page.written()
}

fn written(item: &Item<'_>, cover: &Cover) -> String {
    match item {
        Item::Note(note) => format!("<ul>\n{}</ul>\n", line(note, cover)),
        Item::Group(group, notes) => {
            let title = match group.title.as_str() {
                "" => cover.language.wall_words().unnamed_group,
                title => title,
            };
            let lines = notes.iter().map(|note| line(note, cover));
            let (title, lines) = (escaped(title), lines.collect::<String>());
            format!("<h3>{title}</h3>\n<ul>\n{lines}</ul>\n")
        }
    }
}

fn line(note: &Note, cover: &Cover) -> String {
    let by = match cover.name(&note.by) {
        "" => String::new(),
        name => format!(" — {}", escaped(name)),
    };
    format!("<li>{}{by}</li>\n", escaped(&note.text))
}
