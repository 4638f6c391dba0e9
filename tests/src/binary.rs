//! Where the binary under test is, and how to run one of its commands to the end.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Path of the binary: the release build unless `ATELIER_BINARY` names another.
///
/// # Panics
/// When there is no such file: the tests need the real binary.
pub fn path() -> PathBuf {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/release/atelier");
    let path = std::env::var_os("ATELIER_BINARY").map_or(built, PathBuf::from);
    assert!(
        path.exists(),
        "{} is missing: run 'make build' first, or set ATELIER_BINARY",
        path.display()
    );
    path
}

/// How a command ended: whether it succeeded, and everything it printed.
#[derive(Debug)]
pub struct Outcome {
    /// Whether the exit status was 0.
    pub success: bool,
    /// Standard output, then standard error.
    pub said: String,
}

/// Runs `atelier <words>` on a data directory until it ends by itself.
///
/// # Panics
/// When the binary cannot be started.
pub fn run(words: &[&str], data: &Path) -> Outcome {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(path())
        .args(words)
        .arg("--data")
        .arg(data)
        .env("LC_ALL", "C") // it speaks English
        .output()
        .expect("the binary can be started");
    let said = [stdout, stderr].concat();
    Outcome {
        success: status.success(),
        said: String::from_utf8_lossy(&said).into_owned(),
    }
}
