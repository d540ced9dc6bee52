//! Which nights Trends shows: the choices, a dragged part, zooming and moving. Dates only, no chart and no clock.

use crate::domain::{Night, capitalised};
use chrono::{Days, NaiveDate};

/// The number of nights that can be shown however little is logged.
const LEAST_NIGHTS: i64 = 14;

/// Consecutive nights by their dates, at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownNights {
    /// The date of the first night.
    pub first: NaiveDate,
    /// The date of the last night.
    pub last: NaiveDate,
}

impl ShownNights {
    /// The nights from one date to the other, whichever comes first.
    #[must_use]
    pub fn between(one: NaiveDate, other: NaiveDate) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// The `nights` nights up to the night of `last`; at least one.
    #[must_use]
    pub fn ending(last: NaiveDate, nights: i64) -> Self {
        Self { first: shifted(last, 1 - nights.max(1)), last }
    }

    /// The nights that a diary can show: from the first logged one to the latest, at least `LEAST_NIGHTS`.
    #[must_use]
    pub fn of_diary(first_logged: Option<NaiveDate>, latest: NaiveDate) -> Self {
        let least = Self::ending(latest, LEAST_NIGHTS);
        Self { first: first_logged.map_or(least.first, |first| first.min(least.first)), last: latest }
    }

    /// The number of nights in the range, both ends included.
    #[must_use]
    pub fn nights(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// The date of the range that is nearest to `date`.
    #[must_use]
    pub fn nearest(self, date: NaiveDate) -> NaiveDate {
        date.clamp(self.first, self.last)
    }

    /// The index of a date in the range, from 0. A date outside has the index of the nearest one inside.
    #[must_use]
    pub fn place(self, date: NaiveDate) -> usize {
        usize::try_from((self.nearest(date) - self.first).num_days()).unwrap_or(0)
    }

    /// The date with this index, counted from 0. An index beyond the end gives the last date.
    #[must_use]
    pub fn date(self, place: usize) -> NaiveDate {
        self.nearest(shifted(self.first, i64::try_from(place).unwrap_or(i64::MAX)))
    }

    /// The shortest range that contains this one and the other.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// The range moved by `nights`, to earlier dates if negative, but not beyond the limits.
    #[must_use]
    pub fn moved(self, nights: i64, limits: Self) -> Self {
        let most = (limits.last - self.last).num_days();
        let least = (limits.first - self.first).num_days();
        let nights = nights.clamp(least.min(0), most.max(0));
        Self { first: shifted(self.first, nights), last: shifted(self.last, nights) }
    }

    /// The range made `factor` times as long. The night at `share` of its width (0 to 1) stays where it is.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "nights of a life")]
    pub fn zoomed(self, factor: f64, share: f64, limits: Self) -> Self {
        let (nights, most) = (self.nights() as f64, limits.nights().max(1));
        let wanted = ((nights * factor).round() as i64).clamp(1, most);
        let share = share.clamp(0.0, 1.0);
        let first = ((nights - wanted as f64) * share).round() as i64;
        let first = shifted(self.first, first);
        Self { first, last: shifted(first, wanted - 1) }.within(limits)
    }

    /// The range moved into the limits, and cut if it is longer than they are.
    fn within(self, limits: Self) -> Self {
        let nights = self.nights().min(limits.nights());
        let first = self.first.max(limits.first).min(shifted(limits.last, 1 - nights));
        Self { first, last: shifted(first, nights - 1) }
    }

    /// The dates as a label: "3 Oct to 19 Nov 2026"; for one night "Night of Thu 19 to Fri 20 Nov 2026".
    #[must_use]
    pub fn words(self) -> String {
        capitalised(&Night::new(self.first).to_words(Night::new(self.last)))
    }
}

/// A button of the range bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeButton {
    /// This number of nights up to the latest.
    Latest(u16),
    /// The whole diary.
    All,
}

