//! The read models on the screen, rebuilt only when something they depend on changed.

use super::look_views::{LookViews, TrendsViews};
use super::range::RangeChoice;
use crate::charts::BodyFigure;
use crate::diary::{
    ADVICE_DEPENDS_ON, Advice, Diary, Done, INTAKE_DEPENDS_ON, KITCHEN_DEPENDS_ON, Kitchen, MonthMarks, PAGE_DEPENDS_ON, Page,
    SAFETY_DEPENDS_ON, Safety,
};
use crate::domain::{Day, FoodId, Night};
use crate::insights::Against;
use crate::nutrition::IntakeSummary;
use crate::store::{RecordKind, StoreError};
use crate::ui::action::{GuideTab, TrendsTab};
use chrono::NaiveDate;

/// Everything on the Food screen.
#[derive(Debug, Clone, Copy)]
pub struct FoodViews<'a> {
    /// What the person has and said about food.
    pub kitchen: &'a Kitchen,
    /// A number that changes whenever the kitchen does.
    pub version: u64,
    /// The foods in the diary, the most usual first.
    pub known: &'a [FoodId],
    /// Intake over 7 and 28 days.
    pub summaries: &'a [IntakeSummary; 2],
    /// Foods for what is short.
    pub advice: &'a Advice,
}

/// Everything in the Guide that comes from the diary.
#[derive(Debug, Clone, Copy)]
pub struct GuideViews<'a> {
    /// Medicines and warning signs.
    pub safety: &'a Safety,
    /// A text for the doctor, on the tab that shows it.
    pub words_for_the_doctor: &'a str,
    /// What the person has and said about food.
    pub kitchen: &'a Kitchen,
    /// A number that changes whenever the kitchen does.
    pub version: u64,
}

/// The read models on the screen. What is stale is `None`.
#[derive(Debug)]
pub struct Views {
    /// The date on the Today screen.
    pub day: Day,
    /// The month in the calendar, by its first date.
    pub month: NaiveDate,
    page: Option<Page>,
    look: LookViews,
    advice: Option<Advice>,
    summaries: Option<[IntakeSummary; 2]>,
    marks: Option<MonthMarks>,
    kitchen: CountedKitchen,
    safety: Option<Safety>,
    words: Option<String>,
}

impl Views {
    /// Nothing built yet; the Today screen on `day`.
    #[must_use]
    pub fn new(day: Day) -> Self {
        Self {
            day,
            month: day.date(),
            page: None,
            look: LookViews::default(),
            advice: None,
            summaries: None,
            marks: None,
            kitchen: CountedKitchen::default(),
            safety: None,
            words: None,
        }
    }

    /// Forgets what a command, an undo or a redo changed, or reads it again.
    pub fn done(&mut self, diary: &Diary, done: &Done) {
        self.changed(&done.changed);
        self.look.changed(diary, done);
    }

    /// Forgets what depends on these kinds of record.
    pub fn changed(&mut self, kinds: &[RecordKind]) {
        let concerns = |depends_on: &[RecordKind]| kinds.iter().any(|kind| depends_on.contains(kind));
        if concerns(PAGE_DEPENDS_ON) {
            self.page = None;
        }
        if concerns(ADVICE_DEPENDS_ON) {
            self.advice = None;
        }
        if concerns(INTAKE_DEPENDS_ON) {
            self.summaries = None;
        }
        if concerns(KITCHEN_DEPENDS_ON) {
            self.kitchen.ready = None;
        }
        self.kitchen.taking_is_stale |= concerns(&[RecordKind::Medicine]);
        if concerns(SAFETY_DEPENDS_ON) {
            (self.safety, self.words) = (None, None);
        }
        if concerns(&[RecordKind::Night, RecordKind::Cramp, RecordKind::Settings]) {
            self.marks = None;
        }
    }

    /// Forgets everything: another diary, or another day.
    pub fn forget(&mut self) {
        (self.page, self.advice, self.marks, self.kitchen.ready) = (None, None, None, None);
        (self.summaries, self.safety, self.words) = (None, None, None);
        self.look.forget();
    }

    /// Shows another date.
    pub fn show_day(&mut self, day: Day) {
        if self.day != day {
            (self.day, self.page) = (day, None);
            self.show_month(day.date());
        }
    }

    /// Shows another month in the calendar.
    pub fn show_month(&mut self, month: NaiveDate) {
        (self.month, self.marks) = (month, None);
    }

    /// Shows other nights in Trends.
    pub fn show_range(&mut self, shown: RangeChoice) {
        self.look.shown = shown;
    }

    /// Shows the days before the cramps of another night.
    pub fn show_before(&mut self, night: Night) {
        self.look.show_before(night);
    }

