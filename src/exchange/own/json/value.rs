//! Values of columns in JSON.

use super::walk::each_element;
use crate::exchange::own::amounts;
use crate::exchange::own::quoted::quoted;
use crate::store::{Column, Holds, PlainValue};
use serde::de::DeserializeOwned;
use std::fmt::Write as _;
use uuid::Uuid;

/// Writes a value as its column is described. Returns whether there was one: what was not said is left out.
pub(super) fn write(line: &mut String, column: &Column, value: &PlainValue) -> bool {
    match (column.holds, value) {
        (_, PlainValue::Nothing) => return false,
        (Holds::YesNo, PlainValue::Whole(yes @ 0..=1)) => push(line, format_args!("{}", *yes == 1)),
        (_, PlainValue::Whole(number)) => push(line, format_args!("{number}")),
        // An infinite number cannot stand in a diary file, nor in JSON.
        (_, PlainValue::Number(number)) => push(line, format_args!("{number:?}")),
        (_, PlainValue::Id(id)) => push(line, format_args!("\"{id}\"")),
        (Holds::Amounts, PlainValue::Text(amounts)) => *line += &amounts::plain(amounts).unwrap_or_else(|| "{}".to_owned()),
        (Holds::Ids | Holds::Keys(_), PlainValue::Text(words)) => {
            let words = words.split('|').filter(|word| !word.is_empty());
            let with_hyphens = |word: &str| Uuid::try_parse(word).map_or_else(|_| word.to_owned(), |id| id.to_string());
            let is_ids = column.holds == Holds::Ids;
            let words: Vec<_> = words.map(|word| if is_ids { quoted(&with_hyphens(word)) } else { quoted(word) }).collect();
            push(line, format_args!("[{}]", words.join(",")));
        }
        (_, PlainValue::Text(words)) => *line += &quoted(words),
    }
    true
}

/// The value in a JSON text. Returns `None` if it is none that the column could hold.
pub(super) fn read(column: &Column, raw: &str) -> Option<PlainValue> {
    if raw == "null" {
        return Some(PlainValue::Nothing);
    }
    Some(match column.holds {
        Holds::Amounts => PlainValue::Text(amounts::plain(raw)?),
        Holds::Date | Holds::Key(_) | Holds::Text { .. } | Holds::WallClock => PlainValue::Text(parse(raw)?),
        Holds::Id => PlainValue::Id(Uuid::try_parse(&parse::<String>(raw)?).ok()?),
        Holds::Ids => {
            let simple = |id: &String| Uuid::try_parse(id).ok().map(|id| id.simple().to_string());
            PlainValue::Text(words(raw)?.iter().map(simple).collect::<Option<Vec<_>>>()?.join("|"))
        }
        Holds::Keys(_) => PlainValue::Text(words(raw)?.join("|")),
        Holds::Number { .. } => PlainValue::Number(parse(raw)?),
        Holds::OffsetSeconds | Holds::Whole { .. } => PlainValue::Whole(whole(raw)?),
        Holds::YesNo => PlainValue::Whole(parse::<bool>(raw).map(i64::from).or_else(|| whole(raw))?),
    })
}

/// The texts of a list. Returns `None` if it is none, or has more than 10,000 of them, so that empty ones do not fill the memory.
fn words(raw: &str) -> Option<Vec<String>> {
    const MOST: usize = 10_000;
    let mut words = Some(Vec::new());
    each_element(raw, |raw| {
        words = words.take().filter(|words| words.len() < MOST).and_then(|mut words| {
            words.push(parse(raw)?);
            Some(words)
        });
    })
    .ok()?;
    words
}

/// A whole number, also as "5.0".
fn whole(raw: &str) -> Option<i64> {
    parse::<i64>(raw).or_else(|| {
        let whole = raw.split_once('.').filter(|(_, tail)| !tail.is_empty() && tail.bytes().all(|byte| byte == b'0'))?.0;
        parse(whole)
    })
}

/// Reads a JSON text. Returns `None` if it is none of the type.
pub(super) fn parse<T: DeserializeOwned>(raw: &str) -> Option<T> {
    serde_json::from_str(raw).ok()
}

/// Writes into a text, which cannot fail.
pub(super) fn push(line: &mut String, words: std::fmt::Arguments<'_>) {
    _ = line.write_fmt(words);
}
