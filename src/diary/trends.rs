//! Figures of a range of nights, read from the diary.

use super::Diary;
use crate::domain::{Cramp, Day, Entry, Measure, Medicine, Night, NightNote, NoStretching, Nutrient, Stretch};
use crate::insights::{NightFigures, NutrientFigure, Span, SpanKind, TrendInput, Trends, WINDOW_NIGHTS, trends};
use crate::nutrition::{Person, drinking_goal_ml, reference};
use crate::store::{RecordKind, StoreError};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// The kinds of record that [`Diary::trends`] reads.
pub const TRENDS_DEPEND_ON: &[RecordKind] = &[
    RecordKind::Cramp,
    RecordKind::Drink,
    RecordKind::Food,
    RecordKind::FoodDay,
    RecordKind::Medicine,
    RecordKind::Night,
    RecordKind::NoStretching,
    RecordKind::Profile,
    RecordKind::Settings,
    RecordKind::Stretch,
    RecordKind::SupplementTaken,
];

/// A day of whose food more than this part has no figure for a mineral stands in no chart of it: the sum says nothing.
const MOST_UNKNOWN: f64 = 0.5;

impl Diary {
    /// The figures of the `nights` nights that end with `last`.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn trends(&self, last: Night, nights: usize) -> Result<Trends, StoreError> {
        let (nights, lead) = (nights.max(1), WINDOW_NIGHTS - 1);
        let all = nights + lead;
        let first = last.plus(1 - i64::try_from(all).unwrap_or(i64::MAX)).date();
        let figures = self.night_figures(first..=last.date())?;
        let profile = self.read().profile()?;
        let person = Person::on(&profile, last.day());
        let mineral = |nutrient| reference(nutrient, &person).map_or(0.0, |reference| reference.amount);
        let spans = self.spans(last.plus(1 - i64::try_from(nights).unwrap_or(i64::MAX)).date(), nights)?;
        Ok(trends(TrendInput {
            first,
            nights: &figures,
            lead,
            goal_ml: drinking_goal_ml(self.settings()?, &profile, last.day()).map(f64::from),
            references_mg: [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium].map(mineral),
            spans,
        }))
    }

    /// What was taken in the range: medicines, the newest first, then the supplements that were taken on most days.
    fn spans(&self, first: NaiveDate, nights: usize) -> Result<Vec<Span>, StoreError> {
        let mut medicines = self.read().all::<Medicine>()?;
        medicines.sort_by_key(|entry| std::cmp::Reverse(entry.value.from));
        let medicine = |Entry { value: medicine, .. }: &Entry<Medicine>| {
            let period = (medicine.from.map(Day::date), medicine.until.map(Day::date));
            Span::new((SpanKind::Medicine, &medicine.summary()), (first, nights), [period])
        };
        let mut spans: Vec<_> = medicines.iter().filter_map(medicine).collect();
        let last = Night::new(first).plus(i64::try_from(nights - 1).unwrap_or(0)).date();
        let mut taken = self.read().days_taken(first..=last)?;
        taken.sort_by_key(|(_, days)| std::cmp::Reverse(days.len()));
        let supplement = |(name, days): &(String, Vec<NaiveDate>)| {
            Span::new((SpanKind::Supplement, name), (first, nights), days.iter().map(|day| (Some(*day), Some(*day))))
        };
        spans.extend(taken.iter().filter_map(supplement));
        Ok(spans)
    }

    fn night_figures(&self, dates: RangeInclusive<NaiveDate>) -> Result<Vec<NightFigures>, StoreError> {
        let mut figures: Vec<_> =
            dates.start().iter_days().take_while(|date| date <= dates.end()).map(|_| NightFigures::default()).collect();
        let place = |date: NaiveDate| usize::try_from((date - *dates.start()).num_days()).unwrap_or(0);

        for Entry { value: said, .. } in self.read().between::<NightNote>(dates.clone())? {
            let figure = &mut figures[place(said.night.date())];
            figure.answer = said.answer;
            (figure.disturbed, figure.slept, figure.has_note) = (said.disturbed, said.slept, !said.note.is_empty());
        }
        for Entry { value: cramp, .. } in self.read().between::<Cramp>(dates.clone())? {
            figures[place(cramp.night.date())].cramps.push(cramp);
        }
        for none in self.read().between::<NoStretching>(dates.clone())? {
            figures[place(none.value.day.date())].stretch_min = Some(0.0);
        }
        for stretch in self.read().between::<Stretch>(dates.clone())? {
            let figure = &mut figures[place(stretch.value.day.date())];
            figure.stretch_min = Some(figure.stretch_min.unwrap_or(0.0) + stretch.value.dose.minutes());
        }
        for (figure, held) in figures.iter_mut().zip(self.held(&dates)?) {
            let intake = held.day.intake;
            figure.drunk_ml = held.drunk_ml;
            figure.food_complete = intake.counts_as_complete();
            figure.nutrients = Measure::NUTRIENTS.map(|nutrient| {
                let known = intake.foods > 0 && intake.unknown_share(nutrient) <= MOST_UNKNOWN;
                NutrientFigure { food: known.then(|| intake.from_food(nutrient)), supplements: None }
            });
        }
        Ok(figures)
    }
}
