//! Usual supplements, from `assets/supplements.csv`. They are starting points, to be changed to what the label says.

use crate::domain::{Amounts, Nutrient, OwnName, Supplement, amount_of, grouped};
use std::sync::OnceLock;

const SUPPLEMENTS: &str = include_str!("../../assets/supplements.csv");

/// A supplement as shops usually sell it, offered when the person adds one to their list.
#[derive(Debug, Clone, PartialEq)]
pub struct UsualSupplement {
    /// Its stable id.
    pub id: String,
    /// The product, without a regimen.
    pub supplement: Supplement,
    /// A note for copying the label; may be empty.
    pub note: String,
}

/// Every usual supplement, in the order in which screens list them.
#[must_use]
pub fn usual_supplements() -> &'static [UsualSupplement] {
    static READ: OnceLock<Vec<UsualSupplement>> = OnceLock::new();
    READ.get_or_init(|| {
        let mut reader = csv::Reader::from_reader(SUPPLEMENTS.as_bytes());
        reader.records().filter_map(|row| from_row(&row.ok()?)).collect()
    })
}

fn from_row(row: &csv::StringRecord) -> Option<UsualSupplement> {
    let mut cells = row.iter();
    let (id, name, dose, amounts, note) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let supplement = Supplement {
        name: OwnName::new(name).ok()?,
        dose: dose.to_owned(),
        per_dose: amounts.split('|').map(one).collect::<Option<_>>()?,
        daily: None,
        prescribed: false,
    };
    Some(UsualSupplement { id: id.to_owned(), supplement, note: note.to_owned() })
}

fn one(text: &str) -> Option<(Nutrient, f64)> {
    let (nutrient, amount) = text.split_once('=')?;
    let nutrient = nutrient.parse().ok()?;
    Some((nutrient, amount_of(nutrient, amount).ok()?))
}

/// The amount in international units: "1,000 IU" for 25 ug of vitamin D. Returns `None` for nutrients whose labels do not use them.
#[must_use]
pub fn international_units(nutrient: Nutrient, amount: f64) -> Option<String> {
    (nutrient == Nutrient::VitaminD).then(|| format!("{} IU", grouped(amount * 40.0)))
}

/// What a dose contains, as text: "magnesium 100 mg, vitamin D 25 ug (1,000 IU)".
#[must_use]
pub fn dose_words(per_dose: &Amounts) -> String {
    let words = |(nutrient, amount): (Nutrient, f64)| {
        let units = international_units(nutrient, amount).map(|units| format!(" ({units})")).unwrap_or_default();
        format!("{} {}{units}", nutrient.in_a_sentence(), nutrient.amount(amount))
    };
    let parts: Vec<_> = per_dose.known().map(words).collect();
    if parts.is_empty() { "contents unknown".to_owned() } else { parts.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_a_supplement_with_an_id_and_a_name_of_its_own() {
        let rows = csv::Reader::from_reader(SUPPLEMENTS.as_bytes()).records().count();
        let usual = usual_supplements();
        assert_eq!(usual.len(), rows, "a row could not be read");
        let names: HashSet<_> = usual.iter().map(|usual| usual.supplement.name.as_str()).collect();
        let ids: HashSet<_> = usual.iter().map(|usual| usual.id.as_str()).collect();
        assert_eq!((names.len(), ids.len()), (rows, rows));
    }

    #[test]
    fn an_amount_is_that_of_the_element_and_not_of_its_salt() {
        // By the masses of the atoms: MgO is 24.305 of 40.304, and CaCO3 40.078 of 100.086.
        let amount = |id: &str, nutrient| {
            usual_supplements().iter().find(|usual| usual.id == id).unwrap().supplement.per_dose.get(nutrient).unwrap()
        };
        assert!((amount("magnesium-oxide", Nutrient::Magnesium) / 400.0 - 24.305 / 40.304).abs() < 0.01);
        assert!((amount("calcium", Nutrient::Calcium) / 1250.0 - 40.078 / 100.086).abs() < 0.01);
    }

    #[test]
    fn the_reference_amounts_are_those_of_the_regulation() {
        // Regulation (EU) No 1169/2011, annex XIII, part A.
        let complex = usual_supplements().iter().find(|usual| usual.id == "b-complex").unwrap();
        assert_eq!(dose_words(&complex.supplement.per_dose), "vitamin B1 1.10 mg, vitamin B6 1.40 mg, vitamin B12 2.5 ug");
    }

    #[test]
    fn vitamin_d_is_given_in_both_units_of_labels() {
        let amounts: Amounts = [(Nutrient::VitaminD, 25.0), (Nutrient::Zinc, 0.0)].into_iter().collect();
        assert_eq!(dose_words(&amounts), "zinc 0 mg, vitamin D 25 ug (1,000 IU)");
        assert_eq!(international_units(Nutrient::Zinc, 25.0), None);
    }
}
