//! Measures the methods of `insights` on made-up diaries whose truth is known, and prints tables in Markdown.
//!
//! ```text
//! cargo run --release --example method_simulation > docs/method-simulation.md
//! ```
//!
//! It takes about a minute. `method_simulation 200` makes 200 diaries of each kind instead of 2,000.

mod made_up;
mod of_links;
mod of_rates;

use made_up::{Effect, SCENARIOS, SPELLS};
use of_links::{Found, Runs, simulate};
use of_rates::NIGHTS;
use std::env;
use std::io::{self, Write};

const HEAD: &str = "\
# How often the methods are wrong, and how often they find something

Made by `cargo run --release --example method_simulation`; do not edit. Cramps and factors are made up, so that the truth is known: 0.7 cramps a
night, zero-inflated negative binomial, the logarithm of the rate with standard deviation 0.8; a tenth of nights and of days are not known unless
it says otherwise.
";

fn main() -> io::Result<()> {
    let diaries = env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(2_000);
    let out = &mut io::stdout().lock();
    writeln!(out, "{HEAD}")?;
    false_alarms(out, diaries)?;
    power(out, diaries / 4)?;
    coverage_of_links(out, diaries / 10)?;
    rates(out, diaries)
}

/// The week-swap test where there is no effect.
fn false_alarms(out: &mut dyn Write, diaries: u64) -> io::Result<()> {
    writeln!(out, "## Links where there is none\n")?;
    writeln!(
        out,
        "The share of {diaries} diaries in which the week-swap test has a chance of at most 5 %, which is the most that it should be.\n"
    )?;
    writeln!(out, "| diaries | 60 nights, yes or no | amount | 180 nights, yes or no | amount |")?;
    writeln!(out, "| --- | --- | --- | --- | --- |")?;
    for scenario in &SCENARIOS {
        let mut cells = Vec::new();
        for nights in [60, 180] {
            for yes_no in [true, false] {
                let found = simulate(scenario, Effect { yes_no, ratio: 1.0 }, Runs { nights, diaries, with_range: false });
                cells.push(cell(found, diaries));
            }
        }
        writeln!(out, "| {} | {} |", scenario.name, cells.join(" | "))?;
    }
    writeln!(out)
}

/// The share found; a dash where fewer than 5 % of the diaries had enough for a test.
fn cell(found: Found, diaries: u64) -> String {
    if u64::from(found.tested) * 20 < diaries { "–".to_owned() } else { format!("{:.3}", found.share()) }
}

/// The week-swap test where there is an effect.
fn power(out: &mut dyn Write, diaries: u64) -> io::Result<()> {
    writeln!(out, "## Links that are there\n")?;
    writeln!(out, "The share of {diaries} diaries with spells of days in which the chance is at most 5 %: yes or no, on 40 % of days.\n")?;
    writeln!(out, "| cramps with it, times those without | 90 nights | 180 nights | 365 nights |")?;
    writeln!(out, "| --- | --- | --- | --- |")?;
    for ratio in [0.5, 0.35, 2.0, 3.0] {
        let share = |nights| {
            format!("{:.2}", simulate(&SPELLS, Effect { yes_no: true, ratio }, Runs { nights, diaries, with_range: false }).share())
        };
        writeln!(out, "| {ratio} | {} |", [90, 180, 365].map(share).join(" | "))?;
    }
    writeln!(out)
}

/// The range of a link.
fn coverage_of_links(out: &mut dyn Write, diaries: u64) -> io::Result<()> {
    writeln!(out, "## Ranges of links\n")?;
    writeln!(out, "The share of {diaries} diaries of 180 nights with spells of days whose 95 % range holds the truth.\n")?;
    writeln!(out, "| cramps with it, times those without | holds the truth |")?;
    writeln!(out, "| --- | --- |")?;
    for ratio in [1.0, 0.5, 2.0] {
        let found = simulate(&SPELLS, Effect { yes_no: true, ratio }, Runs { nights: 180, diaries, with_range: true });
        writeln!(out, "| {ratio} | {:.3} |", found.share_held())?;
    }
    writeln!(out)
}

/// The range of a rate, and two ranges beside each other.
fn rates(out: &mut dyn Write, diaries: u64) -> io::Result<()> {
    writeln!(out, "## Cramps a week\n")?;
    writeln!(out, "The share of {diaries} diaries whose 95 % range holds the true rate, at 3 cramps a week.\n")?;
    writeln!(out, "| nights | 60 | 90 | 180 | 365 |")?;
    writeln!(out, "| --- | --- | --- | --- | --- |")?;
    for nights in NIGHTS {
        let share = |count| format!("{:.3}", nights.coverage(count, 3.0, diaries));
        writeln!(out, "| {} | {} |", nights.name, [60, 90, 180, 365].map(share).join(" | "))?;
    }
    for (what, ratio) in [("nothing changed", 1.0), ("cramps halved", 0.5), ("from 3 a week to one in four weeks", 0.083)] {
        writeln!(out, "\nThe share of {diaries} diaries in which \"fewer\" or \"more\" is said of two ranges, where {what}.\n")?;
        writeln!(out, "| nights a side | 28 | 90 | 180 | 365 |")?;
        writeln!(out, "| --- | --- | --- | --- | --- |")?;
        for nights in NIGHTS {
            let share = |count| format!("{:.3}", nights.verdicts(count, 3.0, ratio, diaries));
            writeln!(out, "| {} | {} |", nights.name, [28, 90, 180, 365].map(share).join(" | "))?;
        }
    }
    Ok(())
}
