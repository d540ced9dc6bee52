//! The window's frame: paint ready views, gather actions, carry them out at the end.

mod act;
mod backups;
mod check;
mod computers;
mod follow;
mod lost_file;
mod one_file;
mod own_files;
mod paint;
mod remember;
mod salvage;
mod typed;
mod waiting;

use super::action::{Action, Actions, Route, TrendsTab};
use super::backups::{BacksUp, Backups};
use super::checking::Checking;
use super::computers::Computers;
use super::doubt::Doubt;
use super::file_watch::FileWatch;
use super::imports::Imports;
use super::left_out::LeftOutRecords;
use super::lost_file::LostFile;
use super::open_diary::{DiaryState, OpenDiary, OpeningWord, Start};
use super::opening::{Opening, hour_of};
use super::own_files::OwnFiles;
use super::page_change::PageChange;
use super::remembered::Remembered;
use super::rounded::cut_rounded;
use super::salvaging::Salvaging;
use super::screens::{
    flag_card::FlagCards, food::FoodScreen, guide::GuideScreen, relief::ReliefScreen, settings::SettingsScreen, today::TodayScreen,
    trends::TrendsScreen, trouble::TroubleScreen, welcome::WelcomeScreen,
};
use super::sealing::Sealing;
use super::shortcuts::{leave_field, shortcuts};
use super::soundness::{BeginsLooking, Soundness};
use super::theme;
use super::toast::Toast;
use super::views::Views;
use super::waiting::{Waiting, WriteOutcome, is_busy};
use super::widgets::begin_saves;
use crate::diary::{Command, Diary, DiaryError, Done, set_back};
use crate::domain::{Day, DayRules, Night, ThemeChoice};
use crate::store::{RecordKind, StoreError};
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use egui::{Context, RawInput, Ui, Visuals};

/// The program in its window.
#[derive(Debug)]
pub struct App {
    session: OpenDiary,
    route: Route,
    views: Views,
    toast: Toast,
    started: bool,
    hour: NaiveDateTime,
    /// What the clock said in the last frame.
    clock_said: DateTime<FixedOffset>,
    dates: Dates,
    theme: Option<ThemeChoice>,
    today: TodayScreen,
    trends: TrendsScreen,
    /// The tab of Trends that was shown last.
    trends_tab: TrendsTab,
    food: FoodScreen,
    guide: GuideScreen,
    /// The notes on warning signs that are being typed, which Today and the Guide show.
    flags: FlagCards,
    relief: ReliefScreen,
    /// The screen that was shown before Relief now.
    before_relief: Route,
    settings: SettingsScreen,
    trouble: TroubleScreen,
    welcome: WelcomeScreen,
    /// What can be got back of a diary that does not open.
    salvaging: Salvaging,
    imports: Imports,
    /// Whether the open file is sound.
    soundness: Soundness,
    /// Whether a thread finds that out; otherwise the first write does.
    checks_beside: bool,
    begins_looking: BeginsLooking,
    /// What is to be written, and waits until it is known whether the file is sound.
    unchecked: Vec<Action>,
    left_out: LeftOutRecords,
    checking: Checking,
    sealing: Sealing,
    /// What waits until the person says whether it is meant.
    doubt: Option<Doubt>,
    /// What was last said not to be meant, until something else is saved.
    declined: Option<Command>,
    /// Lets jobs wake the window when they have something to show.
    context: Context,
    /// Wakes the window when the diary file changes; `None` for one that is not watched.
    watch: Option<FileWatch>,
    /// What leaves the page, and what was asked for after it, until the text fields of the page have saved.
    after_typing: Vec<Action>,
    /// Whether the window is minimised, or covered as a whole.
    is_hidden: bool,
    /// When the page last changed by itself; `None` if it never did.
    page_change: Option<PageChange>,
    /// What became of the file of the open diary.
    lost_file: LostFile,
    /// What waits until another program lets the diary go.
    waiting: Waiting,
    backups: Backups,
    backs_up: BacksUp,
    computers: Computers,
    files: OwnFiles,
    /// When the diary becomes one file again, in egui's seconds; `None` if it is one.
    settles_at: Option<f64>,
    remembered: Remembered,
}

impl App {
    /// Opens the diary and sets up the look.
    #[must_use]
    pub fn new(context: &Context, start: Start) -> Self {
        Self::over(context, Opening::later(start))
    }

