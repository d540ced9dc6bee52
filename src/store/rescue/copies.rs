//! The newest copy of a diary, whose first pages may stand in for lost ones.

use crate::salvage::Stead;
use flate2::read::GzDecoder;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes: a diary of centuries.
pub(super) const MOST_BYTES: u64 = 1 << 30;

/// A copy of a diary, in memory.
#[derive(Debug)]
pub(super) struct DiaryCopy {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    pub(super) stead: Stead,
}

impl DiaryCopy {
    /// The newest copy in the folder `backups` beside a diary that can be read. Returns `None` if there is none.
    pub(super) fn newest_of(diary: &Path) -> Option<Self> {
        let folder = diary.with_file_name("backups");
        let stem = format!("{}.", diary.file_stem()?.to_str()?);
        let names = fs::read_dir(&folder).into_iter().flatten().flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| name.strip_prefix(&stem).is_some_and(is_of_copy)).collect();
        names.sort_unstable_by(|one, other| other.cmp(one));
        names.into_iter().find_map(|name| Self::read(folder.join(name)))
    }

    fn read(path: PathBuf) -> Option<Self> {
        let mut file = File::open(&path).ok()?.take(MOST_BYTES);
        let mut bytes = Vec::new();
        if path.extension().is_some_and(|ending| ending == "gz") {
            GzDecoder::new(file).take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
        } else {
            file.read_to_end(&mut bytes).ok()?;
        }
        let stead = Stead::of(&bytes);
        stead.header.is_some().then_some(Self { path, bytes, stead })
    }
}

/// Whether the name of a file goes on behind that of the diary like one of a whole copy: with its moment.
fn is_of_copy(rest: &str) -> bool {
    rest.starts_with(|letter: char| letter.is_ascii_digit()) && (rest.ends_with(".sqlite") || rest.ends_with(".sqlite.gz"))
}
