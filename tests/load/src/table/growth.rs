//! How what an edit costs grows: with the history of a pad, and with the number of documents.

use std::fmt::Write;

use anyhow::Result;

use super::number;
use crate::results::Results;
use crate::samples::Percentiles;
use crate::typing::{Measured, Typing};

/// One line: twenty people who type once a second in one pad, unless it says otherwise.
struct Line {
    load: String,
    received: Option<Percentiles>,
    saved: Option<Percentiles>,
    cpu_percent: f64,
    rss_mib: f64,
}

/// Writes the table.
///
/// # Errors
/// Never: a text can always be written to.
pub(super) fn write(out: &mut String, results: &Results) -> Result<()> {
    writeln!(
        out,
        "\n| 20 people × 1/s in one pad, Atelier | received p50 / p95 / p99 ms | saved p50 / p95 ms | core % | MiB |\n\
         |---|---|---|---|---|"
    )?;
    for line in lines(results) {
        let (Some(received), Some(saved)) = (line.received, line.saved) else {
            continue;
        };
        writeln!(
            out,
            "| {} | {} / {} / {} | {} / {} | {:.0} | {:.0} |",
            line.load,
            number(received.p50),
            number(received.p95),
            number(received.p99),
            number(saved.p50),
            number(saved.p95),
            line.cpu_percent,
            line.rss_mib,
        )?;
    }
    write_first_edit(out, results)
}

fn lines(results: &Results) -> Vec<Line> {
    let mut lines = Vec::new();
    let fresh = results.typing(Measured::Atelier, 20, 1.0);
    lines.extend(fresh.map(|typing| line("a new pad, the only document".into(), typing)));
    for growing in &results.growing {
        lines.push(line(history(growing.edits), &growing.typing));
    }
    let joining = results.joining.as_ref();
    lines.extend(joining.map(|joining| line(history(joining.edits), &joining.typing)));
    lines.extend(results.starting.as_ref().map(|starting| {
        let load = format!("a new pad among {} documents on disk", starting.documents);
        line(load, &starting.typing)
    }));
    lines.extend(results.crowd.as_ref().map(|crowd| Line {
        load: "50 pads open at once, 20 people in each, 4 of them × 2/s".into(),
        received: Some(crowd.received),
        saved: Some(crowd.saved),
        cpu_percent: crowd.cpu_percent,
        rss_mib: crowd.rss_mib,
    }));
    lines
}

fn history(edits: usize) -> String {
    format!("a pad of {edits} edits")
}

fn line(load: String, typing: &Typing) -> Line {
    Line {
        load,
        received: typing.received,
        saved: typing.saved,
        cpu_percent: typing.cpu_percent,
        rss_mib: typing.rss_mib,
    }
}

fn write_first_edit(out: &mut String, results: &Results) -> Result<()> {
    let joining = results.joining.as_ref();
    let Some((joining, first)) = joining.and_then(|one| Some((one, one.first_edit?))) else {
        return Ok(());
    };
    writeln!(
        out,
        "\nThe first edit after a cold join of the {}-edit pad is saved after {} ms: the history has to be in memory for it.",
        joining.edits,
        number(first.p99)
    )?;
    Ok(())
}
