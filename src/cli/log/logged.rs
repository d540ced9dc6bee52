//! What one command of `log` asks for.

use crate::diary::Command;

/// What is to be logged at once.
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
