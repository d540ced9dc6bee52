//! What is counted: by hour, weekday, month, duration, severity, place, relief, and the calendar.

use super::rows::{KNOWN, Rows};
use super::{Figures, check, counted};
use cramp_diary::domain::{DayRules, Muscle, Relief};
use cramp_diary::insights::{
    CalendarYear, NightState, Nights, Rate, calendar, duration_counts, month_rates, night_hours, places, reliefs, severity_counts,
    weekday_rates,
};

#[track_caller]
pub(super) fn check_counts(nights: Nights<'_>, rules: DayRules, rows: &Rows<'_>, what: &str) {
    check(&found_hours(nights, rules), &plain_hours(rows), &format!("hours of {what}"));
    check(&found_rates(&weekday_rates(nights)), &plain_rates(rows, "(strftime('%w', night) + 6) % 7", 7), &format!("weekdays of {what}"));
    check(&found_rates(&month_rates(nights)), &plain_rates(rows, "strftime('%m', night) - 1", 12), &format!("months of {what}"));
    let durations = duration_counts(nights).bins.map(counted);
    let severities = severity_counts(nights).counts.map(counted);
    check(&numbered(&durations), &plain_durations(rows), &format!("durations of {what}"));
    check(&numbered(&severities), &plain_severities(rows), &format!("severities of {what}"));
    check(&found_places(nights), &plain_places(rows), &format!("places of {what}"));
    check(&found_reliefs(nights), &plain_reliefs(rows), &format!("reliefs of {what}"));
    check(&found_calendar(nights), &plain_calendar(rows), &format!("the calendar of {what}"));
}

fn numbered(values: &[Option<f64>]) -> Figures {
    values.iter().enumerate().map(|(place, value)| (place.to_string(), *value)).collect()
}

fn found_hours(nights: Nights<'_>, rules: DayRules) -> Figures {
    let found = night_hours(nights, rules);
    let hours =
        found.hours.iter().flat_map(|hour| [("exact", hour.exact), ("about", hour.about)].map(|(how, count)| (hour.hour, how, count)));
    let hours = hours.map(|(hour, how, count)| (format!("{hour}:00, {how}"), counted(count)));
    hours.chain([("untimed".to_owned(), counted(found.untimed))]).collect()
}

/// The clock's hour stands in the local time that the person gave.
fn plain_hours(rows: &Rows<'_>) -> Figures {
    let hours = (12..24).chain(0..12).flat_map(|hour| ["exact", "about"].map(|how| (hour, how)));
    let count = |(hour, how): (u8, &str)| {
        let condition = format!("time_known = '{how}' AND substr(began_local, 12, 2) = '{hour:02}'");
        (format!("{hour}:00, {how}"), Some(rows.cramps(&condition)))
    };
    hours.map(count).chain([("untimed".to_owned(), Some(rows.cramps("began_local IS NULL")))]).collect()
}

fn found_rates(rates: &[Rate]) -> Figures {
    let figures = |(place, rate): (usize, &Rate)| {
        [
            ("logged", counted(rate.logged)),
            ("with cramps", counted(rate.with_cramps)),
            ("known", counted(rate.counted)),
            ("cramps", counted(rate.cramps)),
            ("a week", rate.per_week()),
            ("share", rate.share_with_cramps()),
        ]
        .map(|(name, value)| (format!("{place}, {name}"), value))
    };
    rates.iter().enumerate().flat_map(figures).collect()
}

/// `place` says in SQL where a night belongs, from 0 on.
fn plain_rates(rows: &Rows<'_>, place: &str, count: usize) -> Figures {
    let figures = |number: usize| {
        let here = format!("{place} = {number}");
        let (logged, with) = (rows.nights(&here), rows.nights(&format!("{here} AND answer = 'had_cramps'")));
        let (known, cramps) = (rows.nights(&format!("{here} AND {KNOWN}")), rows.cramps(&here));
        [
            ("logged", Some(logged)),
            ("with cramps", Some(with)),
            ("known", Some(known)),
            ("cramps", Some(cramps)),
            ("a week", (known > 6.5).then(|| cramps / known * 7.0)),
            ("share", (logged > 6.5).then(|| with / logged)),
        ]
        .map(|(name, value)| (format!("{number}, {name}"), value))
    };
    (0..count).flat_map(figures).collect()
}

fn plain_durations(rows: &Rows<'_>) -> Figures {
    let bins = ["< 0.5", ">= 0.5 AND duration_min < 1", ">= 1 AND duration_min < 2", ">= 2 AND duration_min < 5"];
    let longer = ["BETWEEN 5 AND 10", "> 10 AND duration_min <= 30", "> 30"];
    let counts = bins.into_iter().chain(longer).map(|bin| Some(rows.cramps(&format!("duration_min {bin}"))));
    numbered(&counts.collect::<Vec<_>>())
}

fn plain_severities(rows: &Rows<'_>) -> Figures {
    numbered(&(0..=10).map(|severity| Some(rows.cramps(&format!("severity = {severity}")))).collect::<Vec<_>>())
}

