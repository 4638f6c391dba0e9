//! Measures Atelier: the real binary on one core, everybody else on another; and checks while it measures that nothing
//! is lost. Run from the root of the project, as `make bench` does.

mod bare;
mod besieged;
mod board;
mod book;
mod browser;
mod crowd;
mod disk;
mod ear;
mod fleet;
mod growing;
mod history;
mod idle;
mod joining;
mod machine;
mod results;
mod samples;
mod script;
mod seats;
mod slider;
mod starting;
mod table;
mod typing;
mod typist;
mod wire;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};
use end_to_end::server::Server;

use fleet::Pace;
use results::Results;

/// Edits of the longest pad to expect.
const LONG_PAD_EDITS: usize = 259_778;
const IDLE_CONNECTIONS: usize = 10_000;
const MANY_DOCUMENTS: usize = 1_000;
/// People in one pad, and how many edits each makes in a second.
const LOADS: [(usize, f64); 10] = [
    (20, 1.0),
    (50, 1.0),
    (100, 1.0),
    (200, 1.0),
    (400, 1.0),
    (800, 1.0),
    (50, 5.0),
    (200, 5.0),
    (400, 5.0),
    (800, 5.0),
];

#[derive(Parser)]
#[command(about = "Measures Atelier under load")]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// What to measure; everything when nothing is named.
    #[arg(long, value_delimiter = ',')]
    only: Vec<Measure>,
    /// How long people type in each measure.
    #[arg(long, default_value_t = 10.0)]
    seconds: f64,
    /// Of the measures of one pad, only those with so many people.
    #[arg(long)]
    people: Option<usize>,
    /// Where the results are kept.
    #[arg(long, default_value = "docs/benchmarks.json")]
    results: PathBuf,
    /// The page whose tables are written anew.
    #[arg(long, default_value = "docs/benchmarks.md")]
    page: PathBuf,
}

#[derive(Subcommand)]
enum Command {
    /// The bare broadcaster alone, as the measures start it.
    Broadcast {
        #[arg(long)]
        port: u16,
        #[arg(long)]
        batched: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Measure {
    Typing,
    Bare,
    Crowd,
    Idle,
    Growing,
    Joining,
    Slider,
    Starting,
    Browser,
    Board,
    Besieged,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let cli = Cli::parse();
    if let Some(Command::Broadcast { port, batched }) = cli.command {
        return bare::serve(port, batched).await;
    }
    machine::pin(std::process::id(), machine::LOAD_CORE)?;
    let mut results = Results::read(&cli.results)?;
    results.machine = results::processor();
    results.disk = Some(disk::measure()?);
    for measure in Measure::value_variants() {
        if cli.only.is_empty() || cli.only.contains(measure) {
            println!("measuring: {measure:?}");
            take(*measure, &cli, &mut results).await?;
            results.write(&cli.results)?;
        }
    }
    table::write(&results, &cli.page)?;
    println!("{}", table::tables(&results)?);
    Ok(())
}

async fn take(measure: Measure, cli: &Cli, results: &mut Results) -> Result<()> {
    let seconds = cli.seconds;
    match measure {
        Measure::Typing => take_typing(cli, results).await?,
        Measure::Bare => take_bare(cli, results).await?,
        Measure::Crowd => results.crowd = Some(crowd::measure(seconds).await?),
        Measure::Idle => results.idle = Some(idle::measure(IDLE_CONNECTIONS, seconds).await?),
        Measure::Growing => results.growing = growing::measure(seconds).await?,
        Measure::Joining => {
            results.joining = Some(joining::measure(LONG_PAD_EDITS, seconds).await?);
        }
        Measure::Slider => results.slider = Some(slider::measure(LONG_PAD_EDITS).await?),
        Measure::Starting => {
            results.starting = Some(starting::measure(MANY_DOCUMENTS, seconds).await?);
        }
        Measure::Browser => results.browser = Some(browser::measure().await?),
        Measure::Board => results.board = Some(board::measure().await?),
        Measure::Besieged => results.besieged = Some(besieged::measure(seconds).await?),
    }
    Ok(())
}

async fn take_typing(cli: &Cli, results: &mut Results) -> Result<()> {
    for (people, pace) in loads(cli) {
        results.put(typing::atelier(people, pace).await?);
    }
    Ok(())
}

async fn take_bare(cli: &Cli, results: &mut Results) -> Result<()> {
    let server = Server::start().await;
    let room = seats::room(&server).await?;
    for (people, pace) in loads(cli) {
        for batched in [false, true] {
            results.put(typing::bare(people, pace, &room.table, batched).await?);
        }
    }
    Ok(())
}

/// The loads of one pad that were asked for.
fn loads(cli: &Cli) -> impl Iterator<Item = (usize, Pace)> + use<'_> {
    let seconds = cli.seconds;
    let wanted = |(people, _): &(usize, f64)| cli.people.is_none_or(|only| only == *people);
    LOADS
        .into_iter()
        .filter(wanted)
        .map(move |(people, per_second)| {
            let pace = Pace {
                per_second,
                seconds,
            };
            (people, pace)
        })
}
