//! What a frame shows: the screen of the route, or why there is none.

use super::App;
use super::backups::backed_up;
use crate::domain::Day;
use crate::guide::help::numbers;
use crate::store::StoreError;
use crate::ui::action::{Actions, Route};
use crate::ui::navigation::{DateLine, NavigationView, date_line_ui, navigation_ui};
use crate::ui::notice::notice_ui;
use crate::ui::open_diary::DiaryState;
use crate::ui::screens::trends::TrendsScreenView;
use crate::ui::screens::trouble::{TroubleView, restoring_ui};
use crate::ui::screens::welcome::WelcomeView;
use crate::ui::screens::{
    food::FoodView, food::IntakeView, guide::GuideView, relief::ReliefView, settings::FileView, settings::SettingsView, today::DayContext,
    today::TodayView,
};
use crate::ui::theme::{self, space};
use crate::ui::views::{FoodViews, GuideViews, TodayViews};
use crate::ui::widgets::title_ui;
use egui::{CentralPanel, Color32, Frame, Margin, ScrollArea, Ui};

impl App {
    /// Paints the screen of the route, or why the diary cannot be shown.
    pub(super) fn screen_ui(&mut self, ui: &mut Ui, actions: &mut Actions) -> Result<(), StoreError> {
        // `App::clear_color` was asked before the look of this frame is set.
        let cleared = ui.ctx().global_style().visuals.panel_fill;
        // A cramp does not wait for a diary that cannot be opened, or that was never begun.
        if self.route == Route::Relief {
            self.relief_ui(ui, cleared, actions);
            return Ok(());
        }
        let Some(diary) = self.session.diary() else {
            self.closed_ui(ui, cleared, actions);
            return Ok(());
        };
        let page = self.views.page(diary)?;
        let (settings, slept) = (page.settings, page.latest_slept);
        if self.theme != Some(settings.theme) {
            theme::apply(ui.ctx(), settings.theme);
            self.theme = Some(settings.theme);
        }
        // Whoever undoes the only entry has seen the welcome page already.
        let own = matches!(self.session.state, DiaryState::Own(_));
        self.started |= own && !page.diary_is_empty;
        if own && !self.started {
            return self.first_page_ui(ui, cleared, actions);
        }
        navigation_ui(ui, &NavigationView::of(diary, self.route, self.dates.home), actions);
        if let Some(doubt) = &mut self.doubt {
            doubt.ui(ui, actions);
        }
        self.lost_file.ui(ui, actions);
        notice_ui(ui, &self.session.state, self.left_out.records(), actions);
        let frame = ground(ui, cleared).inner_margin(Margin { left: 22, right: 8, top: 14, bottom: 0 });
        CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| match self.route {
                Route::Today(day) => {
                    let line = DateLine { day, home: self.dates.home, today: diary.latest_day(), slept };
                    date_line_ui(ui, line, &self.views.dates(diary)?, actions);
                    ui.add_space(space::SMALL);
                    let TodayViews { page, kitchen, version, safety } = self.views.today(diary)?;
                    let day = DayContext { page, clock: self.session.clock() };
                    self.today.ui(ui, TodayView { day, kitchen, version, safety }, &mut self.flags, actions);
                    Ok(())
                }
                Route::Trends(tab) => {
                    let view = self.views.trends(diary, tab)?;
                    if !view.diary_is_read {
                        ui.ctx().request_repaint();
                    }
                    self.trends.ui(ui, TrendsScreenView { tab, view, day: self.dates.latest.day() }, actions);
                    Ok(())
                }
                Route::Food(tab) => {
                    let FoodViews { kitchen, version, known, summaries, advice } = self.views.food(diary)?;
                    let intake = IntakeView { summaries, advice };
                    let view = FoodView { day: self.dates.latest.day(), kitchen, version, known, import: &self.imports.state(), intake };
                    self.food.ui(ui, tab, view, actions);
                    Ok(())
                }
                Route::Guide(tab) => {
                    let running = Day::containing(self.session.clock().now(), settings.rules);
                    let GuideViews { safety, words_for_the_doctor, kitchen, version } = self.views.guide(diary, tab)?;
                    let view = GuideView { tab, day: self.dates.latest.day(), running, safety, words_for_the_doctor, kitchen, version };
                    self.guide.ui(ui, view, &mut self.flags, actions);
                    Ok(())
                }
                // Painted above, without navigation.
                Route::Relief => Ok(()),
                Route::Settings => {
                    title_ui(ui, "Settings");
                    ui.add_space(space::SMALL);
                    let page = self.views.page(diary)?;
                    let (profile, limits_drinking) = (&page.profile, page.limits_drinking.as_ref());
                    let (path, machine, today) = (diary.path(), self.session.machine(), diary.latest_day());
                    let (left_out, check, sealed) = (self.left_out.records(), self.checking.state(), self.sealing.state(machine, path));
                    let backups = self.backups.view(backed_up(&self.session));
                    let (computers, files) = (self.computers.view(backups.notes), self.files.view(backups.notes));
                    let file = FileView { path, left_out, check, backups, sealed, computers, files };
                    let view = SettingsView { settings, profile, limits_drinking, today, file };
                    self.settings.ui(ui, view, self.remembered.notes(), actions);
                    Ok(())
                }
            })
            .inner
    }

    fn first_page_ui(&mut self, ui: &mut Ui, cleared: Color32, actions: &mut Actions) -> Result<(), StoreError> {
        let Some(diary) = self.session.diary() else { return Ok(()) };
        self.lost_file.ui(ui, actions);
        let (profile, today) = (&self.views.page(diary)?.profile, diary.latest_day());
        let view = WelcomeView { path: self.session.path(), profile, today, backups: self.backups.view(backed_up(&self.session)) };
        page_ui(ui, cleared, |ui| self.welcome.ui(ui, view, actions));
        Ok(())
    }

    /// Paints why no diary is open, and ways on.
    fn closed_ui(&mut self, ui: &mut Ui, cleared: Color32, actions: &mut Actions) {
        let DiaryState::Trouble { message, can_read, is_damaged } = &self.session.state else {
            page_ui(ui, cleared, restoring_ui);
            return;
        };
        let backups = self.backups.view(backed_up(&self.session));
        let view = TroubleView { message, can_read: *can_read, is_damaged: *is_damaged, path: self.session.path(), backups };
        page_ui(ui, cleared, |ui| {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                self.trouble.ui(ui, view, actions);
                self.salvaging.ui(ui, self.session.path(), self.dates.today, actions);
            });
        });
    }

    fn relief_ui(&mut self, ui: &mut Ui, cleared: Color32, actions: &mut Actions) {
        if let Some(doubt) = &mut self.doubt {
            doubt.ui(ui, actions);
        }
        let page = self.session.diary().and_then(|diary| self.views.page(diary).ok());
        let help = numbers(page.and_then(|page| page.profile.country));
        let (rules, hours) = (page.map(|page| page.settings.rules), page.map(|page| page.customs.clock).unwrap_or_default());
        let view = ReliefView { clock: self.session.clock(), rules, hours, help, back: self.before_relief };
        page_ui(ui, cleared, |ui| self.relief.ui(ui, view, actions));
    }
}

/// A page without navigation, in a window that was cleared with a colour.
fn page_ui(ui: &mut Ui, cleared: Color32, content: impl FnOnce(&mut Ui)) {
    let frame = ground(ui, cleared).inner_margin(Margin::same(20));
    CentralPanel::default().frame(frame).show(ui, content);
}

/// The ground of a page. It is painted only where the window was cleared with another colour, as when the look changes: a whole window
/// of colour over an equal one would take a sixth of the time of a frame without a graphics card.
fn ground(ui: &Ui, cleared: Color32) -> Frame {
    let fill = ui.visuals().panel_fill;
    if fill == cleared { Frame::new() } else { Frame::new().fill(fill) }
}
