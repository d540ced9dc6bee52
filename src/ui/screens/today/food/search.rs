//! The field for food: letters find it, and an amount may follow them, "rice 1/2" or "milk 200 g".

use crate::diary::{Command, FoodCommand, Page};
use crate::domain::{FoodId, Meal, Quantity, TypedError};
use crate::nutrition::Food;
use crate::ui::action::Actions;
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
    found: Option<(String, Vec<Food>)>,
    /// The version of the kitchen in which these foods were found.
    version: u64,
    /// The index of the found food that Enter takes.
    at: usize,
    error: Option<String>,
    /// The food that was sent to the diary, until the diary shows it: if it is refused, the text stays in the field.
    sent: Option<SentFood>,
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
        let hint = "Type three letters; an amount may follow: \"rice 1/2\", \"milk 200 g\"";
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
        let typed = self.typed.trim().to_owned();
        let (words, amount) = parted(&typed);
        let quantity = amount.clone().transpose().unwrap_or_default();
        self.find(context, words);
        let found = self.found.as_ref().map(|(_, found)| found.as_slice()).unwrap_or_default();
        self.at = (self.at + usize::from(down)).saturating_sub(usize::from(up)).min(found.len().saturating_sub(1));
        let mut chosen = found.get(self.at).filter(|_| entered);
        for (place, food) in found.iter().enumerate() {
            let words = format!(
                "{}, {}",
                food.name,
                quantity.map_or_else(|| food.usual_portion().label.clone(), |quantity| helping_words(food, quantity))
            );
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
        if found.is_empty() && words.chars().count() >= 2 {
            weak_label(ui, format!("No food is called \"{words}\". Try another word, or make it a food of your own under Food."));
        }
        if let Some(food) = chosen {
            let quantity = amount.unwrap_or(Ok(Quantity::Portions(1.0)));
            match quantity.and_then(|quantity| quantity.of(food.usual_portion())) {
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

    fn find(&mut self, context: FoodContext<'_>, words: &str) {
        let FoodContext { page, kitchen, version } = context;
        if self.version != version || self.found.as_ref().is_none_or(|(searched, _)| searched != words) {
            self.version = version;
            let found = if words.chars().count() < 2 { Vec::new() } else { kitchen.book.search(words, &page.known_foods, SHOWN) };
            self.found = Some((words.to_owned(), found.into_iter().map(std::borrow::Cow::into_owned).collect()));
        }
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

/// The name typed and the amount behind it. The amount is `None` if there is none, and an error if it is out of range or may mean two
/// numbers.
fn parted(typed: &str) -> (&str, Option<Result<Quantity, TypedError>>) {
    // "milk 200 g" and "bread 1 1/2" have two parts behind the words.
    let ends = typed.char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).take(2);
    let amounts = ends.filter_map(|at| {
        let (words, amount) = (typed[..at].trim_end(), typed[at..].trim());
        (!words.is_empty() && amount.starts_with(|c: char| !c.is_alphabetic())).then_some(())?;
        let amount = match amount.parse() {
            Ok(quantity) => Ok(quantity),
            // Part of the name, as in "milk 2 %".
            Err(TypedError::Unreadable { .. }) => return None,
            Err(error) => Err(error),
        };
        Some((words, amount))
    });
    amounts.last().map_or((typed, None), |(words, amount)| (words, Some(amount)))
}

fn helping_words(food: &Food, quantity: Quantity) -> String {
    quantity.of(food.usual_portion()).map_or_else(
        |error| error.to_string(),
        |helping| if helping.portion.is_empty() { helping.amount.to_string() } else { helping.portion },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Grams;

    #[test]
    fn an_amount_behind_the_words_is_parted_from_them() {
        let grams = |grams| Some(Quantity::Weight(Grams::new(grams).unwrap()));
        for (typed, words, quantity) in [
            ("rice", "rice", None),
            ("rice 1/2", "rice", Some(Quantity::Portions(0.5))),
            ("rice 2", "rice", Some(Quantity::Portions(2.0))),
            ("whole milk 200 g", "whole milk", grams(200.0)),
            ("whole milk 200g", "whole milk", grams(200.0)),
            ("bread 1 1/2", "bread", Some(Quantity::Portions(1.5))),
            ("bread 1,5", "bread", Some(Quantity::Portions(1.5))),
            ("7 grain bread", "7 grain bread", None),
            ("milk 2 %", "milk 2 %", None),
            ("rice 80", "rice", grams(80.0)),
            ("120", "120", None),
            ("milk g", "milk g", None),
        ] {
            assert_eq!(parted(typed), (words, quantity.map(Ok)), "{typed}");
        }
    }
}
