//! `medicine list`: the medicines that somebody takes or took.

use super::super::{CliError, Session, text};
use super::about::{warnings, write_about};
use crate::diary::{Diary, Safety};
use crate::domain::{Day, Entry, Medicine};
use crate::guide::{MedicineClass, Warning, classes_of_medicine, raises_potassium};
use clap::Args;
use serde::Serialize;
use std::io::Write;

/// What `medicine list` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary medicine list
  cramp-diary medicine list --json")]
pub(super) struct ListArguments {
    /// For machines
    #[arg(long)]
    json: bool,
}

impl ListArguments {
    /// Prints them, those that are taken first, with what is known of them.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let Safety { today, medicines, .. } = diary.safety()?;
        if self.json {
            let list = medicines.iter().map(|entry| MedicineJson::new(&diary, entry, today)).collect::<Result<Vec<_>, _>>()?;
            return Ok(text::json(out, &list)?);
        }
        if medicines.is_empty() {
            writeln!(out, "No medicine is on your list.")?;
        }
        let mut heading = "";
        for Entry { value: medicine, .. } in &medicines {
            let words = if medicine.until.is_some_and(|until| until < today) { "Earlier" } else { "Now" };
            if heading != words {
                writeln!(out, "{words}")?;
                heading = words;
            }
            let dates = medicine.dates();
            let dates = if dates.is_empty() { dates } else { format!(" ({dates})") };
            text::wrapped(out, 2, &format!("{}{dates}", medicine.summary()))?;
            if !medicine.note.is_empty() {
                text::wrapped(out, 4, &medicine.note)?;
            }
            write_about(&diary, medicine, 4, out)?;
        }
        Ok(())
    }
}

/// A medicine for machines.
#[derive(Debug, Serialize)]
struct MedicineJson<'a> {
    id: String,
    name: &'a str,
    dose: &'a str,
    /// Nothing: not known, or long ago.
    from: Option<String>,
    /// Nothing: it goes on.
    until: Option<String>,
    taken_today: bool,
    classes: Vec<ClassJson>,
    /// Whether foods rich in potassium are not suggested while it is taken.
    raises_potassium: bool,
    /// What of one's supplements does not go, or not at once, with it.
    cautions: Vec<String>,
    note: &'a str,
}

/// What is known of a class.
#[derive(Debug, Serialize)]
struct ClassJson {
    id: &'static str,
    name: &'static str,
    link_with_cramps: &'static str,
    to_mind: &'static str,
    /// Whether the person chose it; else it was found in the name.
    chosen: bool,
}

impl<'a> MedicineJson<'a> {
    fn new(diary: &Diary, entry: &'a Entry<Medicine>, today: Day) -> Result<Self, CliError> {
        let medicine = &entry.value;
        let Medicine { name, class, dose, from, until, note } = medicine;
        let classes = classes_of_medicine(medicine);
        let json = |found: &&'static MedicineClass| {
            let MedicineClass { id, name, relation, caution, .. } = found;
            ClassJson { id: id.as_str(), name, link_with_cramps: relation, to_mind: caution, chosen: class.as_ref() == Some(id) }
        };
        Ok(Self {
            id: entry.id.to_string(),
            name: name.as_str(),
            dose,
            from: from.map(|day| day.to_string()),
            until: until.map(|day| day.to_string()),
            taken_today: medicine.taken_on(today),
            raises_potassium: classes.iter().any(|class| raises_potassium(&class.id)),
            classes: classes.iter().map(json).collect(),
            cautions: warnings(diary, medicine)?.iter().map(Warning::line).collect(),
            note,
        })
    }
}
