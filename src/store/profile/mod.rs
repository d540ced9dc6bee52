//! The one row of the profile.

use super::value;
use crate::domain::{Day, Diet, Period, Profile, Region, Sex, UnknownKey};
use rusqlite::{Connection, Row, named_params};
use std::{collections::BTreeSet, str::FromStr};

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Profile> {
    connection.prepare_cached("SELECT * FROM profile")?.query_row([], |row| {
        Ok(Profile {
            birth_year: row.get("birth_year")?,
            sex: value::optional_key(row, "sex")?,
            pregnant: period(row, "pregnant_from", "pregnant_until")?,
            breastfeeding: period(row, "breastfeeding_from", "breastfeeding_until")?,
            conditions: keys(row, "conditions")?,
            medicine_raises_potassium: row.get("medicine_raises_potassium")?,
            diet: value::key(row, "diet")?,
            avoid: keys(row, "avoid")?,
            region: value::optional_key(row, "region")?,
        })
    })
}

pub(super) fn write(connection: &Connection, profile: &Profile) -> rusqlite::Result<()> {
    let Profile { birth_year, sex, pregnant, breastfeeding, conditions, medicine_raises_potassium, diet, avoid, region } = profile;
    let from = |period: &Option<Period>| period.map(|period| period.from.to_string());
    let until = |period: &Option<Period>| period.and_then(|period| period.until).map(|day| day.to_string());
    connection.prepare_cached(include_str!("update.sql"))?.execute(named_params! {
        ":birth_year": birth_year,
        ":sex": sex.map(Sex::key),
        ":pregnant_from": from(pregnant),
        ":pregnant_until": until(pregnant),
        ":breastfeeding_from": from(breastfeeding),
        ":breastfeeding_until": until(breastfeeding),
        ":conditions": joined(conditions.iter().map(|condition| condition.key())),
        ":medicine_raises_potassium": medicine_raises_potassium,
        ":diet": Diet::key(*diet),
        ":avoid": joined(avoid.iter().map(|allergen| allergen.key())),
        ":region": region.map(Region::key),
    })?;
    Ok(())
}

fn joined(keys: impl Iterator<Item = &'static str>) -> String {
    keys.collect::<Vec<_>>().join("|")
}

fn keys<T: FromStr<Err = UnknownKey> + Ord>(row: &Row<'_>, column: &str) -> rusqlite::Result<BTreeSet<T>> {
    let text: String = row.get(column)?;
    let words = text.split('|').filter(|word| !word.is_empty());
    words.map(|word| word.parse().map_err(|error: UnknownKey| value::unreadable(column, &error.given))).collect()
}

fn period(row: &Row<'_>, from: &str, until: &str) -> rusqlite::Result<Option<Period>> {
    let day = |column| value::optional_date(row, column).map(|date| date.map(Day::new));
    Ok(match day(from)? {
        Some(from) => Some(Period { from, until: day(until)? }),
        None => None,
    })
}
