//! `sign`: what somebody noticed besides cramps.

mod kinds;
mod known;
mod log;

pub(super) use log::SignJson;

use super::{CliError, Session};
use clap::{Args, Subcommand};
use std::io::Write;

/// What `sign` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary sign log swelling --side left
  cramp-diary sign log numbness --day yesterday --note \"both big toes\"
  cramp-diary sign clear swelling
  cramp-diary sign known breathless
  cramp-diary sign gone slurred_speech
  cramp-diary sign list --json
  cramp-diary sign kinds

Whatever is an emergency now: call the emergency number first. What the signs mean together says
cramp-diary flags.")]
pub(super) struct SignArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Log a sign of a day, or change what was said of it
    Log(log::LogSign),
    /// Take a sign of a day back
    Clear(log::ClearSign),
    /// Say that a doctor knows a sign, so that only what is new or worse counts
    Known(known::KnowSign),
    /// Say that a sign is gone, or still there
    Gone(known::EndSign),
    /// The signs of a day, or of several
    List(log::ListSigns),
    /// Every sign that can be logged
    Kinds(kinds::ListKinds),
}

impl SignArguments {
    /// Does what was asked for and says so.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.what {
            What::Log(arguments) => arguments.run(session, out),
            What::Clear(arguments) => arguments.run(session, out),
            What::Known(arguments) => arguments.run(session, out),
            What::Gone(arguments) => arguments.run(session, out),
            What::List(arguments) => arguments.run(session, out),
            What::Kinds(arguments) => arguments.run(out),
        }
    }
}
