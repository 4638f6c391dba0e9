//! What was measured as tables in Markdown, with the aim beside each.

mod growth;

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};

use crate::results::Results;
use crate::typing::{Measured, Typing};

const BEGIN: &str = "<!-- measured: begin, written by `make bench` -->";
const END: &str = "<!-- measured: end -->";

/// One line of the table of aims.
struct Line {
    load: String,
    aim: String,
    measured: String,
    met: bool,
}

/// Puts the tables into a page, between its marks.
///
/// # Errors
/// When the page has no marks or cannot be written.
pub fn write(results: &Results, page: &Path) -> Result<()> {
    let text = std::fs::read_to_string(page).context("reading the page")?;
    let (before, rest) = text.split_once(BEGIN).context("the page has no mark")?;
    let (_, after) = rest.split_once(END).context("the page has no end mark")?;
    let tables = tables(results)?;
    let text = format!("{before}{BEGIN}\n\n{tables}\n{END}{after}");
    std::fs::write(page, text).context("writing the page")
}

/// All tables.
///
/// # Errors
/// Never: a text can always be written to.
pub fn tables(results: &Results) -> Result<String> {
    let mut out = String::new();
    if let Some(disk) = results.disk {
        writeln!(
            out,
            "Processor: {}. `fdatasync` of 4 KiB: p50 {} ms, p95 {} ms.\n",
            results.machine,
            number(disk.p50),
            number(disk.p95)
        )?;
    }
    writeln!(out, "| load | aim | measured | |\n|---|---|---|---|")?;
    for line in aims(results) {
        let met = if line.met { "met" } else { "**missed**" };
        writeln!(
            out,
            "| {} | {} | {} | {met} |",
            line.load, line.aim, line.measured
        )?;
    }
    writeln!(
        out,
        "\n| server | people × edits/s | received p50 / p95 / p99 ms | saved p95 ms | CPU ms per 1,000 delivered | core % | \
         MiB | bytes per delivered edit | frames/s each |\n|---|---|---|---|---|---|---|---|---|"
    )?;
    for line in &results.typing {
        write_typing(&mut out, line)?;
    }
    growth::write(&mut out, results)?;
    Ok(out)
}

fn write_typing(out: &mut String, line: &Typing) -> Result<()> {
    let name = match line.server {
        Measured::Atelier => "Atelier",
        Measured::Bare => "bare broadcaster",
        Measured::BareBatched => "bare broadcaster, batched",
    };
    let Some(received) = line.received else {
        writeln!(
            out,
            "| {name} | {} × {} | did not keep up | | | | | | |",
            line.people, line.per_second
        )?;
        return Ok(());
    };
    let saved = match line.server {
        Measured::Atelier => line.saved.map_or("".into(), |saved| number(saved.p95)),
        _ => "–".into(),
    };
    writeln!(
        out,
        "| {name} | {} × {} | {} / {} / {} | {saved} | {} | {:.0} | {:.0} | {:.0} | {:.0} |",
        line.people,
        line.per_second,
        number(received.p50),
        number(received.p95),
        number(received.p99),
        number(line.cpu_ms_per_1000),
        line.cpu_percent,
        line.rss_mib,
        line.bytes_per_edit,
        line.frames_per_second,
    )?;
    Ok(())
}

fn aims(results: &Results) -> Vec<Line> {
    let mut lines = Vec::new();
    lines.extend(typing_aims(results));
    lines.extend(results.crowd.as_ref().map(|crowd| Line {
        load: "1,000 people in 50 workshops, 200 of them typing 2/s".into(),
        aim: "p95 ≤ 100 ms".into(),
        measured: format!("{} ms", number(crowd.received.p95)),
        met: crowd.received.p95 <= 100.0,
    }));
    lines.extend(results.besieged.as_ref().map(|found| Line {
        load: format!(
            "typing beside {} attackers on imports, exports and archives",
            found.attackers
        ),
        aim: format!("p99 ≤ 2 × calm = {} ms", number(2.0 * found.calm.p99)),
        measured: format!("{} ms", number(found.besieged.p99)),
        met: found.besieged.p99 <= 2.0 * found.calm.p99,
    }));
    lines.extend(results.idle.as_ref().map(|idle| Line {
        load: format!("{} idle connections", idle.connections),
        aim: "≤ 300 MB, < 2 % CPU".into(),
        measured: format!("{:.0} MiB, {:.1} %", idle.rss_mib, idle.cpu_percent),
        met: idle.rss_mib * 1.048_576 <= 300.0 && idle.cpu_percent < 2.0,
    }));
    lines.extend(results.joining.as_ref().into_iter().flat_map(joining_aims));
    lines.extend(results.slider.as_ref().into_iter().flat_map(slider_aims));
    lines.extend(results.starting.as_ref().map(|starting| Line {
        load: format!("start to first answer, {} documents", starting.documents),
        aim: "≤ 100 ms".into(),
        measured: format!("{:.0} ms", starting.start_ms),
        met: starting.start_ms <= 100.0,
    }));
    lines.extend(results.browser.as_ref().into_iter().flat_map(browser_aims));
    lines.extend(results.board.as_ref().into_iter().flat_map(board_aims));
    lines
}

