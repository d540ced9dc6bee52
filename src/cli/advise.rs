//! `advise`: foods for what the diary is short of.

use super::text::{self, Align, TextTable};
use super::{CliError, Session};
use crate::diary::{Advice, Advised, reason};
use crate::domain::{Day, percent};
use crate::nutrition::{MIN_DAYS, Suggestion};
use clap::Args;
use serde::Serialize;
use std::io::{self, Write};

/// What `advise` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary advise
  cramp-diary advise --json

Looks at the 14 days up to the latest night. Days with too little food logged do not count.")]
pub(super) struct AdviseArguments {
    /// For machines
    #[arg(long)]
    json: bool,
}

const NO_PROMISE: &str = "This diary cannot say that a food will stop cramps.";

impl AdviseArguments {
    /// Prints the advice.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let until = diary.latest_night()?.day();
        let advice = diary.advice(until)?;
        if self.json {
            return Ok(text::json(out, &AdviceJson::new(&advice, until))?);
        }
        Ok(write_advice(&advice, until, out)?)
    }
}

fn write_advice(advice: &Advice, until: Day, out: &mut dyn Write) -> io::Result<()> {
    let Advice { complete_days, window_days, advised, whose, all_reached, steady: _said_with_the_cautions } = advice;
    writeln!(out, "Foods to try, from the {window_days} days up to {} ({until})", until.label())?;
    writeln!(out, "Days with complete food: {complete_days} of {window_days}")?;
    writeln!(out)?;
    if advised.is_empty() {
        let words = if *all_reached {
            "Every nutrient reaches its reference on these days."
        } else {
            "No nutrient is known to be short on these days, but not all of the food has figures: see cramp-diary intake."
        };
        text::wrapped(out, 0, words)?;
    }
    for advised in advised {
        // The reason names the nutrient only where it has a figure for it.
        let heading = if advised.shortage.is_none() { format!("{}: ", advised.nutrient.label()) } else { String::new() };
        text::wrapped(out, 0, &format!("{heading}{}", reason(advice, advised)))?;
        if advised.foods.withheld().is_none() && advised.foods.foods.is_empty() {
            text::wrapped(out, 2, "No food of the list that fits you adds much of it in one portion.")?;
        }
        let mut table = TextTable::new([Align::Left, Align::Left, Align::Right, Align::Right, Align::Left]);
        if let Some(withheld) = advised.foods.withheld() {
            text::wrapped(out, 2, &withheld)?;
        }
        for Suggestion { food, adds, share, eaten_before } in &advised.foods.foods {
            let before = if *eaten_before { "in your diary already" } else { "" };
            let (adds, share) = (format!("+{}", advised.nutrient.amount(*adds)), percent(*share));
            table.row([food.name.clone(), food.usual_portion().label.clone(), adds, share, before.to_owned()]);
        }
        table.write(out, 2)?;
        writeln!(out)?;
    }
    text::wrapped(out, 0, &format!("Per cent are of the daily reference for {whose}."))?;
    for caution in advice.cautions() {
        text::wrapped(out, 0, &caution)?;
    }
    writeln!(out, "{NO_PROMISE}")
}

#[derive(Debug, Serialize)]
struct AdviceJson {
    until: String,
    window_days: usize,
    complete_days: usize,
    needed_days: usize,
    knows_enough: bool,
    advised: Vec<AdvisedJson>,
    reference_for: String,
    cautions: Vec<String>,
}

#[derive(Debug, Serialize)]
struct AdvisedJson {
    nutrient: &'static str,
    /// The unit of `mean` and `adds`.
    unit: &'static str,
    reason: String,
    /// How short food is of it: "probably" or "perhaps".
    short: Option<&'static str>,
    mean: Option<f64>,
    /// The range in which the mean probably lies.
    range_low: Option<f64>,
    range_high: Option<f64>,
    share_of_reference: Option<f64>,
    days: Option<usize>,
    at_least: Option<bool>,
    /// Why no food is suggested.
    withheld: Option<String>,
    foods: Vec<SuggestionJson>,
}

#[derive(Debug, Serialize)]
struct SuggestionJson {
    id: &'static str,
    name: &'static str,
    portion: &'static str,
    portion_g: f64,
    adds: f64,
    share_of_reference: f64,
    eaten_before: bool,
}

impl AdviceJson {
    fn new(advice: &Advice, until: Day) -> Self {
        Self {
            until: until.to_string(),
            window_days: advice.window_days,
            complete_days: advice.complete_days,
            needed_days: MIN_DAYS,
            knows_enough: advice.knows_enough(),
            advised: advice.advised.iter().map(|advised| AdvisedJson::new(advice, advised)).collect(),
            reference_for: advice.whose.clone(),
            cautions: advice.cautions().into_iter().chain([NO_PROMISE.to_owned()]).collect(),
        }
    }
}

impl AdvisedJson {
    fn new(advice: &Advice, advised: &Advised) -> Self {
        let shortage = advised.shortage;
        Self {
            nutrient: advised.nutrient.key(),
            unit: advised.nutrient.unit(),
            reason: reason(advice, advised),
            short: shortage.map(|shortage| shortage.how.key()),
            mean: shortage.map(|shortage| shortage.mean),
            range_low: shortage.map(|shortage| shortage.range.low),
            range_high: shortage.map(|shortage| shortage.range.high),
            share_of_reference: shortage.map(|shortage| shortage.share),
            days: shortage.map(|shortage| shortage.days),
            at_least: shortage.map(|shortage| shortage.at_least()),
            withheld: advised.foods.withheld(),
            foods: advised.foods.foods.iter().map(SuggestionJson::new).collect(),
        }
    }
}

impl SuggestionJson {
    fn new(suggestion: &Suggestion<'static>) -> Self {
        let Suggestion { food, adds, share, eaten_before } = *suggestion;
        let portion = food.usual_portion();
        Self {
            id: food.id.as_str(),
            name: &food.name,
            portion: &portion.label,
            portion_g: portion.grams,
            adds,
            share_of_reference: share,
            eaten_before,
        }
    }
}
