//! The reference intakes of the person on a day, and words for foods beside them.

use crate::diary::whose_reference;
use crate::domain::{Amounts, Day, Nutrient, Portion, Profile};
use crate::nutrition::{Person, reference};
use crate::ui::widgets::amount_row_ui;
use egui::Ui;

/// The reference intakes of a person.
#[derive(Debug, Clone)]
pub(in crate::ui::screens) struct References {
    amounts: Amounts,
    /// The people whom the references are for: "women of 31 to 50 years".
    pub(in crate::ui::screens) whose: String,
}

impl References {
    /// The reference intakes of the person whom the diary is for.
    pub(in crate::ui::screens) fn of(profile: &Profile, day: Day) -> Self {
        let person = Person::on(profile, day);
        let amounts = Nutrient::ALL.iter().filter_map(|nutrient| Some((*nutrient, reference(*nutrient, &person)?.amount)));
        Self { amounts: amounts.collect(), whose: whose_reference(profile, day) }
    }

    /// An amount divided by the reference intake: 0.5 is half of it. `None` for a nutrient without a reference intake.
    pub(in crate::ui::screens) fn share(&self, nutrient: Nutrient, amount: f64) -> Option<f64> {
        Some(amount / self.amounts.get(nutrient).filter(|reference| *reference > 0.0)?)
    }

    /// Paints a table of every nutrient with its amount.
    pub(in crate::ui::screens) fn table_ui(&self, ui: &mut Ui, amount: impl Fn(Nutrient) -> Option<f64>) {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for &nutrient in Nutrient::ALL {
                let amount = amount(nutrient);
                let words = amount.map(|amount| if amount == 0.0 { format!("0 {}", nutrient.unit()) } else { nutrient.amount(amount) });
                amount_row_ui(ui, nutrient.label(), words.as_deref(), amount.and_then(|amount| self.share(nutrient, amount)));
            }
        });
    }
}

/// A household measure with its weight: "1 medium (118 g)".
pub(in crate::ui::screens) fn portion_words(portion: &Portion) -> String {
    let Portion { label, grams } = portion;
    // Some name their weight already: "1 oz (28 g)".
    if label.ends_with(" g)") || label.ends_with(" g") {
        return label.clone();
    }
    format!("{label} ({})", grams_words(*grams))
}

/// A weight to a tenth of a gram, of heavy things to a gram: "118 g", "7.5 g".
pub(in crate::ui::screens) fn grams_words(grams: f64) -> String {
    if grams >= 100.0 { format!("{} g", crate::domain::grouped(grams)) } else { format!("{} g", (grams * 10.0).round() / 10.0) }
}
