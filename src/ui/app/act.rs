//! What an action does, and where it leads.

use super::App;
use crate::charts::{Look, Picture, save_chart};
use crate::diary::{Command, Diary, DiaryError, Done, ImportCommand, StretchCommand};
use crate::ui::action::{Action, FoodTab, GuideTab, PictureFile, Route, TrendsTab};
use crate::ui::backups::Backups;
use crate::ui::checking::Checking;
use crate::ui::doubt::Doubt;
use crate::ui::imports::Imports;
use crate::ui::left_out::LeftOutRecords;
use crate::ui::open_diary::OpenDiary;
use crate::ui::own_files::OwnFiles;
use crate::ui::salvaging::Salvaging;
use crate::ui::screens::{
    flag_card::FlagCards, food::FoodScreen, guide::GuideScreen, relief::ReliefScreen, settings::SettingsScreen, today::TodayScreen,
    trends::Saved, trends::TrendsScreen,
};
use crate::ui::sealing::{KeptFor, Sealing, SealingChange};
use crate::ui::views::Views;
use crate::ui::waiting::WriteOutcome;
use std::path::PathBuf;

/// How wide a saved picture is, in units; it is as high as the chart wants to be.
const PICTURE_WIDTH: u32 = 1200;

impl App {
    /// Carries out one action, or has it wait: for the answer to a question, until it is known whether the file is sound, and while another
    /// program is using the diary.
    pub(super) fn act(&mut self, action: Action) {
        if let Some(doubt) = Doubt::about(&action) {
            // What stands in a field as it was declined is said again with each press.
            if self.declined.is_none() || doubt.command() != self.declined.as_ref() {
                self.doubt = Some(doubt);
            }
        } else if action.writes() {
            self.save(action);
        } else {
            self.show(action);
        }
    }

    /// Begins a food of the person's own.
    fn describe_food(&mut self, name: &str) {
        self.go(Route::Food(FoodTab::Own));
        self.food.describe(name);
    }

    /// Carries out an action that writes nothing.
    fn show(&mut self, action: Action) {
        match action {
            Action::BackUp
            | Action::DeleteDiary { .. }
            | Action::LeaveBackup
            | Action::ListBackups
            | Action::ReadBackup(_)
            | Action::Restore
            | Action::UnlockBackup(_)
            | Action::UseSecondPlace(_) => self.act_on_backups(action),
            Action::MeetNow(_) | Action::UseSyncFolder(_) => self.act_on_computers(action),
            Action::Export(..) | Action::LeaveFile | Action::ReadFile(_) | Action::TakeFileIn | Action::UnlockFile(_) => {
                self.act_on_files(action);
            }
            Action::CancelImport => self.imports.cancel(),
            Action::ChangeSealing(change) => self.change_sealing(*change),
            Action::ChangeWindow(change) => self.change_window(change),
            Action::CheckDiary => self.check_diary(),
            Action::CloseExample => self.reopen(OpenDiary::open_own),
            Action::Compare(against) => self.views.compare(against),
            Action::DiscardImport => self.imports.discard(),
            Action::Go(route) => self.go(route),
            Action::GoBefore(night) => {
                self.views.reach_before(night);
                self.go(Route::Trends(TrendsTab::Before));
            }
            Action::GoHome => self.go(Route::Today(self.dates.home)),
            Action::GoToTrends => self.go(Route::Trends(self.trends_tab)),
            Action::LeaveDamaged => self.leave_damaged(),
            Action::Meant => {
                if let Some(doubt) = self.doubt.take() {
                    self.save(doubt.meant());
                }
            }
            Action::NotMeant => self.not_meant(),
            Action::OpenExample => self.reopen(OpenDiary::open_example),
            Action::OpenFile(path) => self.reopen(|session| session.open_file(path)),
            Action::OpenReadOnly => self.reopen(OpenDiary::open_read_only),
            Action::OpenWhatIsThere => {
                self.open_what_is_there("Opened what is there now. What was done in the diary before it cannot be undone here.");
            }
            Action::PointAt(night) => self.views.point_at(night),
            Action::ReadTopic(topic) => {
                self.go(Route::Guide(GuideTab::Read));
                self.guide.read(topic);
            }
            Action::Salvage(to) => self.salvage(to),
            Action::SaveCopy(path) => self.save_copy(&path),
            Action::SaveThereAgain => self.save_there_again(),
            Action::SavePicture(picture) => self.save_picture(&picture),
            Action::Say(words) => self.toast.trouble(words),
            Action::ShadeBy(figure) => self.views.shade_by(figure),
            Action::ShowBefore(night) => self.views.show_before(night),
            Action::ShowDiaryFile => {
                self.go(Route::Settings);
                let is_broken = self.session.diary().is_some_and(Diary::is_broken);
                self.settings.show_file(is_broken || self.lost_file.is_lost());
            }
            Action::DescribeFood(name) => self.describe_food(&name),
            Action::ShowFood(food) => {
                self.go(Route::Food(FoodTab::Find));
                self.food.show(food);
            }
            Action::ShowMonth(month) => self.views.show_month(month),
            Action::ShowRange(shown) => self.views.show_range(shown),
            Action::StartImport(path) => self.start_import(path),
            Action::Start => self.started = true,
            Action::UseSalvaged => self.use_salvaged(),
            Action::Tell(words) => self.toast.done(words, false),
            // Those that write are carried out by `write`.
            Action::AcceptImport
            | Action::DeleteSetAside(_)
            | Action::LogSession(_)
            | Action::MendSetAside(_)
            | Action::Redo
            | Action::Run(_)
            | Action::RunThenGo(..)
            | Action::RunTogether(..)
            | Action::RunTyped(..)
            | Action::Undo => {}
        }
    }

