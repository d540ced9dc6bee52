//! The nutrients in a food or a dose as the JSON text of one column: `{"magnesium_mg":27.0}`.
//!
//! With one text instead of a column for each nutrient, a new nutrient needs no migration, and unknown amounts
//! take no room.

use super::value::unreadable;
use crate::domain::{Amounts, Nutrient};
use rusqlite::Row;
use serde::{Deserializer as _, de};
use std::{cell::RefCell, collections::HashMap, fmt};

/// The name of the column.
const COLUMN: &str = "contents";

/// The text for the column. Amounts that are unknown are left out.
pub(super) fn text(amounts: &Amounts) -> String {
    let parts: Vec<_> = amounts.known().map(|(nutrient, amount)| format!("\"{}\":{amount:?}", nutrient.column())).collect();
    format!("{{{}}}", parts.join(","))
}

/// The amounts in the column `contents`.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Amounts> {
    from_text(row.get_ref(COLUMN)?.as_str()?)
}

/// The amounts in the column `contents`. Returns `None` if it is NULL.
pub(super) fn read_optional(row: &Row<'_>) -> rusqlite::Result<Option<Amounts>> {
    row.get_ref(COLUMN)?.as_str_or_null()?.map(from_text).transpose()
}

/// How many parsed texts are remembered; a year of a diary has a few hundred different ones.
const REMEMBERED: usize = 1024;

thread_local! {
    /// The texts that were parsed last, with their amounts: equal foods come again and again, and a year of them is read at once.
    static READ: RefCell<HashMap<Box<str>, Amounts>> = RefCell::default();
}

/// The amounts that a text gives. Nutrients that this version does not know are left out.
pub(super) fn from_text(text: &str) -> rusqlite::Result<Amounts> {
    READ.with_borrow_mut(|read| {
        if let Some(amounts) = read.get(text) {
            return Ok(*amounts);
        }
        let amounts = parsed(text)?;
        if read.len() >= REMEMBERED {
            read.clear();
        }
        read.insert(text.into(), amounts);
        Ok(amounts)
    })
}

fn parsed(text: &str) -> rusqlite::Result<Amounts> {
    let mut reader = serde_json::Deserializer::from_str(text);
    reader.deserialize_map(Reader).map_err(|_no_amounts| unreadable(COLUMN, text))
}

/// Reads a JSON object straight into amounts, since this runs for every food of a year.
struct Reader;

impl<'de> de::Visitor<'de> for Reader {
    type Value = Amounts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("amounts by nutrient")
    }

    fn visit_map<M: de::MapAccess<'de>>(self, mut map: M) -> Result<Amounts, M::Error> {
        let mut amounts = Amounts::default();
        while let Some((key, amount)) = map.next_entry::<NutrientKey, f64>()? {
            if amount < 0.0 {
                return Err(de::Error::custom("an amount below zero"));
            }
            if let Some(nutrient) = key.0 {
                amounts.set(nutrient, Some(amount));
            }
        }
        Ok(amounts)
    }
}

/// A key of the object: the nutrient that it names, or `None` if this version does not know it.
struct NutrientKey(Option<Nutrient>);

impl<'de> de::Deserialize<'de> for NutrientKey {
    fn deserialize<D: de::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let name = <&str>::deserialize(reader)?;
        Ok(Self(Nutrient::ALL.iter().copied().find(|nutrient| nutrient.column() == name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeded::seeded;
    use proptest::prelude::*;

    #[test]
    fn what_is_unknown_takes_no_room() {
        let amounts: Amounts = [(Nutrient::Magnesium, 27.0), (Nutrient::VitaminD, 0.0)].into_iter().collect();
        assert_eq!(text(&amounts), r#"{"magnesium_mg":27.0,"vitamin_d_ug":0.0}"#);
        assert_eq!(text(&Amounts::default()), "{}");
    }

    #[test]
    fn a_nutrient_of_a_newer_version_is_passed_over_and_rubbish_is_not() {
        let amounts = from_text(r#"{"iron_mg":3.1,"magnesium_mg":27.0}"#).unwrap();
        assert_eq!(amounts.known().collect::<Vec<_>>(), [(Nutrient::Magnesium, 27.0)]);
        for rubbish in ["", "[]", r#"{"magnesium_mg":"many"}"#, r#"{"magnesium_mg":-27.0}"#] {
            assert!(from_text(rubbish).is_err(), "{rubbish}");
        }
    }

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn every_amount_comes_back_to_the_last_bit(known in prop::collection::vec((0..Nutrient::ALL.len(), 0.0..1e9_f64), 0..20)) {
            let amounts: Amounts = known.into_iter().map(|(index, amount)| (Nutrient::ALL[index], amount)).collect();
            prop_assert_eq!(from_text(&text(&amounts)).unwrap(), amounts);
        }
    }
}
