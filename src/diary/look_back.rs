//! Everything that looking back stands on: read once, the newest dates first, and kept up to date.

use super::Diary;
use super::history::History;
use super::undo::Done;
use crate::domain::{Day, DayRules, Entry, Factor, Measure, Medicine, Night, NightNote, NightRange, Period, Profile, Settings};
use crate::insights::{Against, BASELINE_NIGHTS, Comparison, NightSlice, Panel, Span, SpanKind, Trends, compare, trends};
use crate::nutrition::{Person, drinking_goal_ml, reference};
use crate::store::{KindSet, StoreError};
use chrono::NaiveDate;

/// The past of a diary.
#[derive(Debug, Clone, PartialEq)]
pub struct LookBack {
    undated: Undated,
    /// The kinds that `undated` was read from.
    undated_from: KindSet,
    history: History,
}

/// What has no date and is read whole.
#[derive(Debug, Clone, PartialEq)]
struct Undated {
    settings: Settings,
    profile: Profile,
    factors: Vec<Entry<Factor>>,
    measures: Vec<Measure>,
    /// The newest first.
    medicines: Vec<Medicine>,
}

impl Undated {
    fn read(diary: &Diary) -> Result<Self, StoreError> {
        let read = diary.read();
        let mut medicines: Vec<Medicine> = read.all()?.into_iter().map(|entry| entry.value).collect();
        medicines.sort_by_key(|medicine| std::cmp::Reverse(medicine.from));
        Ok(Self {
            settings: read.settings()?,
            profile: read.profile()?,
            factors: read.all()?,
            measures: read.panels()?.unwrap_or_else(|| Measure::USUAL.to_vec()),
            medicines,
        })
    }
}

impl Diary {
    /// The past of the diary, of which the newest dates are read.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn look_back(&self) -> Result<LookBack, StoreError> {
        let mut look_back = self.unread_look_back()?;
        look_back.read_more(self)?;
        Ok(look_back)
    }

    /// The past of the diary, of which no date is read yet: for [`LookBack::read_range`].
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn unread_look_back(&self) -> Result<LookBack, StoreError> {
        let (undated, undated_from) = self.watched(|| Undated::read(self));
        Ok(LookBack {
            undated: undated?,
            undated_from,
            history: History::unread(self.read().first_date()?, self.last_night_to_look_at()?.date()),
        })
    }

    /// The night at which looking back ends: the latest one, or the one before it while it has hardly begun and nothing is said of
    /// it, because such a night is no gap in the diary.
    pub(super) fn last_night_to_look_at(&self) -> Result<Night, StoreError> {
        let (latest, slept) = (self.latest_night()?, self.latest_slept()?);
        if latest > slept && self.read().on::<NightNote>(latest.date())?.is_empty() { Ok(slept) } else { Ok(latest) }
    }

    /// The past of the diary with every date read: about 50 µs a date.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn whole_look_back(&self) -> Result<LookBack, StoreError> {
        let mut look_back = self.look_back()?;
        while !look_back.is_whole() {
            look_back.read_more(self)?;
        }
        Ok(look_back)
    }
}

