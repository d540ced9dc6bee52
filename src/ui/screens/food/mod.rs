//! Food: the person's own intake, every food, the person's own foods and recipes, supplements.

mod find;
mod intake;
mod own;
pub(super) mod references;
mod supplements;
mod view;

pub use view::{FoodView, ImportState, IntakeView};

use crate::domain::FoodId;
use crate::ui::action::{Action, Actions, FoodTab, Route};
use crate::ui::theme::space;
use crate::ui::widgets::{Push, title_ui};
use egui::{ScrollArea, Ui};

/// What is being typed or unfolded on the Food screen.
#[derive(Debug, Default)]
pub struct FoodScreen {
    find: find::FindTab,
    intake: intake::IntakeTab,
    own: own::OwnTab,
    supplements: supplements::SupplementsTab,
}

impl FoodScreen {
    /// Opens one food's page.
    pub fn show(&mut self, food: FoodId) {
        self.find.show(food);
    }

    /// Begins a food of the person's own with this name.
    pub fn describe(&mut self, name: &str) {
        self.own.describe(name);
    }

    /// Paints a tab.
    pub fn ui(&mut self, ui: &mut Ui, tab: FoodTab, view: FoodView<'_>, actions: &mut Actions) {
        ui.horizontal_wrapped(|ui| {
            title_ui(ui, "Food");
            ui.add_space(space::LARGE);
            for (each, words) in FoodTab::ALL {
                if ui.add(Push::new(words).selected(each == tab).size(0.0, 34.0)).clicked() {
                    actions.push(Action::Go(Route::Food(each)));
                }
            }
        });
        ui.add_space(space::SMALL);
        if tab == FoodTab::Find {
            // Its list and its page scroll by themselves.
            if let Some(ask) = self.find.ui(ui, view, actions) {
                match ask {
                    find::Ask::Describe(name) => self.own.describe(&name),
                    find::Ask::Edit(food) => self.own.edit(&food, view),
                }
                actions.push(Action::Go(Route::Food(FoodTab::Own)));
            }
            return;
        }
        ScrollArea::vertical().id_salt(tab).auto_shrink([false, false]).show(ui, |ui| {
            // The scroll bar floats over the right margin, not over the cards.
            ui.set_max_width(ui.available_width() - 12.0);
            match tab {
                FoodTab::Intake => self.intake.ui(ui, view, actions),
                FoodTab::Find => {}
                FoodTab::Own => self.own.ui(ui, view, actions),
                FoodTab::Supplements => self.supplements.ui(ui, view, actions),
            }
            ui.add_space(space::LARGE);
        });
    }
}
