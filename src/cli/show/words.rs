//! A date of the diary as text.

use super::minerals::MINERALS;
use super::strain::{write_factors, write_strain};
use crate::cli::text::{self, Align, TextTable};
use crate::diary::{NightState, Page, whose_reference};
use crate::domain::{Cramp, Day, HourClock, Hours, InWords, Tried, capitalised, grouped, percent, tenths};
use crate::guide::stretch_label;
use crate::nutrition::{DayIntake, Person, no_goal_words, reference};
use std::io::{self, Write};

/// Writes the night, then the day before it.
pub(super) fn write(page: &Page, intake: Option<&DayIntake>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} ({})", capitalised(&page.night().label()), page.night())?;
    write_night(page, out)?;
    writeln!(out)?;
    writeln!(out, "{}", day_heading(page.day))?;
    write_drinks(page, out)?;
    write_stretching(page, out)?;
    write_supplements(page, out)?;
    write_strain(page, out)?;
    write_factors(page, out)?;
    write_signs(page, out)?;
    write_foods(page, out)?;
    write_rest(page, out)?;
    intake.map_or(Ok(()), |intake| write_intake(page, intake, out))
}

fn write_night(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let state = match (page.night_state, page.cramps.len()) {
        (NightState::Future, _) => "Has not begun yet".to_owned(),
        (NightState::NotLogged, _) => "Not logged".to_owned(),
        (NightState::NoCramps, _) => "No cramps".to_owned(),
        (NightState::HadCramps, 0) => "Cramps, none described".to_owned(),
        (NightState::HadCramps, 1) => "1 cramp".to_owned(),
        (NightState::HadCramps, count) => format!("{count} cramps"),
    };
    writeln!(out, "  {state}")?;
    for entry in &page.cramps {
        write_cramp(&entry.value, page.customs.clock, out)?;
    }
    if let Some(disturbed) = page.disturbed {
        writeln!(out, "  Sleep disturbed by cramps: {disturbed} of 10")?;
    }
    writeln!(out, "  Slept: {}", page.slept.map_or_else(|| "not logged".to_owned(), Hours::words))?;
    if page.note.is_empty() { Ok(()) } else { text::wrapped(out, 2, &format!("Note: {}", page.note)) }
}

