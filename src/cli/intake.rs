//! `intake`: what food, drink and supplements contained, beside the reference intakes of the person.

use super::text::{self, Align, TextTable};
use super::{CliError, Session};
use crate::diary::whose_reference;
use crate::domain::{Day, FoodId, Nutrient, Region, WholeNumber, capitalised, grouped, joined_with_and, percent};
use crate::nutrition::{
    Giver, HowShort, IntakeFigures, IntakeSummary, LimitsDrinking, MIN_DAYS, NutrientIntake, OverLimit, Person, Reference, ReferenceKind,
    over_limit, range_words,
};
use clap::Args;
use serde::Serialize;
use std::io::{self, Write};

const DAYS: WholeNumber = WholeNumber { field: "Days", least: 1, most: 366, in_words: ("1", "366"), example: "28, from 1 to 366" };

/// What `intake` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary intake
  cramp-diary intake --days 7
  cramp-diary intake --days 28 --json

Means are taken over days whose food looks completely logged, or was marked so, of which seven are
needed. Supplements are counted apart. The reference is that for the profile: its country decides.
Probably short: the whole range of the mean lies below what half of all people need. Perhaps: the
mean lies below the reference, which is more than most people need. Less than people usually take
in: how much one needs is not known.")]
pub(super) struct IntakeArguments {
    /// How many days up to the latest night, 1 to 366
    #[arg(long, value_name = "NUMBER", default_value_t = 28, allow_hyphen_values = true, value_parser = |text: &str| DAYS.read::<u16>(text))]
    days: u16,

    /// For machines
    #[arg(long)]
    json: bool,
}

impl IntakeArguments {
    /// Prints the summary.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let until = diary.latest_night()?.day();
        let summary = diary.intake(until, self.days)?;
        let profile = diary.read().profile()?;
        let (whose, person) = (whose_reference(&profile, until), Person::on(&profile, until));
        let over: Vec<_> = summary.nutrients().iter().filter_map(|of| over_mean(of, person, profile.limits_region())).collect();
        let report = IntakeReport { summary, until, whose, over };
        Ok(if self.json { text::json(out, &IntakeJson::new(&report)) } else { report.write(out) }?)
    }
}

/// What the command prints.
struct IntakeReport {
    summary: IntakeSummary,
    /// The last day that was looked at.
    until: Day,
    /// Whose reference intakes the means are compared with, in words.
    whose: String,
    /// The levels that the means pass.
    over: Vec<OverLimit>,
}

/// Which days count.
const FULL_DAY: &str = "A day counts with three foods and 1,000 kcal, or when it is marked so below its food in the window.";

impl IntakeReport {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let Self { summary, until, whose, over } = self;
        let IntakeSummary { window_days, complete_days, .. } = summary;
        writeln!(out, "Intake in the {window_days} days up to {} ({until})", until.label())?;
        writeln!(out, "Days with complete food: {complete_days} of {window_days}")?;
        if !summary.enough_days() {
            text::wrapped(out, 0, &format!("Not enough days yet: {MIN_DAYS} are needed for a mean that says something."))?;
            return text::wrapped(out, 0, FULL_DAY);
        }
        writeln!(out)?;
        let (left, right) = (Align::Left, Align::Right);
        let columns = [
            ("A day", left),
            ("Food", right),
            ("Reference", right),
            ("", right),
            ("Average", right),
            ("Supplements", right),
            ("Unknown", right),
        ];
        let mut table = TextTable::with_heading(columns);
        // Water has a line of its own, over days with drinks logged.
        for of in summary.nutrients().iter().filter(|of| of.nutrient != Nutrient::Water) {
            if let Some(figures) = &of.figures {
                table.row(row(of, figures));
            }
        }
        table.write(out, 0)?;
        writeln!(out)?;
        write_short(summary, out)?;
        write_water(summary, out)?;
        for over in over {
            text::wrapped(out, 0, &over.words())?;
        }
        text::wrapped(out, 0, FULL_DAY)?;
        text::wrapped(out, 0, &format!("The reference is that for {whose}. Average: what half of all people need, where it is known."))?;
        write_authorities(summary, out)?;
        text::wrapped(out, 0, "Unknown: the part of the food for which USDA has no figure, by energy; the real amount is higher.")
    }
}

