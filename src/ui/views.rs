//! The read models of the screens. Each is kept until a record changes that it was made from.

use super::look_views::{LookViews, TrendsViews};
use super::range::RangeChoice;
use crate::charts::BodyFigure;
use crate::diary::{Advice, Diary, Done, Kitchen, MonthMarks, Page, Repeat, Safety, View, WeekMarks};
use crate::domain::{Day, FoodId, Night};
use crate::insights::Against;
use crate::nutrition::HeldRules;
use crate::nutrition::IntakeSummary;
use crate::store::{RecordKind, StoreError};
use crate::ui::action::{GuideTab, TrendsTab};
use chrono::{NaiveDate, NaiveDateTime};

/// What the Today screen shows of the diary.
#[derive(Debug, Clone, Copy)]
pub struct TodayViews<'a> {
    /// The date on the screen, with its records.
    pub page: &'a Page,
    /// The foods, supplements and preferences of the person.
    pub kitchen: &'a Kitchen,
    /// A number that changes whenever lists of foods made from the kitchen may look different.
    pub version: u64,
    /// Medicines and warning signs.
    pub safety: &'a Safety,
}

/// What the Food screen shows of the diary.
#[derive(Debug, Clone, Copy)]
pub struct FoodViews<'a> {
    /// The foods, supplements and preferences of the person.
    pub kitchen: &'a Kitchen,
    /// A number that changes whenever lists of foods made from the kitchen may look different.
    pub version: u64,
    /// The foods that were logged, the most usual first.
    pub known: &'a [FoodId],
    /// Intake over the last 7 days and over the last 28.
    pub summaries: &'a [IntakeSummary; 2],
    /// Foods for nutrients that are short.
    pub advice: &'a Advice,
}

/// What the Guide shows of the diary.
#[derive(Debug, Clone, Copy)]
pub struct GuideViews<'a> {
    /// Medicines and warning signs.
    pub safety: &'a Safety,
    /// A text for the doctor; empty on tabs that do not show it.
    pub words_for_the_doctor: &'a str,
    /// The foods, supplements and preferences of the person.
    pub kitchen: &'a Kitchen,
    /// A number that changes whenever lists of foods made from the kitchen may look different.
    pub version: u64,
}

/// What Today shows, if it was read before there were other views.
#[derive(Debug, Default)]
pub(super) struct FirstViews {
    /// The date of the page; `None` if nothing was read.
    pub(super) day: Option<Day>,
    /// The hour in which it was read: in the next one another date may be today.
    pub(super) hour: NaiveDateTime,
    /// The date with its records.
    pub(super) page: View<Page>,
    /// The marks of the nights of its month.
    pub(super) marks: View<MonthMarks>,
    /// Medicines and warning signs.
    pub(super) safety: View<Safety>,
}

/// What the line of dates on the Today screen shows.
#[derive(Debug, Clone)]
pub struct DatesViews<'a> {
    /// The marks of the nights of the month in the calendar.
    pub month: &'a MonthMarks,
    /// The marks of the nights of a week.
    pub week: &'a WeekMarks,
    /// What the day before has, of which the day on the screen has nothing.
    pub repeatable: Vec<Repeat>,
    /// Whether the date has all that the person usually logs.
    pub is_finished: bool,
}

/// The read models of all screens, each built when it is first asked for.
#[derive(Debug)]
pub struct Views {
    /// The date on the Today screen.
    pub day: Day,
    /// The month in the calendar: any of its dates.
    pub month: NaiveDate,
    page: View<Page>,
    look: LookViews,
    advice: View<Advice>,
    summaries: View<[IntakeSummary; 2]>,
    marks: View<MonthMarks>,
    week: View<WeekMarks>,
    kitchen: CountedKitchen,
    safety: View<Safety>,
    words: View<String>,
}

