//! Which nights a chart or summary is about.

use super::CliError;
use super::dates::{self, NamedDate};
use crate::diary::{Diary, LookBack};
use crate::domain::{Night, NightRange, WholeNumber, counted};
use crate::insights::{NightFigures, NightSlice};
use clap::Args;

/// The most nights in a range: ten years.
const MOST_NIGHTS: u16 = 3660;

/// How many nights are asked for.
pub(super) const NIGHTS: WholeNumber =
    WholeNumber { field: "Nights", least: 1, most: MOST_NIGHTS as u64, in_words: ("1", "3,660"), example: "90, from 1 to 3,660" };

/// Arguments that name a range of nights.
#[derive(Debug, Args)]
pub(super) struct RangeArguments {
    /// How many nights, 1 to 3660
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["all", "from"], allow_hyphen_values = true, value_parser = |text: &str| NIGHTS.read::<u16>(text))]
    days: Option<u16>,

    /// From the first date of the diary on
    #[arg(long, conflicts_with = "from")]
    all: bool,

    /// The first night, by the date of its evening
    #[arg(long, value_name = "DATE")]
    from: Option<NamedDate>,

    /// The last night, by the date of its evening [default: the latest one]
    #[arg(long, value_name = "DATE")]
    until: Option<NamedDate>,
}

/// The range if no argument names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Usual {
    /// The last this many nights.
    Nights(u16),
    /// Everything from the first date of the diary on.
    All,
}

impl Usual {
    /// The sentence about it in the help.
    pub(super) fn help(self) -> String {
        match self {
            Self::Nights(nights) => format!("Without a range: the last {nights} nights."),
            Self::All => "Without a range: everything from the first date of the diary on.".to_owned(),
        }
    }
}

/// A range of nights with their figures.
#[derive(Debug)]
pub(super) struct RangeOfNights {
    pub(super) first: Night,
    pub(super) last: Night,
    figures: Vec<NightFigures>,
}

impl RangeArguments {
    /// The range that the arguments name, with its dates read into `look_back`. If they do not say how long it is, it is as long as
    /// `usual`.
    pub(super) fn read(&self, diary: &Diary, look_back: &mut LookBack, usual: Usual) -> Result<RangeOfNights, CliError> {
        let ends = self.ends(diary, look_back, usual)?;
        look_back.read_range(diary, ends)?;
        Ok(RangeOfNights::new(look_back, ends.first, ends.last))
    }

    /// The range that the arguments name, without its figures.
    fn ends(&self, diary: &Diary, look_back: &LookBack, usual: Usual) -> Result<NightRange, CliError> {
        let last = if self.until.is_some() { dates::night(diary, self.until.as_ref())? } else { look_back.latest_night() };
        let latest = diary.latest_night()?;
        if last > latest {
            let message = format!("The {} ({last}) has not begun yet. Give a night up to {latest} with --until.", last.label());
            return Err(CliError::Refused(message));
        }
        let back = |nights: u16| last.plus(1 - i64::from(nights));
        let length = match self.days {
            _ if self.all => Usual::All,
            Some(days) => Usual::Nights(days),
            None => usual,
        };
        let first = match (&self.from, length) {
            (Some(from), _) => dates::night(diary, Some(from))?,
            (None, Usual::Nights(nights)) => back(nights),
            (None, Usual::All) => look_back.first_logged().map_or(last, |first| Night::new(first).min(last)),
        };
        if first > last {
            let message = format!("The range would begin with the {} ({first}), after its last night {last}.", first.label());
            return Err(CliError::Refused(format!("{message} Change --from or --until.")));
        }
        let nights = (last.date() - first.date()).num_days() + 1;
        if self.from.is_some() && nights > i64::from(MOST_NIGHTS) {
            let from = last.plus(1 - i64::from(MOST_NIGHTS));
            let message = format!(
                "From {first} to {last} are {}; at most {} can be shown.",
                counted(usize::try_from(nights).unwrap_or(usize::MAX), "night"),
                MOST_NIGHTS
            );
            return Err(CliError::Refused(format!("{message} Give --from {from} or later, or --until.")));
        }
        Ok(NightRange::new(first, last))
    }
}

impl RangeOfNights {
    /// The figures of a range. Dates that `look_back` does not hold count as not logged.
    fn new(look_back: &LookBack, first: Night, last: Night) -> Self {
        let nights = usize::try_from((last.date() - first.date()).num_days() + 1).unwrap_or(0);
        let dates = look_back.nights().endless_from(first.date()).take(nights);
        let figures = dates.map(|figures| figures.cloned().unwrap_or_default()).collect();
        Self { first, last, figures }
    }

    /// The figures of the nights.
    pub(super) fn nights(&self) -> NightSlice<'_> {
        NightSlice { first: self.first.date(), nights: &self.figures }
    }

    /// The range in words: "90 nights, 22 Aug to 19 Nov 2026".
    pub(super) fn words(&self) -> String {
        self.first.range_words(self.last)
    }
}
