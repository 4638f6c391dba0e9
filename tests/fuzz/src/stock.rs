//! The stock JavaScript build of automerge, in a Node process that loads what it is given.

use std::io::{BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::proof::Kept;

/// A Node process that is given documents one after the other and tells at the end which did not load.
pub struct Stock {
    process: Child,
    documents: BufWriter<ChildStdin>,
}

impl Stock {
    /// Starts the process.
    ///
    /// # Panics
    /// When Node, or what the tests need of it (`tests/node_modules`), is not there.
    pub fn started() -> Self {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        assert!(
            tests.join("node_modules/@automerge/automerge").exists(),
            "the stock build is missing: run 'npm --prefix tests ci'"
        );
        let mut process = Command::new("node")
            .args(["--import", "tsx", "world/stock-loads.ts"])
            .current_dir(tests)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node can be started");
        let documents = process.stdin.take().expect("its input is a pipe");
        Self {
            process,
            documents: BufWriter::new(documents),
        }
    }

    /// Gives it a document; the seed says where it comes from.
    ///
    /// # Panics
    /// When the process is gone.
    pub fn loads(&mut self, seed: u64, kept: &Kept) {
        let heads = kept.heads.iter().flat_map(|head| head.0);
        let heads: Vec<u8> = heads.collect();
        let lengths = [kept.bytes.len(), heads.len()].map(|length| (length as u64).to_le_bytes());
        let record = [
            &seed.to_le_bytes()[..],
            &lengths.concat(),
            &kept.bytes,
            &heads,
        ]
        .concat();
        self.documents
            .write_all(&record)
            .expect("node takes what it is given");
    }

    /// How many documents it loaded, once it is done.
    ///
    /// # Errors
    /// What did not load, a line for each: the seed and what went wrong.
    ///
    /// # Panics
    /// When the process cannot be waited for.
    pub fn ends(mut self) -> Result<u64, String> {
        drop(self.documents);
        let mut said = String::new();
        let mut output = self.process.stdout.take().expect("its output is a pipe");
        output.read_to_string(&mut said).expect("node writes text");
        self.process.wait().expect("node ends");
        let count = said.trim().strip_prefix("loaded ").map(str::parse);
        match count {
            Some(Ok(count)) => Ok(count),
            _ => Err(said),
        }
    }
}
