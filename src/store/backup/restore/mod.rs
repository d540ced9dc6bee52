//! Restoring a backup: read and tried in a private folder, shown beside the diary of now, and put in its place.

mod candidate;
mod delete;
mod hold;
mod preview;
mod replace;

pub use delete::delete_diary;
pub use preview::{DiaryNow, RestorePreview};
pub use replace::{Restoration, Restored};
