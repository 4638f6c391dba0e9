//! Pages of the database that are not what was written: a flipped bit, zeros, half a page. The server starts, what stood
//! elsewhere is served, and what stood there is missed, never taken for empty.
//!
//! `CORRUPTIONS=2000` tries more of them than the usual hundred.

mod blow;
mod specimen;
mod verdict;

use blow::Blow;
use specimen::{Kind, Specimen};
use verdict::Verdict;

/// So many are tried each time: as many for each kind of page.
const CORRUPTIONS: u64 = 105;

fn corruptions() -> u64 {
    let asked = std::env::var("CORRUPTIONS").ok();
    asked
        .and_then(|asked| asked.parse().ok())
        .unwrap_or(CORRUPTIONS)
}

#[test]
fn a_damaged_page_costs_what_stands_on_it() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let specimen = runtime.block_on(Specimen::new());
    let (mut served, mut told) = (0, 0);
    let mut wrong = Vec::new();
    for seed in 0..corruptions() {
        let blow = Blow::of_seed(&specimen, seed);
        match runtime.block_on(verdict::of(&specimen, &blow)) {
            Verdict::Served => served += 1,
            Verdict::Refused(why) if is_told(&blow, &why) => told += 1,
            Verdict::Refused(why) => wrong.push(format!("{seed}: {blow:?}: refused: {why}")),
            Verdict::Lost(what) => wrong.push(format!("{seed}: {blow:?}: {what}")),
        }
    }
    let tried = corruptions();
    println!(
        "{served} of {tried} cost what stood on the page; {told} were refused with a word on what to do"
    );
    assert!(
        wrong.is_empty(),
        "{served} were served:\n{}",
        wrong.join("\n")
    );
}

/// A header that says it is of the very next version may say the truth: then that version is to be run.
fn is_told(blow: &Blow, why: &str) -> bool {
    blow.page.kind == Kind::Header && why.contains("run the newer version")
}
