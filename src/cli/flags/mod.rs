//! `flags`: what in the diary may need a doctor.

mod acknowledge;
mod list;

use super::{CliError, Session};
use clap::{Args, Subcommand};
use std::io::Write;

/// What `flags` takes.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_help = "\
Examples:
  cramp-diary flags
  cramp-diary flags --all
  cramp-diary flags --json
  cramp-diary flags acknowledge rf09 --note \"appointment on Monday\"
  cramp-diary flags questions

Flags come from what was logged; a day that was not logged raises none. That nothing is raised does
not mean that all is well. In an emergency call the emergency number first.")]
pub(super) struct FlagsArguments {
    #[command(subcommand)]
    what: Option<What>,

    #[command(flatten)]
    list: list::ListFlags,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Say that you read a flag, and what you do about it; a new sign brings it back
    Acknowledge(acknowledge::AcknowledgeFlag),
    /// Words for the doctor, made from the diary
    Questions(list::ListQuestions),
}

impl FlagsArguments {
    /// Does what was asked for and says so.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.what {
            None => self.list.run(session, out),
            Some(What::Acknowledge(arguments)) => arguments.run(session, out),
            Some(What::Questions(arguments)) => arguments.run(session, out),
        }
    }
}
