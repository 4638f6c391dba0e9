//! The `atelier` command: reads its options, does one thing, says how it went.

use std::process::ExitCode;

use atelier::command::cli::{Cli, Command};
use atelier::command::{backup, check, doctor, logs, serve, spaces};
use atelier::memory;
use clap::Parser;

fn main() -> ExitCode {
    memory::prepare();
    let cli = Cli::parse();
    logs::start(cli.log_format, &cli.log);
    let done = match cli.command {
        Command::Serve(options) => serve::run(options.into()),
        Command::Check(options) => check::run(&options),
        Command::Backup(options) => backup::save(&options),
        Command::Restore(options) => backup::restore(&options),
        Command::Spaces(options) => spaces::run(&options),
        Command::Doctor(options) => return ended(doctor::run(options)),
    };
    ended(done.map(|()| ExitCode::SUCCESS))
}

fn ended(done: anyhow::Result<ExitCode>) -> ExitCode {
    match done {
        Ok(code) => code,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

/// The command line's last word: what failed and why, on standard error.
#[expect(
    clippy::print_stderr,
    reason = "this is the command line speaking to its user"
)]
fn complain(error: &anyhow::Error) {
    eprintln!("atelier: {error:#}");
}
