//! Backups on the screen: what is kept and was tried, and restoring one. The settings show both, a diary that does not open the second.

mod restore;
mod saved;
mod view;
mod words;

pub use restore::RestorePart;
pub use saved::SavedPart;
pub use view::{BackupList, BackupsView, RestoreStep};
pub(in crate::ui::screens) use words::ago;
pub use words::too_long_alone;
