//! Changes of clocks, in real time zones: hours that come twice, hours that never come, the night that was.

use crate::cli::Place;
use serde_json::Value;

/// A diary in a time zone, at a local time.
struct In {
    place: Place,
    zone: &'static str,
}

impl In {
    fn zone(zone: &'static str) -> Self {
        Self { place: Place::new(), zone }
    }

    /// Runs a command at a local time, and returns its exit code and what it said.
    fn run(&self, now: &str, words: &str) -> (i32, String) {
        let words: Vec<_> = words.split(' ').map(|word| word.replace('_', " ")).collect();
        let mut command = self.place.command(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let output = command.env("CRAMP_DIARY_NOW", now).env("TZ", self.zone).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(said).unwrap())
    }

    /// Logs a cramp at a time of last night, and returns the moment of the last one that was logged, or what was said.
    fn cramp(&self, now: &str, at: &str) -> String {
        let (code, said) = self.run(now, &format!("log cramp --muscle calf --side left --severity 3 --at {at}"));
        if code != 0 {
            assert_eq!(code, 1, "{said}");
            return said;
        }
        let night: String = self.place.sql().query_row("SELECT max(rowid), night FROM cramp", [], |row| row.get(1)).unwrap();
        let (code, page) = self.run(now, &format!("show --night {night} --json"));
        assert_eq!(code, 0, "{page}");
        let page: Value = serde_json::from_str(&page).unwrap();
        let times: Vec<_> = page["cramps"].as_array().unwrap().iter().map(|cramp| cramp["began"].as_str().unwrap().to_owned()).collect();
        format!("{night} {}", times.join(" "))
    }
}

