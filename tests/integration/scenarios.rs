//! The people of `scenarios.csv`, each through the command line: every flag with its urgency, and no food that is withheld.
//!
//! `commands` are parted by ` ; `. A command whose `--day` or `--night` names several dates, `2026-11-13..2026-11-15,2026-11-19`,
//! is given once for each. `withheld_foods` name each food behind the rule that withholds it.

use crate::{cli::Place, support::date};
use serde::Deserialize;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// What stands in `commands` for [`DULL_WEEK`].
const DULL_FOOD: &str = "a week of dull food";

/// A week short of nearly everything.
const DULL_WEEK: [&str; 5] = [
    "log food white-bread --grams 200 --day 2026-11-13..2026-11-19",
    "log food white-rice-cooked --grams 250 --day 2026-11-13..2026-11-19",
    "log food chicken-breast-cooked --grams 120 --day 2026-11-13..2026-11-19",
    "log food cola --grams 500 --day 2026-11-13..2026-11-19",
    "log food butter --grams 20 --day 2026-11-13..2026-11-19",
];

/// Rules about a food as a source of calcium; the food may be named for another nutrient.
const ABOUT_CALCIUM: [&str; 2] = ["fs01", "fs02"];

/// How many people the file has.
const PEOPLE: usize = 83;

#[derive(Deserialize)]
struct Scenario {
    id: String,
    title: String,
    now: String,
    commands: String,
    flags: String,
    must_not_fire: String,
    withheld_rules: String,
    withheld_foods: String,
    allowed_foods: String,
    worded_rules: String,
}

fn scenarios() -> Vec<Scenario> {
    let rows = include_str!("scenarios.csv");
    csv::Reader::from_reader(rows.as_bytes()).deserialize().map(|row| row.unwrap()).collect()
}

fn parts(cell: &str) -> BTreeSet<&str> {
    cell.split('|').filter(|part| !part.is_empty()).collect()
}

/// The words of a line as a shell parts them, without its quotes.
pub(crate) fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for letter in line.chars() {
        match quote {
            Some(open) if letter == open => quote = None,
            None if matches!(letter, '"' | '\'') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            None if letter == ' ' => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    assert_eq!(quote, None, "a quote stays open: {line}");
    words.extend(word);
    words
}

/// The command once for each date that its `--day` or `--night` names.
fn for_each_date(command: &str) -> Vec<String> {
    let Some(flag) = ["--day ", "--night "].into_iter().find(|flag| command.contains(flag)) else { return vec![command.to_owned()] };
    let (before, rest) = command.split_once(flag).unwrap();
    let (dates, after) = rest.split_once(' ').map_or((rest, String::new()), |(dates, after)| (dates, format!(" {after}")));
    let mut commands = Vec::new();
    for range in dates.split(',') {
        let (first, last) = range.split_once("..").unwrap_or((range, range));
        let days = date(first).iter_days().take_while(|day| *day <= date(last));
        commands.extend(days.map(|day| format!("{before}{flag}{day}{after}")));
    }
    commands
}

/// What the program prints. Returns what it says instead if it refuses.
fn said(place: &Place, line: &str) -> Result<Vec<u8>, String> {
    let words = words(line);
    let output = place.command(&words.iter().map(String::as_str).collect::<Vec<_>>()).output().unwrap();
    if output.status.success() {
        return Ok(output.stdout);
    }
    let refusal = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(format!("{line}: {}", refusal.lines().next().unwrap_or_default()))
}

fn json(place: &Place, line: &str) -> Result<Value, String> {
    serde_json::from_slice(&said(place, line)?).map_err(|error| format!("{line}: {error}"))
}

/// The file of a diary with [`DULL_WEEK`] and nothing else, made once: each copy saves 35 commands.
fn dull_diary(now: &'static str) -> &'static [u8] {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    MADE.get_or_init(|| {
        let place = Place::at(now);
        for command in DULL_WEEK.into_iter().flat_map(for_each_date) {
            said(&place, &command).unwrap();
        }
        place.bytes()
    })
}

/// A diary in which all of the commands were carried out.
fn diary(now: &str, commands: &str) -> Result<Place, String> {
    let now = now.to_owned().leak();
    let place = Place::at(now);
    let commands: Vec<_> = commands.split(" ; ").collect();
    if commands.contains(&DULL_FOOD) {
        fs::write(place.diary(), dull_diary(now)).unwrap();
    }
    for command in commands.into_iter().filter(|command| *command != DULL_FOOD).flat_map(for_each_date) {
        said(&place, &command)?;
    }
    Ok(place)
}

/// Each flag as `rf01:same_day`.
fn flags(place: &Place) -> Result<BTreeSet<String>, String> {
    let flags = json(place, "flags --json")?;
    let word = |flag: &Value, field: &str| flag[field].as_str().unwrap_or("?").to_owned();
    let flags = flags.as_array().into_iter().flatten();
    Ok(flags.map(|flag| format!("{}:{}", word(flag, "flag"), word(flag, "urgency"))).collect())
}

fn is_raised(flags: &BTreeSet<String>, rule: &str) -> bool {
    flags.iter().any(|flag| flag.split(':').next() == Some(rule))
}

/// What differs from what the file expects. Returns an empty list if nothing does.
fn differences(scenario: &Scenario) -> Result<Vec<String>, String> {
    let place = diary(&scenario.now, &scenario.commands)?;
    let mut differences = Vec::new();
    let (found, expected) = (flags(&place)?, parts(&scenario.flags));
    if !found.iter().map(String::as_str).eq(expected.iter().copied()) {
        differences.push(format!("flags {found:?} instead of {expected:?}"));
    }
    for rule in parts(&scenario.must_not_fire).into_iter().filter(|rule| is_raised(&found, rule)) {
        differences.push(format!("{rule} must not fire"));
    }
    if ![&scenario.withheld_rules, &scenario.allowed_foods, &scenario.worded_rules].into_iter().all(String::is_empty) {
        differences.extend(differences_in_foods(scenario, &json(&place, "advise --json")?));
    }
    Ok(differences)
}

/// What a list of the advice says: the field of each of its items.
fn said_of<'a>(items: &'a Value, field: &str) -> Vec<&'a str> {
    items.as_array().into_iter().flatten().map(|item| item[field].as_str().unwrap_or_default()).collect()
}