/// The level that the mean passes. Returns `None` if it passes none.
fn over_mean(of: &NutrientIntake, person: Person, region: Option<Region>) -> Option<OverLimit> {
    let figures = of.figures.as_ref()?;
    over_limit(of.nutrient, figures.from_food, figures.from_supplements, &person, region)
}

fn row(of: &NutrientIntake, figures: &IntakeFigures) -> [String; 7] {
    let nutrient = of.nutrient;
    let amount = |value: &Option<Reference>| value.as_ref().map(|value| nutrient.amount(value.amount)).unwrap_or_default();
    let (reference, average) = (amount(&of.reference), amount(&of.requirement));
    let supplements =
        if figures.from_supplements > 0.0 { format!("+{}", nutrient.amount(figures.from_supplements)) } else { String::new() };
    let unknown = if figures.unknown_share >= 0.005 { percent(figures.unknown_share) } else { String::new() };
    let share = figures.share.map(percent).unwrap_or_default();
    [nutrient.label().to_owned(), nutrient.amount(figures.from_food), reference, share, average, supplements, unknown]
}

/// What is probably and what is perhaps short, and what is less than people usually take in, each with the range of its mean.
fn write_short(summary: &IntakeSummary, out: &mut dyn Write) -> io::Result<()> {
    let words = |of: &NutrientIntake| Some(of.how_short()?.words(of.reference.as_ref()?.kind));
    let (short, usual) = (ReferenceKind::Rda, ReferenceKind::Adequate);
    for how in [HowShort::Probably.words(short), HowShort::Perhaps.words(short), HowShort::Perhaps.words(usual)] {
        let named = |of: &NutrientIntake| {
            let figures = of.figures.as_ref().filter(|_figures| words(of) == Some(how))?;
            let filled = if of.made_up_for() { ", but supplements make up for it" } else { "" };
            Some(format!("{} ({}{filled})", of.nutrient.in_a_sentence(), range_words(of.nutrient, figures.range)))
        };
        let short: Vec<_> = summary.nutrients().iter().filter_map(named).collect();
        if !short.is_empty() {
            text::wrapped(out, 0, &format!("{}: {}.", capitalised(how), joined_with_and(&short)))?;
        }
    }
    Ok(())
}

/// Which authority's values the references are, and what they say: "By IOM (US and Canada, 1998), recommended intake (RDA): thiamin."
fn write_authorities(summary: &IntakeSummary, out: &mut dyn Write) -> io::Result<()> {
    let mut said: Vec<(String, Vec<String>)> = Vec::new();
    for of in summary.nutrients() {
        let Some(reference) = &of.reference else { continue };
        let by = format!("By {}, {}", reference.authority, reference.kind.label());
        let nutrient = of.nutrient.in_a_sentence();
        match said.iter_mut().find(|(other, _)| *other == by) {
            Some((_, nutrients)) => nutrients.push(nutrient),
            None => said.push((by, vec![nutrient])),
        }
    }
    for (by, nutrients) in said {
        text::wrapped(out, 0, &format!("{by}: {}.", joined_with_and(&nutrients)))?;
    }
    Ok(())
}

fn write_water(summary: &IntakeSummary, out: &mut dyn Write) -> io::Result<()> {
    let water = &summary.water;
    let Some(figures) = water.figures else {
        return writeln!(out, "Water in all: {} of {MIN_DAYS} needed days with drinks", water.days);
    };
    let (food, drinks) = (figures.from_food, figures.from_drinks);
    let reference = || figures.share.map(|share| format!("{} of the reference", percent(share)));
    let share = water.no_reference_words().or_else(reference).map(|words| format!(" ({words})")).unwrap_or_default();
    let all = grouped(food + drinks);
    text::wrapped(out, 0, &format!("Water in all: {all} ml a day{share}; {} ml with food, {} ml drunk.", grouped(food), grouped(drinks)))
}

#[derive(Debug, Serialize)]
struct IntakeJson<'a> {
    until: String,
    window_days: usize,
    complete_days: usize,
    needed_days: usize,
    enough_days: bool,
    reference_for: &'a str,
    nutrients: Vec<NutrientJson<'a>>,
    water_ml: WaterJson,
    /// The levels that are passed, in sentences.
    over_limits: Vec<String>,
}

