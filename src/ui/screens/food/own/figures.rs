//! The figures of a label: a field for each nutrient, for 100 g or for a portion.

use crate::domain::{Amounts, Nutrient, amount_of, grouped, number_to_type};
use crate::ui::widgets::{Labelled, Push, TextField, text_field_ui, weak_label};
use egui::Ui;

/// What labels say first, in the order of the form; salt stands after sodium.
const ORDER: [Nutrient; 15] = [
    Nutrient::Energy,
    Nutrient::Protein,
    Nutrient::Sodium,
    Nutrient::Calcium,
    Nutrient::Potassium,
    Nutrient::Magnesium,
    Nutrient::Zinc,
    Nutrient::VitaminD,
    Nutrient::Thiamin,
    Nutrient::VitaminB6,
    Nutrient::VitaminB12,
    Nutrient::VitaminK,
    Nutrient::Caffeine,
    Nutrient::Alcohol,
    Nutrient::Water,
];

/// How many of [`ORDER`] stand in the first of two columns.
const FIRST: usize = 7;

/// Sodium in 1 g of salt as labels count it, in mg: salt is sodium times 2.5 (Regulation (EU) No 1169/2011, annex I).
const SODIUM_IN_SALT_MG: f64 = 400.0;

/// No food contains more energy than this in 100 g, in kcal: pure fat has 900.
const MOST_KCAL: f64 = 905.0;

/// For how much of the food the figures of a label are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum LabelPer {
    #[default]
    HundredGrams,
    Portion,
}

/// The fields.
#[derive(Debug)]
pub(super) struct LabelFigures {
    per: LabelPer,
    fields: Vec<(Nutrient, TextField)>,
    salt: TextField,
    /// The saved amounts in 100 g while a food is changed. Untouched fields keep them exactly.
    saved: Amounts,
}

impl LabelFigures {
    /// The fields of a food with these figures; empty ones are unknown.
    pub(super) fn of(per_100_g: &Amounts) -> Self {
        let field = |nutrient| per_100_g.get(nutrient).map_or_else(|| TextField::in_form(""), |amount| TextField::in_form(plain(amount)));
        let fields = ORDER.iter().map(|nutrient| (*nutrient, field(*nutrient))).collect();
        Self { per: LabelPer::default(), fields, salt: TextField::in_form(""), saved: *per_100_g }
    }

    /// Paints them; `portion_g` is what the portion weighs, once it is known.
    pub(super) fn ui(&mut self, ui: &mut Ui, portion_g: Option<f64>) {
        ui.horizontal_wrapped(|ui| {
            ui.label("The label is for");
            for (per, words, name) in
                [(LabelPer::HundredGrams, "100 g", "Label for 100 g"), (LabelPer::Portion, "1 portion", "Label for 1 portion")]
            {
                if ui.add(Push::new(words).name(name).small().selected(self.per == per)).clicked() {
                    self.per = per;
                }
            }
        });
        weak_label(ui, "Leave empty what the label does not say. Units such as 418 kJ, 0.1 g or 1000 IU are understood.");
        let grams = self.grams(portion_g);
        if let Some(grams) = grams {
            // Untouched fields show saved amounts for as much food as the label is for.
            for (nutrient, field) in &mut self.fields {
                if let Some(saved) = self.saved.get(*nutrient) {
                    field.show(plain(saved * grams / 100.0));
                }
            }
        }
        let grams = grams.unwrap_or(f64::INFINITY);
        let (first, rest) = self.fields.split_at_mut(FIRST);
        let salt = &mut self.salt;
        if ui.available_width() < 470.0 {
            column_ui(ui, first, Some(salt), grams);
            column_ui(ui, rest, None, grams);
        } else {
            ui.columns(2, |columns| {
                columns[0].vertical(|ui| column_ui(ui, first, Some(salt), grams));
                columns[1].vertical(|ui| column_ui(ui, rest, None, grams));
            });
        }
    }

    /// For how many grams the figures are; `None` if the weight of the portion is not known.
    fn grams(&self, portion_g: Option<f64>) -> Option<f64> {
        match self.per {
            LabelPer::HundredGrams => Some(100.0),
            LabelPer::Portion => portion_g,
        }
    }

