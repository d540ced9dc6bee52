//! The night of a date, and the record of a night as a whole.

use super::day::{date_before_hour, shift, wall_after};
use super::keyed::keyed_enum;
use super::words::counted;
use super::{Day, DayRules, Disturbance, Hour, Hours};
use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::fmt;

/// The night of date D: 24 hours from noon of D, or from [`DayRules::night_starts`] of D, to that hour of D+1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Night(NaiveDate);

impl Night {
    /// The night that begins on this date.
    #[must_use]
    pub fn new(date: NaiveDate) -> Self {
        Self(date)
    }

    /// The night that a moment belongs to, by the wall clock where the person was.
    ///
    /// ```
    /// use cramp_diary::domain::{DayRules, Night};
    /// let cramp = chrono::DateTime::parse_from_rfc3339("2026-11-20T03:10:00+01:00").unwrap();
    /// assert_eq!(Night::containing(cramp, DayRules::default()).to_string(), "2026-11-19");
    /// ```
    #[must_use]
    pub fn containing(at: DateTime<FixedOffset>, rules: DayRules) -> Self {
        Self(date_before_hour(at.naive_local(), rules.night_starts))
    }

    /// The night that is meant at a moment if the person names none: until the hour of [`DayRules::evening`] the night that is over,
    /// from then on the coming or running one.
    ///
    /// ```
    /// use cramp_diary::domain::{DayRules, Night};
    /// let asked = |at| Night::asked_about(chrono::DateTime::parse_from_rfc3339(at).unwrap(), DayRules::default()).to_string();
    /// assert_eq!(asked("2026-11-20T14:00:00+01:00"), "2026-11-19");
    /// assert_eq!(asked("2026-11-20T21:00:00+01:00"), "2026-11-20");
    /// ```
    #[must_use]
    pub fn asked_about(at: DateTime<FixedOffset>, rules: DayRules) -> Self {
        Self::asked_from(at, rules.evening())
    }

    /// The night that is meant at a moment if the person names none, and their evening begins at this hour.
    #[must_use]
    pub fn asked_from(at: DateTime<FixedOffset>, evening: Hour) -> Self {
        Self(date_before_hour(at.naive_local(), evening))
    }

    /// The latest night of which the person can say at a moment that it had no cramps; see [`Night::has_hardly_begun`].
    #[must_use]
    pub fn latest_slept(at: DateTime<FixedOffset>, rules: DayRules) -> Self {
        let running = Self::containing(at, rules);
        if running.has_hardly_begun(at, rules) { running.plus(-1) } else { running }
    }

    /// Whether [`DayRules::day_ends`] has not come yet in this night at a moment, so that nobody can say that it had no cramps. Returns
    /// `true` for nights to come, too.
    #[must_use]
    pub fn has_hardly_begun(self, at: DateTime<FixedOffset>, rules: DayRules) -> bool {
        let day_ends = NaiveTime::MIN + TimeDelta::hours(i64::from(rules.day_ends.get()));
        at.naive_local() < self.wall_time(day_ends, rules)
    }

    /// The date on which the night begins.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// The day before the night; both have one date.
    #[must_use]
    pub fn day(self) -> Day {
        Day::new(self.0)
    }

    /// The night that is `nights` later, or earlier if negative. Returns the night itself if the calendar has no such date.
    #[must_use]
    pub fn plus(self, nights: i64) -> Self {
        Self(shift(self.0, nights))
    }

    /// The local date and time at which `time` comes round in this night. Times before [`DayRules::night_starts`] lie on the next date.
    #[must_use]
    pub fn wall_time(self, time: NaiveTime, rules: DayRules) -> NaiveDateTime {
        wall_after(self.0, time, rules.night_starts)
    }

    /// The night in words, without the year: "night of Thu 19 to Fri 20 Nov".
    #[must_use]
    pub fn label(self) -> String {
        format!("night of {}", self.dates_label())
    }

    /// The night in words, with the year: "night of Thu 19 to Fri 20 Nov 2026".
    #[must_use]
    pub fn label_with_year(self) -> String {
        let next = shift(self.0, 1);
        if self.0.year() == next.year() {
            return format!("{} {}", self.label(), next.year());
        }
        format!("night of {} to {}", self.0.format("%a %-d %b %Y"), next.format("%a %-d %b %Y"))
    }

