//! Foods ranked by how much of a nutrient they contain: the choice, and the rows of the list.

use crate::domain::{Diet, Nutrient, capitalised};
use crate::nutrition::{Food, FoodFilter, FoodGroup, HeldRule, LeftOut, Per, catalogue, nothing_to_list, rich_in, rich_in_for};
use crate::ui::screens::food::references::{References, grams_words, portion_words};
use crate::ui::screens::food::view::FoodView;
use crate::ui::screens::food_row::FoodRow;
use crate::ui::widgets::{Push, tick_ui, weak_label};
use egui::{Popup, PopupCloseBehavior, Ui, vec2};
use egui_material_icons::icons::ICON_FILTER_LIST;

/// Nutrients to rank by, besides those that one may be short of.
const MORE: [Nutrient; 2] = [Nutrient::Sodium, Nutrient::VitaminK];

/// What foods are ranked by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct RankingChoice {
    nutrient: Nutrient,
    per: Per,
    /// Only this group; `None` for all groups.
    group: Option<FoodGroup>,
    /// Whether foods are shown that the profile rules out.
    everything: bool,
}

impl Default for RankingChoice {
    fn default() -> Self {
        Self { nutrient: Nutrient::Magnesium, per: Per::UsualPortion, group: None, everything: false }
    }
}

impl RankingChoice {
    /// Paints the choice.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>) {
        ui.horizontal_wrapped(|ui| {
            close_rows(ui);
            for nutrient in Nutrient::SUGGESTED.into_iter().chain(MORE) {
                let name = format!("Rich in {}", nutrient.in_a_sentence());
                if ui.add(Push::new(nutrient.label()).name(&name).small().inset(8.0).selected(self.nutrient == nutrient)).clicked() {
                    self.nutrient = nutrient;
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            close_rows(ui);
            for (per, words) in [(Per::UsualPortion, "Portion"), (Per::HundredGrams, "100 g"), (Per::HundredKcal, "100 kcal")] {
                if ui
                    .add(Push::new(words).name(&format!("Ranked by {}", words.to_lowercase())).small().inset(8.0).selected(self.per == per))
                    .clicked()
                {
                    self.per = per;
                }
            }
            self.group_ui(ui);
        });
        self.filter_ui(ui, view);
        if self.nutrient == Nutrient::Potassium
            && let Some(because) = view.kitchen.rules.withholding_potassium().map(HeldRule::because)
        {
            weak_label(ui, format!("Because of {because}, ask your doctor which of these suit you."));
        } else if !self.everything
            && let Some(why) = nothing_to_list(self.nutrient, &view.kitchen.rules).as_ref().map(LeftOut::note)
        {
            weak_label(ui, why);
        }
    }

    fn group_ui(&mut self, ui: &mut Ui) {
        let words = self.group.map_or("All groups", FoodGroup::label);
        let button = ui.add(Push::new(words).name("Food group").icon(ICON_FILTER_LIST).small().inset(8.0));
        Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).accessible_name("Food group").show(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let groups = FoodGroup::ALL.iter().map(|group| (Some(*group), group.label()));
            for (group, words) in [(None, "All groups")].into_iter().chain(groups) {
                let item = Push::new(words).small().quiet().left_aligned().size(190.0, 26.0);
                let item = if self.group == group { item.selected(true) } else { item };
                if ui.add(item).clicked() {
                    self.group = group;
                }
            }
        });
    }

    fn filter_ui(&mut self, ui: &mut Ui, view: FoodView<'_>) {
        let filter = FoodFilter::of(&view.kitchen.profile, view.day);
        let withheld = view.kitchen.rules.withholding_potassium();
        let from = match (withheld.is_some_and(HeldRule::is_for_medicines), filter.allows_everything()) {
            (false, _) => "profile",
            (true, true) => "medicines",
            (true, false) => "profile and medicines",
        };
        let potassium = withheld.map(|rule| format!("at most 200 mg potassium a portion, because of {}", rule.because()));
        let more = view.kitchen.rules.withhold_beyond_potassium().then(|| "what does not suit you".to_owned());
        let own = (!filter.allows_everything()).then(|| filter_words(&filter));
        let rules = own.into_iter().chain(potassium).chain(more).collect::<Vec<_>>().join("; ");
        if rules.is_empty() {
            weak_label(ui, "Your profile leaves no food out.");
        } else if tick_ui(ui, !self.everything, &format!("{} (from your {from})", capitalised(&rules))).clicked() {
            self.everything = !self.everything;
        }
    }

    /// The foods, richest first.
    pub(super) fn ranked(self, view: FoodView<'_>, references: &References) -> Vec<FoodRow> {
        let Self { nutrient, per, group, everything } = self;
        let filter = if everything { FoodFilter::default() } else { FoodFilter::of(&view.kitchen.profile, view.day) };
        let foods = catalogue().foods().iter().chain(view.kitchen.book.own());
        let of_group = foods.filter(|food| group.is_none() || food.group() == group);
        let rules = &view.kitchen.rules;
        let ranked = if everything {
            rich_in(of_group, nutrient, per, &filter)
        } else if nutrient == Nutrient::Potassium && rules.withholding_potassium().is_some() {
            // A list to ask a doctor about, as is said above it.
            let mut ranked = rich_in(of_group, nutrient, per, &filter);
            ranked.retain(|ranked| !rules.withholds_from_lists(ranked.food, nutrient));
            ranked
        } else if filter.allows_everything() && !rules.withhold_beyond_potassium() && rules.withholding_potassium().is_none() {
            // Nothing is known of the person, so that these are the foods of everybody.
            rich_in(of_group.filter(|food| !rules.is_never_listed(food)), nutrient, per, &filter)
        } else {
            rich_in_for(of_group, nutrient, per, &filter, rules)
        };
        ranked
            .into_iter()
            .map(|ranked| FoodRow {
                food: ranked.food.id.clone(),
                name: ranked.food.name.clone(),
                about: about(ranked.food, per, view),
                amount: Some((nutrient.amount(ranked.amount), references.share(nutrient, ranked.amount))),
            })
            .collect()
    }
}

