//! `chart before`: what was before a night with cramps.

use super::picture::PictureArguments;
use crate::charts::{BeforeSpec, ChartSpec};
use crate::cli::dates::{self, NamedDate};
use crate::cli::{CliError, Session};
use crate::diary::Diary;
use crate::domain::{Night, NightAnswer, NightNote};
use clap::Args;
use std::io::Write;

/// What `chart before` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary chart before --out before.svg
  cramp-diary chart before --night 2026-11-14 --table

The two days before a night with cramps, beside the same two days before the nearest earlier night
of the same weekday that was logged as free of cramps.")]
pub(super) struct BeforeArguments {
    /// The night with cramps, by the date of its evening [default: the latest one]
    #[arg(long, value_name = "DATE")]
    night: Option<NamedDate>,

    #[command(flatten)]
    picture: PictureArguments,
}

impl BeforeArguments {
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let night = self.night_with_cramps(&diary)?;
        let chart = ChartSpec::Before(BeforeSpec::new(&diary.before(night)?));
        self.picture.write(&chart, &format!("the days before the {}", night.label_with_year()), out)
    }

    fn night_with_cramps(&self, diary: &Diary) -> Result<Night, CliError> {
        if self.night.is_none() {
            let none = || CliError::Refused("No night with cramps is logged. Log one with: cramp-diary log cramp --help".to_owned());
            return diary.latest_with_cramps(diary.latest_night()?)?.ok_or_else(none);
        }
        let (night, latest) = (dates::night(diary, self.night.as_ref())?, diary.latest_night()?);
        if night > latest {
            let message = format!("The {} ({night}) has not begun yet. Give a night up to {latest} with --night.", night.label());
            return Err(CliError::Refused(message));
        }
        let said = diary.read().on::<NightNote>(night.date())?.pop().and_then(|entry| entry.value.answer);
        let what = match said {
            Some(NightAnswer::HadCramps) => return Ok(night),
            Some(NightAnswer::NoCramps) => "is logged as free of cramps",
            None => "is not logged",
        };
        Err(CliError::Refused(format!("The {} ({night}) {what}. Give a night with cramps with --night.", night.label())))
    }
}
