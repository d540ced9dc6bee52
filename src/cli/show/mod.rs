//! `show`: a night and the day before it.

mod json;
mod minerals;
mod strain;
mod words;

use super::dates::{self, NamedDate};
use super::flag_notices::write_standing;
use super::{CliError, Session, text};
use crate::diary::DiaryError;
use clap::Args;
use std::io::Write;

/// What `show` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary show                      last night and the day before it; tonight from 20:00 on
  cramp-diary show --night yesterday
  cramp-diary show --day 2026-11-19 --json

A date is a day and the night that follows it, so --day and --night show the same page.")]
pub(super) struct ShowArguments {
    /// The night, by the date of its evening [default: last night]
    #[arg(long, value_name = "DATE", conflicts_with = "day")]
    night: Option<NamedDate>,

    /// The day
    #[arg(long, value_name = "DATE")]
    day: Option<NamedDate>,

    /// For machines
    #[arg(long)]
    json: bool,
}

impl ShowArguments {
    /// Prints the page.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let (day, latest) = (dates::night(&diary, self.night.as_ref().or(self.day.as_ref()))?.day(), diary.latest_day());
        if day > latest {
            return Err(DiaryError::FutureDay { day, latest }.into());
        }
        let page = diary.page(day)?;
        // As in the trends, there is no intake while no food is logged.
        let intake = Some(&page.intake).filter(|intake| intake.foods > 0);
        if self.json {
            return Ok(text::json(out, &json::PageJson::new(&page, intake))?);
        }
        write_standing(&diary, out)?;
        Ok(words::write(&page, intake, out)?)
    }
}
