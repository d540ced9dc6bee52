//! The strain of a day and the person's own factors, as text and as JSON.

use super::text;
use crate::diary::Page;
use crate::domain::{Effort, Entry, Exercise, Factor, FactorKind, Hours, Strain};
use serde::Serialize;
use std::io::{self, Write};

/// Writes the strain of the day.
pub(super) fn write_strain(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let words = page.strain.words();
    let words = if words.is_empty() { "not logged".to_owned() } else { words.join(", ") };
    text::wrapped(out, 2, &format!("Strain: {words}"))
}

/// Writes each factor with its answer.
pub(super) fn write_factors(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    for Entry { id, value: factor, .. } in &page.factors {
        let said = page.factor_value(*id).map_or_else(|| "not logged".to_owned(), |value| factor.written(value));
        text::wrapped(out, 2, &format!("{}: {said}", factor.name.as_str()))?;
    }
    Ok(())
}

/// The strain of a day as JSON.
#[derive(Debug, Serialize)]
pub(super) struct StrainJson {
    exercise_min: Option<u16>,
    effort: Option<&'static str>,
    standing_h: Option<f64>,
    heat: Option<bool>,
}

impl StrainJson {
    /// The JSON of a strain.
    pub(super) fn new(strain: &Strain) -> Self {
        let Strain { day: _, exercise, standing, heat } = strain;
        Self {
            exercise_min: exercise.map(Exercise::minutes),
            effort: exercise.and_then(Exercise::effort).map(Effort::key),
            standing_h: standing.map(Hours::get),
            heat: *heat,
        }
    }
}

/// A factor and its answer as JSON.
#[derive(Debug, Serialize)]
pub(super) struct FactorAnswerJson<'a> {
    id: String,
    name: &'a str,
    kind: &'static str,
    unit: Option<&'a str>,
    /// The answer; 1 is yes, and 0 is no.
    value: Option<f64>,
}

impl<'a> FactorAnswerJson<'a> {
    /// The JSON of a factor with its answer on the page.
    pub(super) fn new(entry: &'a Entry<Factor>, page: &Page) -> Self {
        let Factor { name, kind, unit, retired: _ } = &entry.value;
        let value = page.factor_value(entry.id);
        Self {
            id: entry.id.to_string(),
            name: name.as_str(),
            kind: FactorKind::key(*kind),
            unit: Some(unit.as_str()).filter(|unit| !unit.is_empty()),
            value,
        }
    }
}
