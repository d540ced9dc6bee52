//! Everything that looking back stands on: read once, the newest dates first, and kept up to date.

use super::Diary;
use super::history::History;
use super::undo::Done;
use crate::domain::{Day, DayRules, Entry, Factor, Measure, Medicine, Night, NightNote, Period, Profile, Settings};
use crate::insights::{Nights, Panel, Span, SpanKind, Trends, trends};
use crate::nutrition::{Person, drinking_goal_ml, reference};
use crate::store::{RecordKind, StoreError};
use chrono::NaiveDate;

/// The kinds of record that a [`LookBack`] holds.
pub const TRENDS_DEPEND_ON: &[RecordKind] = &[
    RecordKind::Cramp,
    RecordKind::Drink,
    RecordKind::Factor,
    RecordKind::FactorValue,
    RecordKind::Food,
    RecordKind::FoodDay,
    RecordKind::Medicine,
    RecordKind::Night,
    RecordKind::NoStretching,
    RecordKind::Panels,
    RecordKind::Profile,
    RecordKind::Settings,
    RecordKind::Sign,
    RecordKind::Strain,
    RecordKind::Stretch,
    RecordKind::SupplementTaken,
];

/// The past of a diary.
#[derive(Debug, Clone, PartialEq)]
pub struct LookBack {
    settings: Settings,
    profile: Profile,
    factors: Vec<Entry<Factor>>,
    measures: Vec<Measure>,
    /// The newest first.
    medicines: Vec<Medicine>,
    history: History,
}

