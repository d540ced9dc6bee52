//! The table of intake: one line per nutrient, which unfolds to the foods that gave most.

use crate::domain::{Nutrient, grouped};
use crate::nutrition::{
    COMPLETE_DAY_FOODS, COMPLETE_DAY_KCAL, Giver, IntakeFigures, IntakeSummary, MIN_DAYS, NutrientIntake, Person, limit, range_words,
};
use crate::ui::action::{Action, Actions};
use crate::ui::screens::food::view::FoodView;
use crate::ui::screens::guide_link::guide_link_ui;
use crate::ui::theme::space;
use crate::ui::widgets::{IntakeRow, Push, heading_ui, intake_row_ui, per_cent, weak_label};
use egui::Ui;

/// The nutrients of the table of intake: what muscles need first, what is only watched last.
const ROWS: [Nutrient; 14] = [
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
    Nutrient::Protein,
    Nutrient::Energy,
    Nutrient::Caffeine,
    Nutrient::Alcohol,
];

/// An amount is shown with "≥" if at least this share, 1 %, of the food lacks a figure for it.
const WORTH_SAYING: f64 = 0.01;

/// Which window is shown, and which nutrient is unfolded.
#[derive(Debug, Default)]
pub(super) struct FiguresPane {
    /// Whether the window of 7 days is shown rather than that of 28.
    week: bool,
    open: Option<Nutrient>,
}

impl FiguresPane {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        let summaries = view.intake.summaries;
        heading_ui(ui, "Your intake");
        ui.horizontal(|ui| {
            for (week, summary) in [(true, &summaries[0]), (false, &summaries[1])] {
                let words = format!("{} days", summary.window_days);
                if ui.add(Push::new(&words).small().selected(self.week == week)).clicked() {
                    self.week = week;
                }
            }
        });
        let summary = &summaries[usize::from(!self.week)];
        let days = format!("{} of the last {} days are fully logged", summary.complete_days, summary.window_days);
        if summary.enough_days() {
            weak_label(ui, format!("{days}. Means per day over these, from food and drinks."));
        } else {
            weak_label(ui, format!("{days}; {MIN_DAYS} are needed for a mean that says something."));
        }
        weak_label(
            ui,
            format!(
                "A day is full with {COMPLETE_DAY_FOODS} foods and {} kcal, or when you mark it so below its food on Today.",
                grouped(COMPLETE_DAY_KCAL)
            ),
        );
        ui.add_space(space::SMALL);
        for nutrient in ROWS {
            self.row_ui(ui, summary.of(nutrient), view, actions);
        }
        water_ui(ui, summary);
        ui.add_space(space::SMALL);
        weak_label(
            ui,
            format!(
                "Per cent of the daily reference for {}. The line across a bar is the average requirement: half of all people need less. The pale part comes from supplements and counts apart.",
                view.intake.advice.whose
            ),
        );
    }

    fn row_ui(&mut self, ui: &mut Ui, of: &NutrientIntake, view: FoodView<'_>, actions: &mut Actions) {
        let nutrient = of.nutrient;
        let figures = of.figures.as_ref();
        let amount = figures.map(|figures| amount_words(nutrient, figures));
        let supplements = figures.and_then(|figures| Some(figures.from_supplements / of.reference.as_ref()?.amount)).unwrap_or(0.0);
        let share = figures.and_then(|figures| figures.share);
        let requirement = of.requirement.as_ref().zip(of.reference.as_ref());
        let response = intake_row_ui(
            ui,
            &IntakeRow {
                name: nutrient.label(),
                amount: amount.as_deref(),
                shares: share.map(|share| (share, supplements)),
                requirement: requirement.map(|(requirement, reference)| requirement.amount / reference.amount),
                short: of.short_words().as_deref(),
            },
        );
        if response.clicked() && figures.is_some() {
            self.open = if self.open == Some(nutrient) { None } else { Some(nutrient) };
        }
        if let (Some(figures), true) = (figures, self.open == Some(nutrient)) {
            ui.indent(nutrient.key(), |ui| details_ui(ui, of, figures, view, actions));
        }
    }
}

fn amount_words(nutrient: Nutrient, figures: &IntakeFigures) -> String {
    let at_least = if figures.unknown_share >= WORTH_SAYING { "≥ " } else { "" };
    format!("{at_least}{}", nutrient.amount(figures.from_food))
}

fn details_ui(ui: &mut Ui, of: &NutrientIntake, figures: &IntakeFigures, view: FoodView<'_>, actions: &mut Actions) {
    let nutrient = of.nutrient;
    if let Some(reference) = &of.reference {
        weak_label(ui, format!("Reference {}. {}.", reference.words(nutrient), reference.source));
    }
    if let Some(requirement) = &of.requirement {
        weak_label(ui, format!("Half of all people need less than {}.", requirement.words(nutrient)));
    }
    weak_label(ui, format!("Your mean lies in the range {}, by how much your days differ.", range_words(nutrient, figures.range)));
    let profile = &view.kitchen.profile;
    if let Some(limit) = limit(nutrient, &Person::on(profile, view.day), profile.limits_region()) {
        weak_label(ui, format!("Not more than {}.", limit.words()));
    }
    if figures.from_supplements > 0.0 {
        weak_label(ui, format!("Supplements add {} a day.", nutrient.amount(figures.from_supplements)));
    }
    if figures.unknown_share >= WORTH_SAYING {
        weak_label(ui, format!("{} of what you ate has no figure for it, so the real amount is higher.", per_cent(figures.unknown_share)));
    }
    if figures.givers.is_empty() {
        weak_label(ui, "Nothing that you logged holds any.");
    } else {
        weak_label(ui, "Most came from:");
    }
    for Giver { food, name, amount, share } in &figures.givers {
        let words = format!("{name}: {} a day, {}", nutrient.amount(*amount), per_cent(*share));
        match food {
            Some(food) => {
                let named = format!("Open {name}, which gave {}", nutrient.in_a_sentence());
                if ui.add(Push::new(&words).name(&named).tiny().left_aligned()).clicked() {
                    actions.push(Action::ShowFood(food.clone()));
                }
            }
            None => {
                ui.horizontal(|ui| {
                    ui.add_space(6.0);
                    weak_label(ui, words);
                });
            }
        }
    }
    guide_link_ui(ui, nutrient, actions);
}

/// Water from food and drinks together against the reference for total water.
fn water_ui(ui: &mut Ui, summary: &IntakeSummary) {
    let water = &summary.water;
    let Some(figures) = water.figures else {
        intake_row_ui(ui, &IntakeRow { name: "Water, in all", ..IntakeRow::default() });
        return;
    };
    let all = figures.from_food + figures.from_drinks;
    let at_least = if figures.unknown_share >= WORTH_SAYING { "≥ " } else { "" };
    let amount = format!("{at_least}{} ml", grouped(all));
    let shares = figures.share.map(|share| (share, 0.0));
    intake_row_ui(ui, &IntakeRow { name: "Water, in all", amount: Some(&amount), shares, ..IntakeRow::default() });
    let reference = water.reference.as_ref().map(|reference| {
        format!(
            "; the reference for total water is {} ml, {}, by {}",
            grouped(reference.amount),
            reference.kind.label(),
            reference.authority
        )
    });
    weak_label(
        ui,
        format!(
            "Water: {} ml with food and {} ml drunk, on {} full days with drinks{}.",
            grouped(figures.from_food),
            grouped(figures.from_drinks),
            water.days,
            water.no_reference_words().map(|words| format!("; {words}")).or(reference).unwrap_or_default()
        ),
    );
}
