//! What to draw, and drawing it.
//!
//! STUB, to be dropped at merge: only what `cli/chart.rs` is written against.

use crate::insights::Trends;
use std::path::{Path, PathBuf};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A chart could not be drawn or saved.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The file could not be written.
    #[error("The chart could not be saved ({source}): {}", path.display())]
    Save {
        /// What the system reports.
        source: std::io::Error,
        /// The file.
        path: PathBuf,
    },
}

/// Draws the trends into a file, SVG or PNG by its extension.
///
/// # Errors
/// A [`ChartError`] when the file cannot be written.
pub fn save_trends(trends: &Trends, look: Look, size: (u32, u32), path: &Path) -> Result<(), ChartError> {
    _ = (trends, look, size);
    std::fs::write(path, []).map_err(|source| ChartError::Save { source, path: path.to_owned() })
}
