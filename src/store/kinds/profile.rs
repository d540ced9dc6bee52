//! How the profile lies in the diary file.

use crate::domain::{Allergen, Condition, Country, Day, Diet, Period, Profile, Region, Sex, UnknownKey};
use crate::store::{Column, Columns, Holds, SingleRow, Values, value};
use rusqlite::Row;
use std::{collections::BTreeSet, str::FromStr};

impl SingleRow for Profile {}

impl Columns for Profile {
    const TABLE: &'static str = "profile";
    const COLUMNS: &'static [Column] = &[
        Column::new("birth_year", Holds::whole(1900, 2100), "year of birth").or_not_said(),
        Column::new("sex", Holds::Key(Sex::KEYS), "sex for reference intakes").or_not_said(),
        Column::new("pregnant_from", Holds::Date, "first day of a pregnancy").or_not_said(),
        Column::new("pregnant_until", Holds::Date, "its last day").or_not_said(),
        Column::new("breastfeeding_from", Holds::Date, "first day of breastfeeding").or_not_said(),
        Column::new("breastfeeding_until", Holds::Date, "its last day").or_not_said(),
        Column::new("conditions", Holds::Keys(Condition::KEYS), "what a doctor said"),
        Column::new("medicine_raises_potassium", Holds::YesNo, "a medicine that raises potassium is taken"),
        Column::new("diet", Holds::Key(Diet::KEYS), "what is eaten on principle"),
        Column::new("avoid", Holds::Keys(Allergen::KEYS), "what cannot be eaten"),
        Column::new("region", Holds::Key(Region::KEYS), "whose upper limits are used").or_not_said(),
        Column::new("country", Holds::Key(Country::KEYS), "country").or_not_said(),
    ];

    fn values(&self) -> Values {
        let Self { birth_year, sex, pregnant, breastfeeding, conditions, medicine_raises_potassium, diet, avoid, region, country } = self;
        let from = |period: &Option<Period>| value::optional_text(period.map(|period| period.from));
        let until = |period: &Option<Period>| value::optional_text(period.and_then(|period| period.until));
        vec![
            ("birth_year", (*birth_year).into()),
            ("sex", value::optional_text(sex.map(Sex::key))),
            ("pregnant_from", from(pregnant)),
            ("pregnant_until", until(pregnant)),
            ("breastfeeding_from", from(breastfeeding)),
            ("breastfeeding_until", until(breastfeeding)),
            ("conditions", value::joined(conditions.iter().map(|condition| condition.key()))),
            ("medicine_raises_potassium", (*medicine_raises_potassium).into()),
            ("diet", value::text(diet.key())),
            ("avoid", value::joined(avoid.iter().map(|allergen| allergen.key()))),
            ("region", value::optional_text(region.map(Region::key))),
            ("country", value::optional_text(country.map(Country::key))),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            birth_year: value::optional_checked(row, "birth_year", Self::birth_year)?,
            sex: value::optional_key(row, "sex")?,
            pregnant: period(row, "pregnant_from", "pregnant_until")?,
            breastfeeding: period(row, "breastfeeding_from", "breastfeeding_until")?,
            conditions: keys(row, "conditions")?,
            medicine_raises_potassium: row.get("medicine_raises_potassium")?,
            diet: value::key(row, "diet")?,
            avoid: keys(row, "avoid")?,
            region: value::optional_key(row, "region")?,
            country: value::optional_key(row, "country")?,
        })
    }
}

/// The values of an enum whose keys stand in a column, joined by `|`.
fn keys<T: FromStr<Err = UnknownKey> + Ord>(row: &Row<'_>, column: &str) -> rusqlite::Result<BTreeSet<T>> {
    let text: String = row.get(column)?;
    let words = text.split('|').filter(|word| !word.is_empty());
    words.map(|word| word.parse().map_err(|error: UnknownKey| value::unreadable(column, &error.given))).collect()
}

/// The period between the dates in two columns. Returns `None` if the first is NULL.
fn period(row: &Row<'_>, from: &str, until: &str) -> rusqlite::Result<Option<Period>> {
    let day = |column| value::optional_date(row, column).map(|date| date.map(Day::new));
    let (from, until) = (day(from)?, day(until)?);
    Ok(from.map(|from| Period { from, until }))
}
