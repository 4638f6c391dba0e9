//! Looking through every file, as it lies on the disk: what was overwritten, moved or never used included.

use std::{collections::BTreeSet, fs, io, path::Path};

use crate::Needles;

/// Where something is found, as `file: what`, each once; in the names of files as well.
pub fn in_files(dir: &Path, needles: &Needles) -> io::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let of_name = needles.found_in(name.as_bytes()).into_iter();
        found.extend(of_name.map(|what| format!("the name of {name}: {what}")));
        if path.is_dir() {
            found.extend(in_files(&path, needles)?);
        } else {
            let content = fs::read(&path)?;
            let inside = needles.found_in(&content).into_iter();
            found.extend(inside.map(|what| format!("{name}: {what}")));
        }
    }
    Ok(found)
}
