//! Several files in one: what office programs call a document.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip file that is being written. The same parts always make the same bytes: no clock is read.
pub struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Package {
    fn default() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Package {
    /// Adds a part as it is: for what is looked at without being unpacked, or is packed already.
    pub fn store(&mut self, path: &str, bytes: &[u8]) {
        self.write(path, bytes, CompressionMethod::Stored);
    }

    /// Adds a part, packed.
    pub fn add(&mut self, path: &str, bytes: &[u8]) {
        self.write(path, bytes, CompressionMethod::Deflated);
    }

    fn write(&mut self, path: &str, bytes: &[u8], method: CompressionMethod) {
        let options = SimpleFileOptions::default().compression_method(method);
        let written = self
            .0
            .start_file(path, options)
            .and_then(|()| Ok(self.0.write_all(bytes)?));
        written.expect("memory takes whatever is written to it");
    }

    /// All of it.
    pub fn finish(self) -> Vec<u8> {
        let finished = self.0.finish();
        finished
            .expect("memory takes whatever is written to it")
            .into_inner()
    }
}
