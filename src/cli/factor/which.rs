//! The factor that a command names.

use crate::cli::CliError;
use crate::cli::find_by_name::find_by_name;
use crate::diary::Diary;
use crate::domain::{Entry, Factor};

/// Finds a factor by its name, or by letters that only its name holds.
pub(super) fn find(diary: &Diary, typed: &str) -> Result<Entry<Factor>, CliError> {
    find_by_name(diary.read().all::<Factor>()?, |factor| &factor.name, typed).map_err(|names| {
        CliError::Usage(if names.is_empty() {
            "You have no factors yet. Add one with: cramp-diary factor add --help".to_owned()
        } else {
            format!("No factor of yours is called \"{typed}\". You have: {}.", names.join(", "))
        })
    })
}