    /// The same, and shows more nights where those that are shown do not hold it.
    pub fn reach_before(&mut self, night: Night) {
        self.look.reach_before(night);
    }

    /// Shades the body by another figure.
    pub fn shade_by(&mut self, figure: BodyFigure) {
        self.look.shade_by(figure);
    }

    /// Compares the figures with other nights.
    pub fn compare(&mut self, against: Against) {
        self.look.compare(against);
    }

    /// Reads what was logged of a night that is pointed at, for the next frame.
    pub fn point_at(&mut self, night: Night) {
        self.look.point_at(night);
    }

    /// The date on the Today screen.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read, as for every view here.
    pub fn page(&mut self, diary: &Diary) -> Result<&Page, StoreError> {
        ready(&mut self.page, || diary.page(self.day))
    }

    /// The date on the Today screen, what the person has and said about food, a number that changes whenever that does, and
    /// warning signs.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn today(&mut self, diary: &Diary) -> Result<(&Page, &Kitchen, u64, &Safety), StoreError> {
        let page = ready(&mut self.page, || diary.page(self.day))?;
        let safety = ready(&mut self.safety, || diary.safety())?;
        let (kitchen, version) = self.kitchen.up_to_date(diary)?;
        Ok((page, kitchen, version, safety))
    }

    /// Everything on a tab of Trends.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn trends(&mut self, diary: &Diary, tab: TrendsTab) -> Result<TrendsViews<'_>, StoreError> {
        let advice = match tab {
            TrendsTab::OverTime => Some(ready(&mut self.advice, || diary.advice(diary.latest_night()?.day()))?),
            TrendsTab::Calendar
            | TrendsTab::Where
            | TrendsTab::When
            | TrendsTab::HowBad
            | TrendsTab::Relief
            | TrendsTab::Before
            | TrendsTab::Figures => None,
        };
        self.look.views(diary, tab, advice)
    }

    /// Everything on the Food screen.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn food(&mut self, diary: &Diary) -> Result<FoodViews<'_>, StoreError> {
        let page = ready(&mut self.page, || diary.page(self.day))?;
        let (kitchen, version) = self.kitchen.up_to_date(diary)?;
        Ok(FoodViews {
            kitchen,
            version,
            known: &page.known_foods,
            summaries: ready(&mut self.summaries, || {
                let last = diary.latest_night()?.day();
                Ok([diary.intake(last, 7)?, diary.intake(last, 28)?])
            })?,
            advice: ready(&mut self.advice, || diary.advice(diary.latest_night()?.day()))?,
        })
    }

    /// Medicines and warning signs.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn safety(&mut self, diary: &Diary) -> Result<&Safety, StoreError> {
        ready(&mut self.safety, || diary.safety())
    }

    /// Everything on a tab of the Guide that comes from the diary.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn guide(&mut self, diary: &Diary, tab: GuideTab) -> Result<GuideViews<'_>, StoreError> {
        let safety = ready(&mut self.safety, || diary.safety())?;
        let words: &str = match tab {
            GuideTab::Doctor => ready(&mut self.words, || diary.words_for_the_doctor(safety))?,
            GuideTab::Read | GuideTab::Stretches | GuideTab::Medicines => "",
        };
        let (kitchen, version) = self.kitchen.up_to_date(diary)?;
        Ok(GuideViews { safety, words_for_the_doctor: words, kitchen, version })
    }

    /// The month in the calendar.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn marks(&mut self, diary: &Diary) -> Result<&MonthMarks, StoreError> {
        ready(&mut self.marks, || diary.month_marks(self.month))
    }
}

/// The kitchen, with a number that changes whenever its foods do.
#[derive(Debug, Default)]
struct CountedKitchen {
    ready: Option<Kitchen>,
    version: u64,
    /// A medicine changed, and nothing else.
    taking_is_stale: bool,
}

impl CountedKitchen {
    fn up_to_date(&mut self, diary: &Diary) -> Result<(&Kitchen, u64), StoreError> {
        if let Some(kitchen) = &mut self.ready
            && self.taking_is_stale
        {
            let taking = diary.taking(diary.latest_day())?;
            // Whether potassium is withheld, and why, is all that lists of foods take from medicines: no other searches them anew.
            self.version += u64::from(taking.withholds_potassium() != kitchen.taking.withholds_potassium());
            kitchen.taking = taking;
        }
        if self.ready.is_none() {
            self.version += 1;
        }
        let kitchen = ready(&mut self.ready, || diary.kitchen())?;
        self.taking_is_stale = false;
        Ok((kitchen, self.version))
    }
}

fn ready<T>(view: &mut Option<T>, build: impl FnOnce() -> Result<T, StoreError>) -> Result<&T, StoreError> {
    match view {
        Some(ready) => Ok(ready),
        stale => Ok(stale.insert(build()?)),
    }
}
