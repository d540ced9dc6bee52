//! `food_nutrient.csv`: the amounts in foods, and `nutrient.csv`: which nutrient and unit a number stands for.

use super::draft::Drafts;
use crate::domain::Nutrient;
use crate::exchange::csv_table::{CsvTable, quoted};
use crate::exchange::download_files::DownloadFiles;
use crate::exchange::{ImportError, Problems};
use crate::jobs::Worker;

/// USDA's id and number of each nutrient that we keep, our nutrient, the rank among several rows for it (the lower is the better),
/// and USDA's unit.
///
/// Energy by the food's own factors ranks before energy by general ones. The numbers are those of the Standard Reference; some
/// Survey downloads have them where the others have ids.
const KNOWN: &[(u32, u32, Nutrient, u8, &str)] = &[
    (1008, 208, Nutrient::Energy, 0, "KCAL"),
    (2048, 958, Nutrient::Energy, 1, "KCAL"),
    (2047, 957, Nutrient::Energy, 2, "KCAL"),
    (1051, 255, Nutrient::Water, 0, "G"),
    (1003, 203, Nutrient::Protein, 0, "G"),
    (1090, 304, Nutrient::Magnesium, 0, "MG"),
    (1092, 306, Nutrient::Potassium, 0, "MG"),
    (1087, 301, Nutrient::Calcium, 0, "MG"),
    (1093, 307, Nutrient::Sodium, 0, "MG"),
    (1095, 309, Nutrient::Zinc, 0, "MG"),
    (1114, 328, Nutrient::VitaminD, 0, "UG"),
    (1110, 324, Nutrient::VitaminD, 1, "IU"),
    (1165, 404, Nutrient::Thiamin, 0, "MG"),
    (1175, 415, Nutrient::VitaminB6, 0, "MG"),
    (1178, 418, Nutrient::VitaminB12, 0, "UG"),
    (1185, 430, Nutrient::VitaminK, 0, "UG"),
    (1057, 262, Nutrient::Caffeine, 0, "MG"),
    (1018, 221, Nutrient::Alcohol, 0, "G"),
];

/// IU of vitamin D in 1 ug.
const IU_IN_UG: f64 = 40.0;

/// What a number in `food_nutrient.csv` stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Kind {
    nutrient: Nutrient,
    rank: u8,
    /// USDA's unit is converted to ours by multiplying with the first and dividing by the second.
    unit: (f64, f64),
}

/// What the numbers in `food_nutrient.csv` stand for, by number.
#[derive(Debug)]
pub(super) struct Kinds(Vec<Option<Kind>>);

impl Kinds {
    /// Greater than all of USDA's ids.
    const LENGTH: usize = 4096;

    /// The meanings that USDA's ids and numbers have had for years.
    fn usual() -> Self {
        let mut kinds = Self(vec![None; Self::LENGTH]);
        for (id, number, nutrient, rank, unit) in KNOWN {
            let kind = conversion(unit, *nutrient).map(|unit| Kind { nutrient: *nutrient, rank: *rank, unit });
            kinds.set(*id, kind);
            kinds.set(*number, kind);
        }
        kinds
    }

    fn set(&mut self, id: u32, kind: Option<Kind>) {
        if let Some(place) = usize::try_from(id).ok().and_then(|place| self.0.get_mut(place)) {
            *place = kind;
        }
    }

    fn get(&self, id: u32) -> Option<Kind> {
        self.0.get(usize::try_from(id).ok()?).copied().flatten()
    }
}

/// How a unit of `nutrient.csv` is converted to ours: multiply by the first, divide by the second. Returns `None` for an unknown
/// unit.
fn conversion(unit: &str, nutrient: Nutrient) -> Option<(f64, f64)> {
    let unit = unit.to_lowercase();
    let from = match unit.as_str() {
        "mcg" | "µg" | "μg" => "ug",
        other => other,
    };
    match (from, nutrient.unit()) {
        (from, to) if from == to => Some((1.0, 1.0)),
        ("g", "mg") | ("mg", "ug") => Some((1e3, 1.0)),
        ("g", "ug") => Some((1e6, 1.0)),
        ("mg", "g") | ("ug", "mg") => Some((1.0, 1e3)),
        ("ug", "g") => Some((1.0, 1e6)),
        ("iu", "ug") if nutrient == Nutrient::VitaminD => Some((1.0, IU_IN_UG)),
        _ => None,
    }
}

/// The most that 100 g, or 100 ml, of anything can contain. A greater amount is a mistake in the file.
fn most(nutrient: Nutrient) -> f64 {
    match nutrient.unit() {
        "g" => 150.0,
        "mg" => 150e3,
        "ug" => 150e6,
        _ => 1_000.0,
    }
}

