//! `medicine add`: a medicine that somebody takes or took.

use super::about::{read_choice, write_about};
use crate::cli::dates::NamedDate;
use crate::cli::flag_notices::write_newly_raised;
use crate::cli::options::Answer;
use crate::cli::{CliError, Session};
use crate::diary::{Command, Diary, MedicineCommand};
use crate::domain::{Medicine, OwnName, Tense, checked_note};
use crate::guide::Recognised;
use clap::Args;
use std::io::Write;

/// What `medicine add` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary medicine add Ramipril --dose \"5 mg in the morning\" --from 2026-11-02
  cramp-diary medicine add \"Seretide (salmeterol, fluticasone)\" --dose \"2 puffs twice a day\"
  cramp-diary medicine add Prednisolone --from 2026-10-01 --until 2026-10-14
  cramp-diary medicine add \"Water tablet\" --class thiazide
  cramp-diary medicine add Entresto --dose \"49/51 mg twice a day\"
  cramp-diary medicine add \"Triatec (ramipril)\"

--class takes a key, the generic name of such a medicine, or none_of_these. Where a brand may mean
several things, it says which, and how to choose.

Without --from it was begun long ago, or nobody knows when. When a dose changes, end the medicine
and add it again, so that the day of the change is known.")]
pub(super) struct AddMedicine {
    /// Its name: the generic one, or the brand
    name: String,

    /// The dose in words
    #[arg(long, value_name = "WORDS")]
    dose: Option<String>,

    /// The first day
    #[arg(long, value_name = "DATE")]
    from: Option<NamedDate>,

    /// The last day, when it is over
    #[arg(long, value_name = "DATE")]
    until: Option<NamedDate>,

    /// Its kind, where the name does not tell: cramp-diary medicine classes
    #[arg(long, value_name = "KEY")]
    class: Option<String>,

    /// A note
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Whether a doctor prescribed it
    #[arg(long, value_name = "yes|no", hide_possible_values = true)]
    prescribed: Option<Answer>,
}

impl AddMedicine {
    /// Adds it, and says what is known of it.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let medicine = self.medicine(&diary)?;
        let before = diary.safety()?;
        diary.execute(Command::Medicine(MedicineCommand::Add(medicine.clone())))?;
        writeln!(out, "Added {}.", Recognised::of(&medicine).with_dates(&medicine))?;
        write_about(&diary, &medicine, 0, out)?;
        write_newly_raised(&before, &diary, out)
    }

    fn medicine(self, diary: &Diary) -> Result<Medicine, CliError> {
        let Self { name, dose, from, until, class, note, prescribed } = self;
        let day = |when: Option<NamedDate>, tense| when.map(|when| when.day(diary, tense)).transpose();
        Ok(Medicine {
            name: OwnName::new(&name)?,
            class: class.as_deref().map(read_choice).transpose()?,
            dose: Medicine::dose(dose.as_deref().unwrap_or_default())?,
            from: day(from, Tense::Past)?,
            until: day(until, Tense::Open)?,
            note: checked_note(note.as_deref().unwrap_or_default())?,
            prescribed: prescribed.map(Answer::is_yes),
        })
    }
}
