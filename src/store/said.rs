//! What the program said once about the place of a diary, so that it is not said at each start.

use super::PlaceRisk;
use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// The words that were said on this computer, one line each in a file of its own: a place is a matter of the computer, not of the diary.
#[derive(Debug, Clone, Default)]
pub struct SaidWords {
    file: Option<PathBuf>,
}

impl SaidWords {
    /// Remembers in this file, which is made when something is said. With `None` nothing is remembered.
    #[must_use]
    pub fn kept_in(file: Option<PathBuf>) -> Self {
        Self { file }
    }

    /// The words on a risk for the diary at this path. Returns `None` if they were said before.
    #[must_use]
    pub fn once(&self, risk: PlaceRisk, path: &Path) -> Option<String> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let line = format!("{} {}", risk.key(), path.to_string_lossy().escape_debug());
        let known = self.file.as_ref().and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
        if known.lines().any(|known| known == line) {
            return None;
        }
        // What cannot be remembered is said again.
        _ = self.file.as_deref().map(|file| add(file, &line));
        Some(risk.words(&path))
    }
}

/// Adds a line to a file that only its owner can read.
fn add(file: &Path, line: &str) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    builder.create(file.parent().unwrap_or_else(|| Path::new(".")))?;
    writeln!(options.open(file)?, "{line}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_said_once_for_each_diary() {
        let folder = tempfile::tempdir().unwrap();
        let said = SaidWords::kept_in(Some(folder.path().join("state/said")));
        let (one, other) = (folder.path().join("one.sqlite"), folder.path().join("other.sqlite"));
        assert!(said.once(PlaceRisk::Network, &one).unwrap().contains("one.sqlite"));
        assert_eq!(said.once(PlaceRisk::Network, &one), None);
        assert!(said.once(PlaceRisk::Network, &other).is_some());
        assert!(said.once(PlaceRisk::NoSharedMemory, &one).is_some());
        assert!(SaidWords::default().once(PlaceRisk::Network, &one).is_some(), "without a file it is said again");
    }
}
