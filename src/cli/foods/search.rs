//! `foods search`: finds foods by name.

use super::json::FoodJson;
use crate::cli::options::LIMIT;
use crate::cli::session::Wanted;
use crate::cli::text::{self, Align, TextTable};
use crate::cli::{CliError, Session};
use crate::domain::Nutrient;
use crate::nutrition::Food;
use clap::Args;
use std::io::Write;

/// What `foods search` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary foods search banana
  cramp-diary foods search peanut buter         typing errors are forgiven
  cramp-diary foods search zuchini              other names are known: courgette, eggplant, shrimp
  cramp-diary foods search 0041331124775         by bar code, among imported foods and your own
  cramp-diary foods search milk --limit 5 --json")]
pub(super) struct SearchArguments {
    /// Words of the name
    #[arg(required = true)]
    words: Vec<String>,

    /// How many foods at most
    #[arg(long, value_name = "NUMBER", default_value_t = 20, allow_hyphen_values = true, value_parser = |text: &str| LIMIT.read::<usize>(text))]
    limit: usize,

    /// For machines
    #[arg(long)]
    json: bool,
}

impl SearchArguments {
    /// Prints the foods that fit, the best first.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let words = self.words.join(" ");
        let book = session.foods(Wanted::Yes)?.book;
        let found = book.search(&words, &[], self.limit);
        let found: Vec<&Food> = found.iter().map(AsRef::as_ref).collect();
        if self.json {
            return Ok(text::json(out, &found.into_iter().map(FoodJson::new).collect::<Vec<_>>())?);
        }
        if found.is_empty() {
            return Ok(writeln!(out, "No food fits \"{words}\". Try fewer or other words.")?);
        }
        Ok(table(&found).write(out, 0)?)
    }
}

fn table(foods: &[&Food]) -> TextTable {
    let (left, right) = (Align::Left, Align::Right);
    let columns = [("Food", left), ("Id", left), ("Usual portion", left), ("Magnesium", right), ("Potassium", right), ("Calcium", right)];
    let mut table = TextTable::with_heading(columns);
    for food in foods {
        let amount = |nutrient: Nutrient| match food.in_usual_portion(nutrient) {
            Some(amount) => nutrient.amount(amount),
            None => "unknown".to_owned(),
        };
        let portion = food.usual_portion().label.clone();
        let [magnesium, potassium, calcium] = [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium].map(amount);
        table.row([food.name.clone(), food.id.to_string(), portion, magnesium, potassium, calcium]);
    }
    table
}