/// Rows of chips as near to each other as the chips within a row.
fn close_rows(ui: &mut Ui) {
    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
    ui.spacing_mut().interact_size.y = 28.0;
}

/// The amount that a food is ranked by, and the person's opinion of it: "100 kcal (17 g), to try".
fn about(food: &Food, per: Per, view: FoodView<'_>) -> String {
    let amount = match per {
        Per::UsualPortion => portion_words(food.usual_portion()),
        Per::HundredGrams => "100 g".to_owned(),
        Per::HundredKcal => {
            let grams = food.per_100_g.get(Nutrient::Energy).map(|kcal| 10_000.0 / kcal);
            grams.map_or_else(String::new, |grams| format!("100 kcal ({})", grams_words(grams)))
        }
    };
    let opinion = view.kitchen.opinion(&food.id).map_or_else(String::new, |opinion| format!(", {}", opinion.label().to_lowercase()));
    format!("{amount}{opinion}")
}

/// "Without milk, nuts; vegan".
pub(super) fn filter_words(filter: &FoodFilter) -> String {
    let avoid: Vec<_> = filter.avoid.iter().map(|allergen| allergen.label().to_lowercase()).collect();
    let avoid = (!avoid.is_empty()).then(|| format!("without {}", avoid.join(", ")));
    let diet = (filter.diet != Diet::Everything).then(|| filter.diet.label().to_lowercase());
    let pregnant = filter.pregnant.then(|| "nothing to avoid in pregnancy".to_owned());
    capitalised(&[avoid, diet, pregnant].into_iter().flatten().collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Allergen;

    #[test]
    fn the_filter_says_what_it_leaves_out() {
        let filter = FoodFilter { diet: Diet::Vegan, avoid: [Allergen::Nuts, Allergen::Milk].into(), pregnant: false };
        assert_eq!(filter_words(&filter), "Without milk, nuts; vegan");
        let filter = FoodFilter { pregnant: true, ..FoodFilter::default() };
        assert_eq!(filter_words(&filter), "Nothing to avoid in pregnancy");
    }
}
