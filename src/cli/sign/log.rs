//! `sign log`, `sign clear`, `sign list`: the signs of days.

use crate::cli::dates::{self, NamedDate};
use crate::cli::flag_notices::write_newly_raised;
use crate::cli::options::one_of;
use crate::cli::text;
use crate::cli::{CliError, Session};
use crate::diary::{Command, SignCommand};
use crate::domain::{Day, Entry, IF_NOW, Side, Sign, SignCourse, SignGroup, SignKind, WholeNumber, checked_note};
use crate::guide::help::numbers;
use clap::Args;
use serde::Serialize;
use std::io::Write;

/// What `sign log` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary sign log swelling --side left
  cramp-diary sign log dark_urine --day 2026-11-19 --note \"after the long walk\"")]
pub(super) struct LogSign {
    /// Which sign: cramp-diary sign kinds
    #[arg(value_parser = sign_kind)]
    sign: SignKind,

    #[arg(long, value_name = "SIDE", help = one_of("On which side", Side::ALL.iter().map(|side| side.key())))]
    side: Option<Side>,

    #[arg(long, value_name = "COURSE", help = one_of("How it compares with what you know of it", SignCourse::KEYS.iter().copied()))]
    course: Option<SignCourse>,

    /// Your own words, at most 10,000 letters
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// The day [default: the one before last night, from 20:00 on today]
    #[arg(long, value_name = "DATE")]
    day: Option<NamedDate>,
}

/// What `sign clear` takes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cramp-diary sign clear swelling --day yesterday")]
pub(super) struct ClearSign {
    /// Which sign
    #[arg(value_parser = sign_kind)]
    sign: SignKind,

    /// The day [default: the one before last night, from 20:00 on today]
    #[arg(long, value_name = "DATE")]
    day: Option<NamedDate>,
}

const DAYS: WholeNumber = WholeNumber { field: "Days", least: 1, most: 3660, in_words: ("1", "3,660"), example: "7, from 1 to 3,660" };

/// What `sign list` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  cramp-diary sign list\n  cramp-diary sign list --days 28 --json")]
pub(super) struct ListSigns {
    /// How many days, up to and with the running one
    #[arg(long, value_name = "NUMBER", default_value_t = 7, allow_hyphen_values = true, value_parser = |text: &str| DAYS.read::<u16>(text))]
    days: u16,

    /// For machines
    #[arg(long)]
    json: bool,
}

/// A sign as JSON.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct SignJson<'a> {
    id: String,
    day: String,
    sign: &'static str,
    side: Option<&'static str>,
    note: Option<&'a str>,
    /// "known", "worse" or "new"; `null` if it was not said.
    course: Option<&'static str>,
}

impl LogSign {
    /// Logs it; what was said of it before and is not said now stays.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let day = sign_day(&diary, self.day.as_ref())?;
        let known = diary.read().on::<Sign>(day.date())?.into_iter().find(|entry| entry.value.kind == self.sign);
        let known = known.map_or_else(|| Sign::new(day, self.sign), |entry| entry.value);
        let note = self.note.as_deref().map(checked_note).transpose()?.unwrap_or(known.note);
        let (side, course) = (self.side.or(known.side), self.course.or(known.course));
        let (sign, before) = (Sign { day, kind: self.sign, side, note, course }, diary.safety()?);
        let done = diary.execute(Command::Sign(SignCommand::Log(sign.clone())))?;
        writeln!(out, "{}, on {}.", done.what, day.label())?;
        if sign.kind.has_side() && sign.side.is_none() {
            writeln!(out, "Which side? Say so with: cramp-diary sign log {} --side left", sign.kind.key())?;
        }
        if sign.kind.group() == SignGroup::Alarm {
            text::wrapped(out, 0, &numbers(diary.read().profile()?.country).fill(IF_NOW))?;
        }
        write_newly_raised(&before, &diary, out)
    }
}

impl ClearSign {
    /// Takes it back; one that is not there is refused, since the day may be another one.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let day = sign_day(&diary, self.day.as_ref())?;
        if !diary.read().on::<Sign>(day.date())?.iter().any(|entry| entry.value.kind == self.sign) {
            let message = format!("{} is not logged on {}. Choose the day with --day.", self.sign.label(), day.label());
            return Err(CliError::Refused(message));
        }
        let done = diary.execute(Command::Sign(SignCommand::Clear(day, self.sign)))?;
        Ok(writeln!(out, "{}, on {}.", done.what, day.label())?)
    }
}

impl ListSigns {
    /// Prints the signs by day.
    pub(super) fn run(&self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let last = diary.latest_day();
        let signs = diary.read().between::<Sign>(last.plus(1 - i64::from(self.days)).date()..=last.date())?;
        if self.json {
            return Ok(text::json(out, &signs.iter().map(SignJson::new).collect::<Vec<_>>())?);
        }
        if signs.is_empty() {
            return Ok(writeln!(out, "No sign is logged in the last {} days.", self.days)?);
        }
        for Entry { value: sign, .. } in &signs {
            text::wrapped(out, 0, &format!("{} {}", sign.day, sign.with_note()))?;
        }
        Ok(())
    }
}

impl<'a> SignJson<'a> {
    /// The JSON of a sign.
    pub(in crate::cli) fn new(entry: &'a Entry<Sign>) -> Self {
        let Sign { day, kind, side, note, course } = &entry.value;
        let note = Some(note.as_str()).filter(|note| !note.is_empty());
        Self {
            id: entry.id.to_string(),
            day: day.to_string(),
            sign: kind.key(),
            side: side.map(Side::key),
            note,
            course: course.map(SignCourse::key),
        }
    }
}

/// Reads the key of a sign. The help cannot list the keys, since there are too many for one line.
pub(super) fn sign_kind(word: &str) -> Result<SignKind, String> {
    word.parse().map_err(|_unknown| {
        let wanted = word.trim().to_lowercase();
        let begins = wanted.chars().take(4).collect::<String>();
        let near: Vec<_> = SignKind::ALL.iter().filter(|kind| kind.key().contains(&begins)).map(|kind| kind.key()).collect();
        let near = if near.is_empty() { String::new() } else { format!(" Perhaps {}?", near.join(", ")) };
        format!("no sign is called so.{near}\nEvery sign: cramp-diary sign kinds")
    })
}

/// The day that is named; if none is named, the one before the latest night. In the morning people speak of the day before, as on
/// the Today screen.
fn sign_day(diary: &crate::diary::Diary, named: Option<&NamedDate>) -> Result<Day, CliError> {
    Ok(dates::night(diary, named)?.day())
}
