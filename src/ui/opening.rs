//! Opens the diary and reads what the first page shows, on a thread beside the making of the window.
//!
//! The system makes a window in about the time that this takes, on another processor core.

use super::open_diary::{OpenDiary, OpenedFile, PATIENCE, Start};
use super::views::FirstViews;
use crate::clock::Clock;
use crate::diary::{Diary, View};
use crate::domain::ChosenCustoms;
use crate::guide::all_stretches;
use crate::store::StoreError;
use chrono::{DateTime, FixedOffset, NaiveDateTime, Timelike as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};

/// The opening of the person's own diary, which may have begun on a thread.
#[derive(Debug)]
pub(super) struct Opening {
    start: Start,
    /// Where the thread says what it has opened; `None` without a thread.
    told: Option<Receiver<Opened>>,
}

/// The file that was opened, and what was read of it. Unlike an open diary, it can be sent to another thread.
#[derive(Debug)]
struct Opened {
    file: OpenedFile,
    first: FirstViews,
}

impl Opening {
    /// An opening that begins when it is waited for.
    pub(super) fn later(start: Start) -> Self {
        Self { start, told: None }
    }

    /// Begins on a thread. A diary that does not exist yet is not made before there is a window. Returns the thread too; `None` if there is
    /// none, and the diary is opened when it is waited for.
    pub(super) fn ahead(start: Start) -> (Self, Option<JoinHandle<()>>) {
        if !start.path.exists() {
            return (Self::later(start), None);
        }
        let Start { path, clock, said, machine } = start;
        let clock: Arc<dyn Clock> = Arc::from(clock);
        let (tell, told) = channel();
        let (its_path, its_clock, its_customs) = (path.clone(), Arc::clone(&clock), machine.window().customs);
        let work = move || {
            // Nobody listens if no window could be made.
            _ = tell.send(Opened::read(&its_path, &its_clock, its_customs));
        };
        let thread = thread::Builder::new().name("opening".to_owned()).spawn(work);
        let thread = thread.inspect_err(|error| log::warn!("the diary is opened when there is a window: {error}")).ok();
        (Self { start: Start { path, clock: Box::new(clock), said, machine }, told: Some(told) }, thread)
    }

    /// The diary, once it is open, and what was read of it before.
    pub(super) fn wait(self) -> (OpenDiary, FirstViews) {
        let Self { start: Start { path, clock, said, machine }, told } = self;
        let clock: Arc<dyn Clock> = Arc::from(clock);
        let opened = told.and_then(|told| told.recv().ok()).unwrap_or_else(|| Opened::read(&path, &clock, machine.window().customs));
        (OpenDiary::over(opened.file, Start { path, clock: Box::new(clock), said, machine }), opened.first)
    }
}

impl Opened {
    fn read(path: &Path, clock: &Arc<dyn Clock>, customs: ChosenCustoms) -> Self {
        let OpenedFile { depth, store } = OpenedFile::open(path);
        let mut first = FirstViews::default();
        let store = store.map(|store| {
            let mut diary = Diary::new(store, Box::new(Arc::clone(clock)));
            diary.set_patience(PATIENCE);
            diary.set_customs(customs);
            // What cannot be read now, the first frame tries again, and says why.
            first = first_views(&mut diary).unwrap_or_default();
            diary.into_store()
        });
        Self { file: OpenedFile { depth, store }, first }
    }
}

/// Reads what Today shows, and with it the tables that this needs. The diary is looked at first, so that the first frame notices what another
/// program changes from now on.
fn first_views(diary: &mut Diary) -> Result<FirstViews, StoreError> {
    diary.follow()?;
    let now = diary.clock().now();
    let day = diary.asked_night()?.day();
    let (mut page, mut marks, mut safety) = (View::default(), View::default(), View::default());
    page.get(diary, || diary.page(day))?;
    marks.get(diary, || diary.month_marks(day.date()))?;
    safety.get(diary, || diary.safety())?;
    // A kitchen cannot be sent to another thread, but the tables that it is made from are read then.
    drop(diary.kitchen()?);
    let stretches = all_stretches().len();
    log::debug!("read for the first page: a date, its month, warning signs, a kitchen and {stretches} stretches");
    Ok(FirstViews { day: Some(day), hour: hour_of(now), page, marks, safety })
}

