//! `advise`: foods for what the diary is short of.

use super::text::{self, Align, TextTable};
use super::{CliError, Session};
use crate::diary::{Advice, Advised, reason};
use crate::domain::{Day, Nutrient, percent};
use crate::nutrition::{Food, FoodWords, HeldRule, HeldRules, MIN_DAYS, Suggestion, catalogue};
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
    let Advice { complete_days, window_days, advised, whose, all_reached, .. } = advice;
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
        let mut table = TextTable::new([Align::Left, Align::Left, Align::Right, Align::Right, Align::Left]);
        if let Some(withheld) = advised.foods.withheld() {
            text::wrapped(out, 2, &withheld)?;
        }
        for Suggestion { food, adds, share, eaten_before, .. } in &advised.foods.foods {
            let before = if *eaten_before { "in your diary already" } else { "" };
            let (adds, share) = (format!("+{}", advised.nutrient.amount(*adds)), percent(*share));
            table.row([food.name.clone(), food.usual_portion().label.clone(), adds, share, before.to_owned()]);
        }
        table.write(out, 2)?;
        let words = advised.foods.words.iter().map(FoodWords::line);
        let left_out = advised.foods.why_left_out().into_iter().map(|reason| format!("Left out: {reason}"));
        for line in advised.instead.iter().cloned().chain(words).chain(left_out) {
            text::wrapped(out, 2, &line)?;
        }
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
    withheld: Vec<WithheldJson>,
    worded: Vec<WordedJson>,
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
    /// What would give the nutrient where no food of the list does.
    instead: Option<String>,
    /// What the rules say of the foods.
    words: Vec<String>,
    foods: Vec<SuggestionJson>,
}

#[derive(Debug, Serialize)]
struct SuggestionJson {
    id: &'static str,
    name: &'static str,
    portion: &'static str,
    portion_g: f64,
    adds: f64,
    /// How much of it the body takes in; null if nothing is known of that.
    taken_up: Option<f64>,
    share_of_reference: f64,
    eaten_before: bool,
}

/// A food that a rule withholds from the person.
#[derive(Debug, Serialize)]
struct WithheldJson {
    food: &'static str,
    rule: &'static str,
    /// The nutrient for which alone the food is withheld; absent if it is withheld for every nutrient.
    #[serde(skip_serializing_if = "Option::is_none")]
    nutrient: Option<&'static str>,
    why: String,
}

/// A rule that offers foods with a word.
#[derive(Debug, Serialize)]
struct WordedJson {
    rule: &'static str,
    words: String,
}

/// Every food of the catalogue that a rule withholds from the person, once for each rule.
fn withheld(rules: &HeldRules) -> Vec<WithheldJson> {
    let of_food = |food: &'static Food| {
        let json = |rule: &HeldRule| WithheldJson {
            food: food.id.as_str(),
            rule: rule.id(),
            nutrient: rule.nutrient().map(Nutrient::key),
            why: rule.words(),
        };
        rules.all_withholding(food).into_iter().map(json).collect::<Vec<_>>()
    };
    catalogue().foods().iter().flat_map(of_food).collect()
}

/// Every rule that offers foods with a word, once.
fn worded(rules: &HeldRules) -> Vec<WordedJson> {
    let mut all: Vec<WordedJson> =
        rules.with_words_for_suggestions().map(|rule| WordedJson { rule: rule.id(), words: rule.words() }).collect();
    all.dedup_by(|a, b| a.rule == b.rule);
    all
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
            withheld: withheld(&advice.rules),
            worded: worded(&advice.rules),
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
            instead: advised.instead.clone(),
            words: advised.foods.words.iter().map(FoodWords::line).collect(),
            foods: advised.foods.foods.iter().map(SuggestionJson::new).collect(),
        }
    }
}

impl SuggestionJson {
    fn new(suggestion: &Suggestion<'static>) -> Self {
        let Suggestion { food, adds, taken_up, share, eaten_before, .. } = *suggestion;
        let portion = food.usual_portion();
        Self {
            id: food.id.as_str(),
            name: &food.name,
            portion: &portion.label,
            portion_g: portion.grams,
            adds,
            taken_up,
            share_of_reference: share,
            eaten_before,
        }
    }
}