    fn not_meant(&mut self) {
        self.declined = self.doubt.take().and_then(|doubt| doubt.command().cloned());
        self.toast.done("Not saved.".to_owned(), false);
    }

    /// Carries out an action that writes to the diary, and shows where it leads.
    pub(super) fn write(&mut self, action: Action) -> WriteOutcome {
        self.declined = None;
        match action {
            Action::AcceptImport => {
                let Some(import) = self.imports.ready() else { return WriteOutcome::Refused };
                let outcome = self.change(|diary| diary.execute(Command::Import(ImportCommand::Accept(import))).map(Some));
                // What was refused can be tried again.
                if outcome == WriteOutcome::Saved {
                    self.imports.accepted();
                }
                outcome
            }
            Action::DeleteSetAside(found) => self.settle(|diary| diary.delete_set_aside(&found)),
            Action::LogSession(stretch) => {
                let outcome = self.change(|diary| diary.execute(Command::Stretch(StretchCommand::Log(stretch))).map(Some));
                if outcome != WriteOutcome::Busy {
                    self.guide.session_answered(outcome == WriteOutcome::Saved);
                }
                outcome
            }
            Action::MendSetAside(found) => self.settle(|diary| diary.mend_set_aside(&found)),
            Action::Redo => self.change(Diary::redo),
            Action::RunTyped(command, visit) => self.change(|diary| diary.execute_typed(*command, visit).map(Some)),
            Action::Run(command) => self.change(|diary| diary.execute(*command).map(Some)),
            Action::RunTogether(what, commands) => self.change(|diary| diary.execute_together(what, commands).map(Some)),
            Action::RunThenGo(command, route) => {
                let outcome = self.change(|diary| diary.execute(*command).map(Some));
                if outcome == WriteOutcome::Saved {
                    if self.route == Route::Relief {
                        // This cramp is told; the next one begins anew.
                        self.relief = ReliefScreen::default();
                    }
                    self.go(route);
                }
                outcome
            }
            Action::Undo => self.change(Diary::undo),
            _ => WriteOutcome::Refused,
        }
    }

    /// Mends or deletes a record that cannot be read. Whatever is shown is read anew.
    fn settle(&mut self, how: impl FnOnce(&mut Diary) -> Result<Done, DiaryError>) -> WriteOutcome {
        let outcome = self.change(|diary| how(diary).map(Some));
        if outcome == WriteOutcome::Saved {
            self.views.forget();
            self.checking.forget();
            self.read_clock();
        }
        outcome
    }

    fn start_import(&mut self, path: PathBuf) {
        if let Some(diary) = self.session.diary_mut() {
            self.imports.start(path, diary, &self.context);
        }
    }

    fn change_sealing(&mut self, change: SealingChange) {
        let Some(diary) = self.session.diary() else { return };
        let of = KeptFor { machine: self.session.machine().clone(), diary: diary.path().to_owned() };
        if let Err(words) = self.sealing.start(change, of, &self.context) {
            self.toast.trouble(words);
        }
    }

    /// Says what came of a change of the encryption of copies.
    pub(super) fn follow_sealing(&mut self) {
        match self.sealing.poll() {
            Some(Ok(words)) => {
                self.settings.sealing_done();
                self.toast.done(words, false);
            }
            Some(Err(words)) => self.toast.trouble(words),
            None => {}
        }
    }

    pub(super) fn go(&mut self, route: Route) {
        if route == Route::Relief && self.route != Route::Relief {
            self.before_relief = self.route;
            if !self.relief.goes_on(self.context.input(|input| input.time)) {
                self.relief = ReliefScreen::default();
            }
        }
        self.sealing.forget();
        self.route = route;
        match route {
            Route::Today(day) => self.views.show_day(day),
            Route::Trends(tab) => self.trends_tab = tab,
            Route::Food(_) | Route::Guide(_) | Route::Relief | Route::Settings => {}
        }
    }

    /// Draws a chart into a file, in light colours for paper, and shows where it is or what went wrong.
    fn save_picture(&mut self, file: &PictureFile) {
        let PictureFile { chart, path, scale, replaces } = file;
        let saved = if path.exists() && !replaces {
            Saved::Exists
        } else {
            match save_chart(chart, Picture { look: Look::Light, width: PICTURE_WIDTH, height: None, scale: *scale }, path) {
                Ok(()) => {
                    self.toast.done(format!("Saved the picture: {}", path.display()), false);
                    Saved::Done
                }
                Err(error) => {
                    log::error!("a picture was not saved; the window says why");
                    self.toast.trouble(error.to_string());
                    Saved::Failed
                }
            }
        };
        self.trends.picture_answered(saved);
    }

    pub(super) fn reopen(&mut self, open: impl FnOnce(&mut OpenDiary)) {
        if !self.can_close() {
            return;
        }
        self.lost_file.is_fine();
        self.salvaging = Salvaging::default();
        open(&mut self.session);
        (self.left_out, self.checking, self.doubt) = (LeftOutRecords::default(), Checking::default(), None);
        self.backups = Backups::default();
        self.computers.begin_anew(self.context.input(|input| input.time));
        self.files = OwnFiles::default();
        self.sealing = Sealing::default();
        self.begin_check();
        self.say_a_word();
        self.imports = Imports::default();
        self.index_imports();
        self.read_clock();
        self.views = Views::new(self.dates.home);
        (self.today, self.food, self.settings) = (TodayScreen::default(), FoodScreen::default(), SettingsScreen::default());
        (self.guide, self.flags) = (GuideScreen::default(), FlagCards::default());
        (self.trends, self.trends_tab) = (TrendsScreen::default(), TrendsTab::default());
        self.go(Route::Today(self.dates.home));
    }
}
