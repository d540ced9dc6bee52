//! What the window showed is remembered on this computer, and shown again.

use super::App;
use crate::ui::action::Route;
use crate::ui::remembered::Shown;
use crate::ui::window_change::WindowChange;

impl App {
    /// Shows what was shown last.
    pub(super) fn show_remembered(&mut self) {
        let Shown { route, tab, range, .. } = self.remembered.shown(self.dates.home);
        self.trends_tab = tab;
        self.views.show_range(range);
        // Today is there already.
        if !matches!(route, Route::Today(_)) && self.session.diary().is_some() {
            self.go(route);
        }
    }

    /// Has what changed about the window written a little later, beside it. Without it, that is done when the window closes.
    pub(in crate::ui) fn remember_beside(&mut self) {
        self.remembered.write_beside();
    }

    /// Changes how the window looks, listens, and shows times.
    pub(super) fn change_window(&mut self, change: WindowChange) {
        let before = self.remembered.notes().customs;
        self.remembered.change(change, &self.context);
        let customs = self.remembered.notes().customs;
        if customs != before {
            self.session.set_customs(customs);
            self.views.forget();
            self.read_clock();
        }
    }

    /// Takes in what is shown, and writes it down when it has settled.
    pub(super) fn remember(&mut self) {
        let shown = Shown { route: self.route, home: self.dates.home, tab: self.trends_tab, range: self.views.chosen_range() };
        self.remembered.follow(shown, &self.context, self.session.machine());
    }
}
