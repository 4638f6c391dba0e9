//! Archives taken apart and put together otherwise.

use std::io::Read;

use serde_json::Value;
use tar::{Archive, Builder, Header};

/// The paths and contents of an archive, in their order.
#[derive(Clone)]
pub struct Tarball(pub Vec<(String, Vec<u8>)>);

impl Tarball {
    /// Takes one apart.
    pub fn of(bytes: &[u8]) -> Self {
        let mut archive = Archive::new(bytes);
        let entries = archive.entries().expect("an archive");
        let files = entries.map(|entry| {
            let mut entry = entry.expect("an entry");
            let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).expect("its content");
            (path, content)
        });
        Self(files.collect())
    }

    /// The content of the first file whose path begins so.
    pub fn file(&mut self, begins: &str) -> &mut Vec<u8> {
        let found = self.0.iter_mut().find(|(path, _)| path.starts_with(begins));
        &mut found.expect("a file").1
    }

    /// The same with another manifest.
    pub fn with_manifest(mut self, change: impl FnOnce(&mut Value)) -> Self {
        let content = self.file("manifest.json");
        let mut manifest = serde_json::from_slice(content).expect("JSON");
        change(&mut manifest);
        *content = manifest.to_string().into_bytes();
        self
    }

    /// Puts it together again.
    pub fn bytes(&self) -> Vec<u8> {
        let mut archive = Builder::new(Vec::new());
        for (path, content) in &self.0 {
            let mut header = Header::new_gnu();
            header.set_size(content.len() as u64);
            let added = archive.append_data(&mut header, path, content.as_slice());
            added.expect("memory takes anything");
        }
        archive.into_inner().expect("memory takes anything")
    }
}
