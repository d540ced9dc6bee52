//! Why a backup was made.

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupReason {
    /// Once a day, while the program is used.
    Daily,
    /// The person asked for it.
    Asked,
    /// The diary was to be brought to a newer format.
    BeforeUpgrade,
    /// Something was to be read into the diary.
    BeforeImport,
    /// A backup was to take the place of the diary.
    BeforeRestore,
    /// Another diary was to be merged into this one.
    BeforeMerge,
}

impl BackupReason {
    const ALL: [Self; 6] = [Self::Daily, Self::Asked, Self::BeforeUpgrade, Self::BeforeImport, Self::BeforeRestore, Self::BeforeMerge];

    /// The word in the name of a file, and in what is printed for machines.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Asked => "asked-for",
            Self::BeforeUpgrade => "before-upgrade",
            Self::BeforeImport => "before-import",
            Self::BeforeRestore => "before-restore",
            Self::BeforeMerge => "before-merge",
        }
    }

    /// The reason with this key. Returns `None` if there is none.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }

    /// The reason for a list, in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Asked => "asked for",
            Self::BeforeUpgrade => "before an update",
            Self::BeforeImport => "before an import",
            Self::BeforeRestore => "before a restore",
            Self::BeforeMerge => "before a merge",
        }
    }
}