fn differences_in_foods(scenario: &Scenario, advice: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    let withheld: BTreeSet<_> = said_of(&advice["withheld"], "rule").into_iter().zip(said_of(&advice["withheld"], "food")).collect();
    let mut missing = BTreeMap::<_, Vec<_>>::new();
    for expected in parts(&scenario.withheld_foods) {
        let (rule, food) = expected.split_once(':').unwrap();
        if !withheld.contains(&(rule, food)) {
            missing.entry(rule).or_default().push(food);
        }
        for of in advice["advised"].as_array().into_iter().flatten() {
            let nutrient = of["nutrient"].as_str().unwrap_or_default();
            if said_of(&of["foods"], "id").contains(&food) && (nutrient == "calcium" || !ABOUT_CALCIUM.contains(&rule)) {
                differences.push(format!("{food} is offered for {nutrient} in spite of {rule}"));
            }
        }
    }
    differences.extend(missing.iter().map(|(rule, foods)| format!("{rule} does not withhold {}", foods.join(" "))));
    for rule in parts(&scenario.withheld_rules).into_iter().filter(|rule| !withheld.iter().any(|(by, _)| by == rule)) {
        differences.push(format!("{rule} withholds nothing"));
    }
    let worded = said_of(&advice["worded"], "rule");
    for rule in parts(&scenario.worded_rules).into_iter().filter(|rule| !worded.contains(rule)) {
        differences.push(format!("{rule} says nothing"));
    }
    for food in parts(&scenario.allowed_foods) {
        let held = withheld.iter().filter(|(rule, held)| *held == food && !ABOUT_CALCIUM.contains(rule));
        differences.extend(held.map(|(rule, _)| format!("{rule} withholds {food}")));
    }
    differences
}

/// Runs every scenario, on as many threads as there are cores. Returns a line for each that differs.
fn all_differences(scenarios: &[Scenario]) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut lines = Vec::new();
        while let Some(scenario) = scenarios.get(next.fetch_add(1, Ordering::Relaxed)) {
            let found = differences(scenario).unwrap_or_else(|refusal| vec![refusal]);
            if !found.is_empty() {
                lines.push(format!("{}, {}: {}", scenario.id, scenario.title, found.join("; ")));
            }
        }
        lines
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut lines: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    lines.sort();
    lines
}