    /// The evenings from this night to `last` in words: "3 Oct to 19 Nov 2026". For one night its
    /// [`label_with_year`](Self::label_with_year).
    #[must_use]
    pub fn to_words(self, last: Self) -> String {
        let (first, end) = (self.0, last.0);
        if first == end {
            return self.label_with_year();
        }
        let start = match (first.year() == end.year(), first.month() == end.month()) {
            (true, true) => first.format("%-d"),
            (true, false) => first.format("%-d %b"),
            (false, _) => first.format("%-d %b %Y"),
        };
        format!("{start} to {}", end.format("%-d %b %Y"))
    }

    /// The nights from this one to `last` in words, with their number: "48 nights, 3 Oct to 19 Nov 2026". For one night its
    /// [`label_with_year`](Self::label_with_year).
    #[must_use]
    pub fn range_words(self, last: Self) -> String {
        let words = self.to_words(last);
        match usize::try_from((last.0 - self.0).num_days()) {
            Ok(more @ 1..) => format!("{}, {words}", counted(more + 1, "night")),
            Ok(0) | Err(_) => words,
        }
    }

    /// The two dates of the night in words: "Thu 19 to Fri 20 Nov".
    #[must_use]
    pub fn dates_label(self) -> String {
        let next = shift(self.0, 1);
        let month = if self.0.month() == next.month() { String::new() } else { self.0.format(" %b").to_string() };
        format!("{} {}{month} to {}", self.0.weekday(), self.0.day(), Day::new(next).label())
    }
}

impl fmt::Display for Night {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

keyed_enum! {
    /// Whether a night had cramps. A night without an answer is not logged, which is never zero cramps.
    NightAnswer, "answer" {
        /// No cramps at all: zero.
        NoCramps = "no_cramps", "No cramps";
        /// At least one cramp, whether or not any is described.
        HadCramps = "had_cramps", "Had cramps";
    }
}

/// The record of a night as a whole. A night has at most one.
#[derive(Debug, Clone, PartialEq)]
pub struct NightNote {
    /// The night.
    pub night: Night,
    /// Whether it had cramps; `None` if the person did not say.
    pub answer: Option<NightAnswer>,
    /// How much cramps disturbed the sleep; `None` if the person did not say, and always for a night without cramps.
    pub disturbed: Option<Disturbance>,
    /// How long the person slept; `None` if they did not say.
    pub slept: Option<Hours>,
    /// A note that the person wrote; empty for none.
    pub note: String,
}

impl NightNote {
    /// A record for the night with an empty note and all other fields `None`.
    #[must_use]
    pub fn nothing(night: Night) -> Self {
        Self { night, answer: None, disturbed: None, slept: None, note: String::new() }
    }

    /// Whether the note is empty and all other fields are `None`, so that the record need not be kept.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::nothing(self.night)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone as _, Utc};
    use chrono_tz::{America::New_York, Europe::Berlin, Tz};
    use std::collections::BTreeMap;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[track_caller]
    fn check(moment: &str, night: &str, day: &str) {
        let rules = DayRules::default();
        assert_eq!(Night::containing(at(moment), rules).to_string(), night, "night of {moment}");
        assert_eq!(Day::containing(at(moment), rules).to_string(), day, "day of {moment}");
    }

    #[test]
    fn moments_belong_to_the_night_from_noon_and_the_day_until_four() {
        check("2026-11-19T11:59:59+01:00", "2026-11-18", "2026-11-19");
        check("2026-11-19T12:00:00+01:00", "2026-11-19", "2026-11-19");
        check("2026-11-19T23:59:59+01:00", "2026-11-19", "2026-11-19");
        check("2026-11-20T00:00:00+01:00", "2026-11-19", "2026-11-19");
        check("2026-11-20T03:59:59+01:00", "2026-11-19", "2026-11-19");
        check("2026-11-20T04:00:00+01:00", "2026-11-19", "2026-11-20");
        check("2026-01-01T02:00:00+01:00", "2025-12-31", "2025-12-31");
    }

    #[test]
    fn a_leap_day_has_its_own_night() {
        check("2028-02-29T12:00:00+01:00", "2028-02-29", "2028-02-29");
        check("2028-03-01T03:00:00+01:00", "2028-02-29", "2028-02-29");
        check("2027-03-01T03:00:00+01:00", "2027-02-28", "2027-02-28");
        assert_eq!(Night::containing(at("2028-02-29T03:00:00+01:00"), DayRules::default()).label(), "night of Mon 28 to Tue 29 Feb");
    }

