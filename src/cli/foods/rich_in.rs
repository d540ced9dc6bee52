//! `foods rich-in`: foods with most of a nutrient.

use super::json::FoodJson;
use crate::cli::options::LIMIT;
use crate::cli::session::{Foods, Wanted};
use crate::cli::text::{self, Align, TextTable};
use crate::cli::{CliError, Session};
use crate::domain::{Nutrient, percent};
use crate::nutrition::{FoodFilter, HeldRule, Per, Ranked, catalogue, nothing_to_list, reference, rich_in, rich_in_for};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::{self, Write};

/// What `foods rich-in` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary foods rich-in magnesium
  cramp-diary foods rich-in potassium --per 100kcal --limit 10
  cramp-diary foods rich-in magnesium --per portion --diet vegan --avoid nuts
  cramp-diary foods rich-in calcium --avoid milk --avoid soy --pregnant
  cramp-diary foods rich-in zinc --for-me           what suits you, by the profile and the medicines
  cramp-diary foods rich-in vitamin_d --json

Nutrients: energy, water, protein, magnesium, potassium, calcium, sodium, zinc, vitamin_d,
thiamin (b1), vitamin_b6, vitamin_b12, vitamin_k (k1), caffeine, alcohol.
To avoid: milk, nuts, peanuts, gluten, egg, fish, shellfish, soy, sesame.
Foods whose amount is unknown are left out, and so are, per 100kcal, those with hardly any energy.")]
pub(super) struct RichInArguments {
    /// Which nutrient
    nutrient: String,

    /// Per portion, 100g or 100kcal
    #[arg(long, value_enum, value_name = "WHAT", hide_possible_values = true, default_value_t = PerWord::Portion)]
    per: PerWord,

    #[command(flatten)]
    filter: FilterArguments,

    /// How many foods at most
    #[arg(long, value_name = "NUMBER", default_value_t = 20, allow_hyphen_values = true, value_parser = |text: &str| LIMIT.read::<usize>(text))]
    limit: usize,

    /// For machines
    #[arg(long)]
    json: bool,
}

/// Arguments that leave foods out.
#[derive(Debug, Args)]
struct FilterArguments {
    /// Leave out what is not: pescatarian, vegetarian or vegan
    #[arg(long, value_name = "DIET")]
    diet: Option<String>,

    /// Leave out what contains it; may be repeated
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    avoid: Vec<String>,

    /// Leave out what is to be avoided in pregnancy
    #[arg(long)]
    pregnant: bool,

    /// Leave out what profile and medicines rule out, and what is no tip
    #[arg(long, conflicts_with_all = ["diet", "avoid", "pregnant"])]
    for_me: bool,
}

impl FilterArguments {
    fn filter(&self) -> Result<FoodFilter, CliError> {
        Ok(FoodFilter {
            diet: self.diet.as_deref().map(str::parse).transpose()?.unwrap_or_default(),
            avoid: self.avoid.iter().map(|word| word.parse()).collect::<Result<_, _>>()?,
            pregnant: self.pregnant,
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PerWord {
    /// The usual portion
    Portion,
    /// 100 g
    #[value(name = "100g")]
    HundredGrams,
    /// 100 kcal
    #[value(name = "100kcal")]
    HundredKcal,
}

impl PerWord {
    fn per(self) -> Per {
        match self {
            Self::Portion => Per::UsualPortion,
            Self::HundredGrams => Per::HundredGrams,
            Self::HundredKcal => Per::HundredKcal,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Portion => "usual portion",
            Self::HundredGrams => "100 g",
            Self::HundredKcal => "100 kcal",
        }
    }
}

#[derive(Debug, Serialize)]
struct RichInJson<'a> {
    nutrient: &'static str,
    unit: &'static str,
    per: &'static str,
    foods: Vec<RankedJson<'a>>,
}

#[derive(Debug, Serialize)]
struct RankedJson<'a> {
    #[serde(flatten)]
    food: FoodJson<'a>,
    amount: f64,
    share_of_reference: Option<f64>,
}

impl RichInArguments {
    /// Prints the foods, the richest first.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let nutrient: Nutrient = self.nutrient.parse().map_err(|unknown| CliError::Usage(format!("{unknown}")))?;
        let known = session.foods(Wanted::No)?;
        if let Some(why) = nothing_to_list(nutrient, &known.rules).filter(|_| self.filter.for_me) {
            return Err(CliError::Refused(why.note()));
        }
        let all = known.book.own().iter().chain(catalogue().foods());
        let per = self.per.per();
        let mut foods = if self.filter.for_me {
            rich_in_for(all, nutrient, per, &known.filter, &known.rules)
        } else {
            rich_in(all, nutrient, per, &self.filter.filter()?)
        };
        foods.truncate(self.limit);
        if self.json {
            return Ok(self.write_json(nutrient, &foods, &known, out)?);
        }
        Ok(self.write_table(nutrient, &foods, &known, out)?)
    }

    fn write_json(&self, nutrient: Nutrient, foods: &[Ranked<'_>], known: &Foods, out: &mut dyn Write) -> io::Result<()> {
        let foods = foods.iter().map(|ranked| RankedJson {
            food: FoodJson::new(ranked.food),
            amount: ranked.amount,
            share_of_reference: reference(nutrient, &known.person).map(|reference| ranked.amount / reference.amount),
        });
        text::json(out, &RichInJson { nutrient: nutrient.key(), unit: nutrient.unit(), per: self.per.label(), foods: foods.collect() })
    }

    fn write_table(&self, nutrient: Nutrient, foods: &[Ranked<'_>], known: &Foods, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{} per {}", nutrient.label(), self.per.label())?;
        if foods.is_empty() {
            return writeln!(out, "No food fits.");
        }
        let mut table = TextTable::new([Align::Left, Align::Left, Align::Right, Align::Right]);
        for Ranked { food, amount } in foods {
            let portion = if self.per == PerWord::Portion { food.usual_portion().label.clone() } else { String::new() };
            let share = reference(nutrient, &known.person).map(|reference| percent(amount / reference.amount)).unwrap_or_default();
            table.row([food.name.clone(), portion, nutrient.amount(*amount), share]);
        }
        table.write(out, 2)?;
        if self.filter.for_me && nutrient == Nutrient::Calcium {
            text::wrapped(out, 0, "The order is by how much of it the body takes in.")?;
        }
        if let Some(why) = known.rules.withholding_potassium().map(HeldRule::because) {
            let limit = if self.filter.for_me {
                "foods with more than 200 mg of potassium a portion are left out, except meat, fish and eggs"
            } else {
                "watch the potassium in these, and list with --for-me"
            };
            text::wrapped(out, 0, &format!("Because of {why}: {limit}."))?;
        }
        match reference(nutrient, &known.person) {
            Some(_) => text::wrapped(out, 0, &format!("Per cent are of the daily reference for {}.", known.whose)),
            None => Ok(()),
        }
    }
}
