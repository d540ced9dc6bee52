//! The ways to write a date: `dates.csv` says what each means, asks or is refused with, for the reader, the window and the command line, if
//! today is Fri 20 Nov 2026.
//!
//! The column `tense` is "past" for the day of something logged, and "open" for the last day of a medicine. Two meanings stand with a bar
//! between them, and what is refused begins with "!".

use super::cli::Place;
use super::seeded::seeded;
use super::window_support::Morning;
use cramp_diary::diary::{ChoiceCommand, Command, MedicineCommand};
use cramp_diary::domain::{Customs, DateRules, Day, Medicine, OwnName, Profile, Tense, TypedError};
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::BTreeSet;

/// A row of the table.
#[derive(Debug)]
struct Written {
    text: String,
    /// The key of the country; empty if it is unknown.
    country: String,
    tense: Tense,
    means: String,
}

impl Written {
    /// Fails unless the text was read, asked about or refused as the table says.
    #[track_caller]
    fn check(&self, read: Result<String, String>) {
        let asked = self.means.split_once('|').map(|(one, other)| format!("can mean {one} or {other}; write the one that you mean"));
        match (read, asked.as_deref().or_else(|| self.means.strip_prefix('!'))) {
            (Ok(read), None) => assert_eq!(read, self.means, "{self:?}"),
            (Err(error), Some(said)) => assert!(error.contains(said), "{self:?}: {error}"),
            (read, _) => panic!("{self:?}: {read:?}"),
        }
    }

    fn rules(&self) -> DateRules {
        let customs = Customs::of_country(self.country.parse().ok());
        DateRules { tense: self.tense, ..customs.dates_from(Day::new("2026-11-20".parse().unwrap())) }
    }

    /// Whether the reader reads it, and only the diary refuses it.
    fn is_to_come(&self) -> bool {
        self.means == "!has not come yet"
    }

    /// What the command line logs, or says.
    fn logged(&self, place: &Place) -> Result<String, String> {
        let (arguments, sql) = match self.tense {
            Tense::Past => (["log", "drink", "water", "200"], "day FROM drink"),
            Tense::Open => (["medicine", "add", "Ramipril", "--dose=5 mg"], "until_day FROM medicine"),
        };
        let date = if self.tense == Tense::Past { format!("--day={}", self.text) } else { format!("--until={}", self.text) };
        let arguments: Vec<_> = arguments.into_iter().chain([date.as_str()]).collect();
        let output = place.command(&arguments).output().unwrap();
        if !output.status.success() {
            let code = if self.is_to_come() { 1 } else { 2 };
            assert_eq!(output.status.code(), Some(code), "{self:?}");
            return Err(String::from_utf8(output.stderr).unwrap());
        }
        Ok(place.sql().query_row(&format!("SELECT {sql} ORDER BY rowid DESC LIMIT 1"), [], |row| row.get(0)).unwrap())
    }
}

fn table() -> Vec<Written> {
    let mut reader = csv::Reader::from_reader(include_str!("dates.csv").as_bytes());
    let dates = reader.records().map(|row| {
        let row = row.unwrap();
        let [text, country, means] = [0, 1, 3].map(|column| row[column].to_owned());
        Written { text, country, tense: if &row[2] == "open" { Tense::Open } else { Tense::Past }, means }
    });
    dates.collect()
}

#[test]
fn dates_are_read_asked_about_or_refused() {
    let table = table();
    for date in table.iter().filter(|date| !date.is_to_come()) {
        date.check(date.rules().read(&date.text).map(|day| day.to_string()).map_err(|error| error.to_string()));
    }
    let ways: BTreeSet<_> = table.iter().map(|date| date.text.as_str()).collect();
    let asked = table.iter().filter(|date| date.means.contains('|')).count();
    assert!(ways.len() >= 40 && asked >= 4, "{} ways to write a date, {asked} are asked about", ways.len());
}

#[test]
fn the_command_line_reads_dates_alike() {
    for country in ["us", "uk", "de", "ca", ""] {
        let place = Place::new();
        if !country.is_empty() {
            place.ok(&["profile", "set", "--country", country]);
        }
        for date in table().iter().filter(|date| date.country == country) {
            date.check(date.logged(&place));
        }
    }
}

#[test]
fn the_field_of_a_medicine_reads_dates_as_the_command_line_does() {
    for country in ["us", ""] {
        let medicine = Medicine::new(OwnName::new("Ramipril").unwrap());
        let profile = Profile { country: country.parse().ok(), ..Profile::default() };
        let mut morning =
            Morning::after([Command::Medicine(MedicineCommand::Add(medicine)), Command::Choice(ChoiceCommand::Profile(Box::new(profile)))]);
        morning.press_all(&["Guide", "Medicines", "Change Ramipril"]);
        let field = "Taken since, changed";
        for date in table().iter().filter(|date| date.country == country && date.tense == Tense::Past && date.text.is_ascii()) {
            if date.is_to_come() || date.text.is_empty() {
                continue;
            }
            morning.enter(field, "").enter(field, &date.text);
            let about = format!("Date \"{}\"", date.text);
            match morning.words().into_iter().find(|said| said.contains(&about)) {
                Some(error) => {
                    date.check(Err(error));
                    morning.enter(field, "");
                }
                None => date.check(Ok(morning.text_in(field))),
            }
        }
    }
}

/// Pieces of dates, and letters that are longer in small letters or no digits of ours.
const PIECES: [&str; 26] = [
    "1", "2", "11", "31", "26", "2026", ".", "/", "-", ",", " ", " ", "nov", "feb", "may", "of ", "the ", "tue", "last ", "days", "ago",
    "in ", "st", "rd", "İ", "٣",
];

proptest! {
    #![proptest_config(seeded(2000))]

    /// Whatever is typed is read or refused, and both dates that are offered are read as themselves.
    #[test]
    fn whatever_is_typed_is_a_date_or_refused(pieces in vec(select(&PIECES[..]), 0..8), country in select(&["us", "de", ""][..]), open: bool) {
        let tense = if open { Tense::Open } else { Tense::Past };
        let written = Written { text: pieces.concat(), country: country.to_owned(), tense, means: String::new() };
        let read = written.rules().read(&written.text);
        prop_assert_eq!(&read.clone().ok(), &written.rules().read(&format!(" {} ", written.text.to_uppercase())).ok());
        if let Err(TypedError::Unclear { one, other, .. }) = read {
            prop_assert!(written.rules().read(&one).is_ok() && written.rules().read(&other).is_ok(), "{} or {}", one, other);
        }
    }
}