fn typing_aims(results: &Results) -> Vec<Line> {
    let disk = results.disk.map_or(0.0, |disk| disk.p95);
    let wanted = [
        (20, 1.0, disk + 10.0, "raw `fdatasync` p95 + 10 ms = "),
        (100, 1.0, 40.0, ""),
        (200, 5.0, 100.0, ""),
        (800, 1.0, 150.0, ""),
        (800, 5.0, 500.0, ""),
    ];
    let line = |(people, per_second, p95_max, why): (usize, f64, f64, &str)| {
        let found = results.typing(Measured::Atelier, people, per_second)?;
        let p95 = found.received?.p95;
        Some(Line {
            load: format!("{people} writers × {per_second}/s in one pad"),
            aim: format!("p95 ≤ {why}{} ms", number(p95_max)),
            measured: format!("{} ms", number(p95)),
            met: p95 <= p95_max,
        })
    };
    let cheaper = || {
        let ours = results.typing(Measured::Atelier, 200, 5.0)?.cpu_ms_per_1000;
        let bare = results.typing(Measured::Bare, 200, 5.0)?.cpu_ms_per_1000;
        Some(Line {
            load: "200 × 5/s: CPU per 1,000 delivered edits".into(),
            aim: format!("< {} ms, the unbatched broadcaster's", number(bare)),
            measured: format!("{} ms", number(ours)),
            met: ours < bare,
        })
    };
    wanted
        .into_iter()
        .filter_map(line)
        .chain(cheaper())
        .collect()
}

fn joining_aims(joining: &crate::joining::Joining) -> [Line; 3] {
    let load = format!("join of a {}-edit pad", joining.edits);
    let bytes_max = joining.shortest_save_bytes as f64 * 1.1;
    [
        Line {
            load: format!("{load}, warm"),
            aim: "≤ 30 ms".into(),
            measured: format!("p95 {} ms", number(joining.warm.p95)),
            met: joining.warm.p95 <= 30.0,
        },
        Line {
            load: format!("{load}, cold"),
            aim: "≤ 700 ms".into(),
            measured: format!("slowest {} ms", number(joining.cold.p99)),
            met: joining.cold.p99 <= 700.0,
        },
        Line {
            load: format!("{load}, bytes"),
            aim: "≤ 1.1 × the shortest `save()`".into(),
            measured: format!("{} of {}", joining.bytes, joining.shortest_save_bytes),
            met: joining.bytes as f64 <= bytes_max,
        },
    ]
}

fn slider_aims(slider: &crate::slider::Slider) -> [Line; 2] {
    let load = format!("history of a {}-edit pad", slider.edits);
    let slowest = slider.version.p95.max(slider.compared.p95);
    [
        Line {
            load: format!("{load}: first look after a start"),
            aim: "≤ 3 s".into(),
            measured: format!("{:.1} s", slider.first_ms / 1_000.0),
            met: slider.first_ms <= 3_000.0,
        },
        Line {
            load: format!("{load}: a version / two compared / a page of who wrote"),
            aim: "p95 ≤ 300 ms".into(),
            measured: format!(
                "{} ms / {} ms / {} ms",
                number(slider.version.p95),
                number(slider.compared.p95),
                number(slider.sittings.p95)
            ),
            met: slowest.max(slider.sittings.p95) <= 300.0,
        },
    ]
}

fn browser_aims(browser: &crate::browser::Browser) -> Vec<Line> {
    let visit = &browser.visit;
    let mut lines = vec![
        Line {
            load: "first visit of a pad in Chromium, text visible / editable".into(),
            aim: "≤ 300 ms / ≤ 1.2 s".into(),
            measured: format!("{:.0} ms / {:.0} ms", visit.text_ms, visit.editable_ms),
            met: visit.text_ms <= 300.0 && visit.editable_ms <= 1_200.0,
        },
        Line {
            load: "first visit of a pad, compressed".into(),
            aim: "JS ≤ 160 kB, wasm ≤ 800 kB".into(),
            measured: format!("{:.0} kB, {:.0} kB", visit.js_kb, visit.wasm_kb),
            met: visit.js_kb <= 160.0 && visit.wasm_kb <= 800.0,
        },
    ];
    lines.extend(browser.typing.iter().map(|typing| Line {
        load: format!(
            "typing in Chromium at {} edits while ten others type",
            typing.edits
        ),
        aim: "key to paint p95 ≤ 16 ms, blocked ≤ 50 ms at 50 k".into(),
        measured: format!(
            "{} ms, {:.0} ms",
            number(typing.key_p95_ms),
            typing.blocked_ms
        ),
        met: typing.key_p95_ms <= 16.0 && (typing.edits != 50_000 || typing.blocked_ms <= 50.0),
    }));
    lines
}

fn board_aims(board: &crate::board::Board) -> [Line; 2] {
    let load = format!("action plan of {} cards in Chromium", board.cards);
    [
        Line {
            load: format!("{load}: first visit, until cards can be moved"),
            aim: "≤ 2 s".into(),
            measured: format!("{:.1} s", board.open_ms / 1_000.0),
            met: board.open_ms <= 2_000.0,
        },
        Line {
            load: format!("{load}: a card is dragged across it while somebody moves others"),
            aim: "frames p95 ≤ 33 ms, blocked ≤ 100 ms, put down ≤ 100 ms".into(),
            measured: format!(
                "{} ms, {:.0} ms, {:.0} ms",
                number(board.frame_p95_ms),
                board.blocked_ms,
                board.drop_ms
            ),
            met: board.frame_p95_ms <= 33.0 && board.blocked_ms <= 100.0 && board.drop_ms <= 100.0,
        },
    ]
}

/// As precise as it is worth.
fn number(value: f64) -> String {
    match value {
        _ if value < 1.0 => format!("{value:.2}"),
        _ if value < 10.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}
