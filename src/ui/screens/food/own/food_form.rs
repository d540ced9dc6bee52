//! The form of a food of the person's own.

use super::figures::LabelFigures;
use crate::diary::{Command, KitchenCommand};
use crate::domain::{Amounts, Entry, Grams, Id, OwnFood, OwnName, number_to_type};
use crate::ui::action::Actions;
use crate::ui::screens::food::view::FoodView;
use crate::ui::screens::sent_record::SentRecord;
use crate::ui::theme::space;
use crate::ui::widgets::{Labelled, Push, TextField, card_ui, heading_ui, text_field_ui, typed, weak_label};
use egui::Ui;
use egui_material_icons::icons::{ICON_ADD, ICON_CHECK};

/// The longest bar code, in digits.
const MOST_DIGITS: usize = 20;

/// A food that is being described or changed.
#[derive(Debug)]
pub(super) struct FoodForm {
    /// The food that is changed; `None` for a new one.
    of: Option<Id<OwnFood>>,
    name: TextField,
    portion: TextField,
    weight: TextField,
    figures: LabelFigures,
    barcode: TextField,
    sent: Option<SentRecord<OwnFood>>,
}

impl FoodForm {
    /// A new food.
    pub(super) fn named(name: &str) -> Self {
        Self {
            of: None,
            name: TextField::in_form(name),
            portion: TextField::in_form("1 portion"),
            weight: TextField::in_form(""),
            figures: LabelFigures::of(&Amounts::default()),
            barcode: TextField::in_form(""),
            sent: None,
        }
    }

    /// A food to be changed.
    pub(super) fn of(entry: &Entry<OwnFood>) -> Self {
        let OwnFood { name, portion, portion_weight, barcode, per_100_g } = &entry.value;
        Self {
            of: Some(entry.id),
            name: TextField::in_form(name.as_str()),
            portion: TextField::in_form(portion),
            weight: TextField::in_form(number_to_type(portion_weight.get())),
            figures: LabelFigures::of(per_100_g),
            barcode: TextField::in_form(barcode.clone().unwrap_or_default()),
            sent: None,
        }
    }

    /// The form whose name takes the focus when it is painted next.
    pub(super) fn with_keyboard(mut self) -> Self {
        self.name.take_keyboard();
        self
    }

    /// Whether the diary has the food as it was sent.
    pub(super) fn is_saved(&self, foods: &[Entry<OwnFood>]) -> bool {
        self.sent.as_ref().is_some_and(|sent| sent.is_among(foods, self.of))
    }

    /// Paints the form. Returns whether it is to be closed.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) -> bool {
        // Deleted meanwhile: what stands here can still be added.
        self.of = self.of.filter(|id| view.kitchen.own_foods.iter().any(|entry| entry.id == *id));
        card_ui(ui, |ui| {
            heading_ui(ui, if self.of.is_some() { "Change a food" } else { "A food from its label" });
            self.fields_ui(ui);
            ui.add_space(space::SMALL);
            let (words, icon) = if self.of.is_some() { ("Done", ICON_CHECK) } else { ("Add food", ICON_ADD) };
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
        })
    }

    fn fields_ui(&mut self, ui: &mut Ui) {
        const LABEL: f32 = 104.0;
        let width = (ui.available_width() - LABEL - 24.0).clamp(120.0, 280.0);
        text_field_ui(ui, &mut self.name, Labelled::new("Name").label_width(LABEL).width(width), read_name);
        let portion = Labelled::new("Usual portion").label_width(LABEL).width(width);
        text_field_ui(ui, &mut self.portion, portion, |_| Ok(()));
        text_field_ui(ui, &mut self.weight, Labelled::new("It weighs").unit("g").label_width(LABEL), read_weight);
        ui.add_space(space::SMALL);
        self.figures.ui(ui, typed::<Grams>(self.weight.text()).ok().map(Grams::get));
        ui.add_space(space::SMALL);
        text_field_ui(ui, &mut self.barcode, Labelled::new("Bar code").label_width(LABEL).width(150.0), read_barcode);
    }

    fn send(&mut self, view: FoodView<'_>, actions: &mut Actions) {
        let Some(food) = self.read() else { return };
        self.sent = Some(SentRecord::new(&food, &view.kitchen.own_foods));
        actions.run(match self.of {
            Some(id) => Command::Kitchen(KitchenCommand::EditFood(id, food)),
            None => Command::Kitchen(KitchenCommand::AddFood(food)),
        });
    }

    /// Returns the food. `None` if a field is wrong, which then shows its error.
    fn read(&mut self) -> Option<OwnFood> {
        // All are read, so that everything that is wrong is said at once.
        let name = self.name.read(read_name);
        let weight = self.weight.read(read_weight);
        let barcode = self.barcode.read(read_barcode);
        let per_100_g = self.figures.read(weight.map(Grams::get));
        Some(OwnFood {
            name: name?,
            portion: self.portion.text().to_owned(),
            portion_weight: weight?,
            barcode: barcode?,
            per_100_g: per_100_g?,
        })
    }
}

pub(super) fn read_name(text: &str) -> Result<OwnName, String> {
    if text.is_empty() {
        return Err("Give it a name".to_owned());
    }
    OwnName::new(text).map_err(|error| error.to_string())
}

fn read_weight(text: &str) -> Result<Grams, String> {
    if text.is_empty() { Err("Say what the usual portion weighs".to_owned()) } else { typed(text) }
}

fn read_barcode(text: &str) -> Result<Option<String>, String> {
    let digits: String = text.split_whitespace().collect();
    if !digits.chars().all(|digit| digit.is_ascii_digit()) || digits.len() > MOST_DIGITS {
        return Err(format!("Bar code \"{text}\" cannot be read; give its digits, at most {MOST_DIGITS}"));
    }
    Ok((!digits.is_empty()).then_some(digits))
}
