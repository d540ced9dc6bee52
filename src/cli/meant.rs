//! Amounts that hardly anybody can mean are logged only if the person says that they are meant.

use super::CliError;
use crate::diary::Command;
use clap::Args;

/// Whether amounts are logged that hardly anybody can mean.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Meant {
    /// An unlikely amount, or no cramps after all, is meant
    #[arg(long, global = true)]
    yes: bool,
}

impl Meant {
    /// Whether the person says that it is meant.
    pub(super) fn is_said(self) -> bool {
        self.yes
    }

    /// Lets commands pass whose amounts are as people have them, or are meant.
    ///
    /// # Errors
    /// [`CliError::Usage`] with what looks like a mistake, and with how to say that it is none.
    pub(super) fn ensure(self, commands: &[Command]) -> Result<(), CliError> {
        let doubts: Vec<_> = commands.iter().filter_map(Command::doubt).collect();
        if self.yes || doubts.is_empty() {
            return Ok(());
        }
        Err(CliError::Usage(format!("{}. Nothing was logged. If it is meant, say so with --yes.", doubts.join(". "))))
    }
}
