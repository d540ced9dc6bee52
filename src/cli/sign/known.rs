//! `sign known` and `sign gone`: what a doctor knows already, and what has passed.

use super::log::sign_kind;
use crate::cli::flag_notices::write_newly_raised;
use crate::cli::options::{Answer, one_of};
use crate::cli::{CliError, Session};
use crate::diary::{Command, SignCommand};
use crate::domain::{KnownSign, Side, SignGone, SignKind};
use clap::Args;
use std::io::Write;

/// What `sign known` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary sign known breathless
  cramp-diary sign known swelling --side both
  cramp-diary sign known breathless --answer no

Say it when a doctor has seen the sign and it is as it always is. From then on only what is new or
worse counts: cramp-diary sign log breathless --course worse")]
pub(super) struct KnowSign {
    /// Which sign: cramp-diary sign kinds
    #[arg(value_parser = sign_kind)]
    sign: SignKind,

    #[arg(long, value_name = "SIDE", help = one_of("On which side", Side::ALL.iter().map(|side| side.key())))]
    side: Option<Side>,

    /// Whether it is known
    #[arg(long, value_name = "yes|no", hide_possible_values = true, default_value = "yes")]
    answer: Answer,
}

/// What `sign gone` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary sign gone slurred_speech
  cramp-diary sign gone missed_dialysis
  cramp-diary sign gone swelling --answer no

A warning grows less urgent once its sign is gone. \"no\" says that it is still there. Of a dialysis
session that was missed, gone means that it was made up for.")]
pub(super) struct EndSign {
    /// Which sign: cramp-diary sign kinds
    #[arg(value_parser = sign_kind)]
    sign: SignKind,

    /// Whether it is gone
    #[arg(long, value_name = "yes|no", hide_possible_values = true, default_value = "yes")]
    answer: Answer,
}

impl KnowSign {
    /// Notes the answer, and says which warnings stand anew.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let known = KnownSign { day: diary.latest_day(), kind: self.sign, side: self.side, known: self.answer.is_yes() };
        let before = diary.safety()?;
        let done = diary.execute(Command::Sign(SignCommand::Known(known)))?;
        writeln!(out, "{}.", done.what)?;
        write_newly_raised(&before, &diary, out)
    }
}

impl EndSign {
    /// Notes the answer, and says which warnings stand anew.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let gone = SignGone { day: diary.latest_day(), kind: self.sign, gone: self.answer.is_yes() };
        let before = diary.safety()?;
        let done = diary.execute(Command::Sign(SignCommand::Gone(gone)))?;
        writeln!(out, "{}.", done.what)?;
        write_newly_raised(&before, &diary, out)
    }
}
