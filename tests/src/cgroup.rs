//! A machine with little memory: a control group of Linux (version 1 or 2), which only root can make.
//!
//! The kernel ends what grows beyond it, caches and buffers of sockets included where the version counts them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const ROOT: &str = "/sys/fs/cgroup";

/// A group with a limit; gone when it is dropped, after the processes in it.
pub struct Group(PathBuf);

impl Group {
    /// A group whose processes may hold so much together.
    ///
    /// # Errors
    /// When this is not root, or the system has no memory controller.
    pub fn of(bytes: u64) -> io::Result<Self> {
        let is_second = Path::new(ROOT).join("cgroup.controllers").exists();
        let (root, limit) = if is_second {
            (ROOT.to_owned(), "memory.max")
        } else {
            (format!("{ROOT}/memory"), "memory.limit_in_bytes")
        };
        let name = format!("atelier-{}", std::process::id());
        let group = Self(Path::new(&root).join(name));
        fs::create_dir(&group.0)?;
        fs::write(group.0.join(limit), bytes.to_string())?;
        Ok(group)
    }

    /// Where a process writes its number to be in it.
    pub fn processes(&self) -> PathBuf {
        self.0.join("cgroup.procs")
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir(&self.0) {
            println!("{} stays: {error}", self.0.display());
        }
    }
}
