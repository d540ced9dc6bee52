//! The ways to write a time of day: `times.csv` says what each means, asks or is refused with, for the reader, the window and the command line.
//!
//! The column `of` is "night" for the time of a cramp and "day" for that of a drink; `clock` is how many hours the person's clock shows.
//! `means` is the time, with "~" in front if it is only about right; two meanings stand with a bar between them, and what cannot be read is "!".

use super::cli::Place;
use super::seeded::seeded;
use super::support::a_cramp;
use super::window_support::Morning;
use chrono::NaiveTime;
use cramp_diary::domain::{CrampTime, DayRules, HourClock, SaidTime};
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::BTreeSet;

/// A row of the table.
#[derive(Debug)]
struct Written {
    text: String,
    of: String,
    clock: HourClock,
    means: String,
}

impl Written {
    /// Fails unless the text was read, asked about or refused as the table says.
    #[track_caller]
    fn check(&self, read: Result<String, String>) {
        let asked = self.means.split_once('|').map(|(one, other)| format!("can mean {one} or {other}; write the one that you mean"));
        let said = asked.as_deref().or_else(|| (self.means == "!").then_some("cannot be read; write it like 3:10 or 23:45"));
        match (read, said) {
            (Ok(read), None) => assert_eq!(read, self.means, "{self:?}"),
            (Err(error), Some(said)) => assert!(error.contains(said) && error.contains(self.text.trim()), "{self:?}: {error}"),
            (read, _) => panic!("{self:?}: {read:?}"),
        }
    }

    /// What the reader says, long after both halves of the day.
    fn read(&self) -> Result<String, String> {
        let read = || {
            let said: SaidTime = self.text.parse()?;
            let time = match self.of.as_str() {
                "night" => said.in_night(DayRules::default().evening(), self.clock, |_| true)?,
                _ => said.on_day(self.clock, |_| true)?,
            };
            Ok(shown(time, said.is_about()))
        };
        read().map_err(|error: cramp_diary::domain::TypedError| error.to_string())
    }

    /// What the command line logs, or says, of a night and a day that are over.
    fn logged(&self, place: &Place) -> Result<String, String> {
        let at = format!("--at={}", self.text);
        let (words, sql) = match self.of.as_str() {
            "night" => ("log cramp --muscle calf --side left --severity 3 --night 2026-11-10", "began_local, time_known FROM cramp"),
            _ => ("log drink water 200 --day 2026-11-10", "time_local, 'exact' FROM drink"),
        };
        let arguments: Vec<_> = words.split(' ').chain([at.as_str()]).collect();
        let output = place.command(&arguments).output().unwrap();
        if !output.status.success() {
            assert_eq!(output.status.code(), Some(2), "{self:?}");
            return Err(String::from_utf8(output.stderr).unwrap());
        }
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let (wall, known): (String, String) = place.sql().query_row(&format!("SELECT {sql} ORDER BY rowid DESC LIMIT 1"), [], row).unwrap();
        let (_, time) = wall.split_once('T').unwrap();
        Ok(shown(time.parse().unwrap(), known == "about"))
    }
}

fn shown(time: NaiveTime, is_about: bool) -> String {
    format!("{}{}", if is_about { "~" } else { "" }, time.format("%H:%M"))
}

fn table() -> Vec<Written> {
    let mut reader = csv::Reader::from_reader(include_str!("times.csv").as_bytes());
    let times = reader.records().map(|row| {
        let row = row.unwrap();
        let [text, of, means] = [0, 1, 3].map(|column| row[column].to_owned());
        let clock = if &row[2] == "12" { HourClock::Twelve } else { HourClock::TwentyFour };
        Written { text, of, clock, means }
    });
    times.collect()
}

#[test]
fn times_are_read_asked_about_or_refused() {
    let table = table();
    for time in &table {
        time.check(time.read());
    }
    let ways: BTreeSet<_> = table.iter().map(|time| time.text.as_str()).collect();
    let asked = table.iter().filter(|time| time.means.contains('|')).count();
    assert!(ways.len() >= 60 && asked >= 10, "{} ways to write a time, {asked} are asked about", ways.len());
}

#[test]
fn the_command_line_logs_times_as_they_are_read() {
    for (country, clock) in [("us", HourClock::Twelve), ("de", HourClock::TwentyFour)] {
        let place = Place::new();
        place.ok(&["profile", "set", "--country", country]);
        for time in table().iter().filter(|time| time.clock == clock) {
            time.check(time.logged(&place));
        }
    }
}

#[test]
fn the_field_of_a_cramp_reads_times_as_the_command_line_does() {
    let mut morning = Morning::after([a_cramp("2026-11-18").into()]);
    morning.press("Day before");
    for written in table()
        .iter()
        .filter(|time| time.of == "night" && time.clock == HourClock::TwentyFour && time.text.is_ascii() && !time.text.is_empty())
        .step_by(3)
    {
        // A time that is about right stays so until that is said otherwise.
        morning.enter("Began at", "").enter("Began at", &written.text);
        match morning.saved_on("2026-11-18").cramps[0].value.time {
            CrampTime::Unknown => {
                written.check(Err(error_of(&morning, &written.text)));
                morning.enter("Began at", "");
            }
            CrampTime::About(at) => written.check(Ok(shown(at.time(), true))),
            CrampTime::Exact(at) => written.check(Ok(shown(at.time(), false))),
        }
    }
}

/// The error below the field about a text.
#[track_caller]
fn error_of(morning: &Morning, text: &str) -> String {
    let about = format!("Time \"{}\"", text.trim());
    let found = morning.words().into_iter().find(|said| said.contains(&about));
    found.unwrap_or_else(|| panic!("{text:?} is not refused"))
}

#[test]
fn what_has_not_come_yet_leaves_one_reading() {
    let place = Place::at("2026-11-20T21:30:00+01:00");
    place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "4", "--at", "9", "--night", "today"]);
    assert_eq!(place.json(&["show", "--night", "today"])["cramps"][0]["began"], "2026-11-20T21:00:00+01:00");
    let place = Place::at("2026-11-20T07:00:00+01:00");
    place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "4", "--at", "8"]);
    assert_eq!(place.json(&["show"])["cramps"][0]["began"], "2026-11-19T20:00:00+01:00");
    place.ok(&["log", "drink", "water", "200", "--at", "6"]);
    assert_eq!(place.json(&["show", "--day", "today"])["drinks"][0]["time"], "2026-11-20T06:00:00+01:00");
}

/// Pieces of times, and letters that are longer in small letters or no digits of ours.
const PIECES: [&str; 26] = [
    "1", "2", "3", "0", "5", "12", "23", ":", ".", ",", "h", " ", " ", "am", "p.m.", "half", "past", "quarter", "to", "noon", "uhr",
    "night", "-", "İ", "٣", "about ",
];

proptest! {
    #![proptest_config(seeded(2000))]

    /// Whatever is typed is read or refused, and capitals and blanks around it change nothing.
    #[test]
    fn whatever_is_typed_is_a_time_or_refused(pieces in vec(select(&PIECES[..]), 0..8)) {
        let text = pieces.concat();
        let read = |text: &str| text.parse::<SaidTime>().ok().map(|said| said.in_night(DayRules::default().evening(), HourClock::TwentyFour, |_| true).ok());
        prop_assert_eq!(read(&text), read(&format!("  {} ", text.to_uppercase())));
    }
}
