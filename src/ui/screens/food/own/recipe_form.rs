//! The form of a recipe, with what a portion of it contains.

use super::food_form::read_name;
use super::ingredients::{Ingredients, weight_words};
use crate::diary::{Command, FoodBook, KitchenCommand};
use crate::domain::{Entry, FoodId, Grams, Id, OwnName, Recipe, number_to_type, plain_number};
use crate::nutrition::recipe_food;
use crate::ui::action::Actions;
use crate::ui::screens::food::references::{References, grams_words};
use crate::ui::screens::food::view::FoodView;
use crate::ui::screens::sent_record::SentRecord;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Labelled, Push, TextField, card_ui, heading_ui, text_field_ui, typed_or_none, weak_label};
use egui::{RichText, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_CHECK};

/// A recipe that is being written or changed.
#[derive(Debug)]
pub(super) struct RecipeForm {
    /// The recipe that is changed; `None` for a new one.
    of: Option<Id<Recipe>>,
    name: TextField,
    ingredients: Ingredients,
    cooked: TextField,
    portions: TextField,
    /// Whether the form was sent without ingredients.
    missing: bool,
    sent: Option<SentRecord<Recipe>>,
}

impl Default for RecipeForm {
    fn default() -> Self {
        Self {
            of: None,
            name: TextField::in_form(""),
            ingredients: Ingredients::default(),
            cooked: TextField::in_form(""),
            portions: TextField::in_form("1"),
            missing: false,
            sent: None,
        }
    }
}

impl RecipeForm {
    /// A recipe to be changed.
    pub(super) fn of(entry: &Entry<Recipe>, book: &FoodBook) -> Self {
        let Recipe { name, ingredients, cooked_weight, portions } = &entry.value;
        Self {
            of: Some(entry.id),
            name: TextField::in_form(name.as_str()),
            ingredients: Ingredients::of(ingredients, book),
            cooked: TextField::in_form(cooked_weight.map_or_else(String::new, |weight| number_to_type(weight.get()))),
            portions: TextField::in_form(number_to_type(*portions)),
            ..Self::default()
        }
    }

    /// The form whose name takes the focus when it is painted next.
    pub(super) fn with_keyboard(mut self) -> Self {
        self.name.take_keyboard();
        self
    }

    /// Whether the diary has the recipe as it was sent.
    pub(super) fn is_saved(&self, recipes: &[Entry<Recipe>]) -> bool {
        self.sent.as_ref().is_some_and(|sent| sent.is_among(recipes, self.of))
    }

    /// Paints the form. Returns whether it is to be closed.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) -> bool {
        // Deleted meanwhile: what stands here can still be added.
        self.of = self.of.filter(|id| view.kitchen.recipes.iter().any(|entry| entry.id == *id));
        let close = card_ui(ui, |ui| {
            heading_ui(ui, if self.of.is_some() { "Change a recipe" } else { "A recipe" });
            self.fields_ui(ui, view);
            ui.add_space(space::SMALL);
            let (words, icon) = if self.of.is_some() { ("Done", ICON_CHECK) } else { ("Add recipe", ICON_ADD) };
            let mut close = false;
            ui.horizontal(|ui| {
                if ui.add(Push::new(words).icon(icon).primary()).clicked() {
                    self.send(view, actions);
                }
                close = ui.add(Push::new("Cancel").quiet()).clicked();
            });
            if self.of.is_some() {
                weak_label(ui, "What you have eaten of it stays as it was.");
            }
            close
        });
        ui.add_space(space::SMALL);
        self.portion_ui(ui, view);
        close
    }

    fn fields_ui(&mut self, ui: &mut Ui, view: FoodView<'_>) {
        const LABEL: f32 = 112.0;
        let width = (ui.available_width() - LABEL - 24.0).clamp(120.0, 280.0);
        text_field_ui(ui, &mut self.name, Labelled::new("Name").label_width(LABEL).width(width), read_name);
        ui.add_space(space::SMALL);
        ui.label(RichText::new("Ingredients").text_style(theme::strong()));
        self.ingredients.ui(ui, view);
        self.missing &= self.ingredients.is_empty();
        if self.missing {
            let c = theme::colours(ui);
            ui.label(RichText::new("Add at least one ingredient").color(theme::colour(c.danger)));
        }
        ui.add_space(space::SMALL);
        text_field_ui(ui, &mut self.cooked, Labelled::new("Cooked weight").unit("g").label_width(LABEL), typed_or_none::<Grams>);
        let raw = self.ingredients.so_far().filter(|parts| !parts.is_empty());
        let raw = raw.map_or_else(String::new, |parts| format!(", {}", weight_words(&parts)));
        weak_label(ui, format!("Empty: it weighs what its ingredients weigh{raw}."));
        text_field_ui(ui, &mut self.portions, Labelled::new("It makes").unit("portions").label_width(LABEL), read_portions);
    }

    /// The contents of one portion, if all fields can be read.
    fn portion_ui(&self, ui: &mut Ui, view: FoodView<'_>) {
        let so_far = self.ingredients.so_far().filter(|parts| !parts.is_empty());
        let yields = typed_or_none(self.cooked.text()).ok().zip(read_portions(self.portions.text()).ok());
        let name = OwnName::new("recipe").ok();
        let (Some(ingredients), Some((cooked_weight, portions)), Some(name)) = (so_far, yields, name) else { return };
        let recipe = Recipe { name, ingredients, cooked_weight, portions };
        // The ingredients hold what they hold now, or did when they were put in.
        let food = recipe_food(FoodId::new("recipe"), &recipe, |_| None);
        card_ui(ui, |ui| {
            heading_ui(ui, "In one portion");
            let references = References::of(&view.kitchen.profile, view.day);
            weak_label(ui, format!("It weighs {}. Per cent of the daily reference.", grams_words(food.usual_portion().grams)));
            references.table_ui(ui, |nutrient| food.in_usual_portion(nutrient));
        });
    }

    fn send(&mut self, view: FoodView<'_>, actions: &mut Actions) {
        let Some(recipe) = self.read() else { return };
        self.sent = Some(SentRecord::new(&recipe, &view.kitchen.recipes));
        actions.run(match self.of {
            Some(id) => Command::Kitchen(KitchenCommand::EditRecipe(id, recipe)),
            None => Command::Kitchen(KitchenCommand::AddRecipe(recipe)),
        });
    }

    /// Returns the recipe. `None` if a field is wrong, which then shows its error.
    fn read(&mut self) -> Option<Recipe> {
        // All are read, so that everything that is wrong is said at once.
        let name = self.name.read(read_name);
        let ingredients = self.ingredients.read();
        let cooked_weight = self.cooked.read(typed_or_none);
        let portions = self.portions.read(read_portions);
        self.missing = self.ingredients.is_empty();
        let ingredients = ingredients.filter(|parts| !parts.is_empty());
        Some(Recipe { name: name?, ingredients: ingredients?, cooked_weight: cooked_weight?, portions: portions? })
    }
}

fn read_portions(text: &str) -> Result<f64, String> {
    let portions = plain_number("Portions", text, "4, from 1 to 100").map_err(|error| error.to_string())?;
    Recipe::portions(portions).map_err(|error| error.to_string())
}
