//! The field for food: letters find it, and an amount may stand behind them or in front, "rice 1/2", "milk 200 ml" or "2 eggs".

use crate::diary::{Command, FoodBook, FoodCommand, Page};
use crate::domain::{FluidMeasures, FoodId, FoodLine, Helping, Meal, Quantity, TypedError, food_lines};
use crate::nutrition::Food;
use crate::ui::action::{Action, Actions};
use crate::ui::screens::today::context::FoodContext;
use crate::ui::shortcuts::take_key;
use crate::ui::widgets::{Push, SearchField, error_ui, weak_label};
use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons::ICON_ADD;

/// How many foods are shown.
const SHOWN: usize = 6;

/// What is being typed, and what it finds.
#[derive(Debug, Default)]
pub(super) struct Search {
    typed: String,
    found: Option<Found>,
    /// The version of the kitchen in which these foods were found.
    version: u64,
    /// The index of the found food that Enter takes.
    at: usize,
    error: Option<String>,
    /// The food that was sent to the diary, until the diary shows it: if it is refused, the text stays in the field.
    sent: Option<SentFood>,
}

/// What a text finds.
#[derive(Debug)]
struct Found {
    typed: String,
    /// The words of the text for the food.
    name: String,
    /// The amount in the text. `None` if it holds none.
    amount: Option<Result<Quantity, TypedError>>,
    foods: Vec<Food>,
}

/// A food that was sent to the diary.
#[derive(Debug)]
struct SentFood {
    food: FoodId,
    before: usize,
}

/// What the keyboard asked for besides logging a food.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FoodAsked {
    Nothing,
    /// Enter in the empty field.
    NextMeal,
}