impl Views {
    /// Views with the Today screen on `day`. None is built yet.
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
            week: View::default(),
            kitchen: CountedKitchen::default(),
            safety: View::default(),
            words: View::default(),
        }
    }

    /// Views with the Today screen on `day`, which take over what was read of that day in this hour.
    pub(super) fn beginning_with(day: Day, hour: NaiveDateTime, first: FirstViews) -> Self {
        let is_true = first.day == Some(day) && first.hour == hour;
        let FirstViews { page, marks, safety, .. } = if is_true { first } else { FirstViews::default() };
        Self { page, marks, safety, ..Self::new(day) }
    }

    /// Reads again the dates of the past that a command, an undo or a redo changed. Every other view notices changes by itself.
    pub fn done(&mut self, diary: &Diary, done: &Done) {
        self.look.changed(diary, done);
    }

    /// Forgets every view, so that each is built anew: for another diary, or when today has become another date.
    pub fn forget(&mut self) {
        *self = Self { look: std::mem::take(&mut self.look), month: self.month, kitchen: self.kitchen.forgotten(), ..Self::new(self.day) };
        self.look.forget();
    }

    /// Puts this date on the Today screen, and its month in the calendar.
    pub fn show_day(&mut self, day: Day) {
        if self.day != day {
            self.day = day;
            self.page.forget();
            self.week.forget();
            self.show_month(day.date());
        }
    }

    /// Shows the month of this date in the calendar.
    pub fn show_month(&mut self, month: NaiveDate) {
        self.month = month;
        self.marks.forget();
    }

    /// The range of nights that was chosen for Trends.
    pub(super) fn chosen_range(&self) -> RangeChoice {
        self.look.chosen
    }

    /// Shows this range of nights in Trends.
    pub fn show_range(&mut self, shown: RangeChoice) {
        self.look.chosen = shown;
    }

    /// Shows the days before this night with cramps in Trends.
    pub fn show_before(&mut self, night: Night) {
        self.look.show_before(night);
    }

    /// Shows the days before this night with cramps in Trends, and widens the range if it does not include the night.
    pub fn reach_before(&mut self, night: Night) {
        self.look.reach_before(night);
    }

    /// Shades the body map in Trends by this figure.
    pub fn shade_by(&mut self, figure: BodyFigure) {
        self.look.shade_by(figure);
    }

    /// Compares the figures in Trends with those of these other nights.
    pub fn compare(&mut self, against: Against) {
        self.look.compare(against);
    }

    /// Points at a night in Trends: the next frame reads what was logged for it.
    pub fn point_at(&mut self, night: Night) {
        self.look.point_at(night);
    }

    /// The date on the Today screen, with its records.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn page(&mut self, diary: &Diary) -> Result<&Page, StoreError> {
        self.page.get(diary, || diary.page(self.day))
    }

    /// What the Today screen shows of the diary.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn today(&mut self, diary: &Diary) -> Result<TodayViews<'_>, StoreError> {
        let page = self.page.get(diary, || diary.page(self.day))?;
        let safety = self.safety.get(diary, || diary.safety())?;
        let (kitchen, version) = self.kitchen.up_to_date(diary)?;
        Ok(TodayViews { page, kitchen, version, safety })
    }

    /// What a tab of Trends shows of the diary.
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

    /// What the Food screen shows of the diary.
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

    /// What a tab of the Guide shows of the diary.
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

    /// What the line of dates on the Today screen shows: the marks of the nights of a week and of the month in the calendar, and whether the day
    /// before has what the day on the screen has not.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn dates(&mut self, diary: &Diary) -> Result<DatesViews<'_>, StoreError> {
        let page = self.page(diary)?;
        let (repeatable, is_finished) = (page.repeatable(), page.is_finished());
        let month = self.marks.get(diary, || diary.month_marks(self.month))?;
        let week = self.week.get(diary, || diary.week_marks(self.day))?;
        Ok(DatesViews { month, week, repeatable, is_finished })
    }

    /// The marks of the nights of the month in the calendar.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
    pub fn marks(&mut self, diary: &Diary) -> Result<&MonthMarks, StoreError> {
        self.marks.get(diary, || diary.month_marks(self.month))
    }
}

/// The kitchen, with a number that changes whenever lists of foods made from it may look different.
#[derive(Debug, Default)]
struct CountedKitchen {
    kitchen: View<Kitchen>,
    number: u64,
    /// What lists of foods were last made from; `None` before the kitchen is first built.
    lists_from: Option<ListsFrom>,
}

/// What lists of foods take from the kitchen. Of the medicines they need only the rules of foods that hold, so that another dose does
/// not repeat every search.
#[derive(Debug, PartialEq)]
struct ListsFrom {
    /// [`Diary::version`] of the kinds of record that the kitchen was made from, except medicines.
    version: u64,
    /// The rules of foods that hold for the person.
    rules: HeldRules,
}

impl CountedKitchen {
    /// The kitchen as it is now, and the number.
    fn up_to_date(&mut self, diary: &Diary) -> Result<(&Kitchen, u64), StoreError> {
        self.kitchen.get(diary, || diary.kitchen())?;
        let version = diary.version(self.kitchen.made_from().without(RecordKind::Medicine));
        let kitchen = self.kitchen.get(diary, || diary.kitchen())?;
        let lists_from = Some(ListsFrom { version, rules: kitchen.rules.clone() });
        if self.lists_from != lists_from {
            self.lists_from = lists_from;
            self.number += 1;
        }
        Ok((kitchen, self.number))
    }

    /// A kitchen that is not built, with the number kept, so that no list takes the next kitchen for this one.
    fn forgotten(&self) -> Self {
        Self { number: self.number, ..Self::default() }
    }
}
