//! The ingredients of a recipe: a search to add them, an amount for each.

use crate::diary::FoodBook;
use crate::domain::{Amounts, FluidMeasures, FoodId, Helping, Ingredient, Portion, Quantity, number_to_type, plain_number};
use crate::nutrition::Food;
use crate::ui::screens::food::references::{grams_words, portion_words};
use crate::ui::screens::food::view::FoodView;
use crate::ui::widgets::{Labelled, Push, SearchField, TextField, bare_text_field_ui, text_field_error_ui, weak_label};
use egui::{Key, Label, Modifiers, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE};

/// How many foods are offered.
const OFFERED: usize = 6;

/// An ingredient that is being described.
#[derive(Debug)]
struct IngredientRow {
    food: FoodId,
    name: String,
    /// The portion that a number without a unit counts.
    measure: Portion,
    /// The portions of the food as it is now; empty if it is not known any more.
    portions: Vec<Portion>,
    per_100_g: Amounts,
    amount: TextField,
    /// The saved ingredient, while a recipe is changed.
    saved: Option<Ingredient>,
}

/// The ingredients, and the search that adds to them.
#[derive(Debug, Default)]
pub(super) struct Ingredients {
    parts: Vec<IngredientRow>,
    /// Whose fluid ounces and pints are meant.
    measures: FluidMeasures,
    typed: String,
    /// The text that was searched for, the version of the kitchen at that time, and the foods found.
    found: Option<(String, u64, Vec<Food>)>,
}

impl Ingredients {
    /// The ingredients of a recipe that is changed.
    pub(super) fn of(ingredients: &[Ingredient], book: &FoodBook) -> Self {
        Self { parts: ingredients.iter().map(|saved| IngredientRow::of(saved, book)).collect(), ..Self::default() }
    }

