//! `profile`: who the diary is for, as far as they care to say.

mod set;
mod show;

use super::{CliError, Session};
use clap::{Args, Subcommand};
use std::io::Write;

/// What `profile` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary profile show
  cramp-diary profile set --birth-year 1968 --sex female --country de

All of it is optional. Without it, values for adults of 31 to 50 years are used.")]
pub(super) struct ProfileArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Show the profile, and whose reference values are used
    Show(show::ShowProfileArguments),
    /// Set parts of the profile
    Set(Box<set::SetProfileArguments>),
}

impl ProfileArguments {
    /// Does what was asked for.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.what {
            What::Show(arguments) => arguments.run(session, out),
            What::Set(arguments) => arguments.run(session, out),
        }
    }
}