fn write_cramp(cramp: &Cramp, clock: HourClock, out: &mut dyn Write) -> io::Result<()> {
    let time = cramp.time.words(clock).unwrap_or_else(|| "no time".to_owned());
    writeln!(out, "    {time:<11}  {} ({})", capitalised(&cramp.summary()), cramp.severity.word())?;
    let details: Vec<_> = [
        cramp.duration.map(|minutes| minutes.to_string()),
        cramp.woke_me.map(|yes| if yes { "woke you" } else { "did not wake you" }.to_owned()),
        cramp.hard_knot.map(|yes| if yes { "hard knot" } else { "no hard knot" }.to_owned()),
        cramp.sore_next_day.map(|yes| if yes { "sore the next day" } else { "not sore the next day" }.to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let tried: Vec<_> = cramp.tried.iter().copied().map(Tried::words).collect();
    let lines = [details.join(", "), tried.join(", "), cramp.note.clone()];
    for (heading, line) in ["", "Tried: ", "Note: "].iter().zip(&lines).filter(|(_, line)| !line.is_empty()) {
        text::wrapped(out, 17, &format!("{heading}{line}"))?;
    }
    Ok(())
}

/// The words after a semicolon. Empty if there are none.
fn after(words: Option<String>) -> String {
    words.map(|words| format!("; {words}")).unwrap_or_default()
}

fn write_drinks(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let drunk = grouped(f64::from(page.drunk_ml));
    let survey = page.survey_words();
    match page.goal_ml.map(f64::from).filter(|_goal| survey.is_none()) {
        Some(goal) if page.drinks.is_empty() => return writeln!(out, "  Drinks: not logged; the goal is {} ml", grouped(goal)),
        None if page.drinks.is_empty() => writeln!(out, "  Drinks: not logged{}", after(survey))?,
        Some(goal) => writeln!(out, "  Drinks: {drunk} of {} ml ({})", grouped(goal), percent(f64::from(page.drunk_ml) / goal))?,
        None => writeln!(out, "  Drinks: {drunk} ml{}", after(survey))?,
    }
    if page.goal_ml.is_none() {
        text::wrapped(out, 4, &no_goal_words(page.limits_drinking.as_ref()))?;
    }
    let mut table = TextTable::new([Align::Left, Align::Right, Align::Left]);
    for entry in &page.drinks {
        let time = entry.value.time.map(|at| page.customs.clock.words(at.time())).unwrap_or_default();
        table.row([entry.value.kind.label().to_owned(), format!("{} ml", grouped(f64::from(entry.value.volume.get()))), time]);
    }
    table.write(out, 4)
}

fn write_stretching(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    if page.stretches.is_empty() {
        let state = if page.no_stretching { "none" } else { "not logged" };
        return writeln!(out, "  Stretching: {state}");
    }
    let minutes: f64 = page.stretches.iter().map(|entry| entry.value.dose.minutes()).sum();
    writeln!(out, "  Stretching: {} min", tenths(minutes))?;
    let mut table = TextTable::new([Align::Left, Align::Right, Align::Left]);
    for entry in &page.stretches {
        let stretch = &entry.value;
        table.row([stretch_label(&stretch.name).to_owned(), stretch.dose.label(), stretch.time.label().to_lowercase()]);
    }
    table.write(out, 4)
}

fn write_supplements(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    for entry in &page.taken {
        writeln!(out, "  Supplement: {}", entry.value.summary())?;
    }
    for over in &page.over_limits {
        text::wrapped(out, 4, &over.words())?;
    }
    Ok(())
}

fn write_signs(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    for entry in &page.signs {
        let sign = &entry.value;
        text::wrapped(out, 2, &format!("Sign: {}", sign.with_note()))?;
    }
    Ok(())
}

fn write_foods(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    if page.foods.is_empty() {
        return writeln!(out, "  Food: not logged");
    }
    writeln!(out, "  Food: {} logged", page.foods.len())?;
    let mut table = TextTable::new([Align::Left, Align::Left, Align::Right, Align::Left]);
    for entry in &page.foods {
        let food = &entry.value;
        let meal = food.meal.map_or("", |meal| meal.label()).to_lowercase();
        table.row([food.name.clone(), food.portion.clone(), grams(food.amount.get()), meal]);
    }
    table.write(out, 4)
}

/// Writes what was logged of kinds that have no part of their own here.
fn write_rest(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    for InWords { heading, words } in page.rest.in_words().map(InWords::counted).filter(|of_kind| !of_kind.words.is_empty()) {
        text::wrapped(out, 2, &format!("{heading}: {}", words.join("; ")))?;
    }
    Ok(())
}

fn write_intake(page: &Page, intake: &DayIntake, out: &mut dyn Write) -> io::Result<()> {
    let complete = if intake.counts_as_complete() { "food looks complete" } else { "food does not look complete" };
    writeln!(out, "  From food and drink ({complete}):")?;
    let mut table = TextTable::new([Align::Left, Align::Right, Align::Right, Align::Left]);
    for nutrient in MINERALS {
        let (total, unknown) = (intake.from_food(nutrient), intake.unknown(nutrient));
        let share = reference(nutrient, &Person::on(&page.profile, page.day))
            .map(|reference| percent(total / reference.amount))
            .unwrap_or_default();
        let at_least = if unknown == 0 { String::new() } else { format!("at least: {unknown} without a figure") };
        table.row([nutrient.label().to_owned(), nutrient.amount(total), share, at_least]);
    }
    table.write(out, 4)?;
    text::wrapped(out, 4, &format!("Per cent are of the daily reference for {}.", whose_reference(&page.profile, page.day)))
}

fn grams(amount: f64) -> String {
    format!("{} g", tenths(amount))
}

/// The heading of the part about the day.
fn day_heading(day: Day) -> String {
    format!("{} ({day}), the day before that night", day.label())
}
