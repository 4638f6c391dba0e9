//! What only SQLite understands stays in `disk`: everything else could be asked of another database.

use std::{fs, path::Path};

/// Words of SQLite's dialect; how it is steered, how it numbers rows, how it tells the time.
const OF_SQLITE_ALONE: &[&str] = &[
    "rowid",
    "insert or ",
    "replace into",
    "pragma",
    "vacuum",
    "strftime",
    "unixepoch",
    "julianday",
    "datetime(",
    "current_timestamp",
    "zeroblob",
    "randomblob",
    "nocase",
    "sqlite_schema",
    "sqlite_master",
];

/// What `disk` may say: it alone knows which database it is.
const OF_DISK: &[&str] = &["pragma", "vacuum"];
/// What `salvage` in it may say: it knows how SQLite's files are made.
const OF_SALVAGE: &[&str] = &["pragma", "rowid", "sqlite_schema"];

fn offences(dir: &Path, allowed: &[&str], found: &mut Vec<String>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" && name != "migrations" {
            let allowed = match name.as_str() {
                "disk" => OF_DISK,
                "salvage" => OF_SALVAGE,
                _ => allowed,
            };
            offences(&path, allowed, found);
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            found.extend(said(code, allowed).map(|word| format!("{}: {word}", path.display())));
        }
    }
}

fn said<'a>(code: &str, allowed: &'a [&str]) -> impl Iterator<Item = &'static str> + use<'a> {
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n").to_lowercase();
    let words = OF_SQLITE_ALONE.iter().copied();
    words.filter(move |word| code.contains(word) && !allowed.contains(word))
}

#[test]
fn only_disk_speaks_the_dialect_of_sqlite() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    offences(&src, &[], &mut found);
    assert_eq!(found, Vec::<String>::new());
}
