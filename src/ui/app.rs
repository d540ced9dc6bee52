//! The window's frame: paint ready views, gather actions, carry them out at the end.

use super::Start;
use super::action::{Action, Actions, FoodTab, GuideTab, Route};
use super::frame::{notice_ui, page_ui};
use super::imports::Imports;
use super::navigation::{date_line_ui, navigation_ui};
use super::screens::{
    food::{FoodScreen, FoodView, IntakeView},
    guide::{GuideScreen, GuideView},
    relief::{ReliefScreen, ReliefView},
    settings::{SettingsScreen, SettingsView},
    today::{Shown, TodayScreen},
    trends::TrendsScreen,
    trouble::TroubleScreen,
    welcome::welcome_ui,
};
use super::session::{Session, State};
use super::shortcuts::{leave_field, shortcuts};
use super::theme::{self, space};
use super::toast::Toast;
use super::views::{FoodViews, GuideViews, Views};
use super::widgets::title_ui;
use crate::diary::{Command, Diary, DiaryError, Done};
use crate::domain::{Day, DayRules, Night, ThemeChoice};
use crate::store::{RecordKind, StoreError};
use chrono::{NaiveDateTime, Timelike as _};
use egui::{CentralPanel, Context, Frame, Margin, Ui};

/// The program in its window.
#[derive(Debug)]
pub struct App {
    session: Session,
    route: Route,
    views: Views,
    toast: Toast,
    started: bool,
    hour: NaiveDateTime,
    /// The date that is asked about now; see [`home`].
    home: Day,
    theme: Option<ThemeChoice>,
    today: TodayScreen,
    trends: TrendsScreen,
    food: FoodScreen,
    guide: GuideScreen,
    relief: ReliefScreen,
    /// Where one was before a cramp.
    before_relief: Route,
    settings: SettingsScreen,
    trouble: TroubleScreen,
    imports: Imports,
    /// For jobs, which wake the window when they have something to show.
    context: Context,
}

impl App {
    /// Opens the diary and sets up the look.
    #[must_use]
    pub fn new(context: &Context, start: Start) -> Self {
        theme::install(context);
        let session = Session::open(start);
        let home = home(&session);
        let mut app = Self {
            route: Route::Today(home),
            views: Views::new(home),
            toast: Toast::default(),
            started: false,
            hour: this_hour(&session),
            home,
            theme: None,
            today: TodayScreen::default(),
            trends: TrendsScreen::default(),
            food: FoodScreen::default(),
            guide: GuideScreen::default(),
            relief: ReliefScreen::default(),
            before_relief: Route::Today(home),
            settings: SettingsScreen::default(),
            trouble: TroubleScreen::default(),
            imports: Imports::default(),
            context: context.clone(),
            session,
        };
        app.index_imports();
        app
    }

    /// The open diary.
    #[must_use]
    pub fn diary(&self) -> Option<&Diary> {
        self.session.diary()
    }

