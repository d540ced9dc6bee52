//! The read models on the screen, rebuilt only when something they depend on changed.

use super::look_views::{LookViews, TrendsViews};
use super::range::RangeChoice;
use crate::charts::BodyFigure;
use crate::diary::{Advice, Diary, Done, Kitchen, MonthMarks, Page, Safety, View};
use crate::domain::{Day, FoodId, Night};
use crate::guide::Withheld;
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

/// The read models on the screen.
#[derive(Debug)]
pub struct Views {
    /// The date on the Today screen.
    pub day: Day,
    /// The month in the calendar, by its first date.
    pub month: NaiveDate,
    page: View<Page>,
    look: LookViews,
    advice: View<Advice>,
    summaries: View<[IntakeSummary; 2]>,
    marks: View<MonthMarks>,
    kitchen: CountedKitchen,
    safety: View<Safety>,
    words: View<String>,
}

impl Views {
    /// Views of which none is built; the Today screen on `day`.
    #[must_use]
    pub fn new(day: Day) -> Self {
        Self {
            day,
            month: day.date(),
            page: View::default(),
            look: LookViews::default(),
            advice: View::default(),
            summaries: View::default(),
            marks: View::default(),
            kitchen: CountedKitchen::default(),
            safety: View::default(),
            words: View::default(),
        }
    }

    /// Takes in what a command, an undo or a redo changed of the past; all else notices by itself.
    pub fn done(&mut self, diary: &Diary, done: &Done) {
        self.look.changed(diary, done);
    }

    /// Builds everything anew: another diary, or another day.
    pub fn forget(&mut self) {
        *self = Self { look: std::mem::take(&mut self.look), month: self.month, kitchen: self.kitchen.forgotten(), ..Self::new(self.day) };
        self.look.forget();
    }

    /// Shows another date.
    pub fn show_day(&mut self, day: Day) {
        if self.day != day {
            self.day = day;
            self.page.forget();
            self.show_month(day.date());
        }
    }

    /// Shows another month in the calendar.
    pub fn show_month(&mut self, month: NaiveDate) {
        self.month = month;
        self.marks.forget();
    }

    /// Shows other nights in Trends.
    pub fn show_range(&mut self, shown: RangeChoice) {
        self.look.shown = shown;
    }

    /// Shows the days before the cramps of another night.
    pub fn show_before(&mut self, night: Night) {
        self.look.show_before(night);
    }

    /// Shows the days before the cramps of a night, and more nights where those that are shown do not hold it.
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
        self.page.get(diary, || diary.page(self.day))
    }

    /// The date on the Today screen, what the person has and said about food, a number that changes whenever that does, and
    /// warning signs.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn today(&mut self, diary: &Diary) -> Result<(&Page, &Kitchen, u64, &Safety), StoreError> {
        let page = self.page.get(diary, || diary.page(self.day))?;
        let safety = self.safety.get(diary, || diary.safety())?;
        let (kitchen, version) = self.kitchen.up_to_date(diary)?;
        Ok((page, kitchen, version, safety))
    }

    /// Everything on a tab of Trends.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn trends(&mut self, diary: &Diary, tab: TrendsTab) -> Result<TrendsViews<'_>, StoreError> {
        let advice = match tab {
            TrendsTab::OverTime => Some(self.advice.get(diary, || diary.advice(diary.latest_night()?.day()))?),
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
        let page = self.page.get(diary, || diary.page(self.day))?;
        let (kitchen, version) = self.kitchen.up_to_date(diary)?;
        Ok(FoodViews {
            kitchen,
            version,
            known: &page.known_foods,
            summaries: self.summaries.get(diary, || {
                let last = diary.latest_night()?.day();
                Ok([diary.intake(last, 7)?, diary.intake(last, 28)?])
            })?,
            advice: self.advice.get(diary, || diary.advice(diary.latest_night()?.day()))?,
        })
    }

    /// Medicines and warning signs.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn safety(&mut self, diary: &Diary) -> Result<&Safety, StoreError> {
        self.safety.get(diary, || diary.safety())
    }

    /// Everything on a tab of the Guide that comes from the diary.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn guide(&mut self, diary: &Diary, tab: GuideTab) -> Result<GuideViews<'_>, StoreError> {
        let safety = self.safety.get(diary, || diary.safety())?;
        let words: &str = match tab {
            GuideTab::Doctor => self.words.get(diary, || diary.words_for_the_doctor(&diary.safety()?))?,
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
        self.marks.get(diary, || diary.month_marks(self.month))
    }
}

/// The kitchen, with a number that changes whenever lists of foods may look different.
#[derive(Debug, Default)]
struct CountedKitchen {
    kitchen: View<Kitchen>,
    number: u64,
    /// What lists of foods were last made from.
    lists_from: Option<ListsFrom>,
}

/// What lists of foods take from the kitchen: of medicines only why potassium is withheld, so that another dose searches nothing anew.
#[derive(Debug, PartialEq)]
struct ListsFrom {
    /// [`Diary::version`] of what the kitchen was made from, medicines apart.
    version: u64,
    withheld: Option<Withheld>,
}

impl CountedKitchen {
    fn up_to_date(&mut self, diary: &Diary) -> Result<(&Kitchen, u64), StoreError> {
        self.kitchen.get(diary, || diary.kitchen())?;
        let version = diary.version(self.kitchen.made_from().without(RecordKind::Medicine));
        let kitchen = self.kitchen.get(diary, || diary.kitchen())?;
        let lists_from = Some(ListsFrom { version, withheld: kitchen.taking.withholds_potassium().cloned() });
        if self.lists_from != lists_from {
            self.lists_from = lists_from;
            self.number += 1;
        }
        Ok((kitchen, self.number))
    }

    /// Nothing built; the number goes on, so that no list takes the next kitchen for the one of before.
    fn forgotten(&self) -> Self {
        Self { number: self.number, ..Self::default() }
    }
}
