//! A suggested food: what it adds, why it is offered, and what to do with it. Beside the charts and on the Food screen.

use super::guide_link::guide_link_ui;
use crate::diary::{Advice, Advised, Command, FoodCommand, KitchenCommand, reason};
use crate::domain::{Day, Nutrient, Opinion};
use crate::nutrition::Suggestion;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Push, heading_ui, weak_label};
use egui::{RichText, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_EXPAND_LESS, ICON_EXPAND_MORE};

/// What a suggested food is shown with.
#[derive(Debug, Clone, Copy)]
struct Offer<'a> {
    advice: &'a Advice,
    /// The nutrient that is short.
    advised: &'a Advised,
    /// The day that the food is logged for.
    day: Day,
}

/// The suggestion whose reason is unfolded, by nutrient and food.
#[derive(Debug, Default)]
pub(super) struct SuggestionsPane {
    why: Option<(Nutrient, String)>,
    /// The nutrient for which it is unfolded why foods are left out.
    left_out: Option<Nutrient>,
}

impl SuggestionsPane {
    /// Paints all advice. Foods are logged for `day`.
    pub(super) fn ui(&mut self, ui: &mut Ui, advice: &Advice, day: Day, actions: &mut Actions) {
        heading_ui(ui, "Foods to try");
        if !advice.knows_enough() {
            let (days, needed, window) = (advice.complete_days, crate::nutrition::MIN_DAYS, advice.window_days);
            weak_label(
                ui,
                format!(
                    "{days} of {needed} full food days are logged in the last {window}. Until your diary shows what you are short of, these are rich in minerals that muscles need."
                ),
            );
        } else if advice.advised.is_empty() {
            let days = advice.window_days;
            ui.label(if advice.all_reached {
                format!("Your food of the last {days} days reaches every reference. Nothing to add.")
            } else {
                format!("Nothing is known to be short in the last {days} days, but not all of what you ate has figures. Your intake says how much.")
            });
        }
        for advised in &advice.advised {
            self.nutrient_ui(ui, Offer { advice, advised, day }, actions);
        }
        ui.add_space(space::MEDIUM);
        ui.separator();
        for caution in advice.cautions() {
            weak_label(ui, caution);
        }
        weak_label(ui, format!("Compared with the reference for {}. Figures: USDA.", advice.whose));
        weak_label(ui, "That a food stops cramps is not shown; these only fill what your food is short of.");
    }

    fn nutrient_ui(&mut self, ui: &mut Ui, offer: Offer<'_>, actions: &mut Actions) {
        let Offer { advice, advised, .. } = offer;
        ui.add_space(space::MEDIUM);
        ui.label(RichText::new(advised.nutrient.label()).text_style(theme::strong()));
        if advised.shortage.is_some() {
            weak_label(ui, reason(advice, advised));
        }
        if let Some(said) = advised.foods.withheld().or_else(|| advised.instead.clone()) {
            weak_label(ui, said);
        }
        guide_link_ui(ui, advised.nutrient, actions);
        for suggestion in &advised.foods.foods {
            self.food_ui(ui, offer, suggestion, actions);
        }
        for words in &advised.foods.words {
            weak_label(ui, words.line());
        }
        self.left_out_ui(ui, advised);
    }

    /// The foods that rules withhold, in one quiet line, with the reasons to unfold.
    fn left_out_ui(&mut self, ui: &mut Ui, advised: &Advised) {
        let Some(left_out) = advised.foods.left_out() else { return };
        let open = self.left_out == Some(advised.nutrient);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            weak_label(ui, left_out);
            let name = format!("Left out for {}: why", advised.nutrient.in_a_sentence());
            let icon = if open { ICON_EXPAND_LESS } else { ICON_EXPAND_MORE };
            if ui.add(Push::new("Why?").name(&name).icon(icon).tiny()).clicked() {
                self.left_out = if open { None } else { Some(advised.nutrient) };
            }
        });
        if open {
            for reason in advised.foods.why_left_out() {
                weak_label(ui, reason);
            }
        }
    }

    fn food_ui(&mut self, ui: &mut Ui, offer: Offer<'_>, suggestion: &Suggestion<'static>, actions: &mut Actions) {
        let Offer { advice, advised, day } = offer;
        let (food, nutrient) = (suggestion.food, advised.nutrient);
        let named = |verb: &str| format!("{verb} {} for {}", food.name, nutrient.in_a_sentence());
        let set = |opinion| {
            Command::Kitchen(KitchenCommand::SetOpinion { food: food.id.clone(), name: food.name.clone(), opinion: Some(opinion) })
        };
        ui.add_space(4.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if ui.add(Push::new(&food.name).name(&named("Open")).quiet().left_aligned().small().inset(0.0)).clicked() {
                actions.push(Action::ShowFood(food.id.clone()));
            }
            weak_label(ui, suggestion.words(nutrient));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                if ui.add(Push::new("Log it").name(&named("Log")).icon(ICON_ADD).tiny()).clicked()
                    && let Some(entry) = food.usual_entry(day)
                {
                    actions.run(Command::Food(FoodCommand::Log(entry)));
                }
                if ui.add(Push::new("To try").name(&named("To try:")).tiny()).clicked() {
                    actions.run(set(Opinion::ToTry));
                }
                if ui.add(Push::new("Not for me").name(&named("Not for me:")).tiny()).clicked() {
                    actions.run(set(Opinion::NotForMe));
                }
                let key = (nutrient, food.id.to_string());
                let open = self.why.as_ref() == Some(&key);
                if ui.add(Push::new("Why?").name(&named("Why")).tiny()).clicked() {
                    self.why = if open { None } else { Some(key.clone()) };
                }
            });
            if self.why.as_ref().is_some_and(|(of, id)| *of == nutrient && id == food.id.as_str()) {
                weak_label(ui, why(advice, advised, suggestion));
            }
        });
    }
}

/// Why this food, in sentences: what is short, what the portion adds, and how it came to stand here.
fn why(advice: &Advice, advised: &Advised, suggestion: &Suggestion<'_>) -> String {
    let known = if suggestion.eaten_before {
        "It stands first because you have eaten it in the last 60 days."
    } else {
        "It stands here because a usual portion adds much for its energy, it is widely known, and each kind of food has its turn."
    };
    format!(
        "{} {} {known} Foods that your profile rules out, and those that are not for you, are left out.",
        reason(advice, advised),
        suggestion.words(advised.nutrient)
    )
}
