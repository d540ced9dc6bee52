//! `foods show`: one food, with all that is in it.

use super::super::CliError;
use super::super::find_food::find_food;
use super::super::text::{self, Align, Table};
use super::SOURCE;
use super::json::WholeFoodJson;
use crate::domain::Nutrient;
use crate::nutrition::{ADULT, Food, reference};
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
    pub(super) fn run(self, out: &mut dyn Write) -> Result<(), CliError> {
        let food = find_food(&self.food)?;
        if self.json {
            return Ok(text::json(out, &WholeFoodJson::new(food))?);
        }
        Ok(write_food(food, out)?)
    }
}

fn write_food(food: &Food, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} ({}), {}", food.name, food.id, food.group.label().to_lowercase())?;
    if !food.synonyms.is_empty() {
        text::wrapped(out, 2, &format!("Also: {}", food.synonyms.join(", ")))?;
    }
    writeln!(out)?;
    let mut portions = Table::with_heading([("Portion", Align::Left), ("Weight", Align::Right)]);
    for portion in &food.portions {
        portions.row([portion.label.clone(), format!("{} g", portion.grams)]);
    }
    portions.write(out, 2)?;
    writeln!(out)?;
    figures(food).write(out, 2)?;
    writeln!(out)?;
    text::wrapped(out, 2, &format!("Per cent are of the daily reference for {ADULT}, in the usual portion."))?;
    text::wrapped(out, 2, &format!("Source: {SOURCE}, NDB {}: {}.", food.usda_id, food.usda_name))
}

fn figures(food: &Food) -> Table {
    let usual = food.usual_portion();
    let right = Align::Right;
    let mut table = Table::with_heading([("Nutrient", Align::Left), ("100 g", right), (&usual.label, right), ("Reference", right)]);
    for &nutrient in Nutrient::ALL {
        let words = |amount: Option<f64>| amount.map_or_else(|| "unknown".to_owned(), |amount| nutrient.amount(amount));
        let in_portion = food.in_usual_portion(nutrient);
        let share = match (in_portion, reference(nutrient)) {
            (Some(amount), Some(reference)) => text::percent(amount / reference.amount),
            (None, _) | (_, None) => String::new(),
        };
        table.row([nutrient.label().to_owned(), words(food.per_100_g.get(nutrient)), words(in_portion), share]);
    }
    table
}