impl LookBack {
    /// Reads the next older dates: a chunk that takes a few milliseconds.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn read_more(&mut self, diary: &Diary) -> Result<(), StoreError> {
        self.history.read_more(diary)
    }

    /// Reads the dates of a range: all that figures of these dates alone need.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn read_range(&mut self, diary: &Diary, range: NightRange) -> Result<(), StoreError> {
        self.history.read_range(diary, range.first.date(), range.last.date())
    }

    /// Compares the nights of a range with earlier ones, and reads the nights of both.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn read_compared(&mut self, diary: &Diary, range: NightRange, against: Against) -> Result<Comparison, StoreError> {
        self.read_range(diary, range)?;
        let earlier = match against {
            Against::Before => {
                let nights = (range.last.date() - range.first.date()).num_days() + 1;
                Some(NightRange::new(range.first.plus(-nights), range.first.plus(-1)))
            }
            Against::Baseline => diary.read().first_answered()?.map(|from| NightRange::new(from, from.plus(BASELINE_NIGHTS - 1))),
        };
        if let Some(earlier) = earlier {
            self.read_range(diary, earlier)?;
        }
        Ok(compare(self.nights(), range, against))
    }

    /// Whether every date is read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.history.is_whole()
    }

    /// The oldest date that is read; what lies before it looks as if it were not logged.
    #[must_use]
    pub fn read_from(&self) -> NaiveDate {
        self.history.read_from()
    }

    /// Takes in what a command, an undo or a redo changed.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn changed(&mut self, diary: &Diary, done: &Done) -> Result<(), StoreError> {
        let (first, last) = (diary.read().first_date()?, diary.last_night_to_look_at()?.date());
        let begins_later = self.first_logged().is_some_and(|before| first.is_none_or(|first| first > before));
        if begins_later || last != self.history.last() {
            *self = diary.look_back()?;
            return Ok(());
        }
        if done.changed.iter().any(|kind| self.undated_from.contains(*kind)) {
            self.undated = Undated::read(diary)?;
        }
        self.history.changed(diary, first, &done.dates)
    }

    /// Every date that was read, up to the latest night; at least a year of them, however young the diary is.
    #[must_use]
    pub fn nights(&self) -> NightSlice<'_> {
        self.history.nights()
    }

    /// The dates from one to another, both included, as far as they were read.
    #[must_use]
    pub fn within(&self, first: NaiveDate, last: NaiveDate) -> NightSlice<'_> {
        self.nights().between(first, last)
    }

    /// The night at which looking back ends: the last of the dates.
    #[must_use]
    pub fn latest_night(&self) -> Night {
        Night::new(self.history.last())
    }

    /// The first date of which anything was logged.
    #[must_use]
    pub fn first_logged(&self) -> Option<NaiveDate> {
        self.history.logged_from()
    }

    /// Where the person's nights and days begin.
    #[must_use]
    pub fn rules(&self) -> DayRules {
        self.undated.settings.rules
    }

    /// The factors of one's own, oldest first.
    #[must_use]
    pub fn factors(&self) -> &[Entry<Factor>] {
        &self.undated.factors
    }

    /// The panels, from top to bottom.
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        &self.undated.measures
    }

    /// The panels of the dates from one to another, both included.
    #[must_use]
    pub fn trends(&self, first: NaiveDate, last: NaiveDate) -> Trends {
        self.trends_of(&self.undated.measures, first, last)
    }

    /// The same with other panels, from top to bottom; a factor that is not there gets none.
    #[must_use]
    pub fn trends_of(&self, measures: &[Measure], first: NaiveDate, last: NaiveDate) -> Trends {
        let nights = usize::try_from((last - first).num_days()).unwrap_or(0) + 1;
        trends(self.nights(), NightRange::of_dates(first, last), self.panels(measures, Day::new(last)), self.spans(first, nights))
    }

    /// The panels, against the goal and the references of a day.
    fn panels(&self, measures: &[Measure], day: Day) -> Vec<Panel> {
        let person = Person::on(&self.undated.profile, day);
        let panel = |measure: &Measure| match *measure {
            Measure::Own(id) => {
                self.undated.factors.iter().find(|factor| factor.id == id).map(|factor| Panel::own(*measure, &factor.value))
            }
            Measure::Hydration => {
                Some(Panel::new(*measure).against(drinking_goal_ml(self.undated.settings, &self.undated.profile, day).map(f64::from)))
            }
            Measure::Nutrient(nutrient) => {
                Some(Panel::new(*measure).against(reference(nutrient, &person).map(|reference| reference.amount)))
            }
            // No other measure has a goal or a reference.
            _ => Some(Panel::new(*measure)),
        };
        measures.iter().filter_map(panel).collect()
    }

    /// What held on the dates of a range: pregnancy and breastfeeding, medicines, the newest first, and supplements, those that
    /// were taken on most days first.
    #[must_use]
    pub fn spans(&self, first: NaiveDate, nights: usize) -> Vec<Span> {
        let last = Night::new(first).plus(i64::try_from(nights).unwrap_or(0) - 1).date();
        let range = NightRange::of_dates(first, last);
        let ends = |from: Option<Day>, until: Option<Day>| (from.map(Day::date), until.map(Day::date));
        let stage = |(kind, name, period): (SpanKind, &str, Option<Period>)| {
            period.and_then(|period| Span::new(kind, name, range, [ends(Some(period.from), period.until)]))
        };
        let stages = [
            (SpanKind::Pregnancy, "Pregnancy", self.undated.profile.pregnant),
            (SpanKind::Breastfeeding, "Breastfeeding", self.undated.profile.breastfeeding),
        ];
        let medicine =
            |medicine: &Medicine| Span::new(SpanKind::Medicine, &medicine.summary(), range, [ends(medicine.from, medicine.until)]);
        let mut spans: Vec<_> = stages.into_iter().filter_map(stage).chain(self.undated.medicines.iter().filter_map(medicine)).collect();
        let taken = self.history.taken().iter().map(|(name, days)| (name, days.range(first..=last).collect::<Vec<_>>()));
        let mut taken: Vec<_> = taken.collect();
        taken.sort_by_key(|(_, days)| std::cmp::Reverse(days.len()));
        let supplement = |(name, days): (&String, Vec<&NaiveDate>)| {
            Span::new(SpanKind::Supplement, name, range, days.into_iter().map(|day| (Some(*day), Some(*day))))
        };
        spans.extend(taken.into_iter().filter_map(supplement));
        spans
    }
}