#[test]
fn everybody_gets_the_flags_and_foods_that_fit_and_no_others() {
    let scenarios = scenarios();
    let lines = all_differences(&scenarios);
    assert!(lines.is_empty(), "{} of {} scenarios differ:\n{}", lines.len(), scenarios.len(), lines.join("\n"));
}

#[test]
fn the_file_is_whole() {
    let scenarios = scenarios();
    let ids: BTreeSet<_> = scenarios.iter().map(|scenario| &scenario.id).collect();
    let titles: BTreeSet<_> = scenarios.iter().map(|scenario| &scenario.title).collect();
    assert_eq!((scenarios.len(), ids.len(), titles.len()), (PEOPLE, PEOPLE, PEOPLE));
    for scenario in &scenarios {
        let named: BTreeSet<_> = parts(&scenario.withheld_foods).into_iter().map(|food| food.split_once(':').unwrap().0).collect();
        assert!(named.is_subset(&parts(&scenario.withheld_rules)), "{}", scenario.id);
        let silent = parts(&scenario.must_not_fire);
        assert!(parts(&scenario.flags).into_iter().all(|flag| !silent.contains(flag.split(':').next().unwrap())), "{}", scenario.id);
    }
}

/// A flag that must be among those of a diary.
struct Must {
    commands: &'static str,
    raise: &'static str,
    /// A rule that must not fire.
    not: Option<&'static str>,
}

/// What easily goes wrong: habituation to nightly cramps, marks of another side, a second attack.
const AMONG_OTHERS: [Must; 7] = [
    Must {
        commands: "medicine add Indapamide --from 2025-01-07 ; \
            log cramp --muscle calf --side left --severity 4 --night 2026-11-06..2026-11-19 ; \
            sign log weakness --side both --day 2026-11-17,2026-11-19",
        raise: "rf71:same_day",
        not: None,
    },
    Must {
        commands: "sign known swelling --side both ; sign log swelling --side both --day 2026-11-12 ; \
            sign log swelling --side left --day 2026-11-19",
        raise: "rf01:same_day",
        not: Some("rf03"),
    },
    Must { commands: "sign log slurred_speech --day 2026-11-10,2026-11-20", raise: "rf05:now", not: None },
    Must { commands: "medicine add Apixaban --from 2025-01-07 ; sign log fall --day 2026-11-19", raise: "rf86:same_day", not: None },
    Must { commands: "sign log fever --day 2026-11-19 ; sign log stiffness --day 2026-11-19", raise: "rf66:now", not: None },
    Must { commands: "medicine add Ramipril --from 2025-01-07 ; sign log face_swelling --day 2026-11-19", raise: "rf85:now", not: None },
    Must {
        commands: "log cramp --muscle calf --side left --severity 4 --night 2026-11-18,2026-11-19 ; sign log dark_urine --day 2026-11-19",
        raise: "rf53:same_day",
        not: Some("rf15"),
    },
];

#[test]
fn what_easily_goes_wrong_is_raised() {
    let mut lines = Vec::new();
    for Must { commands, raise, not } in AMONG_OTHERS {
        match diary(crate::cli::NOW, commands).and_then(|place| flags(&place)) {
            Ok(found) if found.contains(raise) && not.is_none_or(|rule| !is_raised(&found, rule)) => {}
            found => lines.push(format!("{commands}: {found:?}, where {raise} should be and {not:?} should not")),
        }
    }
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn a_line_is_parted_as_a_shell_does_it_and_dates_are_counted_out() {
    assert_eq!(
        words("medicine add 'Potassium chloride 600 mg' --dose \"\"  --from x"),
        ["medicine", "add", "Potassium chloride 600 mg", "--dose", "", "--from", "x"]
    );
    assert_eq!(
        for_each_date("log none --night 2026-10-31..2026-11-01,2026-11-19 --force"),
        ["log none --night 2026-10-31 --force", "log none --night 2026-11-01 --force", "log none --night 2026-11-19 --force"]
    );
    assert_eq!(for_each_date("sign known numbness"), ["sign known numbness"]);
}
