//! `supplement`: the products that the person takes, and what was taken of them.

mod add;
mod amounts;
mod change;
mod list;
mod product;
mod take;
mod usual;

use super::{CliError, Session};
use clap::{Args, Subcommand};
use std::io::Write;

/// What `supplement` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary supplement usual
  cramp-diary supplement add --usual magnesium-citrate --daily 1
  cramp-diary supplement add \"Night formula\" --dose \"1 tablet\" --amount magnesium=100mg
  cramp-diary supplement take --all
  cramp-diary supplement list --json

Supplements are counted apart from food. The program suggests none; it says what is over a limit.")]
pub(super) struct SupplementArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Usual products, to start from
    Usual(usual::UsualArguments),
    /// The products that you have
    List(list::ListSupplements),
    /// Add a product
    Add(add::AddSupplement),
    /// Log what was taken
    Take(take::TakeArguments),
    /// Change a product; what was taken of it stays as it was
    Change(change::ChangeSupplement),
    /// Delete a product; what was taken of it stays
    Delete(change::DeleteSupplement),
}

impl SupplementArguments {
    /// Does what was asked for and says so.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.what {
            What::Usual(arguments) => arguments.run(out),
            What::List(arguments) => arguments.run(session, out),
            What::Add(arguments) => arguments.run(session, out),
            What::Take(arguments) => arguments.run(session, out),
            What::Change(arguments) => arguments.run(session, out),
            What::Delete(arguments) => arguments.run(session, out),
        }
    }
}
