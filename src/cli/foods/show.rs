//! `foods show`: one food, with all that is in it.

use super::json::WholeFoodJson;
use crate::cli::find_food::{find_food, needs_imported};
use crate::cli::session::Foods;
use crate::cli::text::{self, Align, TextTable};
use crate::cli::{CliError, Session};
use crate::domain::{Diet, Nutrient, percent};
use crate::nutrition::{Food, Per, Person, Tags, reference};
use clap::Args;
use std::io::{self, Write};

/// What `foods show` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary foods show almonds
  cramp-diary foods show \"Brown rice, cooked\" --json")]
pub(super) struct ShowFoodArguments {
    /// The food: its id, its name, or words that only it fits
    #[arg(value_name = "ID")]
    food: String,

    /// For machines
    #[arg(long)]
    json: bool,
}

impl ShowFoodArguments {
    /// Prints the food.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let foods = session.foods(needs_imported(&self.food))?;
        let food = find_food(&foods.book, &self.food)?;
        if self.json {
            return Ok(text::json(out, &WholeFoodJson::new(&food, foods.person))?);
        }
        Ok(write_food(&food, &foods, out)?)
    }
}

fn write_food(food: &Food, foods: &Foods, out: &mut dyn Write) -> io::Result<()> {
    let group = food.group().map(|group| format!(", {}", group.label().to_lowercase())).unwrap_or_default();
    writeln!(out, "{} ({}){group}", food.name, food.id)?;
    if !food.synonyms.is_empty() {
        text::wrapped(out, 2, &format!("Also: {}", food.synonyms.join(", ")))?;
    }
    if let Some(tags) = &food.tags {
        text::wrapped(out, 2, &for_whom(tags))?;
    }
    writeln!(out)?;
    let mut portions = TextTable::with_heading([("Portion", Align::Left), ("Weight", Align::Right)]);
    for portion in &food.portions {
        portions.row([portion.label.clone(), format!("{} g", portion.grams)]);
    }
    portions.write(out, 2)?;
    writeln!(out)?;
    figures(food, foods.person).write(out, 2)?;
    writeln!(out)?;
    text::wrapped(out, 2, &format!("Per cent are of the daily reference for {}, in the usual portion.", foods.whose))?;
    text::wrapped(out, 2, &format!("Source: {}.", food.source))
}

/// For example "Vegetarian. Contains milk, gluten."
fn for_whom(tags: &Tags) -> String {
    let diet = match tags.diet {
        Diet::Everything => "Contains meat or something else of slaughtered animals",
        Diet::Pescatarian | Diet::Vegetarian | Diet::Vegan => tags.diet.label(),
    };
    let contains: Vec<_> = tags.contains.iter().map(|allergen| allergen.label().to_lowercase()).collect();
    let contains = if contains.is_empty() { String::new() } else { format!(" Contains {}.", contains.join(", ")) };
    let pregnancy = if tags.avoid_in_pregnancy { " Avoided in pregnancy." } else { "" };
    format!("{diet}.{contains}{pregnancy}")
}

fn figures(food: &Food, person: Person) -> TextTable {
    let usual = food.usual_portion();
    let right = Align::Right;
    let columns = [("Nutrient", Align::Left), (&usual.label, right), ("Reference", right), ("100 g", right), ("100 kcal", right)];
    let mut table = TextTable::with_heading(columns);
    for &nutrient in Nutrient::ALL {
        let [in_portion, in_100_g, in_100_kcal] =
            [Per::UsualPortion, Per::HundredGrams, Per::HundredKcal].map(|per| per.amount(food, nutrient));
        let words = |amount: Option<f64>| amount.map_or_else(|| "unknown".to_owned(), |amount| nutrient.amount(amount));
        let share = in_portion.zip(reference(nutrient, &person)).map(|(amount, reference)| percent(amount / reference.amount));
        // If only the energy is lacking, the amount is known but there is no ratio.
        let per_kcal = if in_100_kcal.is_none() && in_100_g.is_some() { String::new() } else { words(in_100_kcal) };
        table.row([nutrient.label().to_owned(), words(in_portion), share.unwrap_or_default(), words(in_100_g), per_kcal]);
    }
    table
}