impl RangeButton {
    /// Every button with its label, in their order on the screen.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Latest(14), "14 nights"),
        (Self::Latest(30), "30 nights"),
        (Self::Latest(90), "90 nights"),
        (Self::Latest(365), "1 year"),
        (Self::All, "All"),
    ];

    /// The label of the button.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::ALL.iter().find(|(choice, _)| *choice == self).map_or("All", |(_, words)| words)
    }

    /// The nights that the button shows, where `diary` are all nights of the diary.
    #[must_use]
    pub fn range(self, diary: ShownNights) -> ShownNights {
        match self {
            Self::Latest(nights) => ShownNights::ending(diary.last, i64::from(nights)),
            Self::All => diary,
        }
    }
}

/// Which nights are shown: those of a button, which grow with the diary, or fixed dates that were zoomed to from there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeChoice {
    /// A button of the range bar.
    Button(RangeButton),
    /// Fixed dates, and the button that was chosen before.
    Part(ShownNights, RangeButton),
}

impl Default for RangeChoice {
    fn default() -> Self {
        Self::Button(RangeButton::Latest(90))
    }
}

impl RangeChoice {
    /// The chosen button; for fixed dates the one that leads back.
    #[must_use]
    pub fn choice(self) -> RangeButton {
        match self {
            Self::Button(choice) | Self::Part(_, choice) => choice,
        }
    }

    /// The nights that are shown, where `diary` are all nights of the diary.
    #[must_use]
    pub fn range(self, diary: ShownNights) -> ShownNights {
        match self {
            Self::Button(choice) => choice.range(diary),
            Self::Part(range, choice) => range.within(diary.with(choice.range(diary))),
        }
    }

    /// How far zooming and moving go: through the diary, and through what the button shows of the time before it.
    #[must_use]
    pub fn limits(self, diary: ShownNights) -> ShownNights {
        diary.with(self.choice().range(diary))
    }

    /// This choice if it shows `date`, otherwise the shortest button that does.
    #[must_use]
    pub fn reaching(self, date: NaiveDate, diary: ShownNights) -> Self {
        let holds = |shown: &Self| shown.range(diary).nearest(date) == date;
        let choices = RangeButton::ALL.into_iter().map(|(choice, _)| Self::Button(choice));
        [self].into_iter().chain(choices).find(holds).unwrap_or(Self::Button(RangeButton::All))
    }

    /// The choice of other dates: a button if they are exactly its nights, otherwise fixed dates.
    #[must_use]
    pub fn at(self, range: ShownNights, diary: ShownNights) -> Self {
        let choice = [self.choice(), RangeButton::All].into_iter().find(|choice| choice.range(diary) == range);
        choice.map_or_else(|| Self::Part(range.within(self.limits(diary)), self.choice()), Self::Button)
    }
}

