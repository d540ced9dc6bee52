//! A night of the trends in words: for the card, and for a screen reader.

use super::TrendsSpec;
use super::panel::counted_words;
use crate::domain::{Day, Measure, Severity, SignKind, counted, uncapitalised};
use crate::insights::{MIN_IN_WEEK, MIN_NIGHTS, NightFigures, Series, Span};
use chrono::Datelike as _;

impl TrendsSpec {
    /// Every figure of a night with its name, in the order of the panels, then what was taken and what else held.
    #[must_use]
    pub fn figures(&self, night: usize) -> Vec<(String, String)> {
        let Some(figures) = self.trends.nights.get(night) else { return Vec::new() };
        let words = |series: &Series| {
            let week = self.week_of(series, night).map_or_else(String::new, |week| format!("; week: {week}"));
            (series.panel.label.clone(), format!("{}{week}", night_words(series, figures)))
        };
        let mut lines: Vec<_> = self.trends.series.iter().map(words).collect();
        if !figures.illness.is_empty() {
            let signs: Vec<_> = figures.illness.iter().map(|sign: &SignKind| uncapitalised(sign.label())).collect();
            lines.push(("Illness".to_owned(), signs.join(", ")));
        }
        for (name, is_taken) in [("Taken", true), ("Also", false)] {
            let spans = self.trends.spans.iter().filter(|span: &&Span| span.kind.is_taken() == is_taken && span.covers(night));
            let names: Vec<_> = spans.map(|span| span.name.as_str()).collect();
            if !names.is_empty() {
                lines.push((name.to_owned(), names.join("; ")));
            }
        }
        if let Some(line) = self.week_words(night) {
            lines.push(line);
        }
        lines
    }

    /// The night's name, then one sentence per figure, for a screen reader.
    #[must_use]
    pub fn spoken(&self, night: usize) -> String {
        let words: Vec<_> = self.figures(night).into_iter().map(|(name, words)| format!("{name}: {words}")).collect();
        let note = if self.notes.binary_search(&night).is_ok() { ". With a note" } else { "" };
        format!("{}. {}{note}", self.label(night), words.join(". "))
    }

    /// What the bar of a panel says that a night stands in, where bars are weeks: "1.8 L, 6 days".
    fn week_of(&self, series: &Series, night: usize) -> Option<String> {
        let place = Some(self.trends.bar_of(night)).filter(|_| self.is_weekly() && series.panel.measure != Measure::Cramps)?;
        let (panel, logged) = (&series.panel, series.logged[place]);
        let days = counted(logged, panel.measure.counted().trim_end_matches('s'));
        let value = series.values[place].map(|value| format!("{}, {days}", panel.mean_written(value)));
        let supplements = series.supplements.get(place).copied().flatten().filter(|amount| *amount > 0.0);
        let supplements = supplements
            .zip(series.supplements_logged.get(place))
            .map(|(amount, days)| format!("{} from supplements, {}", panel.mean_written(amount), counted(*days, "day")));
        match (value, supplements) {
            (Some(value), Some(supplements)) => Some(format!("{value}; {supplements}")),
            (None, None) => Some("too little logged".to_owned()),
            (value, supplements) => value.or(supplements),
        }
    }

    /// What the bar of cramps says that a night stands in, where bars are weeks.
    fn week_words(&self, night: usize) -> Option<(String, String)> {
        let trends = &self.trends;
        let cramps = trends.series.iter().find(|series| series.panel.measure == Measure::Cramps).filter(|_| trends.is_weekly())?;
        let place = trends.bar_of(night);
        let bar = trends.bars.get(place)?;
        let (logged, known) = (cramps.logged[place], counted_words(trends, Measure::Cramps));
        let words = match cramps.values[place] {
            Some(rate) => format!("{} cramps a week, from {logged} {known}", cramps.panel.mean_written(rate)),
            None if cramps.is_too_little() => format!("{} of {MIN_NIGHTS} {known} needed", cramps.mean.logged),
            None if bar.nights == 1 => "only 1 night of this week is shown".to_owned(),
            None if bar.nights < MIN_IN_WEEK => format!("only {} nights of this week are shown", bar.nights),
            None => format!("{logged} of {MIN_IN_WEEK} {known} needed"),
        };
        let first = Day::new(trends.night(bar.from).date());
        Some((format!("Week of {} {}", first.label(), first.date().year()), words))
    }
}

/// A figure of a night; what was not logged says so.
pub(super) fn night_words(series: &Series, figures: &NightFigures) -> String {
    let panel = &series.panel;
    let value = figures.value(panel.measure);
    let written = value.map(|value| panel.written(value));
    match panel.measure {
        Measure::Cramps if figures.is_not_described() => "yes, not described".to_owned(),
        Measure::Cramps => match (written, figures.worst()) {
            (Some(count), Some(worst)) => format!("{count}, worst severity {}", Severity::get(worst)),
            (count, _) => count.unwrap_or_else(not_logged),
        },
        Measure::Nutrient(nutrient) => {
            let so_far = if figures.food_complete { "" } else { " so far" };
            let food = written.map(|amount| format!("{amount}{so_far}"));
            let supplements = figures.nutrient(nutrient).supplements.filter(|amount| *amount > 0.0).map(|amount| nutrient.amount(amount));
            match (food, supplements) {
                (Some(food), Some(supplements)) => format!("{food}, and {supplements} from supplements"),
                (None, Some(supplements)) => format!("food not logged, {supplements} from supplements"),
                (food, None) => food.unwrap_or_else(not_logged),
            }
        }
        _ => written.unwrap_or_else(not_logged),
    }
}

fn not_logged() -> String {
    "not logged".to_owned()
}