/// Reads `nutrient.csv`. In downloads without it, numbers have the meanings that USDA has given them for years.
pub(super) fn read_kinds(source: &mut DownloadFiles, worker: &Worker, problems: &mut Problems) -> Result<Kinds, ImportError> {
    let mut kinds = Kinds::usual();
    let file = "nutrient.csv";
    if source.size(file)?.is_none() {
        return Ok(kinds);
    }
    let table = CsvTable::open(source, file, worker)?;
    let (id, unit, number) = (table.column("id")?, table.column("unit_name")?, table.column("nutrient_nbr")?);
    table.each_row(problems, |row| {
        let id = row.whole(id)?;
        kinds.set(id, None);
        // Some numbers have a fraction, but none of ours.
        let Ok(number) = row.text(number)?.trim_end_matches(".0").parse::<u32>() else { return Ok(()) };
        let Some((_, _, nutrient, rank, _)) = KNOWN.iter().find(|(_, known, ..)| *known == number) else { return Ok(()) };
        let words = row.text(unit)?;
        let to_ours = conversion(words, *nutrient).ok_or_else(|| {
            unit.fault(format!("{} is no unit of {}; its amounts are left out", quoted(words.as_bytes()), nutrient.label()))
        })?;
        let kind = Some(Kind { nutrient: *nutrient, rank: *rank, unit: to_ours });
        kinds.set(id, kind);
        kinds.set(number, kind);
        Ok(())
    })?;
    Ok(kinds)
}

/// Reads the amounts of the foods.
pub(super) fn read(
    source: &mut DownloadFiles,
    kinds: &Kinds,
    drafts: &mut Drafts,
    worker: &Worker,
    problems: &mut Problems,
) -> Result<(), ImportError> {
    let file = "food_nutrient.csv";
    if source.size(file)?.is_none() {
        return Err(ImportError::FileMissing { file, kind: "all foods", path: source.path().to_owned() });
    }
    let table = CsvTable::open(source, file, worker)?;
    let (fdc_id, nutrient, amount) = (table.column("fdc_id")?, table.column("nutrient_id")?, table.column("amount")?);
    table.each_row(problems, |row| {
        let (food, nutrient) = (row.whole(fdc_id)?, row.whole(nutrient)?);
        let Some(kind) = kinds.get(nutrient) else { return Ok(()) };
        let Some(draft) = drafts.get_mut(food) else { return Ok(()) };
        let Some(value) = row.number(amount)? else { return Ok(()) };
        let (times, over) = kind.unit;
        let value = value * times / over;
        if value > most(kind.nutrient) {
            let words = kind.nutrient.label().to_lowercase();
            return Err(amount.fault(format!("{} of {words} is more than 100 g can hold", quoted(row.bytes(amount)))));
        }
        draft.set(kind.nutrient, kind.rank, value);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_become_ours_and_others_are_refused() {
        for (unit, nutrient, given, expected) in [
            ("MG", Nutrient::Zinc, 1.5, Some(1.5)),
            ("UG", Nutrient::Zinc, 1500.0, Some(1.5)),
            ("G", Nutrient::Sodium, 0.3, Some(300.0)),
            ("MG", Nutrient::VitaminB12, 0.002, Some(2.0)),
            ("MCG", Nutrient::VitaminD, 5.0, Some(5.0)),
            ("IU", Nutrient::VitaminD, 200.0, Some(5.0)),
            ("IU", Nutrient::VitaminK, 200.0, None),
            ("kJ", Nutrient::Energy, 200.0, None),
            ("KCAL", Nutrient::Energy, 200.0, Some(200.0)),
        ] {
            let found = conversion(unit, nutrient).map(|(times, over)| given * times / over);
            assert_eq!(found, expected, "{unit} of {nutrient:?}");
        }
    }

    #[test]
    fn ids_and_numbers_name_every_nutrient_once() {
        let kinds = Kinds::usual();
        for (id, number, nutrient, ..) in KNOWN {
            assert_eq!(kinds.get(*id).map(|kind| kind.nutrient), Some(*nutrient));
            assert_eq!(kinds.get(*id), kinds.get(*number));
        }
        for nutrient in Nutrient::ALL {
            assert!(KNOWN.iter().any(|(_, _, known, rank, _)| known == nutrient && *rank == 0), "{nutrient:?}");
        }
        assert_eq!((kinds.get(1062), kinds.get(5_000_000)), (None, None), "kJ, and beyond");
    }
}
