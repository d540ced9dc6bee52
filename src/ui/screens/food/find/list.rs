//! A list of foods, searched or ranked: made when what it depends on changes, painted as far as it is in sight.

use super::ranking::RankingChoice;
use crate::domain::{Day, FoodId};
use crate::nutrition::{Food, FoodSource};
use crate::ui::screens::food::references::{References, portion_words};
use crate::ui::screens::food::view::FoodView;
use crate::ui::screens::food_row::{FOOD_ROW, FoodRow, food_row_ui};
use crate::ui::theme::space;
use crate::ui::widgets::pressed_by_keyboard;
use egui::{ScrollArea, Ui};

/// How many foods are found at most.
const MOST_FOUND: usize = 200;

/// What a list of foods is for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ListOf {
    /// The foods that fit this search text.
    Words(String),
    /// The foods that are rich in a nutrient.
    Ranking(RankingChoice),
}

/// A food that was pressed.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) food: FoodId,
    pub(super) by_keyboard: bool,
}

/// The list.
#[derive(Debug, Default)]
pub(super) struct FoodList {
    made_for: Option<(ListOf, Day, u64)>,
    rows: Vec<FoodRow>,
}

impl FoodList {
    /// Makes the list again if what it is for has changed.
    pub(super) fn follow(&mut self, what: ListOf, view: FoodView<'_>, references: &References) {
        let made_for = (what, view.day, view.version);
        if self.made_for.as_ref() == Some(&made_for) {
            return;
        }
        self.rows = match &made_for.0 {
            ListOf::Words(words) => found(words, view),
            ListOf::Ranking(choice) => choice.ranked(view, references),
        };
        self.made_for = Some(made_for);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn first(&self) -> Option<&FoodId> {
        self.rows.first().map(|row| &row.food)
    }

    /// Paints the rows in sight, and returns the food that was pressed. `open` is marked, `to_first` gives the focus to the first row.
    pub(super) fn ui(&self, ui: &mut Ui, open: Option<&FoodId>, to_first: bool) -> Option<Opened> {
        let mut opened = None;
        // Another list begins at its beginning.
        let salt = self.made_for.as_ref().map(|(what, ..)| format!("{what:?}"));
        ui.spacing_mut().item_spacing.y = 2.0;
        ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show_rows(ui, FOOD_ROW, self.rows.len(), |ui, visible| {
            ui.set_max_width(ui.available_width() - space::SMALL);
            for (place, row) in visible.clone().zip(&self.rows[visible]) {
                let response = food_row_ui(ui, row, open == Some(&row.food));
                if to_first && place == 0 {
                    response.request_focus();
                }
                if response.clicked() {
                    opened = Some(Opened { food: row.food.clone(), by_keyboard: pressed_by_keyboard(ui, &response) });
                }
            }
        });
        opened
    }
}

fn found(words: &str, view: FoodView<'_>) -> Vec<FoodRow> {
    let found = view.kitchen.book.search(words, view.known, MOST_FOUND);
    found.iter().map(|food| FoodRow { food: food.id.clone(), name: food.name.clone(), about: about(food, view), amount: None }).collect()
}

/// "1 oz (28 g), nuts and seeds".
fn about(food: &Food, view: FoodView<'_>) -> String {
    let kind = match &food.source {
        FoodSource::Usda(_) => food.group().map(|group| group.label().to_lowercase()),
        FoodSource::Own => Some("your own".to_owned()),
        FoodSource::Recipe => Some("your recipe".to_owned()),
        FoodSource::Imported { brand, .. } => brand.clone(),
    };
    let opinion = view.kitchen.opinion(&food.id).map(|opinion| opinion.label().to_lowercase());
    let parts = [Some(portion_words(food.usual_portion())), kind, opinion];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
