//! What one call of `log` changes.

use crate::diary::Command;

/// The commands of one call of `log`, which are carried out together.
pub(super) struct Logged {
    pub(super) commands: Vec<Command>,
    /// What follows the printed words of a command when these name no date, e.g. ", on Thu 19 Nov"; else empty.
    pub(super) of: String,
}

impl From<Command> for Logged {
    fn from(command: Command) -> Self {
        Self { commands: vec![command], of: String::new() }
    }
}
