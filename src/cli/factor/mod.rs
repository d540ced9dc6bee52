//! `factor`: what a person wants to watch that the program does not know.

mod add;
mod answer;
mod change;
mod list;
mod which;

use super::{CliError, Session};
use clap::{Args, Subcommand};
use std::io::Write;

/// What `factor` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary factor add \"Compression socks\" --kind yes_no
  cramp-diary factor add Walked --kind number --unit km
  cramp-diary factor log walked 12.5
  cramp-diary factor list --json
  cramp-diary factor retire Walked

A factor that is retired is not asked for any more; its days stay.")]
pub(super) struct FactorArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// The factors that you have
    List(list::ListFactors),
    /// Add a factor
    Add(add::AddFactor),
    /// Answer a factor on a day, in place of what was said
    Log(answer::LogFactor),
    /// Take back what was said of a factor on a day
    Clear(answer::ClearFactor),
    /// Change the name, the unit or the kind of a factor; its days stay
    Change(change::ChangeFactor),
    /// Stop asking for a factor; its days stay
    Retire(change::RetireFactor),
    /// Ask again for a factor that was retired
    BringBack(change::BringFactorBack),
    /// Delete a factor that was never answered
    Delete(change::DeleteFactor),
}

impl FactorArguments {
    /// Does what was asked for and says so.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.what {
            What::List(arguments) => arguments.run(session, out),
            What::Add(arguments) => arguments.run(session, out),
            What::Log(arguments) => arguments.run(session, out),
            What::Clear(arguments) => arguments.run(session, out),
            What::Change(arguments) => arguments.run(session, out),
            What::Retire(arguments) => arguments.run(session, out),
            What::BringBack(arguments) => arguments.run(session, out),
            What::Delete(arguments) => arguments.run(session, out),
        }
    }
}
