//! `medicine list`: the medicines that the person takes or took.

use super::about::write_known;
use crate::cli::{CliError, Session, text};
use crate::diary::Safety;
use crate::domain::{Day, Entry, Medicine};
use crate::guide::{BrandMeaning, MedicineAbout, MedicineClass, Warning};
use clap::Args;
use serde::Serialize;
use std::io::Write;

/// What `medicine list` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary medicine list
  cramp-diary medicine list --json")]
pub(super) struct ListMedicines {
    /// For machines
    #[arg(long)]
    json: bool,
}

impl ListMedicines {
    /// Prints them, those that are taken first, with what is known of them.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let Safety { today, medicines, about, .. } = diary.safety()?;
        let known = || medicines.iter().zip(&about);
        if self.json {
            let list = known().map(|(entry, about)| MedicineJson::new(entry, about, today)).collect::<Vec<_>>();
            return Ok(text::json(out, &list)?);
        }
        if medicines.is_empty() {
            writeln!(out, "No medicine is on your list.")?;
        }
        let mut heading = None;
        for (Entry { value: medicine, .. }, about) in known() {
            let course = medicine.seen_from(today);
            if heading.replace(course) != Some(course) {
                writeln!(out, "{}", course.label())?;
            }
            text::wrapped(out, 2, &about.recognised.with_dates(medicine))?;
            if !medicine.note.is_empty() {
                text::wrapped(out, 4, &medicine.note)?;
            }
            write_known(medicine, about, 4, out)?;
        }
        Ok(())
    }
}

/// A medicine as JSON.
#[derive(Debug, Serialize)]
struct MedicineJson<'a> {
    id: String,
    name: &'a str,
    /// The name with what its brand holds: "Entresto (sacubitril + valsartan)".
    shown: &'a str,
    /// Whether it is clear what it is. Foods rich in potassium are withheld while it is not.
    recognised: bool,
    /// What its brand may mean, if that is not clear.
    may_be: Vec<MeaningJson<'a>>,
    dose: &'a str,
    /// The first day; `null` if it is not known, or long ago.
    from: Option<String>,
    /// The last day; `null` if the medicine is still taken.
    until: Option<String>,
    taken_today: bool,
    classes: Vec<ClassJson>,
    /// Whether it raises the potassium in the blood.
    raises_potassium: bool,
    /// Which of the person's supplements should not, or not at once, be taken with it.
    cautions: Vec<String>,
    note: &'a str,
    /// Whether a doctor prescribed it; `null` if it was not said.
    prescribed: Option<bool>,
}

/// A class of medicines as JSON.
#[derive(Debug, Serialize)]
struct ClassJson {
    id: &'static str,
    name: &'static str,
    link_with_cramps: &'static str,
    to_mind: &'static str,
    /// Whether the person chose the class; otherwise it was found from the name.
    chosen: bool,
}

/// One of the things that a brand may mean, as JSON.
#[derive(Debug, Serialize)]
struct MeaningJson<'a> {
    holds: &'a str,
    /// Where the name means this; empty for an ordinary word that is the name of one medicine as well.
    countries: &'a [&'static str],
    /// The class to choose for it.
    class: &'a str,
}

impl<'a> MedicineJson<'a> {
    fn new(entry: &'a Entry<Medicine>, about: &'a MedicineAbout, today: Day) -> Self {
        let medicine = &entry.value;
        let Medicine { name, class, dose, from, until, note, prescribed } = medicine;
        let meaning = |may_be: &'a BrandMeaning| {
            let BrandMeaning { holds, countries, class } = may_be;
            MeaningJson { holds, countries, class: class.as_str() }
        };
        let json = |found: &&'static MedicineClass| {
            let MedicineClass { id, name, relation, caution, .. } = found;
            ClassJson { id: id.as_str(), name, link_with_cramps: relation, to_mind: caution, chosen: class.as_ref() == Some(id) }
        };
        Self {
            id: entry.id.to_string(),
            name: name.as_str(),
            shown: &about.recognised.shown,
            recognised: about.recognised.is_clear,
            may_be: about.recognised.meanings.iter().map(meaning).collect(),
            dose,
            from: from.map(|day| day.to_string()),
            until: until.map(|day| day.to_string()),
            taken_today: medicine.taken_on(today),
            raises_potassium: about.raises_potassium,
            classes: about.classes.iter().map(json).collect(),
            cautions: about.warnings.iter().map(Warning::line).collect(),
            note,
            prescribed: *prescribed,
        }
    }
}