    /// Whether work is going on beside the window.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.imports.is_busy()
    }

    fn index_imports(&mut self) {
        if let Some(diary) = self.session.diary_mut() {
            self.imports.index(diary, &self.context);
        }
    }

    /// Paints one frame and carries out what was asked for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        let mut actions = Actions::default();
        if let Some(diary) = self.session.diary_mut()
            && self.imports.poll(diary)
        {
            self.views.changed(&[RecordKind::Import]);
        }
        self.follow_the_clock(&mut actions);
        if ui.input(|input| input.viewport().close_requested()) {
            leave_field(ui);
        }
        shortcuts(ui, self.home, &mut actions);
        if let Err(error) = self.screen_ui(ui, &mut actions) {
            // The diary was open and cannot be read any more: say so where its content would be.
            self.session.state = State::Trouble { message: error.to_string(), can_read: false };
            ui.ctx().request_repaint();
        }
        self.toast.ui(ui, &mut actions);
        for action in actions.take() {
            self.act(action);
            ui.ctx().request_repaint();
        }
    }

    fn screen_ui(&mut self, ui: &mut Ui, actions: &mut Actions) -> Result<(), StoreError> {
        // A cramp does not wait for a diary that cannot be opened, or that was never begun.
        if self.route == Route::Relief {
            let rules = self.session.diary().and_then(|diary| diary.settings().ok()).map(|settings| settings.rules);
            let view = ReliefView { clock: self.session.clock(), rules, back: self.before_relief };
            page_ui(ui, |ui| self.relief.ui(ui, view, actions));
            return Ok(());
        }
        if let State::Trouble { message, can_read } = &self.session.state {
            page_ui(ui, |ui| self.trouble.ui(ui, (message, *can_read), self.session.path(), actions));
            return Ok(());
        }
        let Some(diary) = self.session.diary() else { return Ok(()) };
        let page = self.views.page(diary)?;
        let settings = page.settings;
        if self.theme != Some(settings.theme) {
            theme::apply(ui.ctx(), settings.theme);
            self.theme = Some(settings.theme);
        }
        // Who takes the only entry back has seen the first page already.
        let own = matches!(self.session.state, State::Own(_));
        self.started |= own && !page.diary_is_empty;
        if own && !self.started {
            page_ui(ui, |ui| welcome_ui(ui, self.session.path(), actions));
            return Ok(());
        }
        navigation_ui(ui, self.route, self.home, actions);
        notice_ui(ui, &self.session.state, actions);
        let frame = Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin { left: 22, right: 8, top: 14, bottom: 0 });
        CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| match self.route {
                Route::Today(day) => {
                    let days = (self.home, diary.latest_day());
                    date_line_ui(ui, day, days, Some(self.views.marks(diary)?), actions);
                    ui.add_space(space::SMALL);
                    let (page, kitchen, version, safety) = self.views.today(diary)?;
                    let shown = Shown { page, kitchen, version, safety, clock: self.session.clock() };
                    self.today.ui(ui, shown, actions);
                    Ok(())
                }
                Route::Trends => {
                    let (trends, version, advice) = self.views.trends(diary)?;
                    self.trends.ui(ui, (trends, version), (advice, self.home), actions);
                    Ok(())
                }
                Route::Food(tab) => {
                    let FoodViews { kitchen, version, known, summaries, advice } = self.views.food(diary)?;
                    let view = FoodView { day: self.home, kitchen, version, known, import: &self.imports.state() };
                    self.food.ui(ui, tab, (view, IntakeView { summaries, advice }), actions);
                    Ok(())
                }
                Route::Guide(tab) => {
                    let running = Day::containing(self.session.clock().now(), settings.rules);
                    let GuideViews { safety, words_for_the_doctor, kitchen, version } = self.views.guide(diary)?;
                    let view = GuideView { day: self.home, running, safety, words_for_the_doctor, kitchen, version };
                    self.guide.ui(ui, tab, view, actions);
                    Ok(())
                }
                // Painted above, without navigation.
                Route::Relief => Ok(()),
                Route::Settings => {
                    title_ui(ui, "Settings");
                    ui.add_space(space::SMALL);
                    let profile = &self.views.page(diary)?.profile;
                    let view = SettingsView { settings, profile, today: diary.latest_day(), path: diary.path() };
                    self.settings.ui(ui, view, actions);
                    Ok(())
                }
            })
            .inner
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::AcceptImport => {
                // What was refused can be tried again.
                if let Some(import) = self.imports.ready()
                    && self.try_change(|diary| diary.execute(Command::AcceptImport(import)).map(Some))
                {
                    self.imports.accepted();
                }
            }
            Action::CancelImport => self.imports.cancel(),
            Action::CloseExample => self.reopen(Session::open_own),
            Action::DiscardImport => self.imports.discard(),
            Action::Go(route) => self.go(route),
            Action::GoHome => self.go(Route::Today(self.home)),
            Action::OpenExample => self.reopen(Session::open_example),
            Action::OpenFile(path) => self.reopen(|session| session.open_file(path)),
            Action::OpenReadOnly => self.reopen(Session::open_read_only),
            Action::ReadTopic(topic) => {
                self.go(Route::Guide(GuideTab::Read));
                self.guide.read(topic);
            }
            Action::Redo => self.change(Diary::redo),
            Action::Run(command) => self.change(|diary| diary.execute(*command).map(Some)),
            Action::RunTogether(what, commands) => self.change(|diary| diary.execute_together(what, commands).map(Some)),
            Action::RunThenGo(command, route) => {
                if self.try_change(|diary| diary.execute(*command).map(Some)) {
                    self.go(route);
                }
            }
            Action::Say(words) => self.toast.trouble(words),
            Action::ShowFood(food) => {
                self.go(Route::Food(FoodTab::Find));
                self.food.show(food);
            }
            Action::ShowMonth(month) => self.views.show_month(month),
            Action::ShowNights(nights) => self.views.show_nights(nights),
            Action::StartImport(path) => {
                if let Some(diary) = self.session.diary_mut() {
                    self.imports.start(path, diary, &self.context);
                }
            }
            Action::Start => self.started = true,
            Action::Undo => self.change(Diary::undo),
        }
    }

    fn go(&mut self, route: Route) {
        self.flush();
        if route == Route::Relief && self.route != Route::Relief {
            (self.relief, self.before_relief) = (ReliefScreen::default(), self.route);
        }
        self.route = route;
        if let Route::Today(day) = route {
            self.views.show_day(day);
        }
    }

    fn reopen(&mut self, open: impl FnOnce(&mut Session)) {
        self.flush();
        open(&mut self.session);
        self.views.forget();
        self.imports = Imports::default();
        self.index_imports();
        self.home = home(&self.session);
        (self.today, self.food, self.settings) = (TodayScreen::default(), FoodScreen::default(), SettingsScreen::default());
        self.guide = GuideScreen::default();
        self.go(Route::Today(self.home));
    }

    fn change(&mut self, change: impl FnOnce(&mut Diary) -> Result<Option<Done>, DiaryError>) {
        _ = self.try_change(change);
    }

    /// Changes the diary, says so, and forgets the views that it concerns. Whether it was done.
    fn try_change(&mut self, change: impl FnOnce(&mut Diary) -> Result<Option<Done>, DiaryError>) -> bool {
        let Some(diary) = self.session.diary_mut() else { return false };
        match change(diary) {
            Ok(Some(Done { what, changed })) => {
                if !changed.is_empty() {
                    self.views.changed(&changed);
                    let can_undo = diary.undo_what() == Some(what.as_str());
                    self.toast.done(what, can_undo);
                    if changed.contains(&RecordKind::Import) {
                        self.imports.index(diary, &self.context);
                    }
                    if changed.contains(&RecordKind::Settings) {
                        self.home = home(&self.session);
                    }
                }
                true
            }
            Ok(None) => {
                self.toast.done("There is nothing to undo or redo.".to_owned(), false);
                true
            }
            Err(error) => {
                log::error!("{error}");
                self.toast.trouble(error.to_string());
                false
            }
        }
    }

    /// Saves what was typed but not left yet.
    fn flush(&mut self) {
        let mut actions = Actions::default();
        if let Some(diary) = self.session.diary()
            && let Ok((page, kitchen, version, safety)) = self.views.today(diary)
        {
            self.today.flush(Shown { page, kitchen, version, safety, clock: self.session.clock() }, &mut actions);
        }
        for action in actions.take() {
            if let Action::Run(command) = action {
                self.change(|diary| diary.execute(*command).map(Some));
            }
        }
    }

    /// A window that stays open over night shows the new night in the morning.
    fn follow_the_clock(&mut self, actions: &mut Actions) {
        let hour = this_hour(&self.session);
        if hour != self.hour {
            let before = self.home;
            (self.hour, self.home) = (hour, home(&self.session));
            self.views.forget();
            if self.route == Route::Today(before) && before != self.home {
                actions.push(Action::GoHome);
            }
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.flush();
    }
}

/// The date that is asked about now: that of the night which is running or just over.
fn home(session: &Session) -> Day {
    let rules = session.diary().and_then(|diary| diary.settings().ok()).map_or_else(DayRules::default, |settings| settings.rules);
    Night::containing(session.clock().now(), rules).day()
}

fn this_hour(session: &Session) -> NaiveDateTime {
    let now = session.clock().now().naive_local();
    now.date().and_hms_opt(now.hour(), 0, 0).unwrap_or(now)
}
