//! Foods to try, beside the charts.

use crate::diary::{Advice, Advised, reason};
use crate::domain::Nutrient;
use crate::nutrition::{ADULT, Person, Suggestion, reference};
use crate::ui::theme::{self, space};
use crate::ui::widgets::{heading_ui, weak_label};
use egui::{RichText, Ui};

pub(super) fn foods_ui(ui: &mut Ui, advice: &Advice) {
    heading_ui(ui, "Foods to try");
    if !advice.knows_enough() {
        let needed = crate::nutrition::MIN_DAYS;
        weak_label(
            ui,
            format!(
                "{} of {needed} full food days are logged in the last {}. Until your diary shows what you are short of, these are rich in minerals that muscles need.",
                advice.complete_days, advice.window_days
            ),
        );
    } else if advice.advised.is_empty() {
        ui.label(format!("Your food of the last {} days reaches nine tenths of every reference. Nothing to add.", advice.window_days));
    }
    for advised in &advice.advised {
        nutrient_ui(ui, advice, advised);
    }
    ui.add_space(space::MEDIUM);
    ui.separator();
    weak_label(ui, format!("Compared with {ADULT}. Figures: USDA, release 28."));
    weak_label(ui, "That a food stops cramps is not shown; these only fill what your food is short of.");
}

fn nutrient_ui(ui: &mut Ui, advice: &Advice, advised: &Advised) {
    ui.add_space(space::MEDIUM);
    ui.label(RichText::new(advised.nutrient.label()).text_style(theme::strong()));
    if advised.shortage.is_some() {
        weak_label(ui, reason(advice, advised));
    } else if let Some(reference) = reference(advised.nutrient, &Person::default()) {
        weak_label(ui, format!("Reference {} a day.", advised.nutrient.amount(reference.amount)));
    }
    if advised.nutrient == Nutrient::VitaminD {
        weak_label(ui, "Skin makes most of it in sunlight, which a food diary does not see.");
    }
    if advised.nutrient == Nutrient::Potassium {
        weak_label(ui, "With kidney disease, or a medicine that raises potassium, ask your doctor before eating more of it.");
    }
    for suggestion in &advised.foods {
        food_ui(ui, advised, suggestion);
    }
}

fn food_ui(ui: &mut Ui, advised: &Advised, suggestion: &Suggestion<'_>) {
    let food = suggestion.food;
    ui.add_space(2.0);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add(egui::Label::new(&food.name).wrap());
        let known = if suggestion.eaten_before { ", you eat it already" } else { "" };
        let adds = advised.nutrient.amount(suggestion.adds);
        weak_label(ui, format!("{}: {adds}, {:.0} %{known}", food.usual_portion().label, suggestion.share * 100.0));
    });
}
