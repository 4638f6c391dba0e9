//! What is kept is read by the account that runs Atelier and by no other of the machine: the directory and the files in it
//! are their owner's alone, also those that were there before with other modes.

use std::{
    fs::{self, File, Metadata, OpenOptions, Permissions},
    io::{self, ErrorKind},
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

use crate::{
    OpenError,
    disk::names::{DAMAGED, FILE, REPLACED},
    error::at,
};

/// What the owner of a directory may do, and the bits that are about the directory itself.
const DIRECTORY_MODE: u32 = 0o6700;
/// What the owner of a file may do.
const FILE_MODE: u32 = 0o600;
/// A directory in which everybody may put files, as `/tmp`.
const SHARED: u32 = 0o1000;

/// Something in the data directory that other accounts of the machine may open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenToOthers {
    /// Where it is.
    pub path: PathBuf,
    /// Who may do what with it, as `chmod` takes it.
    pub mode: u32,
    /// The number of the account it belongs to.
    pub owner: u32,
    /// The mode it should have.
    pub wanted: u32,
}

/// What of a data directory other accounts may open: the directory itself, and files of ours in it. Links are not followed,
/// and files of others are not looked at.
///
/// # Errors
/// When the directory cannot be read.
pub fn open_to_others(dir: &Path) -> io::Result<Vec<OpenToOthers>> {
    let mut found: Vec<_> = open(dir)?.into_iter().collect();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if !is_ours(&entry.file_name().to_string_lossy()) {
            continue;
        }
        found.extend(open(&entry.path())?);
        if entry.file_type()?.is_dir() {
            for kept in fs::read_dir(entry.path())? {
                found.extend(open(&kept?.path())?);
            }
        }
    }
    Ok(found)
}

/// Closes what other accounts may open, and says so.
///
/// # Errors
/// When the directory is shared by everybody, or belongs to another account, so that it cannot be closed.
pub(crate) fn close_to_others(dir: &Path) -> Result<(), OpenError> {
    let about = fs::metadata(dir).map_err(at(dir))?;
    if about.mode() & SHARED != 0 {
        return Err(OpenError::Shared(dir.to_owned()));
    }
    open_to_others(dir)
        .map_err(at(dir))?
        .into_iter()
        .try_for_each(close)
}

/// A new file, or one that is emptied, for its owner only.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let options = options.write(true).create(true).truncate(true);
    options.mode(FILE_MODE).open(path)
}

/// Makes a directory and those it is in, for their owner only.
pub(crate) fn create_dir(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true).mode(0o700).create(path)
}

fn open(path: &Path) -> io::Result<Option<OpenToOthers>> {
    match fs::symlink_metadata(path) {
        Ok(about) => Ok(of(path, &about)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None), // it went meanwhile
        Err(error) => Err(error),
    }
}

fn of(path: &Path, about: &Metadata) -> Option<OpenToOthers> {
    let mode = about.mode() & 0o7777;
    let wanted = mode
        & if about.is_dir() {
            DIRECTORY_MODE
        } else {
            FILE_MODE
        };
    let is_open = mode & 0o077 != 0 && !about.is_symlink();
    is_open.then(|| OpenToOthers {
        path: path.to_owned(),
        mode,
        owner: about.uid(),
        wanted,
    })
}

/// Whether a file of this name is Atelier's or a copy of its database.
fn is_ours(name: &str) -> bool {
    let is_named = ["lock", "ballast", "control.sock"].contains(&name);
    let begins = [FILE, DAMAGED, REPLACED];
    let ends = [".sqlite", ".atelier", ".partial"];
    is_named
        || begins.iter().any(|begins| name.starts_with(begins))
        || ends.iter().any(|ends| name.ends_with(ends))
}

/// A file system without modes cannot be told to close anything; whose directory is another's, nothing is kept in it.
fn close(found: OpenToOthers) -> Result<(), OpenError> {
    let OpenToOthers {
        path,
        mode,
        owner,
        wanted,
    } = found;
    let (was, shown) = (format!("{mode:04o}"), path.display());
    match fs::set_permissions(&path, Permissions::from_mode(wanted)) {
        Ok(()) => {
            tracing::warn!(path = %shown, was, now = format!("{wanted:04o}"), "other accounts of this machine could open it: closed")
        }
        Err(_) if owner != rustix::process::geteuid().as_raw() => {
            return Err(OpenError::NotOurs { path, mode: was });
        }
        Err(error) => {
            tracing::warn!(%error, path = %shown, mode = was, "other accounts of this machine may open it, and this file system does not let it be closed")
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).unwrap().mode() & 0o7777
    }

    fn set(path: &Path, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn what_is_ours_is_closed_and_what_is_not_is_left() {
        let place = tempfile::tempdir().unwrap();
        let dir = place.path();
        let ours = [
            FILE,
            "atelier.sqlite-wal",
            "lock",
            "ballast",
            "monday.sqlite",
        ];
        for name in ours {
            fs::write(dir.join(name), "").unwrap();
            set(&dir.join(name), 0o664);
        }
        let aside = dir.join("damaged-1");
        create_dir(&aside).unwrap();
        fs::write(aside.join(FILE), "").unwrap();
        set(&aside.join(FILE), 0o644);
        set(&aside, 0o2755);
        fs::write(dir.join("notes.txt"), "").unwrap();
        set(&dir.join("notes.txt"), 0o644);
        std::os::unix::fs::symlink(dir.join("notes.txt"), dir.join("other.sqlite")).unwrap();
        set(dir, 0o755);
        assert_eq!(open_to_others(dir).unwrap().len(), ours.len() + 3);
        close_to_others(dir).unwrap();
        assert_eq!(open_to_others(dir).unwrap(), []);
        assert_eq!((mode(dir), mode(&dir.join(FILE))), (0o700, 0o600));
        assert_eq!((mode(&aside), mode(&aside.join(FILE))), (0o2700, 0o600));
        assert_eq!(mode(&dir.join("notes.txt")), 0o644);
    }

    #[test]
    fn a_directory_for_everybody_is_refused_and_left_as_it_is() {
        let place = tempfile::tempdir().unwrap();
        set(place.path(), 0o1777);
        let refused = close_to_others(place.path());
        assert!(matches!(refused, Err(OpenError::Shared(_))));
        assert_eq!(mode(place.path()), 0o1777);
    }

    #[test]
    fn a_directory_of_another_account_is_refused() {
        // As root, everything can be closed: there is nothing to refuse.
        let not_ours = OpenToOthers {
            path: "/proc/self/status".into(),
            mode: 0o444,
            owner: rustix::process::geteuid().as_raw().wrapping_add(1),
            wanted: 0o400,
        };
        let refused = close(not_ours).unwrap_err();
        assert!(matches!(&refused, OpenError::NotOurs { mode, .. } if mode == "0444"));
        assert!(refused.to_string().contains("another account"));
    }

    #[test]
    fn what_is_made_is_made_closed() {
        let place = tempfile::tempdir().unwrap();
        let dir = place.path().join("a/b");
        create_dir(&dir).unwrap();
        drop(create(&dir.join("file")).unwrap());
        assert_eq!((mode(&dir), mode(&dir.join("file"))), (0o700, 0o600));
    }
}
