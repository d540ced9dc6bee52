//! `supplement change` and `supplement delete`.

use super::amounts::put_amounts;
use super::product::{find, write_cautions};
use crate::cli::flag_notices::write_newly_raised;
use crate::cli::options::Answer;
use crate::cli::{CliError, Session};
use crate::diary::{Command, SupplementCommand};
use crate::domain::{OwnName, Supplement};
use clap::Args;
use std::io::Write;

/// What `supplement change` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary supplement change \"Magnesium citrate\" --daily 2
  cramp-diary supplement change magnesium --amount magnesium=150mg --amount zinc=none
  cramp-diary supplement change magnesium --name \"Magnesium 150\" --daily none

What was taken before stays as it was.")]
pub(super) struct ChangeSupplement {
    /// The product: its name, or letters that only its name holds
    product: String,

    /// Another name
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// What one dose is, such as "1 tablet"
    #[arg(long, value_name = "WORDS")]
    dose: Option<String>,

    /// What one dose holds, or none; may be repeated
    #[arg(long, value_name = "NUTRIENT=AMOUNT")]
    amount: Vec<String>,

    /// How many doses are taken every day, 0.25 to 20, or none
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    daily: Option<String>,

    /// Whether a doctor prescribed it
    #[arg(long, value_name = "yes|no", hide_possible_values = true)]
    prescribed: Option<Answer>,
}

impl ChangeSupplement {
    /// Changes it, and says at once what is over a limit and what it does not go with.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let Self { product, name, dose, amount, daily, prescribed } = self;
        if name.is_none() && dose.is_none() && amount.is_empty() && daily.is_none() && prescribed.is_none() {
            return Err(CliError::Usage("Say what to change: --name, --dose, --amount, --daily or --prescribed.".to_owned()));
        }
        let mut diary = session.open_to_write()?;
        let entry = find(&diary, &product)?;
        let mut changed: Supplement = entry.value;
        if let Some(name) = name {
            changed.name = OwnName::new(&name)?;
        }
        if let Some(dose) = dose {
            changed.dose = Supplement::dose(&dose)?;
        }
        put_amounts(&mut changed.per_dose, &amount)?;
        if let Some(daily) = daily {
            changed.daily = if daily.trim().eq_ignore_ascii_case("none") { None } else { Some(daily.parse()?) };
        }
        if let Some(prescribed) = prescribed {
            changed.prescribed = prescribed.is_yes();
        }
        let before = diary.safety()?;
        let done = diary.execute(Command::Supplement(SupplementCommand::Edit(entry.id, changed.clone())))?;
        writeln!(out, "{}.", done.what)?;
        write_cautions(&diary, &changed, 0, out)?;
        write_newly_raised(&before, &diary, out)
    }
}

/// What `supplement delete` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  cramp-diary supplement delete \"Magnesium citrate\"

What was taken of it stays in the diary.")]
pub(super) struct DeleteSupplement {
    /// The product: its name, or letters that only its name holds
    product: String,
}

impl DeleteSupplement {
    /// Deletes it and says which.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let entry = find(&diary, &self.product)?;
        diary.execute(Command::Supplement(SupplementCommand::Delete(entry.id)))?;
        Ok(writeln!(out, "Deleted the supplement {}; what was taken of it stays.", entry.value.name.as_str())?)
    }
}
