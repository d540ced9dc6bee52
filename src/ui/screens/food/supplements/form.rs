//! The fields of one product: its name, what a dose is and contains, and its regimen.

use crate::diary::DiaryError;
use crate::domain::{Amounts, Nutrient, OwnName, Supplement, amount_of, number_to_type};
use crate::nutrition::international_units;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Labelled, Push, TextField, form_row_ui, text_field_ui, tick_ui, typed_or_none, weak_label};
use egui::{Label, RichText, Ui, vec2};
use egui_material_icons::icons::ICON_ADD;

/// The nutrients that are offered, besides those that a product contains already.
const OFFERED: [Nutrient; 11] = [
    Nutrient::Magnesium,
    Nutrient::Potassium,
    Nutrient::Calcium,
    Nutrient::VitaminD,
    Nutrient::Thiamin,
    Nutrient::VitaminB6,
    Nutrient::VitaminB12,
    Nutrient::Zinc,
    Nutrient::VitaminK,
    Nutrient::Sodium,
    Nutrient::Caffeine,
];

const LABEL_WIDTH: f32 = 104.0;

/// What is being typed of one product.
#[derive(Debug, Default)]
pub(super) struct SupplementForm {
    name: TextField,
    dose: TextField,
    daily: TextField,
    amounts: Vec<(Nutrient, TextField)>,
    prescribed: bool,
}

impl SupplementForm {
    /// A form filled in for a product that is not saved yet.
    pub(super) fn proposing(product: &Supplement) -> Self {
        Self {
            name: TextField::proposing(product.name.as_str()),
            dose: TextField::proposing(product.dose.as_str()),
            daily: TextField::proposing(daily_text(product)),
            amounts: product.per_dose.known().map(|(nutrient, amount)| (nutrient, TextField::proposing(number(amount)))).collect(),
            prescribed: product.prescribed,
        }
    }

    /// Paints the fields of a saved product. Returns the changed product, or `None` if it stays as it is.
    pub(super) fn edit_ui(&mut self, ui: &mut Ui, saved: &Supplement, others: &[&OwnName]) -> Option<Supplement> {
        self.follow(saved);
        let mut changed = saved.clone();
        self.ui(ui, others, &mut changed);
        (changed != *saved).then_some(changed)
    }

    /// Paints the fields of a product that is not saved yet.
    pub(super) fn new_ui(&mut self, ui: &mut Ui, others: &[&OwnName]) {
        if let Some(mut product) = self.so_far() {
            self.ui(ui, others, &mut product);
        }
    }

    /// Returns the product. `None` if a field is wrong, which then shows its error.
    pub(super) fn read(&mut self, others: &[&OwnName]) -> Option<Supplement> {
        let name = self.name.take(|text| read_name(text, others));
        let dose = self.dose.take(read_dose);
        let daily = if self.daily.text().is_empty() { Some(None) } else { self.daily.take(typed_or_none) };
        let amounts: Option<Vec<_>> = self
            .amounts
            .iter_mut()
            .filter(|(_, field)| !field.text().is_empty())
            .map(|(nutrient, field)| Some((*nutrient, field.take(|text| read_amount(*nutrient, text))??)))
            .collect();
        Some(Supplement { name: name?, dose: dose?, daily: daily?, per_dose: amounts?.into_iter().collect(), prescribed: self.prescribed })
    }

    /// The product without what cannot be read, for showing what is over a limit while it is typed.
    pub(super) fn so_far(&self) -> Option<Supplement> {
        let name = OwnName::new(self.name.text()).or_else(|_empty| OwnName::new("?")).ok()?;
        let amount = |(nutrient, field): &(Nutrient, TextField)| Some((*nutrient, read_amount(*nutrient, field.text()).ok()??));
        let per_dose: Amounts = self.amounts.iter().filter_map(amount).collect();
        let daily = typed_or_none(self.daily.text()).ok().flatten();
        Some(Supplement { name, dose: self.dose.text().to_owned(), per_dose, daily, prescribed: self.prescribed })
    }

    /// Whether name and dose are there.
    pub(super) fn has_name_and_dose(&self) -> bool {
        [&self.name, &self.dose].iter().all(|field| !field.text().is_empty())
    }

