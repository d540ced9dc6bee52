//! A damaged file, and what lies beside it.

/// The bytes of a damaged file.
#[derive(Debug, Clone, Copy)]
pub struct DamagedFile<'a> {
    /// The file.
    pub file: &'a [u8],
    /// The log beside it, `-wal`, if there is one.
    pub log: Option<&'a [u8]>,
    /// The journal beside it, `-journal`, if there is one.
    pub journal: Option<&'a [u8]>,
}

impl<'a> DamagedFile<'a> {
    /// A file with nothing beside it.
    #[must_use]
    pub fn alone(file: &'a [u8]) -> Self {
        Self { file, log: None, journal: None }
    }
}
