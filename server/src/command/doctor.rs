//! `atelier doctor`: says in plain words what is wrong with a server and its data, and changes nothing.

mod finding;
mod gather;
mod judge;
mod report;

use std::process::ExitCode;

use anyhow::Result;

use super::cli::Serve;
use super::speech::{self, say};
use crate::language::Sentence;
pub use finding::{Finding, Weight};
pub use report::{Report, running};

/// Looks, and says what it finds. Fails when anything is wrong; what is only worth knowing does not count.
///
/// # Errors
/// When it cannot look at all.
pub fn run(options: Serve) -> Result<ExitCode> {
    let facts = gather::gather(options.into())?;
    let findings = judge::judge(&facts);
    let language = speech::language();
    for finding in &findings {
        say(&finding.text(language));
    }
    let wrong = findings
        .iter()
        .filter(|found| found.weight == Weight::Wrong);
    let wrong = wrong.count();
    say(&speech::with(VERDICT[wrong.min(2)], &[&wrong.to_string()]));
    Ok(if wrong == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Of nothing, one thing, several things that are wrong.
const VERDICT: [Sentence; 3] = [
    Sentence {
        fr: "Rien ne va mal.",
        en: "Nothing is wrong.",
    },
    Sentence {
        fr: "Une chose ne va pas.",
        en: "One thing is wrong.",
    },
    Sentence {
        fr: "{} choses ne vont pas.",
        en: "{} things are wrong.",
    },
];
