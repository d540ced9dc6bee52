//! One food's page: what is in it, what to know about it, and logging it.

use super::notes::{about, notes};
use crate::diary::{Command, FoodCommand, KitchenCommand};
use crate::domain::{FluidMeasures, FoodId, Helping, Nutrient, Opinion, Portion, Quantity};
use crate::nutrition::{Food, FoodSource, Per};
use crate::ui::action::Actions;
use crate::ui::screens::food::references::{References, portion_words};
use crate::ui::screens::food::view::FoodView;
use crate::ui::theme::space;
use crate::ui::widgets::{Labelled, Push, TextField, bare_text_field_ui, card_ui, heading_ui, text_field_error_ui, weak_label};
use egui::{Ui, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_BLOCK, ICON_BOOKMARK, ICON_EDIT};
use std::borrow::Cow;

/// For how much of the food the figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum FiguresFor {
    /// The chosen household measure.
    #[default]
    Portion,
    HundredGrams,
    HundredKcal,
}

/// A food that is looked at.
#[derive(Debug)]
pub(super) struct FoodPage {
    id: FoodId,
    /// The food in a version of the kitchen, and that version. The food is `None` if it was deleted.
    food: Option<(Option<Food>, u64)>,
    shown: FiguresFor,
    /// Which of its household measures is chosen.
    measure: usize,
    amount: TextField,
}

impl FoodPage {
    pub(super) fn of(id: FoodId) -> Self {
        Self { id, food: None, shown: FiguresFor::default(), measure: 0, amount: TextField::in_form("1") }
    }

    /// The page whose amount takes the focus when it is painted next.
    pub(super) fn with_keyboard(mut self) -> Self {
        self.amount.take_keyboard();
        self
    }

    pub(super) fn food(&self) -> &FoodId {
        &self.id
    }

    /// Paints the page. Returns whether "Edit" was pressed.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, references: &References, actions: &mut Actions) -> bool {
        let known = match self.food.take() {
            Some((food, version)) if version == view.version => food,
            _ => view.kitchen.book.food(&self.id).map(Cow::into_owned),
        };
        let edit = card_ui(ui, |ui| {
            let Some(food) = &known else {
                weak_label(ui, "This food is no longer there. What you ate of it stays in the diary as it was.");
                return false;
            };
            heading_ui(ui, &food.name);
            weak_label(ui, about(food));
            let edit = self.opinion_ui(ui, food, view, actions);
            ui.add_space(space::SMALL);
            self.measures_ui(ui, food);
            self.log_ui(ui, food, view, actions);
            for note in notes(food, self.measure(food), view) {
                ui.add(egui::Label::new(note).wrap());
            }
            ui.add_space(space::SMALL);
            ui.separator();
            references.table_ui(ui, |nutrient| self.amount_of(food, nutrient));
            ui.add_space(space::SMALL);
            weak_label(ui, format!("Per cent of the daily reference for {}.", references.whose));
            weak_label(ui, format!("Source: {}.", food.source));
            edit
        });
        self.food = Some((known, view.version));
        edit
    }

    fn measure<'a>(&self, food: &'a Food) -> &'a Portion {
        food.portions.get(self.measure).unwrap_or_else(|| food.usual_portion())
    }

    fn amount_of(&self, food: &Food, nutrient: Nutrient) -> Option<f64> {
        match self.shown {
            FiguresFor::Portion => food.per_100_g.in_grams(self.measure(food).grams).get(nutrient),
            FiguresFor::HundredGrams => Per::HundredGrams.amount(food, nutrient),
            FiguresFor::HundredKcal => Per::HundredKcal.amount(food, nutrient),
        }
    }

    fn measures_ui(&mut self, ui: &mut Ui, food: &Food) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            ui.spacing_mut().interact_size.y = 28.0;
            for (place, portion) in food.portions.iter().enumerate() {
                let words = portion_words(portion);
                let chosen = self.shown == FiguresFor::Portion && self.measure == place;
                if ui.add(Push::new(&words).name(&format!("Figures for {words}")).small().selected(chosen)).clicked() {
                    (self.shown, self.measure) = (FiguresFor::Portion, place);
                }
            }
            let kcal_known = Per::HundredKcal.amount(food, Nutrient::Energy).is_some();
            for (shown, words, possible) in [(FiguresFor::HundredGrams, "100 g", true), (FiguresFor::HundredKcal, "100 kcal", kcal_known)] {
                let name = format!("Figures for {words}");
                if ui.add(Push::new(words).name(&name).small().selected(self.shown == shown).enabled(possible)).clicked() {
                    self.shown = shown;
                }
            }
        });
    }

    fn log_ui(&mut self, ui: &mut Ui, food: &Food, view: FoodView<'_>, actions: &mut Actions) {
        let portion = self.measure(food);
        let measures = FluidMeasures::of_country(view.kitchen.profile.country);
        // A number alone counts the measure that is chosen.
        let portions: Vec<Portion> = std::iter::once(portion).chain(&food.portions).cloned().collect();
        let mut log = false;
        ui.horizontal(|ui| {
            bare_text_field_ui(ui, &mut self.amount, Labelled::new("Amount"), |text| helping(text, &portions, measures));
            log = ui.add(Push::new("Log it").icon(ICON_ADD).primary()).clicked() || self.amount.was_entered();
        });
        if log && let Some(helping) = self.amount.read(|text| helping(text, &portions, measures)) {
            actions.run(Command::Food(FoodCommand::Log(food.entry(view.day, helping, None))));
        }
        text_field_error_ui(ui, &self.amount);
        weak_label(
            ui,
            format!("1 is {}; amounts like 120 g or 200 ml work too. It is logged for {}.", portion_words(portion), view.day.label()),
        );
    }

    /// The person's opinion of the food. Returns whether "Edit", which the person's own foods have, was pressed.
    fn opinion_ui(&self, ui: &mut Ui, food: &Food, view: FoodView<'_>, actions: &mut Actions) -> bool {
        let opinion = view.kitchen.opinion(&self.id);
        ui.horizontal_wrapped(|ui| {
            for (each, icon) in [(Opinion::ToTry, ICON_BOOKMARK), (Opinion::NotForMe, ICON_BLOCK)] {
                let said = opinion == Some(each);
                if ui.add(Push::new(each.label()).icon(icon).small().selected(said)).clicked() {
                    let opinion = (!said).then_some(each);
                    actions.run(Command::Kitchen(KitchenCommand::SetOpinion { food: self.id.clone(), name: food.name.clone(), opinion }));
                }
            }
            let own = matches!(food.source, FoodSource::Own | FoodSource::Recipe);
            own && ui.add(Push::new("Edit").icon(ICON_EDIT).small()).clicked()
        })
        .inner
    }
}

fn helping(text: &str, portions: &[Portion], measures: FluidMeasures) -> Result<Helping, String> {
    Quantity::read(text, measures).and_then(|quantity| quantity.of(portions)).map_err(|error| error.to_string())
}