impl Diary {
    /// The past of the diary, of which the newest dates are read.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn look_back(&self) -> Result<LookBack, StoreError> {
        let mut look_back = LookBack {
            settings: self.settings()?,
            profile: self.read().profile()?,
            factors: self.read().all()?,
            measures: measures(self)?,
            medicines: medicines(self)?,
            history: History::unread(self.read().first_date()?, self.last_night_to_look_at()?.date()),
        };
        look_back.read_more(self)?;
        Ok(look_back)
    }

    /// The night at which looking back ends: the latest one, or the one before it while it has hardly begun and nothing is said of
    /// it, because such a night is no gap in the diary.
    pub(super) fn last_night_to_look_at(&self) -> Result<Night, StoreError> {
        let (latest, slept) = (self.latest_night()?, self.latest_slept()?);
        if latest > slept && self.read().on::<NightNote>(latest.date())?.is_empty() { Ok(slept) } else { Ok(latest) }
    }

    /// The same with every date read.
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
        for kind in &done.changed {
            match kind {
                RecordKind::Factor | RecordKind::Panels => (self.factors, self.measures) = (diary.read().all()?, measures(diary)?),
                RecordKind::Medicine => self.medicines = medicines(diary)?,
                RecordKind::Profile => self.profile = diary.read().profile()?,
                RecordKind::Settings => self.settings = diary.settings()?,
                RecordKind::Acknowledged
                | RecordKind::Cramp
                | RecordKind::Drink
                | RecordKind::FactorValue
                | RecordKind::Food
                | RecordKind::FoodDay
                | RecordKind::FoodOpinion
                | RecordKind::Import
                | RecordKind::Night
                | RecordKind::NoStretching
                | RecordKind::OwnFood
                | RecordKind::Recipe
                | RecordKind::Sign
                | RecordKind::Strain
                | RecordKind::Stretch
                | RecordKind::Supplement
                | RecordKind::SupplementTaken => {}
            }
        }
        self.history.changed(diary, first, &done.dates)
    }

    /// Every date that was read, up to the latest night; at least a year of them, however young the diary is.
    #[must_use]
    pub fn nights(&self) -> Nights<'_> {
        self.history.nights()
    }

    /// The dates from one to another, both included, as far as they were read.
    #[must_use]
    pub fn within(&self, first: NaiveDate, last: NaiveDate) -> Nights<'_> {
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
        self.settings.rules
    }

    /// The factors of one's own, oldest first.
    #[must_use]
    pub fn factors(&self) -> &[Entry<Factor>] {
        &self.factors
    }

    /// The panels, from top to bottom.
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The panels of the dates from one to another, both included.
    #[must_use]
    pub fn trends(&self, first: NaiveDate, last: NaiveDate) -> Trends {
        self.trends_of(&self.measures, first, last)
    }

    /// The same with other panels, from top to bottom; a factor that is not there gets none.
    #[must_use]
    pub fn trends_of(&self, measures: &[Measure], first: NaiveDate, last: NaiveDate) -> Trends {
        let nights = usize::try_from((last - first).num_days()).unwrap_or(0) + 1;
        trends(self.nights(), (first, last), self.panels(measures, Day::new(last)), self.spans(first, nights))
    }

    /// The panels, against the goal and the references of a day.
    fn panels(&self, measures: &[Measure], day: Day) -> Vec<Panel> {
        let person = Person::on(&self.profile, day);
        let panel = |measure: &Measure| match *measure {
            Measure::Own(id) => self.factors.iter().find(|factor| factor.id == id).map(|factor| Panel::own(*measure, &factor.value)),
            Measure::Hydration => Some(Panel::new(*measure).against(drinking_goal_ml(self.settings, &self.profile, day).map(f64::from))),
            Measure::Nutrient(nutrient) => {
                Some(Panel::new(*measure).against(reference(nutrient, &person).map(|reference| reference.amount)))
            }
            Measure::Cramps
            | Measure::SleepDisturbed
            | Measure::Slept
            | Measure::Stretching
            | Measure::Caffeine
            | Measure::Alcohol
            | Measure::Exercise
            | Measure::Standing
            | Measure::Heat => Some(Panel::new(*measure)),
        };
        measures.iter().filter_map(panel).collect()
    }

    /// What held on the dates of a range: pregnancy and breastfeeding, medicines, the newest first, and supplements, those that
    /// were taken on most days first.
    #[must_use]
    pub fn spans(&self, first: NaiveDate, nights: usize) -> Vec<Span> {
        let range = (first, nights);
        let ends = |from: Option<Day>, until: Option<Day>| (from.map(Day::date), until.map(Day::date));
        let stage = |(kind, name, period): (SpanKind, &str, Option<Period>)| {
            period.and_then(|period| Span::new((kind, name), range, [ends(Some(period.from), period.until)]))
        };
        let stages = [
            (SpanKind::Pregnancy, "Pregnancy", self.profile.pregnant),
            (SpanKind::Breastfeeding, "Breastfeeding", self.profile.breastfeeding),
        ];
        let medicine =
            |medicine: &Medicine| Span::new((SpanKind::Medicine, &medicine.summary()), range, [ends(medicine.from, medicine.until)]);
        let mut spans: Vec<_> = stages.into_iter().filter_map(stage).chain(self.medicines.iter().filter_map(medicine)).collect();
        let last = Night::new(first).plus(i64::try_from(nights).unwrap_or(0) - 1).date();
        let taken = self.history.taken().iter().map(|(name, days)| (name, days.range(first..=last).collect::<Vec<_>>()));
        let mut taken: Vec<_> = taken.collect();
        taken.sort_by_key(|(_, days)| std::cmp::Reverse(days.len()));
        let supplement = |(name, days): (&String, Vec<&NaiveDate>)| {
            Span::new((SpanKind::Supplement, name), range, days.into_iter().map(|day| (Some(*day), Some(*day))))
        };
        spans.extend(taken.into_iter().filter_map(supplement));
        spans
    }
}

fn measures(diary: &Diary) -> Result<Vec<Measure>, StoreError> {
    Ok(diary.read().panels()?.unwrap_or_else(|| Measure::USUAL.to_vec()))
}

fn medicines(diary: &Diary) -> Result<Vec<Medicine>, StoreError> {
    let mut medicines: Vec<Medicine> = diary.read().all()?.into_iter().map(|entry| entry.value).collect();
    medicines.sort_by_key(|medicine| std::cmp::Reverse(medicine.from));
    Ok(medicines)
}
