//! Another program that reads PDFs.

use std::io::Write;
use std::process::{Command, Stdio};

/// What a program of poppler says of a PDF.
pub fn told(program: &str, options: &[&str], pdf: &[u8]) -> String {
    let mut asked = Command::new(program)
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} is needed (Debian: poppler-utils): {error}"));
    let mut stdin = asked.stdin.take().expect("it is piped");
    let bytes = pdf.to_vec();
    let writing = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = asked.wait_with_output().expect("it ends");
    writing.join().expect("no panic").expect("it reads all");
    let complaints = String::from_utf8_lossy(&output.stderr);
    // What a tagged PDF says of itself is not read well by poppler before 24.
    let complaints = complaints.replace(
        "Syntax Error: Suspects object is wrong type (boolean)\n",
        "",
    );
    assert!(
        output.status.success() && complaints.is_empty(),
        "{complaints}"
    );
    String::from_utf8(output.stdout).expect("it answers in text")
}