    fn follow(&mut self, saved: &Supplement) {
        self.name.follow(saved.name.as_str());
        self.dose.follow(&saved.dose);
        self.daily.follow(&daily_text(saved));
        self.prescribed = saved.prescribed;
        for (nutrient, _) in saved.per_dose.known() {
            self.open(nutrient);
        }
        for (nutrient, field) in &mut self.amounts {
            field.follow(&saved.per_dose.get(*nutrient).map_or_else(String::new, number));
        }
    }

    fn open(&mut self, nutrient: Nutrient) {
        if self.amounts.iter().all(|(known, _)| *known != nutrient) {
            self.amounts.push((nutrient, TextField::default()));
        }
    }

    /// Paints the fields, and puts the values typed into them into the product.
    fn ui(&mut self, ui: &mut Ui, others: &[&OwnName], product: &mut Supplement) {
        let room = (ui.available_width() - LABEL_WIDTH - 40.0).clamp(80.0, 300.0);
        form_row_ui(ui, LABEL_WIDTH, "Name", |ui| {
            if let Some(name) = text_field_ui(ui, &mut self.name, Labelled::unseen("Name").width(room), |text| read_name(text, others)) {
                product.name = name;
            }
        });
        form_row_ui(ui, LABEL_WIDTH, "One dose is", |ui| {
            if let Some(dose) = text_field_ui(ui, &mut self.dose, Labelled::unseen("One dose is").width(room.min(170.0)), read_dose) {
                product.dose = dose;
            }
        });
        ui.add_space(space::SMALL);
        ui.add(Label::new(RichText::new("One dose holds").text_style(theme::strong())));
        weak_label(ui, "The element or vitamin itself, as the label gives it. Leave out what you do not know.");
        for (nutrient, field) in &mut self.amounts {
            form_row_ui(ui, LABEL_WIDTH, nutrient.label(), |ui| {
                let unit = unit_words(*nutrient, field.text());
                let name = format!("{}, {}", nutrient.label(), nutrient.unit());
                let amount = text_field_ui(ui, field, Labelled::unseen(&name).unit(&unit).width(84.0), |text| read_amount(*nutrient, text));
                if let Some(amount) = amount {
                    product.per_dose.set(*nutrient, amount);
                }
            });
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            for nutrient in OFFERED {
                let shown = self.amounts.iter().any(|(known, _)| *known == nutrient);
                let name = format!("Add {}", nutrient.in_a_sentence());
                if !shown && ui.add(Push::new(nutrient.label()).name(&name).icon(ICON_ADD).small().quiet()).clicked() {
                    self.open(nutrient);
                }
            }
        });
        ui.add_space(space::SMALL);
        form_row_ui(ui, LABEL_WIDTH, "Every day", |ui| {
            if let Some(daily) =
                text_field_ui(ui, &mut self.daily, Labelled::unseen("Doses every day").unit("doses").width(56.0), typed_or_none)
            {
                product.daily = daily;
            }
        });
        if self.daily.text().is_empty() {
            weak_label(ui, "Empty: it is taken only now and then.");
        }
        if tick_ui(ui, self.prescribed, "A doctor prescribed it").clicked() {
            self.prescribed = !self.prescribed;
        }
        product.prescribed = self.prescribed;
    }
}

/// The unit of a nutrient, with the typed amount in international units where labels use them: "µg (800 IU)".
fn unit_words(nutrient: Nutrient, typed: &str) -> String {
    let units = read_amount(nutrient, typed).ok().flatten().and_then(|amount| international_units(nutrient, amount));
    units.map_or_else(|| nutrient.unit().to_owned(), |units| format!("{} ({units})", nutrient.unit()))
}

fn read_name(text: &str, others: &[&OwnName]) -> Result<OwnName, String> {
    let name = OwnName::new(text).map_err(|error| error.to_string())?;
    if others.iter().any(|other| other.same_as(text)) {
        return Err(DiaryError::NameTaken { what: "supplement", name: text.trim().to_owned() }.to_string());
    }
    Ok(name)
}

fn read_dose(text: &str) -> Result<String, String> {
    Supplement::dose(text).map_err(|error| error.to_string())
}

fn read_amount(nutrient: Nutrient, text: &str) -> Result<Option<f64>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    amount_of(nutrient, text).map(Some).map_err(|error| error.to_string())
}

fn daily_text(product: &Supplement) -> String {
    product.daily.map_or_else(String::new, |doses| number_to_type(doses.get()))
}

/// A number without the tail that binary fractions leave.
fn number(amount: f64) -> String {
    number_to_type((amount * 1e6).round() / 1e6)
}
