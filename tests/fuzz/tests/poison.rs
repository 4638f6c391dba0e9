//! Damaged frames by the thousand: whatever a room keeps of them loads again, in Rust and in stock JavaScript.
//!
//! `FUZZ_FRAMES=1000000 FUZZ_SEED=7` sends more of them, and others. A failure names the seed that plays it again:
//! `FUZZ_FRAMES=1 FUZZ_SEED=…`.

use std::panic;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use fuzz::case::{FRAMES_PER_CASE, play};
use fuzz::proof::caught;
use fuzz::stock::Stock;

const FRAMES: u64 = 50_000;
const SEED: u64 = 0x5eed;
const FAILURES_SHOWN_MAX: usize = 20;

/// What came of all cases.
struct Tally {
    stock: Stock,
    commits: usize,
    quarantined: usize,
    failures: Vec<String>,
}

impl Tally {
    fn plays(tally: &Mutex<Self>, seed: u64) {
        let outcome = caught(|| play(seed));
        let mut tally = tally.lock().expect("nobody panics while they count");
        match outcome {
            Ok(outcome) => {
                tally.commits += outcome.commits;
                tally.quarantined += outcome.quarantined;
                tally.stock.loads(seed, &outcome.kept);
            }
            Err(why) => tally.failures.push(format!("seed {seed}: {why}")),
        }
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    let named = std::env::var(name).ok();
    named.map_or(otherwise, |text| text.parse().expect("a number is set"))
}

#[test]
fn what_a_room_keeps_loads_again_here_and_in_javascript() {
    let silent = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let first = number("FUZZ_SEED", SEED);
    let cases = number("FUZZ_FRAMES", FRAMES).div_ceil(FRAMES_PER_CASE as u64);
    let tally = Mutex::new(Tally {
        stock: Stock::started(),
        commits: 0,
        quarantined: 0,
        failures: Vec::new(),
    });
    let next = AtomicU64::new(first);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let seeds = || Some(next.fetch_add(1, Ordering::Relaxed));
                let seeds = std::iter::from_fn(seeds).take_while(|seed| *seed < first + cases);
                seeds.for_each(|seed| Tally::plays(&tally, seed));
            });
        }
    });
    panic::set_hook(silent);
    let mut tally = tally.into_inner().expect("nobody panics while they count");
    let loaded = tally.stock.ends();
    println!(
        "{cases} rooms from seed {first}: {} commits, {} times something was taken out again",
        tally.commits, tally.quarantined
    );
    tally.failures.truncate(FAILURES_SHOWN_MAX);
    let failures = tally.failures.join("\n");
    assert!(failures.is_empty(), "in Rust:\n{failures}");
    assert_eq!(loaded, Ok(cases), "in JavaScript");
    assert!(
        tally.commits as u64 > 2 * cases,
        "the frames are too wild to be a test"
    );
}
