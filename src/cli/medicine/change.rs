//! `medicine change`, `medicine end` and `medicine delete`.

use super::about::{read_choice, write_about};
use super::which::{DateOrNone, WhichMedicine};
use crate::cli::dates::{self, NamedDate};
use crate::cli::flag_notices::write_newly_raised;
use crate::cli::options::{Answer, unless_none};
use crate::cli::{CliError, Session};
use crate::diary::{Command, Diary, DiaryError, MedicineCommand};
use crate::domain::{Id, Medicine, OwnName, Tense, checked_note};
use clap::Args;
use std::io::Write;

/// What `medicine change` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary medicine change Ramipril --dose \"10 mg in the morning\"
  cramp-diary medicine change \"Water tablet\" --class thiazide --begin 2026-03-01
  cramp-diary medicine change Ramipril --from 2026-11-02 --until none

This mends what was entered wrongly. When a dose changes, end the medicine and add it again, so that
the day of the change is known.")]
pub(super) struct ChangeMedicine {
    #[command(flatten)]
    which: WhichMedicine,

    /// Another name
    #[arg(long = "name", value_name = "NAME")]
    new_name: Option<String>,

    /// The dose in words, or none
    #[arg(long, value_name = "WORDS")]
    dose: Option<String>,

    /// Another first day, or none
    #[arg(long, value_name = "DATE")]
    begin: Option<DateOrNone>,

    /// Another last day, or none while it is taken
    #[arg(long, value_name = "DATE")]
    until: Option<DateOrNone>,

    /// Its kind, where the name does not tell, or none
    #[arg(long, value_name = "KEY")]
    class: Option<String>,

    /// A note, or none
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Whether a doctor prescribed it
    #[arg(long, value_name = "yes|no", hide_possible_values = true)]
    prescribed: Option<Answer>,
}

impl ChangeMedicine {
    /// Changes it, and says what is known of it.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let Self { which, new_name, dose, begin, until, class, note, prescribed } = self;
        let words = [&new_name, &dose, &class, &note];
        if words.iter().all(|word| word.is_none()) && begin.is_none() && until.is_none() && prescribed.is_none() {
            let message = "Say what to change: --name, --dose, --begin, --until, --class, --note or --prescribed.";
            return Err(CliError::Usage(message.to_owned()));
        }
        let mut diary = session.open_to_write()?;
        let entry = which.find(&diary)?;
        let before = diary.safety()?;
        let mut changed = entry.value;
        if let Some(name) = new_name {
            changed.name = OwnName::new(&name)?;
        }
        if let Some(dose) = dose {
            changed.dose = Medicine::dose(unless_none(&dose).unwrap_or_default())?;
        }
        if let Some(begin) = begin {
            changed.from = begin.day(&diary, Tense::Past)?;
        }
        if let Some(until) = until {
            changed.until = until.day(&diary, Tense::Open)?;
        }
        if let Some(class) = class {
            changed.class = unless_none(&class).map(read_choice).transpose()?;
        }
        if let Some(note) = note {
            changed.note = checked_note(unless_none(&note).unwrap_or_default())?;
        }
        if let Some(prescribed) = prescribed {
            changed.prescribed = Some(prescribed.is_yes());
        }
        save(&mut diary, entry.id, &changed, out)?;
        write_about(&diary, &changed, 0, out)?;
        write_newly_raised(&before, &diary, out)
    }
}

/// What `medicine end` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary medicine end Prednisolone
  cramp-diary medicine end Ramipril 2026-11-15
  cramp-diary medicine end Ramipril yesterday --from 2026-01-01

It stays on the list as one that was taken earlier.
Never stop a medicine because of cramps without asking whoever prescribed it.")]
pub(super) struct EndArguments {
    #[command(flatten)]
    which: WhichMedicine,

    /// The last day on which it was taken [default: today]
    date: Option<NamedDate>,
}

impl EndArguments {
    /// Ends it and says so.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let entry = self.which.find(&diary)?;
        let latest = diary.latest_day();
        let until = if self.date.is_some() { dates::day(&diary, self.date.as_ref())? } else { latest };
        if until > latest {
            return Err(DiaryError::FutureDay { day: until, latest }.into());
        }
        save(&mut diary, entry.id, &Medicine { until: Some(until), ..entry.value }, out)
    }
}

/// What `medicine delete` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary medicine delete \"Water tablet\"
  cramp-diary medicine delete Ramipril --from none

A medicine that is no longer taken need not be deleted: cramp-diary medicine end")]
pub(super) struct DeleteMedicine {
    #[command(flatten)]
    which: WhichMedicine,
}

impl DeleteMedicine {
    /// Deletes it and says which.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let entry = self.which.find(&diary)?;
        diary.execute(Command::Medicine(MedicineCommand::Delete(entry.id)))?;
        Ok(writeln!(out, "Deleted {} from your medicines.", entry.value.summary())?)
    }
}

fn save(diary: &mut Diary, id: Id<Medicine>, changed: &Medicine, out: &mut dyn Write) -> Result<(), CliError> {
    diary.execute(Command::Medicine(MedicineCommand::Edit(id, changed.clone())))?;
    Ok(writeln!(out, "Changed {}.", changed.with_dates())?)
}
