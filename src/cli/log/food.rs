//! `log food`: something eaten.

use crate::cli::CliError;
use crate::cli::dates::{self, NamedDate};
use crate::cli::find_food::{find_food, needs_imported};
use crate::cli::options::one_of;
use crate::cli::session::Wanted;
use crate::diary::{Command, Diary, FoodBook, FoodCommand};
use crate::domain::{FluidMeasures, Grams, Helping, Meal, OutOfRange, Portion, Quantity, TypedError, food_lines, plain_number};
use crate::nutrition::Food;
use clap::Args;

/// What `log food` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary log food banana
  cramp-diary log food \"oat milk 200ml\"
  cramp-diary log food banana --amount 1/2
  cramp-diary log food banana --portion \"1 small\" --times 2 --meal breakfast
  cramp-diary log food white-rice-cooked --grams 180 --day yesterday

Foods and their ids: cramp-diary foods search WORDS. Portions: cramp-diary foods show ID.")]
pub(super) struct LogFood {
    /// The food: id, name, or words that only it fits; an amount may stand with it
    food: String,

    /// How much, 0.1 to 5,000 g
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true, conflicts_with_all = ["portion", "times"])]
    grams: Option<Grams>,

    /// How much: "1/2" or "1.5" of a portion, "120 g", "200 ml", "2 slices"
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
        let measures = FluidMeasures::of_country(diary.read().profile()?.country);
        let is_amount_apart = self.grams.is_some() || self.amount.is_some() || self.portion.is_some() || self.times.is_some();
        let book = diary.food_book()?;
        let with_amount = if is_amount_apart { None } else { food_with_amount(&book, &self.food, measures)? };
        let (food, helping) = if let Some(both) = with_amount {
            both
        } else {
            let food = find_food(&book, &self.food)?;
            let helping = self.helping(&food, measures)?;
            (food, helping)
        };
        let meal = self.meal.as_deref().map(str::parse).transpose()?;
        let day = dates::day(diary, self.day.as_ref())?;
        Ok(Command::Food(FoodCommand::Log(food.entry(day, helping, meal))))
    }

    /// The amount that the options name.
    fn helping(&self, food: &Food, measures: FluidMeasures) -> Result<Helping, CliError> {
        if let Some(amount) = &self.amount {
            return Ok(Quantity::read(amount, measures)?.of(&food.portions)?);
        }
        if let Some(grams) = self.grams {
            return Ok(Helping { amount: grams, portion: String::new() });
        }
        let portion = match &self.portion {
            Some(given) => named_portion(food, given)?,
            None => food.usual_portion(),
        };
        let Some(times) = self.times.as_deref().map(read_times).transpose()? else { return Ok(Helping::of(portion)?) };
        let label = format!("{times} x {}", portion.label);
        let refusal = |error| OutOfRange { value: format!("{label} ({} g)", portion.grams * times), ..error };
        Ok(Helping { amount: Grams::new(portion.grams * times).map_err(refusal)?, portion: label })
    }
}

/// The food and the amount that one text names: "oat milk 200ml", "2 fried eggs". Returns `None` if the text names a food alone, or none.
///
/// # Errors
/// If the amount may mean two, is out of range, or is none that the food has.
fn food_with_amount(book: &FoodBook, text: &str, measures: FluidMeasures) -> Result<Option<(Food, Helping)>, CliError> {
    if find_food(book, text).is_ok() {
        return Ok(None);
    }
    let mut refused = None;
    for line in food_lines(text, measures) {
        let (Some(amount), Ok(food)) = (line.amount, find_food(book, &line.name)) else { continue };
        match amount.and_then(|amount| amount.of(&food.portions)) {
            Ok(helping) => return Ok(Some((food, helping))),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    refused.map_or(Ok(None), |error| Err(error.into()))
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
