//! A column of a record, described: what an export, an import, a merge or a check must know of it.

/// A column of a table besides `id`, `created_ms` and `changed_ms`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its name in the table of the diary file; a unit is part of the name, as in `volume_ml`.
    pub name: &'static str,
    /// What its values look like, and which are allowed.
    pub holds: Holds,
    /// The unit of its values, for example "ml"; empty where they have none.
    pub unit: &'static str,
    /// Whether it may be NULL, which means that it was not said.
    pub is_optional: bool,
    /// Whether it says something of this computer alone, which no other computer takes over.
    pub is_of_machine: bool,
    /// What it says about a record: "what to drink a day".
    pub words: &'static str,
}

/// The values that a column may contain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Holds {
    /// A JSON object of amounts by nutrient and unit: `{"magnesium_mg": 27.0}`.
    Amounts,
    /// An ISO date: `2026-11-19`.
    Date,
    /// The 16 bytes of the id of another record.
    Id,
    /// Ids in hexadecimal, joined by `|` and sorted.
    Ids,
    /// One of these keys.
    Key(&'static [&'static str]),
    /// Any of these keys, joined by `|` and sorted.
    Keys(&'static [&'static str]),
    /// A decimal number.
    Number {
        /// The smallest value that is allowed.
        least: f64,
        /// The largest value that is allowed.
        most: f64,
    },
    /// The seconds by which the wall clock of the column before was ahead of UTC.
    OffsetSeconds,
    /// Any text.
    Text {
        /// The fewest characters that are allowed.
        least: usize,
        /// The most characters that are allowed; `None` for no limit.
        most: Option<usize>,
    },
    /// What a clock on the wall showed: `2026-11-20T03:10:00`.
    WallClock,
    /// A whole number.
    Whole {
        /// The smallest value that is allowed.
        least: i64,
        /// The largest value that is allowed.
        most: i64,
    },
    /// 0 for no, 1 for yes.
    YesNo,
}

impl Holds {
    /// Words, possibly none.
    pub(super) const ANY_TEXT: Self = Self::Text { least: 0, most: None };

    /// A name that a person gave: 1 to 200 characters.
    pub(super) const NAME: Self = Self::at_most(1, 200);

    /// At least one character.
    pub(super) const SOME_TEXT: Self = Self::Text { least: 1, most: None };

    /// Words of `least` to `most` characters.
    pub(super) const fn at_most(least: usize, most: usize) -> Self {
        Self::Text { least, most: Some(most) }
    }

    /// A decimal number from `least` to `most`.
    pub(super) const fn number(least: f64, most: f64) -> Self {
        Self::Number { least, most }
    }

    /// A whole number from `least` to `most`.
    pub(super) const fn whole(least: i64, most: i64) -> Self {
        Self::Whole { least, most }
    }
}

impl Column {
    /// A column without a unit that always has a value.
    pub(super) const fn new(name: &'static str, holds: Holds, words: &'static str) -> Self {
        Self { name, holds, unit: "", is_optional: false, is_of_machine: false, words }
    }

    /// The date of the day that a record belongs to.
    pub(super) const DAY: Self = Self::new("day", Holds::Date, "day");

    /// The date on which the night of a record begins.
    pub(super) const NIGHT: Self = Self::new("night", Holds::Date, "date on which the night begins");

    /// When something happened by the clock on the wall.
    pub(super) const TIME: Self = Self::new("time_local", Holds::WallClock, "time").or_not_said();

    /// What the clock of [`Column::TIME`] was ahead of UTC.
    pub(super) const TIME_OFFSET: Self =
        Self::new("time_offset_s", Holds::OffsetSeconds, "offset of the time from UTC").in_unit("s").or_not_said();

    /// The column with this unit.
    pub(super) const fn in_unit(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    /// The column that says something of this computer alone.
    pub(super) const fn of_machine(self) -> Self {
        Self { is_of_machine: true, ..self }
    }

    /// The column where NULL stands for what was not said.
    pub(super) const fn or_not_said(self) -> Self {
        Self { is_optional: true, ..self }
    }
}
