//! `medicine`: the medicines that somebody takes or took, and what is known of their kinds.

mod about;
mod add;
mod change;
mod classes;
mod list;
mod which;

use super::{CliError, Session};
use clap::{Args, Subcommand};
use std::io::Write;

/// What `medicine` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary medicine add Ramipril --dose \"5 mg in the morning\" --from 2026-11-02
  cramp-diary medicine list
  cramp-diary medicine end Ramipril yesterday
  cramp-diary medicine classes bendroflumethiazide

The kind of a medicine is found from its generic name, which stands on the box below the brand.
Never stop a medicine because of cramps without asking whoever prescribed it.")]
pub(super) struct MedicineArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add a medicine; says how its kind is linked with cramps and what to mind
    Add(add::AddMedicine),
    /// The medicines on your list
    List(list::ListMedicines),
    /// Change what is said of a medicine
    Change(change::ChangeMedicine),
    /// Say on which day a medicine was taken last
    End(change::EndArguments),
    /// Delete a medicine from the list
    Delete(change::DeleteMedicine),
    /// Every kind of medicine that the guide knows, or what it knows of one
    Classes(classes::ClassesArguments),
}

impl MedicineArguments {
    /// Does what was asked for and says so.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.what {
            What::Add(arguments) => arguments.run(session, out),
            What::List(arguments) => arguments.run(session, out),
            What::Change(arguments) => arguments.run(session, out),
            What::End(arguments) => arguments.run(session, out),
            What::Delete(arguments) => arguments.run(session, out),
            What::Classes(arguments) => arguments.run(out),
        }
    }
}
