//! The origin of the figures of a food.

use crate::domain::Nutrient;
use std::fmt;

crate::domain::keyed_enum! {
    /// A publication of the US Department of Agriculture; what USDA publishes is in the public domain.
    Release, "release" {
        /// The National Nutrient Database, in its last release before it became `FoodData` Central.
        Sr28 = "sr28", "USDA National Nutrient Database for Standard Reference, release 28 (2015)";
        /// Newly analysed foods.
        Foundation = "foundation", "USDA Foundation Foods (October 2024)";
        /// Foods and dishes as people eat them.
        Fndds = "fndds", "USDA Food and Nutrient Database for Dietary Studies 2021-2023";
    }
}

/// The origin of the figures of a food.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoodSource {
    /// The catalogue, whose figures are USDA's.
    Usda(UsdaSource),
    /// A food that the person described.
    Own,
    /// A recipe of the person's.
    Recipe,
    /// A food imported from a download of USDA's `FoodData` Central.
    Imported {
        /// The `data_type` of the food in the download: "Foundation", "Branded" and so on.
        data_type: String,
        /// USDA's number of the food.
        fdc_id: u32,
        /// The bar code; `None` if the file has none.
        barcode: Option<String>,
        /// The brand; `None` if the file has none.
        brand: Option<String>,
    },
}

/// Where the figures of a food of the catalogue were published by the US Department of Agriculture (USDA).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsdaSource {
    /// The publication that the food was taken from.
    pub release: Release,
    /// The number of the food in that publication: an NDB number in release 28, otherwise an FDC number.
    pub number: String,
    /// The name of the food in that publication.
    pub name: String,
    /// Which figures come from Foundation Foods instead, since they are newer; `None` if all are of `release`.
    pub foundation: Option<FoundationPart>,
}

/// Figures that are taken from Foundation Foods instead of release 28.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundationPart {
    /// USDA's number of the food in Foundation Foods.
    pub fdc_id: u32,
    /// The nutrients whose figures are taken from there.
    pub nutrients: Vec<Nutrient>,
}

impl Release {
    /// What the numbers of foods are called in this publication.
    #[must_use]
    pub fn number_name(self) -> &'static str {
        match self {
            Self::Sr28 => "NDB",
            Self::Foundation | Self::Fndds => "FDC",
        }
    }
}

/// Writes the source for a screen, without a full stop at the end.
impl fmt::Display for FoodSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usda(source) => source.fmt(f),
            Self::Own => f.write_str("Your own food, as you described it"),
            Self::Recipe => f.write_str("Your own recipe, from its ingredients"),
            Self::Imported { data_type, fdc_id, .. } => write!(f, "Imported from USDA FoodData Central, {data_type}, FDC {fdc_id}"),
        }
    }
}

impl fmt::Display for UsdaSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { release, number, name, foundation } = self;
        write!(f, "{}, {} {number}: {name}", release.label(), release.number_name())?;
        let Some(FoundationPart { fdc_id, nutrients }) = foundation else { return Ok(()) };
        let names: Vec<_> = nutrients.iter().map(|nutrient| nutrient.in_a_sentence()).collect();
        write!(f, ". Newer, from {}, FDC {fdc_id}: {}", Release::Foundation.label(), names.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_names_release_number_and_what_is_newer() {
        let foundation = FoundationPart { fdc_id: 323_505, nutrients: vec![Nutrient::Magnesium, Nutrient::VitaminK] };
        let mut source =
            UsdaSource { release: Release::Sr28, number: "11233".to_owned(), name: "Kale, raw".to_owned(), foundation: Some(foundation) };
        assert_eq!(
            FoodSource::Usda(source.clone()).to_string(),
            "USDA National Nutrient Database for Standard Reference, release 28 (2015), NDB 11233: Kale, raw. \
             Newer, from USDA Foundation Foods (October 2024), FDC 323505: magnesium, vitamin K1"
        );
        source.foundation = None;
        assert!(source.to_string().ends_with("NDB 11233: Kale, raw"));
    }
}