/// The hour in which a moment lies. As long as it lasts, no other date becomes today.
pub(super) fn hour_of(now: DateTime<FixedOffset>) -> NaiveDateTime {
    let now = now.naive_local();
    now.date().and_hms_opt(now.hour(), 0, 0).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::FixedClock;
    use crate::diary::{Command, NightCommand};
    use crate::domain::{Night, NightAnswer};
    use crate::store::{Access, KindSet, SaidWords, Store};
    use crate::ui::open_diary::DiaryState;
    use crate::ui::views::Views;

    fn start_at(path: &Path) -> Start {
        let clock = Box::new(FixedClock("2026-11-20T07:00:00+01:00".parse().unwrap()));
        Start { path: path.to_owned(), clock, said: SaidWords::default(), machine: crate::machine::Machine::default() }
    }

    #[test]
    fn what_is_changed_after_the_first_page_was_read_is_noticed_by_the_first_frame() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("diary.sqlite");
        drop(Store::open(&path, Access::Create).unwrap());
        let (opening, thread) = Opening::ahead(start_at(&path));
        let (mut session, mut first) = opening.wait();
        thread.unwrap().join().unwrap();
        let DiaryState::Own(diary) = &mut session.state else { panic!("{:?}", session.state) };
        let day = first.day.unwrap();
        let mut reads_anew = |diary: &Diary| {
            let mut is_anew = false;
            first.page.get(diary, || diary.page(day).inspect(|_| is_anew = true)).unwrap();
            is_anew
        };
        assert!(!diary.follow().unwrap() && !reads_anew(diary), "the page is there");

        let night = Night::new(day.date());
        let mut other = Diary::new(Store::open(&path, Access::Create).unwrap(), start_at(&path).clock);
        other.execute(Command::Night(NightCommand::Answer(night, NightAnswer::NoCramps))).unwrap();
        assert!(diary.follow().unwrap() && reads_anew(diary), "and is not taken for that of another time");
    }

    #[test]
    fn what_was_read_before_midnight_is_read_anew_after_it() {
        let folder = tempfile::tempdir().unwrap();
        let start = || Start {
            clock: Box::new(FixedClock("2026-11-20T23:59:59+01:00".parse().unwrap())),
            ..start_at(&folder.path().join("diary.sqlite"))
        };
        for (hour, is_kept) in [("2026-11-20T23:00:00", true), ("2026-11-21T00:00:00", false)] {
            let (session, first) = Opening::later(start()).wait();
            let day = first.day.unwrap();
            let mut views = Views::beginning_with(day, hour.parse().unwrap(), first);
            let ((), read) = session.diary().unwrap().watched(|| views.page(session.diary().unwrap()).map(drop).unwrap());
            assert_eq!(read == KindSet::EMPTY, is_kept, "{hour}");
        }
    }

    #[test]
    fn a_diary_is_made_only_when_there_is_a_window() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("diary.sqlite");
        let (opening, thread) = Opening::ahead(start_at(&path));
        assert!(thread.is_none() && !path.exists());
        let (session, first) = opening.wait();
        assert!(matches!(session.state, DiaryState::Own(_)) && path.exists());
        assert_eq!(first.day.map(|day| day.date().to_string()).as_deref(), Some("2026-11-19"));
    }

    #[test]
    fn what_cannot_be_opened_is_said_by_the_window() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("diary.sqlite");
        std::fs::write(&path, "no diary").unwrap();
        let (session, first) = Opening::ahead(start_at(&path)).0.wait();
        assert!(matches!(session.state, DiaryState::Trouble { .. }) && first.day.is_none());
    }
}
