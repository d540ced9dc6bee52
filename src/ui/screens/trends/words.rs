//! The figures of a night in words, for the card and for a screen reader.

use crate::domain::{Entry, Factor, Measure, Severity, grouped};
use crate::insights::NightFigures;

/// What a panel is called: a factor of one's own by its own name.
pub(super) fn label(measure: Measure, factors: &[Entry<Factor>]) -> &str {
    match measure {
        Measure::Own(id) => factor(factors, id).map_or("A factor of your own", |factor| factor.name.as_str()),
        _ => measure.label(),
    }
}

/// A figure of a night; what was not logged says so.
pub(super) fn written(measure: Measure, figures: &NightFigures, factors: &[Entry<Factor>]) -> String {
    if measure == Measure::Cramps && figures.is_not_described() {
        return "yes, not described".to_owned();
    }
    let Some(value) = figures.value(measure) else { return "not logged".to_owned() };
    let tenths = (value * 10.0).round() / 10.0;
    match measure {
        Measure::Cramps if value < 0.5 => "none".to_owned(),
        Measure::Cramps => format!("{value:.0}, worst severity {}", figures.worst().map_or(0, Severity::get)),
        Measure::SleepDisturbed => format!("{value:.0} of 10"),
        Measure::Stretching if value <= 0.0 => "did not stretch".to_owned(),
        Measure::Exercise if value <= 0.0 => "none".to_owned(),
        Measure::Stretching => format!("{value:.1} min"),
        Measure::Hydration | Measure::Exercise => format!("{} {}", grouped(value), measure.unit()),
        Measure::Slept | Measure::Standing | Measure::Caffeine | Measure::Alcohol => format!("{tenths} {}", measure.unit()),
        Measure::Heat => if value > 0.0 { "yes" } else { "no" }.to_owned(),
        Measure::Nutrient(nutrient) => {
            let so_far = if figures.food_complete { "" } else { " so far" };
            let supplements = figures.nutrient(nutrient).supplements.filter(|amount| *amount > 0.0);
            let supplements = supplements.map(|amount| format!(" and {} from supplements", nutrient.amount(amount)));
            format!("{}{so_far}{}", nutrient.amount(value), supplements.unwrap_or_default())
        }
        Measure::Own(id) => factor(factors, id).map_or_else(|| tenths.to_string(), |factor| factor.written(value)),
    }
}

fn factor(factors: &[Entry<Factor>], id: crate::domain::Id<Factor>) -> Option<&Factor> {
    factors.iter().find(|factor| factor.id == id).map(|factor| &factor.value)
}