    /// Paints them.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>) {
        self.measures = FluidMeasures::of_country(view.kitchen.profile.country);
        let (measures, mut removed) = (self.measures, None);
        for (place, part) in self.parts.iter_mut().enumerate() {
            ui.push_id(("ingredient", place), |ui| {
                if part.ui(ui, measures) {
                    removed = Some(place);
                }
            });
        }
        if let Some(place) = removed {
            self.parts.remove(place);
        }
        if let Some(food) = self.search_ui(ui, view) {
            self.parts.push(IngredientRow::new(&food));
        }
    }

    fn search_ui(&mut self, ui: &mut Ui, view: FoodView<'_>) -> Option<Food> {
        // Its own id, so that it keeps the keyboard while ingredients come before it.
        let field = SearchField::new("Add an ingredient", "Type three letters of an ingredient").id_salt("add an ingredient");
        let response = field.width((ui.available_width() - 20.0).min(400.0)).ui(ui, &mut self.typed);
        let words = self.typed.trim();
        if words.chars().count() < 2 {
            return None;
        }
        if self.found.as_ref().is_none_or(|(of, version, _)| of != words || *version != view.version) {
            let found = view.kitchen.book.search(words, view.known, OFFERED).into_iter().map(std::borrow::Cow::into_owned);
            self.found = Some((words.to_owned(), view.version, found.collect()));
        }
        let (_, _, found) = self.found.as_ref()?;
        let entered = response.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut chosen = found.first().filter(|_| entered);
        for food in found {
            let words = format!("{}, {}", food.name, portion_words(food.usual_portion()));
            if ui.add(Push::new(&words).icon(ICON_ADD).quiet().left_aligned().size(ui.available_width(), 30.0)).clicked() {
                chosen = Some(food);
            }
        }
        if found.is_empty() {
            weak_label(ui, format!("No food is called \"{words}\". Try another word."));
        }
        let chosen = chosen.cloned();
        if chosen.is_some() {
            self.typed.clear();
            response.request_focus();
        }
        chosen
    }

    /// Returns the ingredients. `None` if an amount is wrong, which then shows its error.
    pub(super) fn read(&mut self) -> Option<Vec<Ingredient>> {
        // Not short: everything that is wrong is said at once.
        let read: Vec<_> = self.parts.iter_mut().map(|part| part.read(self.measures)).collect();
        read.into_iter().collect()
    }

    /// Returns the ingredients without showing errors. `None` if an amount is wrong.
    pub(super) fn so_far(&self) -> Option<Vec<Ingredient>> {
        self.parts.iter().map(|part| part.ingredient(part.amount.text(), self.measures).ok()).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

impl IngredientRow {
    fn new(found: &Food) -> Self {
        let (food, name, per_100_g, measure) = (found.id.clone(), found.name.clone(), found.per_100_g, found.usual_portion().clone());
        let portions = found.portions.clone();
        Self { food, name, measure, portions, per_100_g, amount: TextField::in_form("1"), saved: None }
    }

    fn of(saved: &Ingredient, book: &FoodBook) -> Self {
        let grams = saved.amount.get();
        let is_sum = saved.portion.contains(" + ");
        let (text, measure) = match saved.portion.split_once(" × ").filter(|_| !is_sum) {
            _ if saved.portion.is_empty() => {
                let usual = book.food(&saved.food).map(|food| food.usual_portion().clone());
                (format!("{} g", number_to_type(grams)), usual.unwrap_or_else(|| Portion { label: "100 g".to_owned(), grams: 100.0 }))
            }
            Some((count, label)) => {
                let counted = plain_number("Amount", count, "1/2").unwrap_or(1.0);
                (count.to_owned(), Portion { label: label.to_owned(), grams: grams / counted })
            }
            None => ("1".to_owned(), Portion { label: saved.portion.clone(), grams }),
        };
        Self {
            food: saved.food.clone(),
            name: saved.name.clone(),
            measure,
            portions: book.food(&saved.food).map(|food| food.portions.clone()).unwrap_or_default(),
            per_100_g: book.food(&saved.food).map_or(saved.per_100_g, |food| food.per_100_g),
            amount: TextField::in_form(text),
            saved: Some(saved.clone()),
        }
    }

    /// Paints the ingredient. Returns whether it is to be taken out.
    fn ui(&mut self, ui: &mut Ui, measures: FluidMeasures) -> bool {
        let mut removed = false;
        ui.add(Label::new(&self.name).truncate());
        ui.horizontal(|ui| {
            let (name, remove) = (format!("Amount of {}", self.name), format!("Take out {}", self.name));
            let (measure, portions) = (self.measure.clone(), self.counted_portions());
            bare_text_field_ui(ui, &mut self.amount, Labelled::unseen(&name), |text| helping(text, &portions, measures));
            removed = ui.add(Push::icon_only(ICON_CLOSE, &remove)).clicked();
            weak_label(ui, format!("1 is {}", portion_words(&measure)));
        });
        text_field_error_ui(ui, &self.amount);
        removed
    }

    /// The portions of the food, with the one first that a number alone counts.
    fn counted_portions(&self) -> Vec<Portion> {
        std::iter::once(&self.measure).chain(&self.portions).cloned().collect()
    }

    fn read(&mut self, measures: FluidMeasures) -> Option<Ingredient> {
        let text = self.amount.text().to_owned();
        let ingredient = self.ingredient(&text, measures);
        self.amount.read(|_| ingredient)
    }

    fn ingredient(&self, text: &str, measures: FluidMeasures) -> Result<Ingredient, String> {
        if let Some(saved) = self.saved.as_ref().filter(|_| self.amount.is_untouched()) {
            return Ok(Ingredient { per_100_g: self.per_100_g, ..saved.clone() });
        }
        let Helping { amount, portion } = helping(text, &self.counted_portions(), measures)?;
        Ok(Ingredient { food: self.food.clone(), name: self.name.clone(), amount, portion, per_100_g: self.per_100_g })
    }
}

fn helping(text: &str, portions: &[Portion], measures: FluidMeasures) -> Result<Helping, String> {
    Quantity::read(text, measures).and_then(|quantity| quantity.of(portions)).map_err(|error| error.to_string())
}

/// What the ingredients weigh together.
pub(super) fn weight_words(ingredients: &[Ingredient]) -> String {
    grams_words(ingredients.iter().map(|part| part.amount.get()).sum())
}
