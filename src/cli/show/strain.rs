//! The strain of a day and one's own factors, for people and for machines.

use super::text;
use crate::diary::Page;
use crate::domain::{Effort, Entry, Exercise, Factor, FactorKind, Hours, Strain};
use serde::Serialize;
use std::io::{self, Write};

/// Writes what was said of the strain of the day.
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

/// The strain for machines.
#[derive(Debug, Serialize)]
pub(super) struct StrainJson {
    exercise_min: Option<u16>,
    effort: Option<&'static str>,
    standing_h: Option<f64>,
    heat: Option<bool>,
}

impl StrainJson {
    /// The same in this shape.
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

/// A factor and its answer for machines.
#[derive(Debug, Serialize)]
pub(super) struct FactorAnswerJson<'a> {
    id: String,
    name: &'a str,
    kind: &'static str,
    unit: Option<&'a str>,
    /// 1 is yes, 0 is no.
    value: Option<f64>,
}

impl<'a> FactorAnswerJson<'a> {
    /// The same in this shape.
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
