//! `log food`: something eaten.

use crate::cli::CliError;
use crate::cli::dates::{self, NamedDate};
use crate::cli::find_food::{find_food, needs_imported};
use crate::cli::options::one_of;
use crate::cli::session::Wanted;
use crate::diary::{Command, Diary, FoodCommand};
use crate::domain::{Grams, Helping, Meal, OutOfRange, Portion, Quantity, TypedError, plain_number};
use crate::nutrition::Food;
use clap::Args;

/// What `log food` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary log food banana
  cramp-diary log food banana --amount 1/2
  cramp-diary log food banana --portion \"1 small\" --times 2 --meal breakfast
  cramp-diary log food white-rice-cooked --grams 180 --day yesterday

Foods and their ids: cramp-diary foods search WORDS. Portions: cramp-diary foods show ID.")]
pub(super) struct LogFood {
    /// The food: its id, its name, or words that only it fits
    food: String,

    /// How much, 0.1 to 5,000 g
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true, conflicts_with_all = ["portion", "times"])]
    grams: Option<Grams>,

    /// How much: "1/2" or "1.5" of the usual portion, or "120 g"
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true, conflicts_with_all = ["grams", "portion", "times"])]
    amount: Option<String>,

    /// How much, as a portion of the food [default: its usual portion]
    #[arg(long)]
    portion: Option<String>,

    /// How many such portions
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    times: Option<String>,

    #[arg(long, help = one_of("At which meal", Meal::ALL.iter().map(|meal| meal.key())))]
    meal: Option<String>,

    /// The day [default: the one that is running]
    #[arg(long, value_name = "DATE")]
    day: Option<NamedDate>,
}

impl LogFood {
    /// The command that logs the food.
    pub(super) fn command(self, diary: &mut Diary) -> Result<Command, CliError> {
        if needs_imported(&self.food) == Wanted::Yes {
            diary.read_imported()?;
        }
        let food = find_food(&diary.food_book()?, &self.food)?;
        let (amount, portion) = self.amount(&food)?;
        let helping = Helping { amount, portion };
        let meal = self.meal.as_deref().map(str::parse).transpose()?;
        let day = dates::day(diary, self.day)?;
        Ok(Command::Food(FoodCommand::Log(food.entry(day, helping, meal))))
    }

    /// The weight, and the words for it if it was given as a portion.
    fn amount(&self, food: &Food) -> Result<(Grams, String), CliError> {
        if let Some(amount) = &self.amount {
            let Helping { amount, portion } = amount.parse::<Quantity>().and_then(|quantity| quantity.of(food.usual_portion()))?;
            return Ok((amount, portion));
        }
        if let Some(grams) = self.grams {
            return Ok((grams, String::new()));
        }
        let portion = match &self.portion {
            Some(given) => named_portion(food, given)?,
            None => food.usual_portion(),
        };
        match self.times.as_deref().map(read_times).transpose()? {
            None => Ok((Grams::new(portion.grams)?, portion.label.clone())),
            Some(times) => {
                let label = format!("{times} x {}", portion.label);
                let refusal = |error| OutOfRange { value: format!("{label} ({} g)", portion.grams * times), ..error };
                Ok((Grams::new(portion.grams * times).map_err(refusal)?, label))
            }
        }
    }
}

fn read_times(text: &str) -> Result<f64, TypedError> {
    plain_number("Times", text, "2 or 0.5, as many as weigh 0.1 to 5,000 g")
}

/// The portion with this label, which may lack its leading "1".
fn named_portion<'a>(food: &'a Food, given: &str) -> Result<&'a Portion, CliError> {
    let wanted = given.trim().to_lowercase();
    let fits = |portion: &&Portion| {
        let label = portion.label.to_lowercase();
        label == wanted || label.strip_prefix("1 ") == Some(wanted.as_str())
    };
    food.portions.iter().find(fits).ok_or_else(|| {
        let all: Vec<_> = food.portions.iter().map(|portion| format!("\"{}\" ({} g)", portion.label, portion.grams)).collect();
        CliError::Usage(format!("{} has no portion \"{given}\". Give one of: {}; or --grams.", food.name, all.join(", ")))
    })
}
