//! Food: meal by meal, three letters a food, or one press for a usual one.

mod logged;
mod search;

use crate::diary::{Command, DayCommand, FoodCommand, Page, Repeat};
use crate::domain::{FoodEntry, Meal, Nutrient, counted, grouped};
use crate::nutrition::{COMPLETE_DAY_FOODS, COMPLETE_DAY_KCAL};
use crate::store::UsualFood;
use crate::ui::action::Actions;
use crate::ui::screens::today::context::FoodContext;
use crate::ui::screens::today::day_heading::{DayHeading, day_heading_ui};
use crate::ui::widgets::{Push, card_ui, weak_label};
use egui::Ui;
use egui_material_icons::icons::{ICON_ADD, ICON_CONTENT_COPY};

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct FoodSection {
    /// The meal that is being logged; `None` until one was chosen.
    meal: Option<Meal>,
    search: search::Search,
    editing: Option<logged::Editing>,
}

impl FoodSection {
    pub(super) fn ui(&mut self, ui: &mut Ui, food: FoodContext<'_>, actions: &mut Actions) {
        let page = food.page;
        card_ui(ui, |ui| {
            day_heading_ui(ui, DayHeading { words: "Food", key: Some("F"), repeats: Repeat::Food }, page, actions);
            let mut meal = self.meal.unwrap_or_else(|| next_meal(page));
            meals_ui(ui, page, &mut meal);
            match self.search.ui(ui, food, meal, actions) {
                search::FoodAsked::NextMeal => meal = after(meal),
                search::FoodAsked::Nothing => {}
            }
            if self.search.is_empty() {
                usual_ui(ui, food, meal, actions);
            }
            self.meal = Some(meal);
            if !page.foods.is_empty() {
                ui.separator();
                logged::logged_ui(ui, &mut self.editing, food, actions);
                for said in &page.said_of_foods {
                    weak_label(ui, said);
                }
                complete_ui(ui, page, actions);
            }
        });
    }
}

/// The first of breakfast, lunch and dinner that has no food yet, otherwise a snack.
fn next_meal(page: &Page) -> Meal {
    let meals = [Meal::Breakfast, Meal::Lunch, Meal::Dinner];
    meals.into_iter().find(|meal| !page.foods.iter().any(|entry| entry.value.meal == Some(*meal))).unwrap_or(Meal::Snack)
}

fn after(meal: Meal) -> Meal {
    match meal {
        Meal::Breakfast => Meal::Lunch,
        Meal::Lunch => Meal::Dinner,
        Meal::Dinner => Meal::Snack,
        Meal::Snack => Meal::Breakfast,
    }
}

fn meals_ui(ui: &mut Ui, page: &Page, chosen: &mut Meal) {
    ui.horizontal_wrapped(|ui| {
        for &meal in Meal::ALL {
            let count = page.foods.iter().filter(|entry| entry.value.meal == Some(meal)).count();
            let words = if count == 0 { meal.label().to_owned() } else { format!("{} {count}", meal.label()) };
            if ui.add(Push::new(&words).name(meal.label()).small().selected(*chosen == meal)).clicked() {
                *chosen = meal;
            }
        }
    });
}

/// Foods that are usual at the meal, and the last such meal to copy.
fn usual_ui(ui: &mut Ui, food: FoodContext<'_>, meal: Meal, actions: &mut Actions) {
    let page = food.page;
    ui.horizontal_wrapped(|ui| {
        for usual in &page.usual_foods[meal as usize] {
            if ui.add(Push::new(&usual.name).icon(ICON_ADD).small()).on_hover_text(&usual.portion).clicked() {
                actions.run(Command::Food(FoodCommand::Log(eaten_again(food, usual, meal))));
            }
        }
    });
    let has = page.foods.iter().any(|entry| entry.value.meal == Some(meal));
    if let (Some(from), false) = (page.last_meals[meal as usize], has) {
        let what = Repeat::Meal(meal);
        let words = format!("Same {} as on {}", what.label(), from.label());
        copy_ui(ui, Push::new(&words), Command::Day(DayCommand::Repeat { from, to: page.day, what }), actions);
    }
}

fn copy_ui(ui: &mut Ui, copy: Push<'_>, repeat: Command, actions: &mut Actions) {
    if ui.add(copy.icon(ICON_CONTENT_COPY).small().quiet()).clicked() {
        actions.run(repeat);
    }
}

/// A usual food in its usual amount, with the contents that it has now.
fn eaten_again(context: FoodContext<'_>, usual: &UsualFood, meal: Meal) -> FoodEntry {
    let now = context.kitchen.book.food(&usual.food).map(|food| food.per_100_g);
    FoodEntry {
        day: context.page.day,
        food: usual.food.clone(),
        name: usual.name.clone(),
        per_100_g: now.or(usual.per_100_g),
        amount: usual.amount,
        portion: usual.portion.clone(),
        meal: Some(meal),
        time: None,
    }
}

/// Whether the day counts as full, and buttons to say otherwise.
fn complete_ui(ui: &mut Ui, page: &Page, actions: &mut Actions) {
    let kcal = grouped(page.intake.from_food(Nutrient::Energy).round());
    let (count, complete) = (page.foods.len(), page.intake.counts_as_complete());
    let foods = counted(count, "food");
    let counts = if complete { "counts as a full day" } else { "not a full day yet" };
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        weak_label(ui, format!("{foods}, {kcal} kcal with the drinks: {counts}.")).on_hover_text(format!(
            "Only full days stand in means of what you eat. A day looks full with {COMPLETE_DAY_FOODS} foods and {} kcal; you can say otherwise.",
            grouped(COMPLETE_DAY_KCAL)
        ));
        let said = page.intake.complete;
        for (words, name, value) in [("All logged", "All food is logged", true), ("Not all", "Not all food is logged", false)] {
            if ui.add(Push::new(words).name(name).tiny().selected(said == Some(value))).clicked() {
                let again = said == Some(value);
                actions.run(Command::Food(FoodCommand::MarkDay(page.day, if again { None } else { Some(value) })));
            }
        }
    });
}
