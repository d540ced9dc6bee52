//! What is risky about the place of a diary: a folder that another program copies, a disk in the network, or one without shared memory.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What is risky about the place of a diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceRisk {
    /// The folder lies on another computer.
    Network,
    /// The file system has no memory that processes share.
    NoSharedMemory,
    /// A program copies the folder to other computers.
    Synced {
        /// The program: "Syncthing".
        by: &'static str,
    },
}

impl PlaceRisk {
    /// What the person should know of a diary at this path, in sentences.
    #[must_use]
    pub fn words(self, path: &Path) -> String {
        let path = path.display();
        match self {
            Self::Network => format!(
                "Your diary lies on a network disk. If two computers write to it at once, or the connection breaks, entries can be lost. Use it on one computer at a time, and keep a copy elsewhere: {path}"
            ),
            Self::NoSharedMemory => format!(
                "The disk of your diary lets only one window or command use it at a time, so another has to wait while one saves. Your entries are as safe as elsewhere: {path}"
            ),
            Self::Synced { by } => format!(
                "{by} copies the folder of your diary. If two computers write to it at once, or it is copied while it is open, entries can be lost. Use it on one computer at a time, close it before you change to another, and keep a copy elsewhere: {path}"
            ),
        }
    }

    /// The word by which it is remembered that this was said.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::NoSharedMemory => "no_shared_memory",
            Self::Synced { .. } => "synced",
        }
    }
}

/// What programs that copy folders leave in the folder that they copy, and the program.
const MARKERS: &[(&str, &str)] = &[
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.driveupload", "Google Drive"),
    (".tmp.drivedownload", "Google Drive"),
    (".megaignore", "MEGA"),
    ("seafile-ignore.txt", "Seafile"),
    (".sync/ID", "Resilio Sync"),
];

/// How the names of folders begin that a program copies, and the program.
const FOLDERS: &[(&str, &str)] = &[
    ("OneDrive", "OneDrive"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive", "Google Drive"),
    ("com~apple~CloudDocs", "iCloud Drive"),
    ("CloudStorage", "A cloud drive"),
];

/// Types of file systems whose files lie on another computer, as Linux names them.
const NETWORKS: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ceph",
    "9p",
    "fuse.sshfs",
    "fuse.glusterfs",
    "fuse.rclone",
    "davfs",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
    "fuse.s3fs",
];

/// What is risky about the place of a file. Returns `None` if nothing is known.
pub(super) fn risk_of(path: &Path) -> Option<PlaceRisk> {
    let folder = fs::canonicalize(path).ok()?.parent()?.to_owned();
    synced_by(&folder).map(|by| PlaceRisk::Synced { by }).or_else(|| is_network(&folder).then_some(PlaceRisk::Network))
}

/// The program that copies this folder, or one that it lies in.
fn synced_by(folder: &Path) -> Option<&'static str> {
    folder.ancestors().find_map(|folder| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let named = FOLDERS.iter().find(|(begins, _)| name.starts_with(begins));
        let marked = || MARKERS.iter().find(|(marker, _)| fs::symlink_metadata(folder.join(marker)).is_ok());
        named.or_else(marked).map(|(_, by)| *by)
    })
}

/// Whether a folder lies on another computer, as far as the system tells.
fn is_network(folder: &Path) -> bool {
    let mounts = if cfg!(target_os = "linux") { fs::read_to_string("/proc/self/mountinfo").unwrap_or_default() } else { String::new() };
    file_system_of(folder, &mounts).is_some_and(|kind| NETWORKS.contains(&kind))
}

/// The type of the file system on which a folder lies. `mounts` is a text in the format of `/proc/self/mountinfo`.
fn file_system_of<'a>(folder: &Path, mounts: &'a str) -> Option<&'a str> {
    let read = |line: &'a str| {
        let (place, kind) = line.split_once(" - ")?;
        Some((PathBuf::from(plain(place.split(' ').nth(4)?)), kind.split(' ').next()?))
    };
    // Of several at one place the last one hides the others.
    let over = mounts.lines().filter_map(read).filter(|(place, _)| folder.starts_with(place));
    over.max_by_key(|(place, _)| place.as_os_str().len()).map(|(_, kind)| kind)
}

/// A path without the escapes of `/proc/self/mountinfo`: "\040" is a space.
fn plain(escaped: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .into_iter()
        .fold(escaped.to_owned(), |path, (escape, letter)| path.replace(escape, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_system_is_that_of_the_nearest_place_and_the_last_mounted_there() {
        let mounts = "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/root rw\n\
                      30 22 0:20 / /net rw - ext4 /dev/old rw\n\
                      31 22 0:21 / /net rw master:3 - nfs4 server:/ rw\n\
                      32 22 0:22 / /my\\040stick rw - vfat /dev/sdb1 rw\n";
        for (folder, kind) in
            [("/people/me", "ext4"), ("/net", "nfs4"), ("/net/me", "nfs4"), ("/network", "ext4"), ("/my stick/diary", "vfat")]
        {
            assert_eq!(file_system_of(Path::new(folder), mounts), Some(kind), "{folder}");
        }
        assert_eq!(file_system_of(Path::new("/people"), ""), None);
    }

    #[test]
    fn folders_that_a_program_copies_are_known_by_what_lies_in_them_or_by_their_name() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("health/diary");
        fs::create_dir_all(&inner).unwrap();
        assert_eq!(synced_by(&inner), None);
        let one_drive = folder.path().join("OneDrive - Work/diary");
        assert_eq!(synced_by(&one_drive), Some("OneDrive"));
        for (marker, by) in MARKERS {
            let marker = folder.path().join(marker);
            fs::create_dir_all(&marker).unwrap();
            assert_eq!(synced_by(&inner), Some(*by));
            fs::remove_dir(&marker).unwrap();
        }
    }
}
