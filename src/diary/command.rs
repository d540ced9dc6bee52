//! What a person can do.

use crate::domain::{
    Acknowledged, Cramp, Day, Disturbance, Drink, Factor, FactorValue, FoodEntry, FoodId, Hours, Id, ImportId, Meal, Measure, Medicine,
    Night, NightAnswer, Opinion, OwnFood, Profile, Recipe, Settings, Sign, SignKind, StrainPart, Stretch, Supplement, SupplementTaken,
};

/// One thing that a person does to the diary: saved, undone and redone as a whole.
///
/// # Adding a kind of record
///
/// 1. `domain/`: its type, with checked units.
/// 2. `migrations/`: the next file, with its table; count it in `store/schema.rs`.
/// 3. `store/`: a folder with its `Record` and `put.sql`; a variant of `Change` and `RecordKind`.
/// 4. Here: its commands, and their arms in [`Command::describe`] and in `diary/execute/`.
/// 5. `diary/page.rs` and the section of the Today screen that shows it; `cli/log/` and `cli/show/`; what has a figure a date also in
///    `insights::NightFigures`, `diary/night_figures.rs` and `domain::Measure`, which makes it a panel of Trends.
/// 6. A line in `tests/integration/commands.rs`, whose list of all commands the compiler keeps complete.
///
/// After each step the compiler names the next place: no match over these enums has a wildcard arm.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Says that a red flag was read, and what the person does about it.
    AcknowledgeFlag(Acknowledged),
    /// Adds a factor of one's own; its name must be new.
    AddFactor(Factor),
    /// Adds a medicine.
    AddMedicine(Medicine),
    /// Adds a food of one's own; its name must be new.
    AddOwnFood(OwnFood),
    /// Adds a recipe; its name must be new.
    AddRecipe(Recipe),
    /// Adds a supplement that the person has; its name must be new.
    AddSupplement(Supplement),
    /// Replaces the profile.
    ChangeProfile(Box<Profile>),
    /// Brings an import into use; earlier imports of the same types of food give way.
    AcceptImport(ImportId),
    /// Replaces the settings.
    ChangeSettings(Settings),
    /// Chooses the panels of the trends, from top to bottom; `None` goes back to the usual ones.
    ChoosePanels(Option<Vec<Measure>>),
    /// Takes back what was said of a factor on a day.
    ClearFactor(Day, Id<Factor>),
    /// Makes a night "not logged" again; its note and the hours slept stay.
    ClearNight(Night),
    /// Takes "did not stretch" back.
    ClearNoStretching(Day),
    /// Takes a sign of a day back.
    ClearSign(Day, SignKind),
    /// Deletes a cramp. Without its last one, the night is "not logged" again.
    DeleteCramp(Id<Cramp>),
    /// Deletes a drink.
    DeleteDrink(Id<Drink>),
    /// Deletes a factor that was never answered.
    DeleteFactor(Id<Factor>),
    /// Deletes a food eaten.
    DeleteFood(Id<FoodEntry>),
    /// Deletes a medicine.
    DeleteMedicine(Id<Medicine>),
    /// Deletes a food of one's own; what was eaten of it stays.
    DeleteOwnFood(Id<OwnFood>),
    /// Deletes a recipe; what was eaten of it stays.
    DeleteRecipe(Id<Recipe>),
    /// Deletes a stretching session.
    DeleteStretch(Id<Stretch>),
    /// Deletes a supplement; what was taken of it stays.
    DeleteSupplement(Id<Supplement>),
    /// Deletes what was taken of a supplement.
    DeleteTaken(Id<SupplementTaken>),
    /// Replaces what was said of a cramp. Moved to another night, that one had cramps from now on, and the
    /// old one is "not logged" again when this was its last.
    EditCramp(Id<Cramp>, Cramp),
    /// Replaces what was said of a drink.
    EditDrink(Id<Drink>, Drink),
    /// Replaces a factor: its name, its unit, whether it is still asked for. How it is answered stays once it was.
    EditFactor(Id<Factor>, Factor),
    /// Replaces what was said of a food eaten.
    EditFood(Id<FoodEntry>, FoodEntry),
    /// Replaces what was said of a medicine.
    EditMedicine(Id<Medicine>, Medicine),
    /// Replaces a food of one's own; what was eaten of it stays as it was.
    EditOwnFood(Id<OwnFood>, OwnFood),
    /// Replaces a recipe; what was eaten of it stays as it was.
    EditRecipe(Id<Recipe>, Recipe),
    /// Replaces what was said of a stretching session; takes "did not stretch" of its day back.
    EditStretch(Id<Stretch>, Stretch),
    /// Replaces a supplement; what was taken of it stays as it was.
    EditSupplement(Id<Supplement>, Supplement),
    /// Replaces what was taken of a supplement.
    EditTaken(Id<SupplementTaken>, SupplementTaken),
    /// Adds a cramp; its night had cramps from now on.
    LogCramp(Cramp),
    /// Says how much cramps disturbed the sleep of a night; `None` takes that back.
    LogDisturbed(Night, Option<Disturbance>),
    /// Adds a drink.
    LogDrink(Drink),
    /// Answers a factor on a day; replaces that day's answer.
    LogFactor(FactorValue),
    /// Adds a food eaten.
    LogFood(FoodEntry),
    /// Says "no cramps" or "had cramps" of a night.
    LogNight(Night, NightAnswer),
    /// Says "did not stretch" of a day.
    LogNoStretching(Day),
    /// Says that there was a sign on a day; replaces what was said of the same sign on that day.
    LogSign(Sign),
    /// Says how long the person slept in a night; `None` takes that back.
    LogSlept(Night, Option<Hours>),
    /// Replaces one thing that is said of the strain of a day.
    LogStrain(Day, StrainPart),
    /// Adds a stretching session; takes "did not stretch" back.
    LogStretch(Stretch),
    /// Says whether all food of a day is logged; `None` takes that back.
    MarkFoodDay(Day, Option<bool>),
    /// Takes an import out of use.
    RemoveImport(ImportId),
    /// Adds to one day what another has.
    RepeatDay {
        /// The day to copy from.
        from: Day,
        /// The day to add to.
        to: Day,
        /// What to copy.
        what: Repeat,
    },
    /// Says what the person thinks of a food; `None` takes that back.
    SetOpinion {
        /// Which food.
        food: FoodId,
        /// Its name.
        name: String,
        /// What they think of it.
        opinion: Option<Opinion>,
    },
    /// Adds what was taken of a supplement.
    TakeSupplement(SupplementTaken),
    /// Replaces the note of a night; empty removes it.
    WriteNote(Night, String),
}