impl Search {
    pub(super) fn is_empty(&self) -> bool {
        self.typed.trim().is_empty()
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, context: FoodContext<'_>, meal: Meal, actions: &mut Actions) -> FoodAsked {
        let page = context.page;
        self.clear_when_logged(page);
        let (down, up) = self.arrows(ui);
        let hint = "Type three letters, with an amount if you like: \"milk 200 ml\", \"2 eggs\"";
        let response = SearchField::new("Add a food", hint).ui(ui, &mut self.typed);
        if take_key(ui, Key::F) {
            response.request_focus();
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.changed() {
            (self.at, self.error) = (0, None);
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if self.is_empty() {
            if entered {
                response.request_focus();
                return FoodAsked::NextMeal;
            }
            return FoodAsked::Nothing;
        }
        self.find(context);
        let found = self.found.as_ref().map(|found| found.foods.as_slice()).unwrap_or_default();
        self.at = (self.at + usize::from(down)).saturating_sub(usize::from(up)).min(found.len().saturating_sub(1));
        let mut chosen = found.get(self.at).filter(|_| entered);
        for (place, food) in found.iter().enumerate() {
            let words = format!("{}, {}", food.name, self.helping_words(food));
            let row = Push::new(&words).icon(ICON_ADD).quiet().left_aligned().size(ui.available_width(), 30.0);
            // The one that Enter takes is marked as soon as there is a choice to make with the arrows.
            let row = if place == self.at && self.at > 0 { row.selected(true) } else { row };
            if ui.add(row).clicked() {
                chosen = Some(food);
            }
        }
        if response.changed() {
            ui.scroll_to_rect(ui.min_rect(), None);
        }
        let words = self.found.as_ref().map_or("", |found| found.name.as_str());
        if words.chars().count() >= 2 {
            if found.is_empty() {
                weak_label(ui, format!("No food is called \"{words}\". Try another word, or make it a food of your own:"));
            }
            if !found.iter().any(|food| food.name.eq_ignore_ascii_case(words)) {
                create_ui(ui, words, actions);
            }
        }
        if let Some(food) = chosen {
            match self.helping(food) {
                Ok(helping) => {
                    self.sent = Some(SentFood { food: food.id.clone(), before: page.foods.len() });
                    actions.run(Command::Food(FoodCommand::Log(food.entry(page.day, helping, Some(meal)))));
                }
                Err(error) => self.error = Some(error.to_string()),
            }
            response.request_focus();
        } else if entered {
            response.request_focus();
        }
        if let Some(error) = &self.error {
            error_ui(ui, error);
        }
        FoodAsked::Nothing
    }

    /// Whether the arrow keys down and up were pressed, which choose among the found foods. The field does not get them.
    fn arrows(&self, ui: &Ui) -> (bool, bool) {
        if self.is_empty() {
            return (false, false);
        }
        ui.input_mut(|input| (input.consume_key(Modifiers::NONE, Key::ArrowDown), input.consume_key(Modifiers::NONE, Key::ArrowUp)))
    }

    /// Finds the foods of what is typed, and the amount in it: the first way to read it that gives a food one of its measures, otherwise
    /// the first that finds a food.
    fn find(&mut self, context: FoodContext<'_>) {
        let FoodContext { page, kitchen, version } = context;
        let typed = self.typed.trim();
        if self.version == version && self.found.as_ref().is_some_and(|found| found.typed == typed) {
            return;
        }
        self.version = version;
        let search = |name: &str| -> Vec<Food> {
            let found = if name.chars().count() < 2 { Vec::new() } else { kitchen.book.search(name, &page.known_foods, SHOWN) };
            found.into_iter().map(std::borrow::Cow::into_owned).collect()
        };
        let number = number_in_name(&kitchen.book, typed);
        let mut best: Option<Found> = None;
        for FoodLine { name, amount } in food_lines(typed, FluidMeasures::of_country(page.profile.country)) {
            if number.is_some_and(|number| !name.starts_with(number)) {
                continue;
            }
            let mut found = Found { typed: typed.to_owned(), foods: search(&name), name, amount };
            found.put_fitting_first();
            if found.foods.iter().any(|food| found.helping(food).is_ok()) {
                best = Some(found);
                break;
            }
            if best.as_ref().is_none_or(|best| best.foods.is_empty() && !found.foods.is_empty()) {
                best = Some(found);
            }
        }
        self.found = best;
    }

    fn helping(&self, food: &Food) -> Result<Helping, TypedError> {
        self.found.as_ref().map_or_else(|| Ok(Helping::of(food.usual_portion())?), |found| found.helping(food))
    }

    fn helping_words(&self, food: &Food) -> String {
        let words = |helping: Helping| if helping.portion.is_empty() { helping.amount.to_string() } else { helping.portion };
        self.helping(food).map_or_else(|error| error.to_string(), words)
    }

    fn clear_when_logged(&mut self, page: &Page) {
        if let Some(sent) = &self.sent
            && page.foods.len() > sent.before
            && page.foods.iter().any(|entry| entry.value.food == sent.food)
        {
            (self.typed, self.sent, self.found, self.at) = (String::new(), None, None, 0);
        }
    }
}

impl Found {
    /// Puts the foods that have no such measure behind the others: rolls behind sliced bread for "bread 2 slices".
    fn put_fitting_first(&mut self) {
        let (fitting, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.foods)
            .into_iter()
            .partition(|food| !matches!(self.helping(food), Err(TypedError::NotOfThisFood { .. })));
        self.foods = fitting.into_iter().chain(others).collect();
    }

    /// The amount of one of the foods; its usual portion if none was typed.
    fn helping(&self, food: &Food) -> Result<Helping, TypedError> {
        match &self.amount {
            None => Ok(Helping::of(food.usual_portion())?),
            Some(Ok(quantity)) => quantity.of(&food.portions),
            Some(Err(error)) => Err(error.clone()),
        }
    }
}

/// The last of the hits: a food of one's own with this name, which is then described.
fn create_ui(ui: &mut Ui, name: &str, actions: &mut Actions) {
    let words = format!("Create \u{201c}{name}\u{201d} \u{2026}");
    let row = Push::new(&words).icon(ICON_ADD).quiet().left_aligned().size(ui.available_width(), 30.0);
    if ui.add(row).on_hover_text("Describes it as a food of your own, with the figures of its label. What you typed stays here.").clicked()
    {
        actions.push(Action::DescribeFood(name.to_owned()));
    }
}

/// The word with a number with which a text begins, if it is a word of the name of the food that the whole text finds: "7" of "7 grain bread".
fn number_in_name<'a>(book: &FoodBook, typed: &'a str) -> Option<&'a str> {
    let number = typed.split(' ').next().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    let found = book.search(typed, &[], 1);
    let food = found.first()?;
    let names = std::iter::once(&food.name).chain(&food.synonyms);
    names.into_iter().any(|name| name.split([' ', '-', ',']).any(|word| word.eq_ignore_ascii_case(number))).then_some(number)
}
