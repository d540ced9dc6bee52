//! Foods from a USDA `FoodData` Central download, and the imports that brought them.

use super::keyed::keyed_enum;
use super::{Amounts, Portion};
use chrono::{DateTime, Utc};
use std::fmt;

keyed_enum! {
    /// A type of food in `FoodData` Central that is imported, by its `data_type` in `food.csv`.
    ///
    /// Laboratory records such as samples, which stand in that file too, are no foods and have no type here.
    DataType, "data type" {
        /// A few whole foods, analysed in detail.
        Foundation = "foundation_food", "Foundation Foods";
        /// The last release of the Standard Reference, 2018.
        SrLegacy = "sr_legacy_food", "SR Legacy";
        /// Foods and dishes as the national survey asks for them, without gaps.
        Survey = "survey_fndds_food", "Survey (FNDDS)";
        /// Products, from their labels.
        Branded = "branded_food", "Branded";
    }
}

/// The number on a product's bar code, 1 to 14 digits without leading zeros.
///
/// Leading zeros do not count, so that a UPC-A and the EAN-13 of the product are one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Barcode(u64);

impl Barcode {
    /// Reads a bar code, ignoring spaces and hyphens. Returns `None` if it is not a number of 1 to 14 digits, or only zeros.
    ///
    /// ```
    /// use cramp_diary::domain::Barcode;
    /// assert_eq!(Barcode::read("0 12345-67890 5"), Barcode::read("0012345678905"));
    /// assert_eq!(Barcode::read("banana"), None);
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
        if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let digits = digits.trim_start_matches('0');
        if !(1..=14).contains(&digits.len()) {
            return None;
        }
        digits.parse().ok().map(Self)
    }

    /// The number, without leading zeros.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Barcode {
    /// With the zeros that products carry: as EAN-8, UPC-A, EAN-13 or GTIN-14, the shortest that it fits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = match self.0 {
            0..=99_999_999 => 8,
            100_000_000..=999_999_999_999 => 12,
            1_000_000_000_000..=9_999_999_999_999 => 13,
            _ => 14,
        };
        write!(f, "{:0width$}", self.0)
    }
}

/// A food as a download from `FoodData` Central describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedFood {
    /// Its number in `FoodData` Central.
    pub fdc_id: u32,
    /// The type of food.
    pub data_type: DataType,
    /// The name of the food.
    pub name: String,
    /// The brand of a product, or the company that owns it; `None` if neither is given.
    pub brand: Option<String>,
    /// The category that USDA gives it; `None` if there is none.
    pub category: Option<String>,
    /// The bar code of a product; `None` for other foods.
    pub barcode: Option<Barcode>,
    /// Household measures, the usual one first; empty if the download gives none.
    pub portions: Vec<Portion>,
    /// The nutrients in 100 g, or in 100 ml of a liquid product. What USDA does not give is unknown.
    pub per_100_g: Amounts,
}

/// The number of an import. Numbers count up, and none is given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImportId(pub u32);

impl fmt::Display for ImportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The foods of one type in an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportPart {
    /// The type of the foods.
    pub data_type: DataType,
    /// How many foods of the type the import saved.
    pub foods: u32,
    /// Whether they are in use: the person accepted the import, and neither removed it nor accepted a later one with this type. Only foods
    /// in use are found and suggested for logging; the others only take room in the file.
    pub active: bool,
}

/// One import of foods that is kept in the file of imported foods, whether [in use](ImportPart::active) or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The number of the import.
    pub id: ImportId,
    /// The name of the folder or zip that it came from.
    pub source: String,
    /// When the foods were imported.
    pub made: DateTime<Utc>,
    /// The foods of the import, by type.
    pub parts: Vec<ImportPart>,
}

impl Import {
    /// Whether any of its foods are [in use](ImportPart::active).
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.parts.iter().any(|part| part.active)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_code_is_one_number_however_it_is_written() {
        let number = Barcode::read("012345678905");
        assert!(number.is_some());
        for same in ["12345678905", "0012345678905", "0 12345 67890 5", "0-12345-67890-5", " 00012345678905 "] {
            assert_eq!(Barcode::read(same), number, "{same}");
        }
        for none in ["", " - ", "000000000000", "12x4", "123456789012345", "-", "1.5", "١٢٣"] {
            assert_eq!(Barcode::read(none), None, "{none}");
        }
    }

    #[test]
    fn a_bar_code_is_shown_with_the_zeros_that_products_carry() {
        for (given, shown) in [
            ("01234565", "01234565"),
            ("12345678905", "012345678905"),
            ("4006381333931", "4006381333931"),
            ("10012345678902", "10012345678902"),
        ] {
            assert_eq!(Barcode::read(given).unwrap().to_string(), shown);
        }
    }
}