    #[test]
    fn travel_counts_by_the_wall_clock_where_the_person_was() {
        // The same instant: still yesterday evening in New York, already today in Tokyo.
        check("2026-06-01T22:00:00-04:00", "2026-06-01", "2026-06-01");
        check("2026-06-02T11:00:00+09:00", "2026-06-01", "2026-06-02");
        check("2026-06-02T12:00:00+09:00", "2026-06-02", "2026-06-02");
    }

    /// Every quarter of an hour of a year, by the wall clock of a time zone.
    fn quarters(zone: Tz, year: i32) -> impl Iterator<Item = DateTime<FixedOffset>> {
        let begin = Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap();
        let instants = (0..).map(move |quarter| begin + Duration::minutes(15 * quarter));
        instants
            .take_while(move |instant| instant.date_naive().year() == year)
            .map(move |instant| instant.with_timezone(&zone).fixed_offset())
    }

    /// Hours that each night of a year gets in a time zone from what says which night a moment is of, where they are not 24.
    fn odd_nights(zone: Tz, year: i32, night_at: impl Fn(DateTime<FixedOffset>, DayRules) -> Night) -> BTreeMap<String, i32> {
        let mut minutes = BTreeMap::<Night, i32>::new();
        for at in quarters(zone, year) {
            *minutes.entry(night_at(at, DayRules::default())).or_default() += 15;
        }
        let whole = minutes.len();
        let inner = minutes.into_iter().skip(1).take(whole - 2);
        inner.filter(|(_, minutes)| *minutes != 24 * 60).map(|(night, minutes)| (night.to_string(), minutes / 60)).collect()
    }

    #[test]
    fn clock_changes_make_one_night_of_23_and_one_of_25_hours() {
        let expect = |rows: [(&str, i32); 2]| rows.map(|(night, hours)| (night.to_owned(), hours)).into_iter().collect::<BTreeMap<_, _>>();
        for night_at in [Night::containing, Night::asked_about] {
            assert_eq!(odd_nights(Berlin, 2026, night_at), expect([("2026-03-28", 23), ("2026-10-24", 25)]));
            assert_eq!(odd_nights(New_York, 2026, night_at), expect([("2026-03-07", 23), ("2026-10-31", 25)]));
        }
    }

    #[test]
    fn what_can_be_told_of_a_night_stays_so_when_clocks_change() {
        for (zone, day_ends) in [Berlin, New_York].into_iter().flat_map(|zone| (0..=4).map(move |day_ends| (zone, day_ends))) {
            let rules = DayRules { day_ends: Hour::new(day_ends).unwrap(), ..DayRules::default() };
            let slept: Vec<_> = quarters(zone, 2026).map(|at| Night::latest_slept(at, rules)).collect();
            assert!(slept.windows(2).all(|two| two[0] == two[1] || two[0].plus(1) == two[1]), "{zone}, day until {day_ends}");
        }
    }

    /// Over a day: which night is asked about, and the latest that has more than hardly begun.
    #[track_caller]
    fn check_asked(rules: (u8, u8), moments: &[(&str, &str, &str)]) {
        let rules = DayRules { night_starts: Hour::new(rules.0).unwrap(), day_ends: Hour::new(rules.1).unwrap() };
        for (time, asked, slept) in moments {
            let at = at(&format!("2026-11-{time}:00+01:00"));
            let [said_asked, said_slept] = [Night::asked_about, Night::latest_slept].map(|night| night(at, rules).date().day().to_string());
            assert_eq!((said_asked.as_str(), said_slept.as_str()), (*asked, *slept), "on {time} with {rules:?}");
            assert_eq!(
                Night::containing(at, rules).has_hardly_begun(at, rules),
                said_slept != Night::containing(at, rules).date().day().to_string()
            );
        }
    }

