//! What is shown of exports and imports.

/// What is shown of exports and imports.
#[derive(Debug, Clone, Copy)]
pub struct OwnFilesView<'a> {
    /// Whether an export is being written.
    pub is_exporting: bool,
    /// Whether this computer keeps the keys of encrypted copies.
    pub can_encrypt: bool,
    /// How far an import is.
    pub import: ImportStep<'a>,
}

/// The formats in which a diary leaves the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OwnFormat {
    /// One JSON file.
    #[default]
    Json,
    /// One encrypted JSON file.
    Encrypted,
    /// A folder of CSV files.
    Tables,
}

/// How far an import is.
#[derive(Debug, Clone, Copy)]
pub enum ImportStep<'a> {
    /// No file was chosen.
    NotAsked,
    /// It is being read.
    Reading,
    /// Why it cannot be read, in a sentence.
    Refused(&'a str),
    /// It is encrypted, and this computer cannot open it: a sentence.
    Locked(&'a str),
    /// What it would change.
    Ready(&'a FilePreview),
    /// It is coming into the diary.
    TakingIn,
}

/// What an import would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePreview {
    /// The name of the file or folder.
    pub from: String,
    /// What would come, in one line.
    pub what: String,
    /// Whether anything would change.
    pub is_new: bool,
    /// What would be added, changed and deleted, in a line each.
    pub counts: Vec<String>,
    /// Each difference and what would be settled, in a line each.
    pub details: Vec<String>,
    /// The first records that cannot be read, in a line each.
    pub left_out: Vec<String>,
    /// How many records cannot be read.
    pub left_out_count: usize,
    /// What this version does not know, in a line each.
    pub unknown: Vec<String>,
}