    /// Waits until the diary is open, and sets up the look.
    pub(super) fn over(context: &Context, opening: Opening) -> Self {
        theme::install(context);
        let (session, first) = opening.wait();
        let dates = Dates::now(&session);
        let hour = hour_of(session.clock().now());
        let home = dates.home;
        let mut app = Self {
            route: Route::Today(home),
            views: Views::beginning_with(home, hour, first),
            toast: Toast::default(),
            started: false,
            hour,
            clock_said: session.clock().now(),
            dates,
            theme: None,
            today: TodayScreen::default(),
            trends: TrendsScreen::default(),
            trends_tab: TrendsTab::default(),
            food: FoodScreen::default(),
            guide: GuideScreen::default(),
            flags: FlagCards::default(),
            relief: ReliefScreen::default(),
            before_relief: Route::Today(home),
            settings: SettingsScreen::default(),
            trouble: TroubleScreen::default(),
            welcome: WelcomeScreen::default(),
            salvaging: Salvaging::default(),
            imports: Imports::default(),
            soundness: Soundness::Unknown(session.depth()),
            checks_beside: false,
            begins_looking: BeginsLooking::Never,
            unchecked: Vec::new(),
            left_out: LeftOutRecords::default(),
            doubt: None,
            declined: None,
            checking: Checking::default(),
            sealing: Sealing::default(),
            context: context.clone(),
            watch: None,
            after_typing: Vec::new(),
            is_hidden: false,
            page_change: None,
            lost_file: LostFile::default(),
            waiting: Waiting::default(),
            backups: Backups::default(),
            backs_up: BacksUp::default(),
            computers: Computers::default(),
            files: OwnFiles::default(),
            settles_at: None,
            remembered: Remembered::begin(context, session.machine().window()),
            session,
        };
        app.index_imports();
        app.say_a_word();
        app.show_remembered();
        app
    }

    /// The open diary. Returns `None` if none could be opened.
    #[must_use]
    pub fn diary(&self) -> Option<&Diary> {
        self.session.diary()
    }

    /// Whether a job is running beside the window.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        let jobs =
            [self.imports.is_busy(), self.checking.is_busy(), self.soundness.is_busy(), self.salvaging.is_busy(), self.files.is_busy()];
        jobs.contains(&true) || self.sealing.is_busy() || self.backups.is_busy() || self.computers.is_busy()
    }

    /// Has a thread wake the window when another program changes the diary file while the window has the focus. Without it the window
    /// notices with the next input.
    pub(super) fn watch_the_file(&mut self) {
        self.watch = FileWatch::begin(&self.context);
    }

    /// Shows what opening the diary has to say.
    fn say_a_word(&mut self) {
        match self.session.take_word() {
            Some(OpeningWord::Aside(words)) => self.toast.done(words, false),
            Some(OpeningWord::Warning(words)) => self.toast.trouble(words),
            None => {}
        }
        if let Some(words) = self.session.diary().and_then(Diary::clock_behind) {
            self.toast.trouble(words);
        }
    }

    fn index_imports(&mut self) {
        if let Some(diary) = self.session.diary_mut() {
            self.imports.index(diary, &self.context);
        }
    }

    /// Paints one frame and carries out what was asked for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        let mut actions = Actions::default();
        if let Some(diary) = self.session.diary_mut() {
            self.imports.poll(diary);
        }
        self.salvaging.poll();
        self.follow_the_check();
        self.follow_sealing();
        self.follow_the_clock(&mut actions);
        self.follow_the_file(ui);
        self.try_again();
        self.leave_one_file(ui);
        self.follow_backups(ui);
        self.follow_computers(ui);
        self.follow_files();
        if ui.input(|input| input.viewport().close_requested()) {
            leave_field(ui);
        }
        begin_saves(ui, !self.after_typing.is_empty());
        shortcuts(ui, self.dates.home, &mut actions);
        match self.screen_ui(ui, &mut actions) {
            Ok(()) => self.has_read(),
            Err(StoreError::Busy { .. }) => self.wait_to_read(),
            // The notice says what happened, and what is open can perhaps still be saved elsewhere.
            Err(error) if self.lost_file.is_lost() => log::warn!("a page cannot be read, whose file was lost: {error}"),
            Err(error) => {
                // The diary was open and cannot be read any more: say so where its content would be.
                self.session.state = DiaryState::Trouble { message: error.to_string(), can_read: false, is_damaged: false };
                ui.ctx().request_repaint();
            }
        }
        // The tabs of Trends reach to the right edge.
        let top = if matches!(self.route, Route::Trends(_)) { 54.0 } else { 9.0 };
        self.toast.ui(ui, top + self.lost_file.height(), &mut actions);
        self.act_on(ui, actions);
        self.follow_left_out();
        self.remember();
        self.end_frame();
        cut_rounded(ui.ctx());
    }

    /// Changes the diary, shows a message about it unless it is busy, and forgets the views that show what changed.
    fn change(&mut self, change: impl FnOnce(&mut Diary) -> Result<Option<Done>, DiaryError>) -> WriteOutcome {
        let Some(diary) = self.session.diary_mut() else { return WriteOutcome::Refused };
        match change(diary) {
            Ok(Some(done)) => {
                if !done.changed.is_empty() {
                    self.views.done(diary, &done);
                    let Done { what, changed, dates: _ } = done;
                    let can_undo = diary.undo_what() == Some(what.as_str());
                    self.toast.done(what, can_undo);
                    if changed.contains(&RecordKind::Import) {
                        self.imports.index(diary, &self.context);
                    }
                    if changed.contains(&RecordKind::Settings) {
                        self.read_clock();
                    }
                    self.wrote();
                }
                WriteOutcome::Saved
            }
            Ok(None) => {
                let words = match (diary.undo_what(), diary.redo_what()) {
                    (None, None) => "There is nothing to undo or redo.",
                    (None, Some(_)) => "There is nothing more to undo.",
                    (Some(_), _) => "There is nothing more to redo.",
                };
                self.toast.done(words.to_owned(), false);
                WriteOutcome::Saved
            }
            Err(error) if is_busy(&error) => WriteOutcome::Busy,
            Err(error) => {
                // What a diary holds is nobody's business but the person's, so the reason is no matter of the log.
                log::error!("a change was not saved; the window says why");
                let is_lost = matches!(&error, DiaryError::Store(error) if error.is_lost_file());
                self.toast.trouble(if is_lost { NOT_SAVED.to_owned() } else { error.to_string() });
                WriteOutcome::Refused
            }
        }
    }

    /// A window that stays open shows the coming night from the evening hour on, and what can be said at each hour.
    fn follow_the_clock(&mut self, actions: &mut Actions) {
        let now = self.session.clock().now();
        if let Some(words) = set_back(std::mem::replace(&mut self.clock_said, now), now) {
            self.toast.trouble(words);
        }
        let hour = hour_of(now);
        if hour != self.hour {
            let before = self.dates;
            self.hour = hour;
            self.read_clock();
            if before.today != self.dates.today {
                self.date_changed();
            }
            if before == self.dates {
                return;
            }
            self.views.forget();
            if self.route == Route::Today(before.home) && before.home != self.dates.home {
                actions.push(Action::GoHome);
            }
        }
    }

    /// Finds out which dates it is now, after the clock went on or the hours of nights and days were changed.
    fn read_clock(&mut self) {
        self.dates = Dates::now(&self.session);
    }
}

