//! Foods and recipes of the person's own: the lists, and the form beside or instead of them.

mod figures;
mod food_form;
mod imports;
mod ingredients;
mod recipe_form;

use crate::diary::{Command, KitchenCommand};
use crate::domain::FoodId;
use crate::nutrition::Food;
use crate::ui::action::{Action, Actions};
use crate::ui::screens::food::references::portion_words;
use crate::ui::screens::food::view::FoodView;
use crate::ui::theme::space;
use crate::ui::widgets::{Half, Push, WIDE, card_ui, heading_ui, weak_label, wide_columns_ui};
use egui::Ui;
use egui_material_icons::icons::{ICON_ADD, ICON_DELETE, ICON_EDIT};
use food_form::FoodForm;
use recipe_form::RecipeForm;

/// What is being described.
#[derive(Debug)]
enum OwnForm {
    Food(Box<FoodForm>),
    Recipe(Box<RecipeForm>),
}

/// What is being described here.
#[derive(Debug, Default)]
pub(super) struct OwnTab {
    form: Option<OwnForm>,
    import: imports::ImportCard,
}

impl OwnTab {
    /// Begins a food with this name.
    pub(super) fn describe(&mut self, name: &str) {
        self.form = Some(OwnForm::food(FoodForm::named(name)));
    }

    /// Opens a food or recipe of the person's own for changing.
    pub(super) fn edit(&mut self, food: &FoodId, view: FoodView<'_>) {
        let kitchen = view.kitchen;
        if let Some(entry) = food.as_own().and_then(|id| kitchen.own_foods.iter().find(|entry| entry.id == id)) {
            self.form = Some(OwnForm::food(FoodForm::of(entry)));
        } else if let Some(entry) = food.as_recipe().and_then(|id| kitchen.recipes.iter().find(|entry| entry.id == id)) {
            self.form = Some(OwnForm::recipe(RecipeForm::of(entry, &kitchen.book)));
        }
    }

    /// Paints the tab.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        if self.form.as_ref().is_some_and(|form| form.is_saved(view)) {
            self.form = None;
        }
        if self.form.is_none() || ui.available_width() < WIDE {
            if self.form.is_some() {
                self.form_ui(ui, view, actions);
            } else {
                ui.set_max_width(ui.available_width().min(900.0));
                self.lists_ui(ui, view, actions);
            }
            return;
        }
        wide_columns_ui(ui, |ui, half| match half {
            Half::First => self.lists_ui(ui, view, actions),
            Half::Second => self.form_ui(ui, view, actions),
        });
    }

    fn form_ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        let close = match &mut self.form {
            Some(OwnForm::Food(form)) => form.ui(ui, view, actions),
            Some(OwnForm::Recipe(form)) => form.ui(ui, view, actions),
            None => false,
        };
        if close {
            self.form = None;
        }
    }

    fn lists_ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        let own = view.kitchen.book.own();
        card_ui(ui, |ui| {
            heading_ui(ui, "Foods that you described");
            weak_label(ui, "What the list of foods lacks, from its label.");
            for food in own.iter().filter(|food| food.id.as_own().is_some()) {
                self.food_ui(ui, food, view, actions);
            }
            if ui.add(Push::new("New food").icon(ICON_ADD)).clicked() {
                self.form = Some(OwnForm::food(FoodForm::named("")));
            }
        });
        ui.add_space(space::SMALL);
        card_ui(ui, |ui| {
            heading_ui(ui, "Your recipes");
            weak_label(ui, "What you cook yourself, from its ingredients.");
            for food in own.iter().filter(|food| food.id.as_recipe().is_some()) {
                self.food_ui(ui, food, view, actions);
            }
            if ui.add(Push::new("New recipe").icon(ICON_ADD)).clicked() {
                self.form = Some(OwnForm::recipe(RecipeForm::default()));
            }
        });
        ui.add_space(space::SMALL);
        self.import.ui(ui, view, actions);
        ui.add_space(space::SMALL);
        weak_label(ui, "Changing or deleting a food or recipe leaves what you have eaten of it as it was.");
    }

    fn food_ui(&mut self, ui: &mut Ui, food: &Food, view: FoodView<'_>, actions: &mut Actions) {
        ui.horizontal(|ui| {
            let words = format!("{}, {}", food.name, portion_words(food.usual_portion()));
            let width = ui.available_width() - 2.0 * (32.0 + ui.spacing().item_spacing.x);
            ui.scope(|ui| {
                ui.set_max_width(width);
                let open = format!("Open {}", food.name);
                if ui.add(Push::new(&words).name(&open).quiet().left_aligned().size(width, 32.0)).on_hover_text(&words).clicked() {
                    actions.push(Action::ShowFood(food.id.clone()));
                }
            });
            if ui.add(Push::icon_only(ICON_EDIT, &format!("Edit {}", food.name))).clicked() {
                self.edit(&food.id, view);
            }
            if ui.add(Push::icon_only(ICON_DELETE, &format!("Delete {}", food.name))).clicked() {
                let own = food.id.as_own().map(KitchenCommand::DeleteFood).map(Command::Kitchen);
                if let Some(command) = own.or_else(|| food.id.as_recipe().map(KitchenCommand::DeleteRecipe).map(Command::Kitchen)) {
                    actions.run(command);
                }
            }
        });
    }
}

impl OwnForm {
    fn food(form: FoodForm) -> Self {
        Self::Food(Box::new(form.with_keyboard()))
    }

    fn recipe(form: RecipeForm) -> Self {
        Self::Recipe(Box::new(form.with_keyboard()))
    }

    /// Whether the diary has what was sent.
    fn is_saved(&self, view: FoodView<'_>) -> bool {
        match self {
            Self::Food(form) => form.is_saved(&view.kitchen.own_foods),
            Self::Recipe(form) => form.is_saved(&view.kitchen.recipes),
        }
    }
}