    /// Returns the amounts in 100 g. `None` if a field is wrong, which then shows its error, or the portion's weight is not known.
    pub(super) fn read(&mut self, portion_g: Option<f64>) -> Option<Amounts> {
        let known = self.grams(portion_g);
        let grams = known.unwrap_or(f64::INFINITY);
        let mut amounts = Amounts::default();
        let mut right = true;
        for (nutrient, field) in &mut self.fields {
            let saved = self.saved.get(*nutrient).filter(|_| field.is_untouched());
            match field.read(|text| read_figure(*nutrient, text, grams)) {
                Some(typed) => amounts.set(*nutrient, saved.or_else(|| typed.map(|amount| amount * 100.0 / grams))),
                None => right = false,
            }
        }
        let sodium_known = self.fields.iter().any(|(nutrient, field)| *nutrient == Nutrient::Sodium && !field.text().is_empty());
        match self.salt.read(|text| read_salt(text, grams, sodium_known)) {
            Some(Some(salt_g)) => amounts.set(Nutrient::Sodium, Some(salt_g * SODIUM_IN_SALT_MG * 100.0 / grams)),
            Some(None) => {}
            None => right = false,
        }
        (right && known.is_some()).then_some(amounts)
    }
}

fn column_ui(ui: &mut Ui, fields: &mut [(Nutrient, TextField)], mut salt: Option<&mut TextField>, grams: f64) {
    for (nutrient, field) in fields {
        let labelled = Labelled::new(nutrient.label()).unit(nutrient.unit()).label_width(104.0);
        text_field_ui(ui, field, labelled, |text| read_figure(*nutrient, text, grams));
        if *nutrient == Nutrient::Sodium
            && let Some(salt) = salt.take()
        {
            let sodium_known = !field.text().is_empty();
            let labelled = Labelled::new("or salt").unit("g").name("Salt, g").label_width(104.0);
            text_field_ui(ui, salt, labelled, |text| read_salt(text, grams, sodium_known));
        }
    }
}

/// Reads how much of a nutrient `grams` grams of the food contain; `None` for an empty field.
fn read_figure(nutrient: Nutrient, text: &str, grams: f64) -> Result<Option<f64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let amount = amount_of(nutrient, text).map_err(|error| error.to_string())?;
    let too_much = match nutrient.unit() {
        "kcal" => amount > MOST_KCAL * grams / 100.0,
        "g" => amount > grams,
        "mg" => amount > grams * 1e3,
        _ => amount > grams * 1e6,
    };
    if too_much {
        let hint = if nutrient == Nutrient::Energy { "; write kJ behind it if it is in kJ" } else { "" };
        return Err(format!("{} {text} is more than {} g of a food can hold{hint}", nutrient.label(), grouped(grams)));
    }
    Ok(Some(amount))
}

fn read_salt(text: &str, grams: f64, sodium_known: bool) -> Result<Option<f64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    if sodium_known {
        return Err("Give sodium or salt, not both".to_owned());
    }
    // Weighed like protein, which is in grams too.
    read_figure(Nutrient::Protein, text, grams).map_err(|error| error.replacen(Nutrient::Protein.label(), "Salt", 1))
}

/// A number as short as it can be: "12.5".
fn plain(value: f64) -> String {
    number_to_type((value * 10_000.0).round() / 10_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_the_food_weighs_is_refused() {
        assert_eq!(read_figure(Nutrient::Protein, "40 g", 40.0), Ok(Some(40.0)));
        assert_eq!(read_figure(Nutrient::Protein, "41", 40.0), Err("Protein 41 is more than 40 g of a food can hold".to_owned()));
        assert!(read_figure(Nutrient::Energy, "2000", 100.0).unwrap_err().contains("kJ"));
        assert!(read_figure(Nutrient::Energy, "2000 kJ", 100.0).is_ok());
        assert_eq!(read_figure(Nutrient::Zinc, "", 100.0), Ok(None));
    }

    #[test]
    fn salt_stands_for_sodium_and_not_beside_it() {
        let mut figures = LabelFigures::of(&Amounts::default());
        figures.salt = TextField::in_form("0.5");
        let sodium = figures.read(None).unwrap().get(Nutrient::Sodium).unwrap();
        assert!((sodium - 200.0).abs() < 1e-9);
        figures.fields[2].1 = TextField::in_form("100");
        assert_eq!(figures.read(None), None);
    }

    #[test]
    fn figures_of_a_portion_become_figures_of_100_g_and_saved_ones_stay_exact() {
        let mut figures = LabelFigures::of(&Amounts::default());
        figures.per = LabelPer::Portion;
        figures.fields[1].1 = TextField::in_form("4");
        assert_eq!(figures.read(Some(40.0)).unwrap().get(Nutrient::Protein), Some(10.0));
        assert_eq!(figures.read(None), None, "nobody knows what the portion weighs");

        let third: Amounts = [(Nutrient::Protein, 10.0 / 3.0)].into_iter().collect();
        assert_eq!(LabelFigures::of(&third).read(None), Some(third));
    }
}