fn found_places(nights: Nights<'_>) -> Figures {
    let found = places(nights);
    let figures = found.muscles.iter().flat_map(|muscle| {
        [("left", muscle.left), ("right", muscle.right), ("all", muscle.all)].into_iter().flat_map(|(side, place)| {
            let worst = place.worst.map(|worst| f64::from(worst.get()));
            let figures =
                [("cramps", counted(place.cramps)), ("nights", counted(place.nights)), ("worst", worst), ("share", found.share(place))];
            figures.map(|(name, value)| (format!("{}, {side}, {name}", muscle.muscle.key()), value))
        })
    });
    figures.collect()
}

fn plain_places(rows: &Rows<'_>) -> Figures {
    let known = rows.nights(KNOWN);
    let sides = [("left", "side IN ('left', 'both')"), ("right", "side IN ('right', 'both')"), ("all", "true")];
    let places = Muscle::ALL.iter().flat_map(|muscle| sides.map(|(side, on)| (muscle.key(), side, on)));
    let figures = places.flat_map(|(muscle, side, on)| {
        let here = format!("muscle = '{muscle}' AND {on}");
        let nights: f64 = rows.one(&format!("SELECT count(DISTINCT night) + 0.0 FROM cramp WHERE night BETWEEN ?1 AND ?2 AND {here}"));
        let worst = rows.one(&format!("SELECT max(severity) + 0.0 FROM cramp WHERE night BETWEEN ?1 AND ?2 AND {here}"));
        let share = (known > 6.5).then(|| nights / known);
        let figures = [("cramps", Some(rows.cramps(&here))), ("nights", Some(nights)), ("worst", worst), ("share", share)];
        figures.map(|(name, value)| (format!("{muscle}, {side}, {name}"), value))
    });
    figures.collect()
}

/// Whatever the order in which they are shown.
fn found_reliefs(nights: Nights<'_>) -> Figures {
    let found = reliefs(nights);
    let order: Vec<_> = found.tried.iter().map(|count| count.tried()).collect();
    assert!(order.is_sorted_by(|a, b| a >= b), "what was tried most often stands first: {order:?}");
    let of = |relief: &Relief| {
        let count = found.tried.iter().find(|count| count.relief == *relief);
        let number = |value: Option<usize>| counted(value.unwrap_or(0));
        [
            ("yes", number(count.map(|count| count.yes))),
            ("some", number(count.map(|count| count.some))),
            ("no", number(count.map(|count| count.no))),
            ("not said", number(count.map(|count| count.not_said))),
            ("share of yes", count.and_then(|count| count.share(cramp_diary::domain::Helped::Yes))),
        ]
        .map(|(name, value)| (format!("{}, {name}", relief.key()), value))
    };
    let cramps = [("cramps".to_owned(), counted(found.cramps)), ("nothing said".to_owned(), counted(found.nothing_said))];
    Relief::ALL.iter().flat_map(of).chain(cramps).collect()
}

fn plain_reliefs(rows: &Rows<'_>) -> Figures {
    let of = |relief: &Relief| {
        let count = |answer: &str| -> f64 {
            rows.one(&format!(
                "SELECT count(*) + 0.0 FROM cramp JOIN cramp_relief ON cramp_relief.cramp_id = cramp.id
                 WHERE night BETWEEN ?1 AND ?2 AND relief = '{}' AND helped IS {answer}",
                relief.key()
            ))
        };
        let (yes, some, no, not_said) = (count("'yes'"), count("'some'"), count("'no'"), count("NULL"));
        let answers = yes + some + no;
        [
            ("yes", Some(yes)),
            ("some", Some(some)),
            ("no", Some(no)),
            ("not said", Some(not_said)),
            ("share of yes", (answers > 6.5).then(|| yes / answers)),
        ]
        .map(|(name, value)| (format!("{}, {name}", relief.key()), value))
    };
    let silent = rows.cramps("NOT EXISTS (SELECT 1 FROM cramp_relief WHERE cramp_id = cramp.id)");
    let cramps = [("cramps".to_owned(), Some(rows.cramps("true"))), ("nothing said".to_owned(), Some(silent))];
    Relief::ALL.iter().flat_map(of).chain(cramps).collect()
}

/// Each logged night: 0 for none, -1 for cramps that nobody described, otherwise 100 for each cramp and the worst.
fn found_calendar(nights: Nights<'_>) -> Figures {
    let state = |state: NightState| match state {
        NightState::NotLogged => None,
        NightState::NoCramps => Some(0.0),
        NightState::NotDescribed => Some(-1.0),
        NightState::Cramps { count, worst } => counted(100 * count + usize::from(worst.get())),
    };
    let years = calendar(nights);
    let known = years.iter().flat_map(CalendarYear::iter).map(|(night, of)| (night.to_string(), state(of)));
    known.filter(|(_, value)| value.is_some()).collect()
}

fn plain_calendar(rows: &Rows<'_>) -> Figures {
    let sql = "SELECT julianday(night), CASE WHEN answer = 'no_cramps' THEN 0.0 ELSE coalesce(
                   (SELECT 100.0 * count(*) + max(severity) FROM cramp WHERE cramp.night = night.night HAVING count(*) > 0), -1.0) END
               FROM night WHERE answer IS NOT NULL AND night BETWEEN ?1 AND ?2 ORDER BY night";
    let epoch = chrono::NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
    let date = |julian: f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a date of our time")]
        let days = (julian - 2_440_587.5) as u64;
        (epoch + chrono::Days::new(days)).to_string()
    };
    rows.all::<2>(sql).into_iter().map(|[julian, state]| (date(julian.unwrap()), state)).collect()
}
