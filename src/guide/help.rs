//! Whom to call, by country, from `assets/guide/help_numbers.csv`, which holds only numbers that were read in a source.

use super::csv_rows::rows;
use super::evidence::{Source, sources_of};
use crate::domain::Country;
use serde::Deserialize;
use std::{collections::BTreeMap, sync::OnceLock};

const FILE: &str = include_str!("../../assets/guide/help_numbers.csv");

/// The emergency numbers where no country is known, or none of its numbers was read. One of them works in most countries.
pub const ANYWHERE: &str = "112, 911 or 999";

const DOCTOR: &str = "your doctor or out-of-hours service";

/// Whom to call in a country, in words for the middle of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct HelpNumbers {
    /// The emergency numbers: "144 or 112".
    pub emergency: String,
    /// Whom to ask on the day itself when it is no emergency: "your doctor or 116117".
    pub same_day: String,
    /// The line for poisonings, with its number; otherwise [`same_day`](Self::same_day).
    pub poison_line: String,
    /// Where the numbers were read; empty if none was.
    pub sources: Vec<&'static Source>,
}

impl HelpNumbers {
    /// The text with its gaps filled: `{emergency}`, `{same_day}`, `{pharmacist}`, `{maternity}` and `{poison_line}`.
    #[must_use]
    pub fn fill(&self, text: &str) -> String {
        let Self { emergency, same_day, poison_line, .. } = self;
        [
            ("{emergency}", emergency.as_str()),
            ("{same_day}", same_day),
            ("{pharmacist}", "your pharmacist"),
            ("{maternity}", "your maternity unit or midwife"),
            ("{poison_line}", poison_line),
        ]
        .into_iter()
        .fold(text.to_owned(), |text, (gap, words)| text.replace(gap, words))
    }
}

#[derive(Deserialize)]
struct Row {
    country: String,
    emergency: String,
    same_day: String,
    poison_line: String,
    sources: String,
}

/// Whom to call in this country. For `None`, and for a country whose numbers were not read, the emergency numbers of [`ANYWHERE`].
#[must_use]
pub fn numbers(country: Option<Country>) -> &'static HelpNumbers {
    static READ: OnceLock<BTreeMap<&'static str, HelpNumbers>> = OnceLock::new();
    static UNKNOWN: OnceLock<HelpNumbers> = OnceLock::new();
    let read = READ.get_or_init(|| {
        let known = |row: Row| Some((row.country.parse::<Country>().ok()?.key(), from_row(&row)?));
        rows(FILE).into_iter().filter_map(known).collect()
    });
    country.and_then(|country| read.get(country.key())).unwrap_or_else(|| {
        UNKNOWN.get_or_init(|| HelpNumbers {
            emergency: ANYWHERE.to_owned(),
            same_day: DOCTOR.to_owned(),
            poison_line: DOCTOR.to_owned(),
            sources: Vec::new(),
        })
    })
}

fn from_row(row: &Row) -> Option<HelpNumbers> {
    let or = |cell: &str, otherwise: &str| if cell.is_empty() { otherwise.to_owned() } else { cell.to_owned() };
    let same_day = or(&row.same_day, DOCTOR);
    Some(HelpNumbers {
        emergency: or(&row.emergency, ANYWHERE),
        poison_line: or(&row.poison_line, &same_day),
        same_day,
        sources: sources_of(&row.sources)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_of_a_country_and_names_where_its_numbers_were_read() {
        let rows: Vec<Row> = csv::Reader::from_reader(FILE.as_bytes()).deserialize().map(Result::unwrap).collect();
        for row in &rows {
            let country: Country = row.country.parse().unwrap();
            let help = numbers(Some(country));
            assert!(!help.sources.is_empty(), "{country:?}");
            assert!(!row.emergency.is_empty() && help.emergency == row.emergency, "{country:?}");
            assert!(help.emergency.split(" or ").all(|number| number.bytes().all(|byte| byte.is_ascii_digit())), "{help:?}");
        }
        let mut countries: Vec<_> = rows.iter().map(|row| row.country.as_str()).collect();
        countries.dedup();
        assert_eq!(countries.len(), rows.len(), "a country comes twice");
    }

    #[test]
    fn without_a_country_three_numbers_are_named_and_no_line() {
        let help = numbers(None);
        let filled = help.fill("{emergency}; {same_day}; {pharmacist}; {maternity}; {poison_line}");
        assert_eq!(
            filled,
            "112, 911 or 999; your doctor or out-of-hours service; your pharmacist; your maternity unit or midwife; your doctor or \
             out-of-hours service"
        );
        assert_eq!(numbers(Some(Country::Italy)), help, "a country whose numbers were not read");
        assert_eq!(numbers(Some(Country::Austria)).fill("Call {emergency} now."), "Call 144 or 112 now.");
        assert_eq!(numbers(Some(Country::Australia)).emergency, "000");
    }
}
