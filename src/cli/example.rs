//! `example`: a diary with made-up nights.

use super::dates::NamedDate;
use super::range::NIGHTS;
use super::{CliError, Session};
use crate::clock::Clock;
use crate::diary::{self, DiaryError, EXAMPLE_NIGHTS};
use crate::domain::{Day, DayRules, Night, WholeNumber, counted};
use crate::store::{Access, Store};
use clap::Args;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

const SEED: WholeNumber =
    WholeNumber { field: "Seed", least: 0, most: u64::MAX, in_words: ("0", "18,446,744,073,709,551,615"), example: "1, from 0 up" };

/// What `example` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary example example.sqlite
  cramp-diary example --nights 400 --seed 1 --until 2026-11-19 example.sqlite
  cramp-diary --diary example.sqlite            look around in it

The same seed makes the same diary. An existing file is never changed.")]
pub(super) struct ExampleArguments {
    /// The file to make
    file: PathBuf,

    /// How many nights, 1 to 3660
    #[arg(long, value_name = "NUMBER", default_value_t = default_nights(), allow_hyphen_values = true, value_parser = |text: &str| NIGHTS.read::<u16>(text))]
    nights: u16,

    /// Which example
    #[arg(long, value_name = "NUMBER", default_value_t = 1, allow_hyphen_values = true, value_parser = |text: &str| SEED.read::<u64>(text))]
    seed: u64,

    /// The last night, by the date of its evening [default: last night]
    #[arg(long, value_name = "DATE")]
    until: Option<NamedDate>,
}

fn default_nights() -> u16 {
    u16::try_from(EXAMPLE_NIGHTS).unwrap_or(u16::MAX)
}

impl ExampleArguments {
    /// Makes the file and says where it is.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let clock = session.into_clock();
        let last = self.last(clock.as_ref())?;
        if fs::symlink_metadata(&self.file).is_ok() {
            let file = self.file.display();
            return Err(CliError::Refused(format!(
                "There is a file already, and it was left as it is: {file}. Name one that does not exist yet."
            )));
        }
        if let Err(error) = self.make(last, clock) {
            remove_half_made(&self.file);
            return Err(error);
        }
        let Self { file, nights, seed, until: _ } = self;
        let nights = counted(usize::from(nights), "night");
        Ok(writeln!(out, "Made an example diary of {nights} up to the {}, seed {seed}: {}", last.label(), file.display())?)
    }

    fn make(&self, last: Night, clock: Box<dyn Clock>) -> Result<(), CliError> {
        let store = Store::open(&self.file, Access::Create)?;
        let made = diary::example(store, last, usize::from(self.nights), self.seed, clock)?;
        drop(made);
        Ok(())
    }

    fn last(&self, clock: &dyn Clock) -> Result<Night, CliError> {
        let (now, rules) = (clock.now(), DayRules::default());
        let latest = Night::containing(now, rules);
        let named = self.until.as_ref().map(|when| when.day_if_today(Day::new(now.date_naive()))).transpose()?;
        let night = named.map_or_else(|| Night::latest_slept(now, rules), |day| Night::new(day.date()));
        if night > latest { Err(DiaryError::FutureNight { night, latest }.into()) } else { Ok(night) }
    }
}

/// Removes a file that was begun, with the files that SQLite keeps beside it.
fn remove_half_made(file: &Path) {
    for beside in ["", "-wal", "-shm"] {
        let mut name = OsString::from(file);
        name.push(beside);
        // A file that is not there need not be removed; for other failures the first error says enough.
        _ = fs::remove_file(name);
    }
}