/// Said of a change while the notice of a lost file, which has the reason, stands above the page.
const NOT_SAVED: &str = "Not saved. The notice at the top says what happened to the diary file, and what to do. What you typed stays.";

/// The widest that the picture of all letters may be, in pixels.
///
/// It begins with 32 rows and doubles them when they are full. Without this it is as wide as the graphics card allows, up to
/// 16,384 pixels, which is 2 MB for 32 rows, in memory twice: here and on the card.
const LETTERS_WIDTH: usize = 2048;

impl eframe::App for App {
    fn raw_input_hook(&mut self, _context: &Context, input: &mut RawInput) {
        input.max_texture_side = input.max_texture_side.map(|side| side.min(LETTERS_WIDTH));
    }

    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        self.save_when_hidden(context);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.remembered.finish(self.session.machine());
        self.finish_waiting();
        self.try_at_the_end();
        self.leave_together();
    }
}

/// The dates that follow from the clock and from the hours at which the person's nights and days begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Dates {
    /// The date on which Today opens: that of the night which the person is asked about.
    home: Day,
    /// The last night that can be logged.
    latest: Night,
    /// The day that runs.
    running: Day,
    /// The date of the calendar.
    today: Day,
}

impl Dates {
    /// The dates at this moment.
    fn now(session: &OpenDiary) -> Self {
        let (now, rules) = (session.clock().now(), rules(session));
        let customs = session.diary().and_then(|diary| diary.customs().ok()).unwrap_or_default();
        Self {
            home: Night::asked_from(now, customs.evening(rules)).day(),
            latest: Night::containing(now, rules),
            running: Day::containing(now, rules),
            today: Day::new(now.date_naive()),
        }
    }
}

fn rules(session: &OpenDiary) -> DayRules {
    session.diary().and_then(|diary| diary.settings().ok()).map_or_else(DayRules::default, |settings| settings.rules)
}
