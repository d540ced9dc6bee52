//! Today: last night, and the day before it.

mod cramp_details;
mod drinks;
mod factors;
mod flags;
mod food;
mod night;
mod signs;
mod sleep;
mod strain;
mod stretching;
mod supplements;

use crate::clock::Clock;
use crate::diary::{Kitchen, Page, Safety};
use crate::domain::Day;
use crate::ui::action::Actions;
use crate::ui::screens::flag_card::FlagCards;
use crate::ui::theme::space;
use egui::{ScrollArea, Ui};
use flags::flags_ui;

/// The date on the screen, and the clock that resolves the times typed on it.
#[derive(Debug, Clone, Copy)]
pub struct DayContext<'a> {
    /// The date.
    pub page: &'a Page,
    /// Says what UTC offset a typed time has.
    pub clock: &'a dyn Clock,
}

/// What the screen shows that is not of its date alone.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// What the person has and said about food.
    pub kitchen: &'a Kitchen,
    /// Changes whenever the kitchen does.
    pub version: u64,
    /// Medicines and warning signs.
    pub safety: &'a Safety,
}

/// What is being typed or unfolded on the Today screen.
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
    /// How many warnings stood above the date.
    warned: usize,
}

impl TodayScreen {
    /// Paints a date, and the warning signs above it.
    pub fn ui(&mut self, ui: &mut Ui, (shown, beside): (DayContext<'_>, Beside<'_>), flags: &mut FlagCards, actions: &mut Actions) {
        let page = shown.page;
        if self.shown != Some(page.day) {
            // What was being typed for another date must not land on this one; what is said of factors themselves has no date.
            let factors = std::mem::take(&mut self.factors).on_another_date();
            *self = Self { shown: Some(page.day), factors, ..Self::default() };
        }
        let mut scroll = ScrollArea::vertical().id_salt(page.day).auto_shrink([false, false]);
        let warned = beside.safety.alarming.len() + beside.safety.pressing().count();
        if warned > std::mem::replace(&mut self.warned, warned) {
            // Who logs an emergency far below must see what to do.
            scroll = scroll.vertical_scroll_offset(0.0);
        }
        scroll.show(ui, |ui| {
            // The scroll bar floats over the right margin, not over the cards.
            ui.set_max_width(ui.available_width() - 12.0);
            warnings_ui(ui, flags, beside.safety, actions);
            if ui.available_width() < 700.0 {
                self.night.ui(ui, shown, actions);
                ui.add_space(space::LARGE);
                self.day_ui(ui, page, beside, actions);
                ui.add_space(space::SMALL);
                self.folded_ui(ui, page, actions);
            } else {
                ui.spacing_mut().item_spacing.x = space::LARGE;
                ui.columns(2, |columns| {
                    for column in columns.iter_mut() {
                        column.spacing_mut().item_spacing.x = space::SMALL + 2.0;
                    }
                    columns[0].vertical(|ui| {
                        self.night.ui(ui, shown, actions);
                        ui.add_space(space::SMALL);
                        self.folded_ui(ui, page, actions);
                    });
                    columns[1].vertical(|ui| self.day_ui(ui, page, beside, actions));
                });
            }
            ui.add_space(space::LARGE);
        });
    }

    /// Asks for what was typed but not yet left: called when the screen or the program is left.
    pub fn flush(&mut self, shown: DayContext<'_>, actions: &mut Actions) {
        if self.shown == Some(shown.page.day) {
            self.night.flush(shown, actions);
            self.strain.flush(shown.page, actions);
            self.factors.flush(shown.page, actions);
            self.signs.flush(shown.page, actions);
        }
    }

    fn day_ui(&mut self, ui: &mut Ui, page: &Page, Beside { kitchen, version, .. }: Beside<'_>, actions: &mut Actions) {
        self.drinks.ui(ui, page, actions);
        ui.add_space(space::SMALL);
        self.stretching.ui(ui, page, actions);
        ui.add_space(space::SMALL);
        self.food.ui(ui, page, (kitchen, version), actions);
        ui.add_space(space::SMALL);
        self.supplements.ui(ui, page, kitchen, actions);
    }

    /// What most days have little of.
    fn folded_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        self.strain.ui(ui, page, actions);
        self.factors.ui(ui, page, self.strain.is_unfolded(), actions);
        self.signs.ui(ui, page, actions);
    }
}

/// In a part of its own that is always there, so that a flag that comes or goes leaves the keyboard where it is.
fn warnings_ui(ui: &mut Ui, flags: &mut FlagCards, safety: &Safety, actions: &mut Actions) {
    let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = spacing;
        flags_ui(ui, flags, safety, actions);
    });
    ui.spacing_mut().item_spacing.y = spacing;
}

/// "Yesterday, Thu 19 Nov": what the day is to the person.
fn day_words(page: &Page) -> String {
    let label = page.day.label();
    match (page.today.date() - page.day.date()).num_days() {
        0 => format!("Today, {label}"),
        1 => format!("Yesterday, {label}"),
        _ => label,
    }
}
