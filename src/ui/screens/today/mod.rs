//! Today: last night, and the day before it.

mod context;
mod cramp_details;
mod day_heading;
mod drinks;
mod factors;
mod flags;
mod food;
mod long_ago;
mod night;
mod sign_question;
mod signs;
mod sleep;
mod strain;
mod stretching;
mod supplements;

pub use context::{DayContext, TodayView};

use crate::diary::Safety;
use crate::domain::Day;
use crate::ui::action::Actions;
use crate::ui::screens::flag_card::FlagCards;
use crate::ui::theme::space;
use crate::ui::widgets::{Half, WIDE, wide_columns_ui};
use context::FoodContext;
use egui::{ScrollArea, Ui};
use flags::flags_ui;
use long_ago::{is_long_ago, long_ago_ui};

/// What is typed or unfolded on the Today screen.
#[derive(Debug, Default)]
pub struct TodayScreen {
    shown: Option<Day>,
    night: night::NightSection,
    drinks: drinks::DrinksSection,
    stretching: stretching::StretchingSection,
    supplements: supplements::SupplementsSection,
    food: food::FoodSection,
    strain: strain::StrainSection,
    factors: factors::FactorsSection,
    signs: signs::SignsSection,
    /// Whether the person said that a date of more than ten years back is meant; until a newer one is shown.
    means_long_ago: bool,
    /// How many warnings stood above the date in the last frame.
    warned: usize,
}

impl TodayScreen {
    /// Paints a date, and the warning signs above it.
    pub fn ui(&mut self, ui: &mut Ui, view: TodayView<'_>, flags: &mut FlagCards, actions: &mut Actions) {
        let TodayView { day, safety, .. } = view;
        let page = day.page;
        if self.shown != Some(page.day) {
            // What was being typed for another date must not land on this one; what is said of factors themselves has no date.
            let factors = std::mem::take(&mut self.factors).on_another_date();
            let means_long_ago = self.means_long_ago && is_long_ago(page);
            *self = Self { shown: Some(page.day), factors, means_long_ago, ..Self::default() };
        }
        if is_long_ago(page) && !self.means_long_ago {
            self.means_long_ago = long_ago_ui(ui, page, actions);
            return;
        }
        let mut scroll = ScrollArea::vertical().id_salt(page.day).auto_shrink([false, false]);
        let warned = safety.alarming.len() + safety.pressing().count();
        if warned > std::mem::replace(&mut self.warned, warned) {
            // Who logs an emergency far below must see what to do.
            scroll = scroll.vertical_scroll_offset(0.0);
        }
        scroll.show(ui, |ui| {
            // The scroll bar floats over the right margin, not over the cards.
            ui.set_max_width(ui.available_width() - 12.0);
            warnings_ui(ui, flags, safety, actions);
            if ui.available_width() < WIDE {
                self.night.ui(ui, day, actions);
                ui.add_space(space::LARGE);
                self.day_ui(ui, view, actions);
                ui.add_space(space::SMALL);
                self.folded_ui(ui, view, actions);
            } else {
                wide_columns_ui(ui, |ui, half| match half {
                    Half::First => {
                        self.night.ui(ui, day, actions);
                        ui.add_space(space::SMALL);
                        self.folded_ui(ui, view, actions);
                    }
                    Half::Second => self.day_ui(ui, view, actions),
                });
            }
            ui.add_space(space::LARGE);
        });
    }

    fn day_ui(&mut self, ui: &mut Ui, view: TodayView<'_>, actions: &mut Actions) {
        let TodayView { day: DayContext { page, .. }, kitchen, version, .. } = view;
        self.drinks.ui(ui, page, actions);
        ui.add_space(space::SMALL);
        self.stretching.ui(ui, page, actions);
        ui.add_space(space::SMALL);
        self.food.ui(ui, FoodContext { page, kitchen, version }, actions);
        ui.add_space(space::SMALL);
        self.supplements.ui(ui, page, kitchen, actions);
    }

    /// Strain, factors and signs, which are folded away on most days.
    fn folded_ui(&mut self, ui: &mut Ui, view: TodayView<'_>, actions: &mut Actions) {
        let TodayView { day: DayContext { page, .. }, safety, .. } = view;
        self.strain.ui(ui, page, actions);
        self.factors.ui(ui, page, self.strain.is_unfolded(), actions);
        self.signs.ui(ui, page, &safety.known_signs, actions);
    }
}

/// Paints warnings in a scope that is always there, so that the focus stays where it is when a flag comes or goes.
fn warnings_ui(ui: &mut Ui, flags: &mut FlagCards, safety: &Safety, actions: &mut Actions) {
    let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = spacing;
        flags_ui(ui, flags, safety, actions);
    });
    ui.spacing_mut().item_spacing.y = spacing;
}
