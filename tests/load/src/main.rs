//! Measures Atelier: the real binary on one core, everybody else on another; and checks while it measures that nothing
//! is lost.

mod bare;
mod book;
mod disk;
mod ear;
mod fleet;
mod machine;
mod samples;
mod seats;
mod typing;
mod typist;
mod wire;

use anyhow::Result;
use clap::{Parser, Subcommand};

use fleet::Pace;

#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Typing {
        people: usize,
        per_second: f64,
        seconds: f64,
        #[arg(long)]
        bare: bool,
        #[arg(long)]
        batched: bool,
    },
    /// The bare broadcaster alone; the other measures start it.
    Broadcast {
        #[arg(long)]
        port: u16,
        #[arg(long)]
        batched: bool,
    },
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    match Cli::parse().command {
        Command::Broadcast { port, batched } => bare::serve(port, batched).await,
        Command::Typing {
            people,
            per_second,
            seconds,
            bare,
            batched,
        } => {
            machine::pin(std::process::id(), machine::LOAD_CORE)?;
            let pace = Pace {
                per_second,
                seconds,
            };
            let line = if bare || batched {
                let server = end_to_end::server::Server::start().await;
                let room = seats::room(&server).await?;
                typing::bare(people, pace, &room.table, batched).await?
            } else {
                typing::atelier(people, pace).await?
            };
            println!("{}", serde_json::to_string(&line)?);
            Ok(())
        }
    }
}
