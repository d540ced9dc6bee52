//! The foods that are rich in a nutrient, as the catalogue has them now and as they fit the person.

use crate::domain::{FoodId, Nutrient};
use crate::nutrition::{FoodFilter, rich_foods};
use crate::ui::action::{Action, Actions};
use crate::ui::screens::food::references::{References, portion_words};
use crate::ui::screens::food_row::{FoodRow, food_row_ui};
use crate::ui::screens::guide::view::GuideView;
use crate::ui::widgets::weak_label;
use egui::Ui;

/// How many foods are listed.
const MOST: usize = 8;

/// The foods that are rich in a nutrient.
#[derive(Debug)]
pub(super) struct FoodsPart {
    rows: Vec<FoodRow>,
    notes: Vec<String>,
}

impl FoodsPart {
    pub(super) fn new(nutrient: Nutrient, view: GuideView<'_>) -> Self {
        let profile = &view.kitchen.profile;
        let references = References::of(profile, view.day);
        let filter = FoodFilter::of(profile, view.day);
        let richest = rich_foods(view.kitchen.book.own(), nutrient, &filter, &view.kitchen.rules, MOST);
        let (notes, ranked) = (richest.notes(), richest.ranked);
        let row = |food: &crate::nutrition::Food, amount| FoodRow {
            food: food.id.clone(),
            name: food.name.clone(),
            about: portion_words(food.usual_portion()),
            amount: Some((nutrient.amount(amount), references.share(nutrient, amount))),
        };
        let per = format!("{} in a usual portion; per cent of the daily reference for {}.", nutrient.label(), references.whose);
        let per = (!ranked.is_empty()).then_some(per);
        Self {
            rows: ranked.into_iter().map(|ranked| row(ranked.food, ranked.amount)).collect(),
            notes: per.into_iter().chain(notes).collect(),
        }
    }

    /// Paints the foods, each to press for its page.
    pub(super) fn ui(&self, ui: &mut Ui, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 2.0;
        for row in &self.rows {
            if food_row_ui(ui, row, false).clicked() {
                actions.push(Action::ShowFood(FoodId::clone(&row.food)));
            }
        }
        for note in &self.notes {
            weak_label(ui, note);
        }
    }
}
