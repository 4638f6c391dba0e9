//! An agenda as a whole HTML page, to be sent before the day and put on the wall.

use super::{clock, heading, timed};
use crate::agenda::{Agenda, Day};
use crate::cover::Cover;
use crate::html::{Page, escaped};

const STYLE: &str = "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.5 system-ui,sans-serif}\
h1{line-height:1.2}h2{margin-top:2rem}table{width:100%;border-collapse:collapse}th,td{padding:.4rem .5rem .4rem 0;\
border-top:1px solid;text-align:start;vertical-align:top;overflow-wrap:anywhere}th{white-space:nowrap;\
font-variant-numeric:tabular-nums;font-weight:600}.break td{font-style:italic}tr{break-inside:avoid}\
@page{margin:15mm}@media print{body{max-width:none;margin:0}section{break-inside:avoid-page}h2{break-after:avoid}}";

/// A complete page: a table for each day. Steps that wait for a day are not shown: nobody knows when they are.
pub(in crate::agenda) fn html_page(agenda: &Agenda, cover: &Cover) -> String {
    let body: String = agenda.days.iter().map(|day| section(day, cover)).collect();
    let page = Page {
        title: &cover.title,
        language: cover.language,
        head: "<meta name=\"color-scheme\" content=\"light dark\">\n",
        style: STYLE,
        body: &body,
    };
    page.written()
}

fn section(day: &Day, cover: &Cover) -> String {
    let title = escaped(&heading(day, cover.language));
    let rows: String = timed(day)
        .map(|(step, slot)| {
            let (class, name) = (step.kind.as_str(), escaped(&step.title));
            let (from, to) = (clock(slot.start), clock(slot.end));
            format!(
                "<tr class=\"{class}\"><th scope=\"row\">{from}–{to}</th><td>{name}</td></tr>\n"
            )
        })
        .collect();
    let inside = if rows.is_empty() {
        format!("<p>{}</p>\n", cover.language.agenda_words().nothing)
    } else {
        format!("<table>\n{rows}</table>\n")
    };
    format!("<section>\n<h2>{title}</h2>\n{inside}</section>\n")
}
