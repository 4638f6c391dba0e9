//! Directories: making them, making their entries durable, and refusing those where locks and fsync lie.

use std::{fs, io, path::Path};

use crate::{OpenError, disk::privacy, error::at};

/// File systems over a network, where SQLite is known to lose data.
const NETWORK: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ceph",
    "fuse.sshfs",
    "fuse.glusterfs",
    "fuse.rclone",
];

/// Makes the directory, for its owner only, when it does not exist.
pub(crate) fn prepare(dir: &Path) -> Result<(), OpenError> {
    if !dir.is_dir() {
        privacy::create_dir(dir)
            .and_then(|()| sync_dir(dir_of(dir)))
            .map_err(at(dir))?;
    }
    let real = dir.canonicalize().map_err(at(dir))?;
    match kind_of(&real) {
        Some(kind) if NETWORK.contains(&kind.as_str()) => Err(OpenError::NetworkFileSystem {
            path: dir.to_owned(),
            kind,
        }),
        _ => Ok(()),
    }
}

/// Makes what was created, renamed or removed in a directory survive a power loss.
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    fs::File::open(dir)?.sync_all()
}

/// The directory a file is in; `.` for a bare name.
pub(crate) fn dir_of(file: &Path) -> &Path {
    file.parent()
        .filter(|dir| !dir.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// What Linux says is mounted there; nothing elsewhere.
fn kind_of(real: &Path) -> Option<String> {
    kind_in(&fs::read_to_string("/proc/self/mountinfo").ok()?, real)
}

/// The kind of the deepest mount that holds the path; of two at the same place the later one hides the earlier.
fn kind_in(mounts: &str, real: &Path) -> Option<String> {
    let mounted = mounts.lines().filter_map(|line| {
        let (place, kind) = line.split_once(" - ")?;
        Some((place.split(' ').nth(4)?, kind.split(' ').next()?))
    });
    let holding = mounted.filter(|(place, _)| real.starts_with(place));
    holding
        .max_by_key(|(place, _)| place.len())
        .map(|(_, kind)| kind.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /home rw shared:2 - ext4 /dev/sdb1 rw
31 30 0:41 / /home/shared rw - nfs4 server:/export rw";

    #[test]
    fn the_deepest_mount_decides() {
        assert_eq!(
            kind_in(MOUNTS, Path::new("/home/ana/data")).as_deref(),
            Some("ext4")
        );
        assert_eq!(
            kind_in(MOUNTS, Path::new("/home/shared/data")).as_deref(),
            Some("nfs4")
        );
        assert_eq!(
            kind_in(MOUNTS, Path::new("/home/sharedness")).as_deref(),
            Some("ext4")
        );
        assert_eq!(kind_in("nonsense", Path::new("/home")), None);
    }

    #[test]
    fn a_directory_is_made_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let outer = tempfile::tempdir().unwrap();
        let dir = outer.path().join("a/b");
        prepare(&dir).unwrap();
        assert_eq!(
            fs::metadata(&dir).unwrap().permissions().mode() & 0o777,
            0o700
        );
    }
}
