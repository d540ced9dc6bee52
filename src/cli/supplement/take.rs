//! `supplement take`: what was taken on a day.

use super::product::find;
use crate::cli::dates::{self, NamedDate};
use crate::cli::flag_notices::write_newly_raised;
use crate::cli::meant::Meant;
use crate::cli::{CliError, Session, text};
use crate::diary::{Command, Diary, SupplementCommand, left_to_take, usual_doses};
use crate::domain::{Day, Supplement, SupplementTaken};
use clap::Args;
use std::io::Write;

/// What `supplement take` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary supplement take \"Magnesium citrate\"
  cramp-diary supplement take magnesium --doses 2 --day 2026-11-19
  cramp-diary supplement take --all

Without --doses it is the doses of every day, else one. --all takes what is taken every day and is
not logged for the day yet.")]
pub(super) struct TakeArguments {
    /// The product: its name, or letters that only its name holds
    #[arg(required_unless_present = "all")]
    product: Option<String>,

    /// How many doses, 0.25 to 20
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    doses: Option<String>,

    /// Everything that is taken every day
    #[arg(long, conflicts_with_all = ["product", "doses"])]
    all: bool,

    /// The day [default: the one that is running]
    #[arg(long, value_name = "DATE")]
    day: Option<NamedDate>,

    #[command(flatten)]
    meant: Meant,
}

impl TakeArguments {
    /// Logs it, and says at once which limits the day passes.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let day = dates::day(&diary, self.day.as_ref())?;
        let taken = if self.all { everything(&diary, day)? } else { vec![self.one(&diary, day)?] };
        if taken.is_empty() {
            return Ok(writeln!(out, "Everything that you take every day is logged for {} already.", day.label())?);
        }
        let before = diary.safety()?;
        let commands: Vec<_> = taken.iter().cloned().map(SupplementCommand::Take).map(Command::Supplement).collect();
        self.meant.ensure(&commands)?;
        diary.execute_together(format!("Logged {} supplements", taken.len()), commands)?;
        for taken in &taken {
            writeln!(out, "Logged {}.", taken.summary())?;
        }
        write_limits(&diary, day, &taken, out)?;
        write_newly_raised(&before, &diary, out)
    }

    fn one(&self, diary: &Diary, day: Day) -> Result<SupplementTaken, CliError> {
        let product = find(diary, self.product.as_deref().unwrap_or_default())?;
        let usual = usual_doses(&product, day);
        let doses = self.doses.as_deref().map(str::parse).transpose()?.unwrap_or(usual.doses);
        Ok(SupplementTaken { doses, ..usual })
    }
}

fn everything(diary: &Diary, day: Day) -> Result<Vec<SupplementTaken>, CliError> {
    let products = diary.read().all::<Supplement>()?;
    if products.iter().all(|product| product.value.daily.is_none()) {
        let message = "No supplement of yours is taken every day. Say so with: cramp-diary supplement change NAME --daily 1";
        return Err(CliError::Refused(message.to_owned()));
    }
    let taken = diary.read().on::<SupplementTaken>(day.date())?;
    Ok(left_to_take(&products, &taken).into_iter().map(|product| usual_doses(product, day)).collect())
}

/// Prints the limits that the day passes. Left out is what food alone passes, and what was printed when the product was entered,
/// unless it is to be avoided.
fn write_limits(diary: &Diary, day: Day, taken: &[SupplementTaken], out: &mut dyn Write) -> Result<(), CliError> {
    let page = diary.page(day)?;
    for over in page.over_limits.iter().filter(|over| over.from_supplements > 0.0) {
        text::wrapped(out, 0, &over.words())?;
    }
    for warning in diary.taking(day)?.to_avoid(taken) {
        text::wrapped(out, 0, &warning.line())?;
    }
    Ok(())
}