/// What can be copied from one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// All drinks.
    Drinks,
    /// All foods.
    Food,
    /// The foods of one meal.
    Meal(Meal),
    /// All stretching.
    Stretching,
    /// All supplements.
    Supplements,
}

impl Repeat {
    /// The word for the undo line.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Drinks => "drinks",
            Self::Food => "food",
            Self::Meal(Meal::Breakfast) => "breakfast",
            Self::Meal(Meal::Lunch) => "lunch",
            Self::Meal(Meal::Dinner) => "dinner",
            Self::Meal(Meal::Snack) => "the snacks",
            Self::Stretching => "stretching",
            Self::Supplements => "supplements",
        }
    }
}

impl Command {
    /// What was done, for the toast and the undo line: "Logged water, 250 ml".
    #[must_use]
    pub fn describe(&self) -> String {
        match self {
            Self::AcknowledgeFlag(_) => "Noted what you do about it".to_owned(),
            Self::AddFactor(factor) => format!("Added the factor {}", factor.name.as_str()),
            Self::AddMedicine(medicine) => format!("Added {}", medicine.summary()),
            Self::AddOwnFood(food) => format!("Added the food {}", food.name.as_str()),
            Self::AddRecipe(recipe) => format!("Added the recipe {}", recipe.name.as_str()),
            Self::AddSupplement(supplement) => format!("Added the supplement {}", supplement.name.as_str()),
            Self::ChangeProfile(_) => "Changed the profile".to_owned(),
            Self::AcceptImport(_) => "Imported foods".to_owned(),
            Self::ChangeSettings(_) => "Changed the settings".to_owned(),
            Self::ChoosePanels(Some(_)) => "Chose the panels of the trends".to_owned(),
            Self::ChoosePanels(None) => "Went back to the usual panels".to_owned(),
            Self::ClearFactor(..) => "Took back a factor".to_owned(),
            Self::ClearNight(night) => format!("Cleared the {}", night.label()),
            Self::ClearNoStretching(_) => "Took back \"did not stretch\"".to_owned(),
            Self::ClearSign(_, kind) => format!("Took back {}", kind.in_sentence()),
            Self::DeleteCramp(_) => "Deleted a cramp".to_owned(),
            Self::DeleteDrink(_) => "Deleted a drink".to_owned(),
            Self::DeleteFactor(_) => "Deleted a factor".to_owned(),
            Self::DeleteFood(_) => "Deleted a food".to_owned(),
            Self::DeleteMedicine(_) => "Deleted a medicine".to_owned(),
            Self::DeleteOwnFood(_) => "Deleted a food of your own".to_owned(),
            Self::DeleteRecipe(_) => "Deleted a recipe".to_owned(),
            Self::DeleteSupplement(_) => "Deleted a supplement".to_owned(),
            Self::DeleteTaken(_) => "Deleted a dose".to_owned(),
            Self::DeleteStretch(_) => "Deleted a stretch".to_owned(),
            Self::EditCramp(_, cramp) => format!("Changed {}", cramp.summary()),
            Self::EditDrink(_, drink) => format!("Changed to {}", drink.summary()),
            Self::EditFactor(_, factor) => format!("Changed the factor {}", factor.name.as_str()),
            Self::EditFood(_, food) => format!("Changed to {}", food.summary()),
            Self::EditMedicine(_, medicine) => format!("Changed {}", medicine.summary()),
            Self::EditOwnFood(_, food) => format!("Changed the food {}", food.name.as_str()),
            Self::EditRecipe(_, recipe) => format!("Changed the recipe {}", recipe.name.as_str()),
            Self::EditSupplement(_, supplement) => format!("Changed the supplement {}", supplement.name.as_str()),
            Self::EditTaken(_, taken) => format!("Changed to {}", taken.summary()),
            Self::EditStretch(_, stretch) => format!("Changed to {}", stretch.dose.label()),
            Self::LogCramp(cramp) => format!("Logged {}", cramp.summary()),
            Self::LogDisturbed(_, Some(disturbed)) => format!("Logged sleep disturbed by cramps, {disturbed} of 10"),
            Self::LogDisturbed(_, None) => "Took back how much sleep was disturbed".to_owned(),
            Self::LogDrink(drink) => format!("Logged {}", drink.summary()),
            Self::LogFactor(_) => "Logged a factor".to_owned(),
            Self::LogFood(food) => format!("Logged {}", food.summary()),
            Self::LogNight(night, NightAnswer::NoCramps) => format!("Logged no cramps for the {}", night.label()),
            Self::LogNight(night, NightAnswer::HadCramps) => format!("Logged cramps for the {}", night.label()),
            Self::LogNoStretching(day) => format!("Logged no stretching on {}", day.label()),
            Self::LogSign(sign) => format!("Logged {}", sign.in_sentence()),
            Self::LogSlept(_, Some(hours)) => format!("Logged {} of sleep", hours.words()),
            Self::LogSlept(_, None) => "Took back the hours of sleep".to_owned(),
            Self::LogStrain(_, part) => part.describe(),
            Self::LogStretch(stretch) => format!("Logged {}", crate::guide::stretch_label(&stretch.name)),
            Self::MarkFoodDay(day, Some(true)) => format!("Marked the food of {} as complete", day.label()),
            Self::MarkFoodDay(day, Some(false)) => format!("Marked the food of {} as incomplete", day.label()),
            Self::MarkFoodDay(day, None) => format!("Took back the mark on the food of {}", day.label()),
            Self::SetOpinion { food: _, name, opinion: Some(Opinion::ToTry) } => format!("Put {name} on the list to try"),
            Self::SetOpinion { food: _, name, opinion: Some(Opinion::NotForMe) } => format!("{name} is not suggested any more"),
            Self::SetOpinion { food: _, name, opinion: None } => format!("Took back what was said of {name}"),
            Self::TakeSupplement(taken) => format!("Logged {}", taken.summary()),
            Self::RemoveImport(_) => "Removed imported foods".to_owned(),
            Self::RepeatDay { from, to: _, what } => format!("Copied {} from {}", what.label(), from.label()),
            Self::WriteNote(night, _) => format!("Wrote a note for the {}", night.label()),
        }
    }
}