#[test]
fn an_hour_that_comes_twice_is_its_first_coming_unless_said() {
    for (zone, now, at, first, second) in [
        ("Europe/Berlin", "2026-10-25T08:00", "02:30", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"),
        ("America/New_York", "2026-11-01T08:00", "01:30", "2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00"),
        ("Australia/Lord_Howe", "2026-04-05T08:00", "01:45", "2026-04-05T01:45:00+11:00", "2026-04-05T01:45:00+10:30"),
    ] {
        let there = In::zone(zone);
        assert!(there.cramp(now, at).ends_with(first), "{zone}");
        let both = there.cramp(now, &format!("{at}_second"));
        assert!(both.contains(first) && both.contains(second), "{zone}: {both}");
    }
    let berlin = In::zone("Europe/Berlin");
    let once = berlin.cramp("2026-10-25T08:00", "03:30_second");
    assert!(once.contains("03:30 comes only once on Sun 25 Oct. Leave the word \"second\" out."), "{once}");
}

#[test]
fn an_hour_that_is_skipped_is_asked_about() {
    for (zone, now, at, question) in [
        (
            "Europe/Berlin",
            "2026-03-29T08:00",
            "02:30",
            "02:30 did not come on Sun 29 Mar: clocks went forward by 60 minutes. Was it 01:30 or 03:30? Give that one with --at.",
        ),
        ("America/New_York", "2026-03-08T08:00", "02:00", "02:00 did not come on Sun 8 Mar: clocks went forward by 60 minutes."),
        ("Australia/Lord_Howe", "2026-10-04T08:00", "02:15", "by 30 minutes. Was it 01:45 or 02:45?"),
    ] {
        let there = In::zone(zone);
        let said = there.cramp(now, at);
        assert!(said.contains(question), "{zone}: {said}");
        let (code, said) = there.run(now, &format!("log drink water 250 --at {at}"));
        assert!(code == 1 && said.contains("did not come on"), "{zone}: {said}");
        assert!(there.cramp(now, "03:30").contains("03:30:00"), "{zone}");
    }
}

#[test]
fn nepal_has_no_changes_and_three_quarters_of_an_hour() {
    let nepal = In::zone("Asia/Kathmandu");
    for now in ["2026-03-29T08:00", "2026-10-25T08:00"] {
        assert!(nepal.cramp(now, "02:30").ends_with("T02:30:00+05:45"), "{now}");
    }
}

#[test]
fn a_time_after_midnight_is_one_of_the_night_that_was() {
    let berlin = In::zone("Europe/Berlin");
    for (now, at, expected) in [
        ("2026-11-20T08:00", "00:30", "2026-11-19 2026-11-20T00:30:00+01:00"),
        ("2026-11-18T21:00", "00:30", "2026-11-17 2026-11-18T00:30:00+01:00"),
        ("2026-11-15T13:00", "00:30", "2026-11-14 2026-11-15T00:30:00+01:00"),
        ("2026-11-13T00:45", "00:30", "2026-11-12 2026-11-13T00:30:00+01:00"),
    ] {
        assert_eq!(berlin.cramp(now, at), expected, "at {now}");
    }
    assert!(berlin.cramp("2026-11-20T08:00", "08:30").contains("has not come yet"));
    assert!(berlin.cramp("2026-11-20T21:00", "22:30").contains("has not come yet"));
    let (code, said) = berlin.run("2026-11-20T08:00", "log drink water 250 --at 00:30");
    assert_eq!((code, said.as_str()), (0, "Logged water, 250 ml, on Thu 19 Nov.\n"));
}

#[test]
fn a_clock_that_is_behind_the_diary_is_named_by_what_logs() {
    let berlin = In::zone("Europe/Berlin");
    assert_eq!(berlin.run("2026-11-20T08:00", "log none").0, 0);
    let (code, said) = berlin.run("2026-11-19T08:30", "log drink water 250");
    assert_eq!((code, said.as_str()), (0, "Logged water, 250 ml.\n"), "less than a day");
    let (code, said) = berlin.run("2026-10-20T08:00", "log drink water 250");
    assert!(code == 0 && said.starts_with("Logged water, 250 ml.\n"), "{said}");
    let named = "By the clock of this computer it is 08:00 on Tue 20 Oct 2026, but the newest entry was made on Fri 20 Nov 2026.";
    assert!(said.contains(named), "{said}");
    // The same moment on a journey to the west.
    let york = In { zone: "America/New_York", ..berlin };
    let (code, said) = york.run("2026-11-20T02:00", "log drink water 250");
    assert_eq!((code, said.lines().count()), (0, 1), "{said}");
}

#[test]
fn where_clocks_change_a_day_still_ends_at_its_hour() {
    for (zone, saturday, sunday) in [
        ("Europe/Berlin", "2026-03-28", "2026-03-29"),
        ("Europe/Berlin", "2026-10-24", "2026-10-25"),
        ("America/New_York", "2026-03-07", "2026-03-08"),
        ("America/New_York", "2026-10-31", "2026-11-01"),
        ("Australia/Lord_Howe", "2026-10-03", "2026-10-04"),
        ("Australia/Lord_Howe", "2026-04-04", "2026-04-05"),
        ("Asia/Kathmandu", "2026-03-28", "2026-03-29"),
    ] {
        let there = In::zone(zone);
        for (time, expected) in [("03:59", saturday), ("04:00", sunday)] {
            assert_eq!(there.run(&format!("{sunday}T{time}"), "log drink water 250").0, 0);
            let day: String = there.place.sql().query_row("SELECT day FROM drink ORDER BY rowid DESC", [], |row| row.get(0)).unwrap();
            assert_eq!(day, expected, "{zone} {time}");
        }
    }
}

#[test]
fn a_moment_without_an_offset_is_read_in_the_time_zone() {
    for (zone, moment) in
        [("Europe/Berlin", "2026-07-01 06:00"), ("America/New_York", "2026-07-01 12:00"), ("Asia/Kathmandu", "2026-07-01 02:15")]
    {
        let there = In::zone(zone);
        assert_eq!(there.run("2026-07-01T08:00", "log none").0, 0);
        let created: String =
            there.place.sql().query_row("SELECT datetime(created_ms / 1000, 'unixepoch') FROM night", [], |row| row.get(0)).unwrap();
        assert!(created.starts_with(moment), "{zone}: {created}");
    }
    let (code, said) = In::zone("Europe/Berlin").run("2026-07-01 8 am", "show");
    assert!(code == 2 && said.contains("or 2026-11-20T08:00 in the time zone of the computer"), "{said}");
}
