//! `supplement list`: the person's products.

use super::product::{limits, warnings, write_cautions};
use crate::cli::{CliError, Session, text};
use crate::diary::Diary;
use crate::domain::{Doses, Entry, Supplement, capitalised};
use crate::guide::Warning;
use crate::nutrition::dose_words;
use clap::Args;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;

/// What `supplement list` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary supplement list
  cramp-diary supplement list --json")]
pub(super) struct ListSupplements {
    /// For machines
    #[arg(long)]
    json: bool,
}

impl ListSupplements {
    /// Prints them, with what is over a limit and what they do not go with.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let products = diary.read().all::<Supplement>()?;
        if self.json {
            let list = products.iter().map(|entry| ProductJson::new(&diary, entry)).collect::<Result<Vec<_>, _>>()?;
            return Ok(text::json(out, &list)?);
        }
        if products.is_empty() {
            writeln!(out, "You have no supplements.")?;
        }
        for Entry { value: product, .. } in &products {
            writeln!(out, "{}", product.name.as_str())?;
            text::wrapped(out, 2, &format!("{}: {}", product.dose, dose_words(&product.per_dose)))?;
            text::wrapped(out, 2, &capitalised(&product.regimen()))?;
            write_cautions(&diary, product, 2, out)?;
        }
        Ok(())
    }
}

/// A product as JSON. Units are part of the names.
#[derive(Debug, Serialize)]
struct ProductJson<'a> {
    id: String,
    name: &'a str,
    dose: &'a str,
    /// A nutrient that is missing is unknown, not zero.
    per_dose: BTreeMap<&'static str, f64>,
    /// The daily doses; `null` if the product is taken only now and then.
    daily_doses: Option<f64>,
    /// Whether a doctor prescribed it.
    prescribed: bool,
    /// The levels that its daily doses, or one dose, pass, in words.
    over_limits: Vec<String>,
    /// What does not go, or not at once, with what the person takes and has.
    cautions: Vec<String>,
}

impl<'a> ProductJson<'a> {
    fn new(diary: &Diary, entry: &'a Entry<Supplement>) -> Result<Self, CliError> {
        let Supplement { name, dose, per_dose, daily, prescribed } = &entry.value;
        Ok(Self {
            id: entry.id.to_string(),
            name: name.as_str(),
            dose,
            per_dose: per_dose.known().map(|(nutrient, amount)| (nutrient.column(), amount)).collect(),
            daily_doses: daily.map(Doses::get),
            prescribed: *prescribed,
            over_limits: limits(diary, &entry.value)?,
            cautions: warnings(diary, &entry.value)?.iter().map(Warning::line).collect(),
        })
    }
}