/// The intake of one nutrient. Amounts are means a day in `unit`, and `null` if there are too few complete days.
#[derive(Debug, Serialize)]
struct NutrientJson<'a> {
    nutrient: &'static str,
    unit: &'static str,
    from_food: Option<f64>,
    from_supplements: Option<f64>,
    /// The range in which the mean from food probably lies.
    range_low: Option<f64>,
    range_high: Option<f64>,
    /// The recommended or adequate intake.
    reference: Option<f64>,
    /// What the reference says: `rda`, `ai`, `pri`, `rni`, `recommended`.
    reference_kind: Option<&'static str>,
    reference_authority: Option<&'static str>,
    /// What half of all people need.
    average_requirement: Option<f64>,
    average_requirement_kind: Option<&'static str>,
    average_requirement_authority: Option<&'static str>,
    /// How short food is of it: `probably` or `perhaps`.
    short: Option<&'static str>,
    share_of_reference: Option<f64>,
    unknown_share: Option<f64>,
    most_from: Vec<GiverJson<'a>>,
}

#[derive(Debug, Serialize)]
struct GiverJson<'a> {
    /// The id of the food; `null` for a drink.
    food: Option<&'a str>,
    name: &'a str,
    amount: f64,
    share: f64,
}

#[derive(Debug, Serialize)]
struct WaterJson {
    days: usize,
    from_food: Option<f64>,
    from_drinks: Option<f64>,
    reference: Option<f64>,
    reference_kind: Option<&'static str>,
    reference_authority: Option<&'static str>,
    /// The condition or medicine with which only the clinic can say how much to drink; `null` if there is none.
    no_reference_because: Option<String>,
    share_of_reference: Option<f64>,
}

impl<'a> IntakeJson<'a> {
    fn new(report: &'a IntakeReport) -> Self {
        let IntakeReport { summary, until, whose, over } = report;
        let water = &summary.water;
        Self {
            until: until.to_string(),
            window_days: summary.window_days,
            complete_days: summary.complete_days,
            needed_days: MIN_DAYS,
            enough_days: summary.enough_days(),
            reference_for: whose,
            nutrients: summary.nutrients().iter().map(NutrientJson::new).collect(),
            water_ml: WaterJson {
                days: water.days,
                from_food: water.figures.map(|figures| figures.from_food),
                from_drinks: water.figures.map(|figures| figures.from_drinks),
                reference: water.reference.as_ref().map(|reference| reference.amount),
                reference_kind: water.reference.as_ref().map(|reference| reference.kind.key()),
                reference_authority: water.reference.as_ref().map(|reference| reference.authority),
                no_reference_because: water.limits.as_ref().map(LimitsDrinking::words),
                share_of_reference: water.figures.and_then(|figures| figures.share),
            },
            over_limits: over.iter().map(OverLimit::words).collect(),
        }
    }
}

impl<'a> NutrientJson<'a> {
    fn new(of: &'a NutrientIntake) -> Self {
        let nutrient: Nutrient = of.nutrient;
        let (figures, reference, requirement) = (of.figures.as_ref(), of.reference.as_ref(), of.requirement.as_ref());
        Self {
            nutrient: nutrient.key(),
            unit: nutrient.unit(),
            from_food: figures.map(|figures| figures.from_food),
            from_supplements: figures.map(|figures| figures.from_supplements),
            range_low: figures.map(|figures| figures.range.low),
            range_high: figures.map(|figures| figures.range.high),
            reference: reference.map(|reference| reference.amount),
            reference_kind: reference.map(|reference| reference.kind.key()),
            reference_authority: reference.map(|reference| reference.authority),
            average_requirement: requirement.map(|requirement| requirement.amount),
            average_requirement_kind: requirement.map(|requirement| requirement.kind.key()),
            average_requirement_authority: requirement.map(|requirement| requirement.authority),
            short: of.how_short().map(HowShort::key),
            share_of_reference: figures.and_then(|figures| figures.share),
            unknown_share: figures.map(|figures| figures.unknown_share),
            most_from: figures.map(|figures| figures.givers.iter().map(GiverJson::new).collect()).unwrap_or_default(),
        }
    }
}

impl<'a> GiverJson<'a> {
    fn new(giver: &'a Giver) -> Self {
        let Giver { food, name, amount, share } = giver;
        Self { food: food.as_ref().map(FoodId::as_str), name, amount: *amount, share: *share }
    }
}
