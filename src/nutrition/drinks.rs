//! What is in drinks, from `assets/drinks.csv` (USDA, release 28).

use super::columns::amounts_from_row;
use crate::domain::{Amounts, DrinkKind, VolumeMl};
use std::sync::OnceLock;

const DRINKS: &str = include_str!("../../assets/drinks.csv");

/// What a kind of drink contains.
#[derive(Debug, Clone, PartialEq)]
pub struct DrinkContent {
    /// The kind of drink.
    pub kind: DrinkKind,
    /// The name of the USDA food whose figures are used.
    pub usda_name: String,
    /// What 100 ml of the drink weigh in grams, from USDA's household weights.
    pub grams_per_100_ml: f64,
    /// The amounts in 100 g.
    pub per_100_g: Amounts,
}

impl DrinkContent {
    /// The amounts in this volume of the drink.
    #[must_use]
    pub fn in_volume(&self, volume: VolumeMl) -> Amounts {
        self.per_100_g.in_grams(f64::from(volume.get()) * self.grams_per_100_ml / 100.0)
    }
}

/// What a kind of drink contains. Returns `None` for [`DrinkKind::Other`].
#[must_use]
pub fn drink_content(kind: DrinkKind) -> Option<&'static DrinkContent> {
    static READ: OnceLock<Vec<DrinkContent>> = OnceLock::new();
    READ.get_or_init(read).iter().find(|content| content.kind == kind)
}

fn read() -> Vec<DrinkContent> {
    let mut reader = csv::Reader::from_reader(DRINKS.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    reader.records().filter_map(|row| content_from_row(&header, &row.ok()?)).collect()
}

fn content_from_row(header: &csv::StringRecord, row: &csv::StringRecord) -> Option<DrinkContent> {
    let cell = |name| row.get(header.iter().position(|column| column == name)?);
    Some(DrinkContent {
        kind: cell("kind")?.parse().ok()?,
        usda_name: cell("usda_name")?.to_owned(),
        grams_per_100_ml: cell("grams_per_100_ml")?.parse().ok()?,
        per_100_g: amounts_from_row(header, row).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Nutrient;

    #[test]
    fn every_kind_but_other_has_its_content() {
        for kind in DrinkKind::ALL {
            assert_eq!(drink_content(*kind).is_some(), *kind != DrinkKind::Other, "{}", kind.key());
        }
    }

    #[test]
    fn caffeine_and_alcohol_follow_from_the_kind() {
        let amount = |kind, nutrient| drink_content(kind).unwrap().in_volume(VolumeMl::new(200).unwrap()).get(nutrient).unwrap();
        assert!((60.0..120.0).contains(&amount(DrinkKind::Coffee, Nutrient::Caffeine)));
        assert!((15.0..25.0).contains(&amount(DrinkKind::Wine, Nutrient::Alcohol)));
        assert!(amount(DrinkKind::Water, Nutrient::Alcohol) < 0.001);
    }
}
