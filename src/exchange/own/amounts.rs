//! What a food or a dose holds, as one text: `{"magnesium_mg":27.0}`.
//!
//! The text is written anew whenever it leaves the program or comes into it, so that a file says the same after an editor laid it out.

use super::quoted::quoted;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::fmt;

/// How many amounts are read, so that a file of short names does not fill the memory: a food has some fifty.
const MOST: usize = 10_000;

/// Amounts by name, in the order of the text. Names that this version does not know are kept.
struct Amounts(Vec<(String, f64)>);

impl<'de> Deserialize<'de> for Amounts {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Amounts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("amounts by name")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Amounts, M::Error> {
        let mut amounts = Vec::new();
        while let Some(amount) = map.next_entry()? {
            if amounts.len() == MOST {
                return Err(serde::de::Error::custom("too many amounts"));
            }
            amounts.push(amount);
        }
        Ok(Amounts(amounts))
    }
}

/// The text as the diary file has it, however it was laid out. Returns `None` if it is no object of numbers.
pub(super) fn plain(amounts: &str) -> Option<String> {
    let Amounts(amounts) = serde_json::from_str(amounts).ok()?;
    let amounts: Vec<_> = amounts.iter().map(|(name, amount)| format!("{}:{amount:?}", quoted(name))).collect();
    Some(format!("{{{}}}", amounts.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_changes_nothing_and_the_order_stays() {
        let known = r#"{"magnesium_mg":27.0,"energy_kcal":1e21,"odd_ug":0.1}"#;
        assert_eq!(plain(known).as_deref(), Some(known));
        assert_eq!(plain(" {\"magnesium_mg\" : 27,\n \"energy_kcal\":1e+21, \"odd_ug\": 0.10 } ").as_deref(), Some(known));
        let many = |count: usize| format!("{{{}}}", vec!["\"a\":1"; count].join(","));
        assert!(plain(&many(MOST)).is_some());
        assert_eq!(plain(&many(MOST + 1)), None);
        for rubbish in ["", "[]", "27", r#"{"magnesium_mg":"many"}"#, r#"{"magnesium_mg":1e999}"#, "{} {}"] {
            assert_eq!(plain(rubbish), None, "{rubbish}");
        }
    }
}