/// The date `days` later, or earlier if negative; `date` itself where the calendar ends.
fn shifted(date: NaiveDate, days: i64) -> NaiveDate {
    let span = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(span) } else { date.checked_add_days(span) }.unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeded::seeded;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn range(first: &str, last: &str) -> ShownNights {
        ShownNights::between(date(first), date(last))
    }

    #[test]
    fn a_range_is_named_by_its_dates() {
        for (first, last, words) in [
            ("2026-11-03", "2026-11-19", "3 to 19 Nov 2026"),
            ("2026-10-30", "2026-11-19", "30 Oct to 19 Nov 2026"),
            ("2025-11-20", "2026-11-19", "20 Nov 2025 to 19 Nov 2026"),
            ("2026-11-19", "2026-11-19", "Night of Thu 19 to Fri 20 Nov 2026"),
        ] {
            assert_eq!(range(first, last).words(), words);
        }
    }

    #[test]
    fn a_young_diary_still_shows_two_weeks() {
        let latest = date("2026-11-19");
        assert_eq!(ShownNights::of_diary(None, latest), range("2026-11-06", "2026-11-19"));
        assert_eq!(ShownNights::of_diary(Some(date("2026-11-18")), latest).nights(), 14);
        assert_eq!(ShownNights::of_diary(Some(date("2020-01-01")), latest), range("2020-01-01", "2026-11-19"));
        assert_eq!(RangeButton::Latest(365).range(ShownNights::of_diary(None, latest)).nights(), 365, "a year is a year");
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer_and_stays_in_the_diary() {
        let diary = range("2026-01-01", "2026-11-19");
        let shown = RangeButton::Latest(90).range(diary);
        for (share, first, last) in
            [(0.0, "2026-08-22", "2026-10-05"), (1.0, "2026-10-06", "2026-11-19"), (0.5, "2026-09-14", "2026-10-28")]
        {
            assert_eq!(shown.zoomed(0.5, share, diary), range(first, last), "{share}");
        }
        assert_eq!(shown.zoomed(100.0, 0.5, diary), diary);
        assert_eq!(shown.zoomed(0.0, 1.0, diary), range("2026-11-19", "2026-11-19"));
        assert_eq!(shown.zoomed(2.0, 1.0, diary), range("2026-05-24", "2026-11-19"));
    }

    #[test]
    fn moving_stops_at_both_ends() {
        let diary = range("2026-10-01", "2026-11-19");
        let shown = RangeButton::Latest(14).range(diary);
        assert_eq!(shown.moved(-14, diary), range("2026-10-23", "2026-11-05"));
        assert_eq!(shown.moved(-99, diary), range("2026-10-01", "2026-10-14"));
        assert_eq!(shown.moved(3, diary), shown);
    }

    #[test]
    fn dates_that_are_those_of_a_choice_are_that_choice() {
        let diary = range("2026-01-01", "2026-11-19");
        let shown = RangeChoice::default();
        let part = shown.at(range("2026-09-01", "2026-09-10"), diary);
        assert_eq!(part, RangeChoice::Part(range("2026-09-01", "2026-09-10"), RangeButton::Latest(90)));
        assert_eq!(part.at(shown.range(diary), diary), shown);
        assert_eq!(part.at(diary, diary), RangeChoice::Button(RangeButton::All));
    }

    #[test]
    fn a_date_is_reached_by_the_shortest_choice_that_holds_it() {
        let diary = range("2020-01-01", "2026-11-19");
        let shown = RangeChoice::Button(RangeButton::Latest(30));
        for (reached, choice) in [
            ("2026-11-12", RangeButton::Latest(30)),
            ("2026-10-01", RangeButton::Latest(90)),
            ("2026-01-01", RangeButton::Latest(365)),
            ("2020-01-01", RangeButton::All),
        ] {
            assert_eq!(shown.reaching(date(reached), diary), RangeChoice::Button(choice), "{reached}");
        }
    }

    proptest! {
        // The same cases each time: a test that fails must fail again.
        #![proptest_config(seeded(256))]
        #[test]
        fn whatever_is_done_a_night_at_least_and_the_diary_at_most_is_shown(
            known in 0_i64..4000, steps in prop::collection::vec((0_u8..4, -400_i64..400, 0.0..1.0_f64), 1..30),
        ) {
            let latest = date("2026-11-19");
            let diary = ShownNights::of_diary(Some(shifted(latest, -known)), latest);
            let mut shown = RangeChoice::default();
            for (kind, nights, share) in steps {
                let (range, limits) = (shown.range(diary), shown.limits(diary));
                let next = match kind {
                    0 => range.moved(nights, limits),
                    1 => range.zoomed(0.6, share, limits),
                    2 => range.zoomed(1.7, share, limits),
                    _ => ShownNights::between(range.date(range.place(shifted(latest, nights))), range.first),
                };
                match kind {
                    0 => prop_assert_eq!(next.nights(), range.nights()),
                    1 => prop_assert!(next.nights() <= range.nights() && range.with(next) == range),
                    2 => prop_assert!(next.nights() >= range.nights() && next.with(range) == next),
                    _ => {}
                }
                shown = shown.at(next, diary);
                prop_assert_eq!(shown.range(diary), next);
                prop_assert!(next.nights() >= 1 && limits.with(next) == limits);
            }
        }
    }
}
