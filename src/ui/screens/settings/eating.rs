//! What the person eats on principle, and what they cannot eat.

use super::parts::{chip_ui, question_ui, quiet_ui};
use crate::domain::{Allergen, Diet, Profile};
use crate::ui::widgets::{card_ui, heading_ui};
use egui::Ui;

pub(super) fn eating_ui(ui: &mut Ui, profile: &mut Profile) {
    card_ui(ui, |ui| {
        heading_ui(ui, "What you eat");
        question_ui(ui, "Diet", "Only foods that fit are suggested.");
        ui.horizontal_wrapped(|ui| {
            for &diet in Diet::ALL {
                if chip_ui(ui, diet.label(), diet.label(), profile.diet == diet) {
                    profile.diet = diet;
                }
            }
        });
        question_ui(ui, "Foods to avoid", "What contains them is never suggested.");
        ui.horizontal_wrapped(|ui| {
            for &allergen in Allergen::ALL {
                let avoided = profile.avoid.contains(&allergen);
                if chip_ui(ui, allergen.label(), &format!("Avoid {}", allergen.label().to_lowercase()), avoided)
                    && !profile.avoid.remove(&allergen)
                {
                    profile.avoid.insert(allergen);
                }
            }
        });
        if profile.avoided().contains(&Allergen::Gluten) && !profile.avoid.contains(&Allergen::Gluten) {
            quiet_ui(ui, "Gluten is avoided because of coeliac disease.");
        }
    });
}
