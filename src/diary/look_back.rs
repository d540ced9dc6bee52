//! The past of the diary in memory: read once, the newest dates first, and kept up to date.

use super::Diary;
use super::history::History;
use super::undo::Done;
use crate::domain::{Day, DayRules, Entry, Factor, Measure, Medicine, Night, NightNote, NightRange, Period, Profile, Settings};
use crate::insights::{Against, BASELINE_NIGHTS, Comparison, NightSlice, Panel, Span, SpanKind, Trends, compare, trends};
use crate::nutrition::{LimitsDrinking, Person, drinking_goal_ml, reference};
use crate::store::{KindSet, StoreError};
use chrono::NaiveDate;

/// The past of a diary in memory. Dates are read the newest first; those that are not read yet look as if they were not logged.
#[derive(Debug, Clone, PartialEq)]
pub struct LookBack {
    undated: Undated,
    /// The kinds of record that `undated` was read from.
    undated_from: KindSet,
    history: History,
}

/// The records that have no date, which are all read at once.
#[derive(Debug, Clone, PartialEq)]
struct Undated {
    settings: Settings,
    profile: Profile,
    factors: Vec<Entry<Factor>>,
    measures: Vec<Measure>,
    /// The medicines, the newest first.
    medicines: Vec<Medicine>,
    /// Why only the clinic can say how much the person should drink today; `None` if there is no such reason.
    limits_drinking: Option<LimitsDrinking>,
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
            limits_drinking: diary.limits_drinking()?,
        })
    }
}

impl Diary {
    /// The past of the diary with its newest 60 dates read.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn look_back(&self) -> Result<LookBack, StoreError> {
        let mut look_back = self.unread_look_back()?;
        look_back.read_more(self)?;
        Ok(look_back)
    }

    /// The past of the diary with no date read yet: for [`LookBack::read_range`].
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn unread_look_back(&self) -> Result<LookBack, StoreError> {
        let (undated, undated_from) = self.watched(|| Undated::read(self));
        Ok(LookBack {
            undated: undated?,
            undated_from,
            history: History::unread(self.read().first_date()?, self.last_night_to_look_at()?.date()),
        })
    }

    /// The night at which looking back ends: the latest one, or the one before it while the latest has hardly begun and has no record.
    /// Such a night is no gap in the diary.
    pub(super) fn last_night_to_look_at(&self) -> Result<Night, StoreError> {
        let (latest, slept) = (self.latest_night()?, self.latest_slept()?);
        if latest > slept && self.read().on::<NightNote>(latest.date())?.is_empty() { Ok(slept) } else { Ok(latest) }
    }

    /// The past of the diary with every date read, which takes about 50 µs per date.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn whole_look_back(&self) -> Result<LookBack, StoreError> {
        let mut look_back = self.look_back()?;
        while !look_back.is_whole() {
            look_back.read_more(self)?;
        }
        Ok(look_back)
    }
}

impl LookBack {
    /// Reads the next older 60 dates, which takes a few milliseconds. Does nothing if every date is read.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn read_more(&mut self, diary: &Diary) -> Result<(), StoreError> {
        self.history.read_more(diary)
    }

    /// Reads the dates of a range and no others.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn read_range(&mut self, diary: &Diary, range: NightRange) -> Result<(), StoreError> {
        self.history.read_range(diary, range.first.date(), range.last.date())
    }

    /// Compares the nights of a range with earlier ones. Reads the nights of both first.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
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

    /// The oldest date that is read. Dates before it look as if they were not logged.
    #[must_use]
    pub fn read_from(&self) -> NaiveDate {
        self.history.read_from()
    }

    /// Reads again the dates that a command, an undo or a redo changed. Reads everything anew if the first or the last date of the diary
    /// has moved.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
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

    /// The figures from the oldest date that is read up to the latest night: at least a year of dates, however young the diary is.
    #[must_use]
    pub fn nights(&self) -> NightSlice<'_> {
        self.history.nights()
    }

    /// The figures of the dates from `first` to `last`, both included, as far as they are read.
    #[must_use]
    pub fn within(&self, first: NaiveDate, last: NaiveDate) -> NightSlice<'_> {
        self.nights().between(first, last)
    }

    /// The night at which looking back ends.
    #[must_use]
    pub fn latest_night(&self) -> Night {
        Night::new(self.history.last())
    }

    /// The first date for which anything is logged. Returns `None` for an empty diary.
    #[must_use]
    pub fn first_logged(&self) -> Option<NaiveDate> {
        self.history.logged_from()
    }

    /// The hours at which the person's nights and days begin.
    #[must_use]
    pub fn rules(&self) -> DayRules {
        self.undated.settings.rules
    }

    /// The person's own factors, oldest first.
    #[must_use]
    pub fn factors(&self) -> &[Entry<Factor>] {
        &self.undated.factors
    }

    /// The panels of the chart over time, from top to bottom.
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        &self.undated.measures
    }

    /// The figures of the chosen panels over the dates from `first` to `last`, both included.
    #[must_use]
    pub fn trends(&self, first: NaiveDate, last: NaiveDate) -> Trends {
        self.trends_of(&self.undated.measures, first, last)
    }

    /// The figures of these panels, from top to bottom, over the dates from `first` to `last`, both included. A factor that the diary does
    /// not have gets no panel.
    #[must_use]
    pub fn trends_of(&self, measures: &[Measure], first: NaiveDate, last: NaiveDate) -> Trends {
        let nights = usize::try_from((last - first).num_days()).unwrap_or(0) + 1;
        trends(self.nights(), NightRange::of_dates(first, last), self.panels(measures, Day::new(last)), self.spans(first, nights))
    }

    /// The panels of these measures, with the drinking goal and the person's reference intakes on a day.
    fn panels(&self, measures: &[Measure], day: Day) -> Vec<Panel> {
        let person = Person::on(&self.undated.profile, day);
        let panel = |measure: &Measure| match *measure {
            Measure::Own(id) => {
                self.undated.factors.iter().find(|factor| factor.id == id).map(|factor| Panel::own(*measure, &factor.value))
            }
            Measure::Hydration => {
                let limits = self.undated.limits_drinking.as_ref();
                Some(Panel::new(*measure).against(drinking_goal_ml(self.undated.settings, &person, limits).map(f64::from)))
            }
            Measure::Nutrient(nutrient) => {
                Some(Panel::new(*measure).against(reference(nutrient, &person).map(|reference| reference.amount)))
            }
            // No other measure has a goal or a reference.
            _ => Some(Panel::new(*measure)),
        };
        measures.iter().filter_map(panel).collect()
    }

    /// The spans that touch the `nights` dates from `first` on: pregnancy and breastfeeding, medicines with the newest first, supplements
    /// with the one first that was taken on most days.
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
