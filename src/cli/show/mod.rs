//! `show`: a night and the day before it.

mod json;
mod words;

use super::dates::{self, When};
use super::{CliError, Session, text};
use crate::diary::Page;
use crate::domain::{Day, Nutrient};
use crate::nutrition::{DayIntake, Eaten, catalogue, day_intake};
use clap::Args;
use std::io::Write;

/// What `show` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary show                      the latest night and the day before it
  cramp-diary show --night yesterday
  cramp-diary show --day 2026-11-19 --json

A date is a day and the night that follows it, so --day and --night show the same page.")]
pub(super) struct ShowArguments {
    /// The night, by the date of its evening [default: the latest one]
    #[arg(long, value_name = "DATE", conflicts_with = "day")]
    night: Option<When>,

    /// The day
    #[arg(long, value_name = "DATE")]
    day: Option<When>,

    /// For machines
    #[arg(long)]
    json: bool,
}

/// The minerals whose totals are shown.
const MINERALS: [Nutrient; 3] = [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium];

impl ShowArguments {
    /// Prints the page.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let page = diary.page(dates::night(&diary, self.night.or(self.day))?.day())?;
        let intake = intake(&page);
        if self.json {
            return Ok(text::json(out, &json::PageJson::new(&page, intake.as_ref()))?);
        }
        Ok(words::write(&page, intake.as_ref(), out)?)
    }
}

/// What food and drink of the day held; nothing while no food is logged, as in the trends.
fn intake(page: &Page) -> Option<DayIntake> {
    if page.foods.is_empty() {
        return None;
    }
    let eaten = page.foods.iter().map(|entry| Eaten {
        food: &entry.value.food,
        name: &entry.value.name,
        per_100_g: entry.value.per_100_g.as_ref(),
        grams: entry.value.amount.get(),
    });
    Some(day_intake(catalogue(), eaten, page.drinks.iter().map(|entry| &entry.value), []))
}

/// The heading of the day's part.
fn day_heading(day: Day) -> String {
    format!("{} ({day}), the day before that night", day.label())
}
