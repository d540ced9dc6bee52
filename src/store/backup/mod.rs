//! Backups that are restored in a trial before they count as such, and restoring one.
//!
//! A backup is a whole diary file of its own, made by SQLite's own copying, in a folder `backups` beside the diary or elsewhere. Its name
//! says when it was made and why. One that is older than a week is deflated.

mod deflate;
mod encrypted;
mod error;
mod foods;
mod keys;
mod list;
mod make;
mod places;
mod reason;
mod restore;
mod thin;

pub use error::BackupError;
pub use keys::BackupKeys;
pub use list::{Backup, copies_before_upgrades};
pub use make::{BackupMade, BackupOrder};
pub use places::BackupPlace;
pub use reason::BackupReason;
pub use restore::{DiaryNow, Restoration, RestorePreview, Restored, delete_diary};
