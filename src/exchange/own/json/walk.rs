//! Walking JSON without a tree: each value is handed out as it stands in the text, so that a document takes no more room than its text.

use serde::Deserializer as _;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// Hands out each entry of an object. Of equal names each is handed out.
///
/// # Errors
/// What is wrong with the text, or that it is no object. What was handed out before stays so.
pub(super) fn each_entry<'de>(json: &'de str, each: impl FnMut(String, &'de str)) -> serde_json::Result<()> {
    let mut reader = serde_json::Deserializer::from_str(json);
    reader.deserialize_map(EachEntry(each))?;
    reader.end()
}

/// Hands out each element of an array.
///
/// # Errors
/// What is wrong with the text, or that it is no array. What was handed out before stays so.
pub(super) fn each_element<'de>(json: &'de str, each: impl FnMut(&'de str)) -> serde_json::Result<()> {
    let mut reader = serde_json::Deserializer::from_str(json);
    reader.deserialize_seq(EachElement(each))?;
    reader.end()
}

struct EachEntry<F>(F);

impl<'de, F: FnMut(String, &'de str)> Visitor<'de> for EachEntry<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(mut self, mut map: M) -> Result<(), M::Error> {
        while let Some((name, raw)) = map.next_entry::<String, &'de RawValue>()? {
            (self.0)(name, raw.get());
        }
        Ok(())
    }
}

struct EachElement<F>(F);

impl<'de, F: FnMut(&'de str)> Visitor<'de> for EachElement<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<S: SeqAccess<'de>>(mut self, mut elements: S) -> Result<(), S::Error> {
        while let Some(raw) = elements.next_element::<&'de RawValue>()? {
            (self.0)(raw.get());
        }
        Ok(())
    }
}