    #[test]
    fn the_night_that_is_over_is_asked_about_until_the_evening() {
        check_asked(
            (12, 4),
            &[
                ("20T03:59", "19", "18"),
                ("20T04:00", "19", "19"),
                ("20T07:00", "19", "19"),
                ("20T11:59", "19", "19"),
                ("20T12:00", "19", "19"),
                ("20T14:00", "19", "19"),
                ("20T19:59", "19", "19"),
                ("20T20:00", "20", "19"),
                ("20T23:59", "20", "19"),
                ("21T00:00", "20", "19"),
                ("21T02:00", "20", "19"),
                ("21T03:59", "20", "19"),
                ("21T04:00", "20", "20"),
                ("21T20:00", "21", "20"),
            ],
        );
    }

    #[test]
    fn the_evening_follows_nights_that_begin_at_another_hour() {
        for (starts, evening) in [(0, 8), (6, 14), (8, 16), (11, 19), (12, 20), (13, 20), (18, 20), (20, 20), (21, 21), (23, 23)] {
            let rules = DayRules { night_starts: Hour::new(starts).unwrap(), ..DayRules::default() };
            assert_eq!(rules.evening().get(), evening, "nights from {starts}:00");
        }
        // Who sleeps by day, from 08:00 on, and says so of the day too.
        check_asked((8, 12), &[("20T07:59", "19", "19"), ("20T08:00", "19", "19"), ("20T12:00", "19", "20"), ("20T16:00", "20", "20")]);
        // Whose night begins late.
        check_asked((22, 6), &[("20T21:59", "19", "19"), ("20T22:00", "20", "19"), ("21T05:59", "20", "19"), ("21T06:00", "20", "20")]);
        // Whose night begins at midnight.
        check_asked((0, 4), &[("20T03:59", "19", "19"), ("20T04:00", "19", "20"), ("20T07:59", "19", "20"), ("20T08:00", "20", "20")]);
    }

    #[test]
    fn a_shift_worker_can_move_both_hours() {
        let rules = DayRules { night_starts: Hour::new(20).unwrap(), day_ends: Hour::new(0).unwrap() };
        assert_eq!(Night::containing(at("2026-11-20T15:00:00+01:00"), rules).to_string(), "2026-11-19");
        assert_eq!(Night::containing(at("2026-11-20T20:00:00+01:00"), rules).to_string(), "2026-11-20");
        assert_eq!(Day::containing(at("2026-11-20T00:00:00+01:00"), rules).to_string(), "2026-11-20");
    }

    #[test]
    fn a_clock_time_lands_on_the_right_side_of_midnight() {
        let night = Night::new(NaiveDate::from_ymd_opt(2026, 11, 19).unwrap());
        for (time, expected) in [
            ("03:10:00", "2026-11-20 03:10:00"),
            ("23:30:00", "2026-11-19 23:30:00"),
            ("12:00:00", "2026-11-19 12:00:00"),
            ("11:59:00", "2026-11-20 11:59:00"),
        ] {
            assert_eq!(night.wall_time(time.parse().unwrap(), DayRules::default()).to_string(), expected);
        }
    }

    #[test]
    fn labels_name_both_dates() {
        let label = |date: &str| Night::new(date.parse().unwrap()).label();
        assert_eq!(label("2026-11-19"), "night of Thu 19 to Fri 20 Nov");
        assert_eq!(label("2026-11-30"), "night of Mon 30 Nov to Tue 1 Dec");
        assert_eq!(label("2026-12-31"), "night of Thu 31 Dec to Fri 1 Jan");
        let label = |date: &str| Night::new(date.parse().unwrap()).label_with_year();
        assert_eq!(label("2026-11-30"), "night of Mon 30 Nov to Tue 1 Dec 2026");
        assert_eq!(label("2026-12-31"), "night of Thu 31 Dec 2026 to Fri 1 Jan 2027");
    }

    #[test]
    fn ranges_have_one_wording() {
        let night = |date: &str| Night::new(date.parse().unwrap());
        for (first, last, words) in [
            ("2026-11-02", "2026-11-19", "18 nights, 2 to 19 Nov 2026"),
            ("2026-10-03", "2026-11-19", "48 nights, 3 Oct to 19 Nov 2026"),
            ("2023-11-20", "2026-11-19", "1,096 nights, 20 Nov 2023 to 19 Nov 2026"),
            ("2026-11-19", "2026-11-19", "night of Thu 19 to Fri 20 Nov 2026"),
        ] {
            assert_eq!(night(first).range_words(night(last)), words);
        }
    }
}
