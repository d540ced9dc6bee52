//! Many factors, looked at together: what goes with cramps, and how sure is that?

use super::false_discoveries::adjusted;
use super::looks::{as_one_of_the_looks, cut_at_look};
use super::week_swap::{FactorEffect, FactorTest, NightsAndFactor, SwapLots};
use crate::domain::as_f64;
use chrono::NaiveDate;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A factor of each date, and over how many days it works.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorSeries {
    /// The value of each date; `None` where it is not known, which is never 0.
    pub values: Vec<Option<f64>>,
    /// Over how many days its mean is taken, the day itself the last: 1 or 3.
    pub window: usize,
}

/// What may be said of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkLabel {
    /// Hardly chance, with all factors and looks counted in.
    Clear,
    /// Worth an experiment.
    Likely,
    /// May be chance.
    Hint,
    /// At most half as many again or a third fewer.
    LittleOrNone,
    /// Can't tell yet.
    CannotTell,
    /// There is too little of something for a test.
    NotEnough,
}

/// The test the other way round: does the factor of a day follow the cramps of the night before?
#[derive(Debug, Clone, PartialEq)]
pub struct ReverseCheck {
    /// The effect; `None` where there is too little of something.
    pub effect: Option<FactorEffect>,
    /// Whether the person may be reacting to cramps: that way round chance explains it less, and in at most a tenth of cases.
    pub reacting: bool,
}

/// What the diary says of one factor.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorLink {
    /// The test itself.
    pub test: FactorTest,
    /// The reverse check; `None` where there is too little for the test.
    pub reverse: Option<ReverseCheck>,
    /// The chance with all factors and looks counted in; `None` where there is too little for the test.
    pub q: Option<f64>,
    /// What may be said.
    pub label: LinkLabel,
}

/// What the diary says of all factors, as of the last look.
#[derive(Debug, Clone, PartialEq)]
pub struct Links {
    /// The look: how many logged nights were taken in. `None` before the first.
    pub look: Option<usize>,
    /// How many nights from the first on that are, logged or not; 0 before the first look.
    pub nights: usize,
    /// For how many factors there was enough for a test.
    pub tested: usize,
    /// One for each factor, in the order given.
    pub links: Vec<FactorLink>,
}

impl Links {
    /// Tests each factor against the cramps of nights from the date `first` on, up to the last look. Factors are shared out among the
    /// processors.
    #[must_use]
    pub fn of(first: NaiveDate, cramps: &[Option<f64>], factors: &[FactorSeries]) -> Self {
        let Some((look, nights)) = cut_at_look(cramps) else {
            let nothing = |_: &FactorSeries| FactorLink {
                test: FactorTest::before_the_first_look(),
                reverse: None,
                q: None,
                label: LinkLabel::NotEnough,
            };
            return Self { look: None, nights: 0, tested: 0, links: factors.iter().map(nothing).collect() };
        };
        let cramps = &cramps[..nights];
        let mut links = side_by_side(factors, |factor, lots| link(first, cramps, factor, lots));
        let p: Vec<f64> = links.iter().filter_map(|link| Some(as_one_of_the_looks(link.test.result.ok()?.p))).collect();
        let mut q = adjusted(&p).into_iter();
        for link in &mut links {
            let Ok(effect) = link.test.result else { continue };
            link.q = q.next();
            link.label = label(&effect, link.q.unwrap_or(1.0));
        }
        Self { look: Some(look), nights, tested: p.len(), links }
    }
}

/// Tests a factor, without its label.
fn link(first: NaiveDate, cramps: &[Option<f64>], factor: &FactorSeries, lots: &mut SwapLots) -> FactorLink {
    let days = &factor.values[..cramps.len().min(factor.values.len())];
    let means = moving_mean(days, factor.window);
    let test = FactorTest::of(NightsAndFactor { first, cramps, factor: &means }, true, lots);
    let reverse = test.result.ok().map(|effect| {
        let next_days: Vec<_> = days.iter().skip(1).copied().chain([None]).collect();
        let reverse = FactorTest::of(NightsAndFactor { first, cramps, factor: &next_days }, false, lots).result.ok();
        ReverseCheck { effect: reverse, reacting: reverse.is_some_and(|reverse| reverse.p <= 0.1 && reverse.p < effect.p) }
    });
    FactorLink { test, reverse, q: None, label: LinkLabel::NotEnough }
}

/// The first label that holds.
fn label(effect: &FactorEffect, q: f64) -> LinkLabel {
    let little = |range: super::LogRange| range.low.exp() >= 2.0 / 3.0 && range.high.exp() <= 1.5;
    match effect {
        _ if q <= 0.05 => LinkLabel::Clear,
        _ if q <= 0.2 => LinkLabel::Likely,
        FactorEffect { p, .. } if *p <= 0.1 => LinkLabel::Hint,
        FactorEffect { range: Some(range), .. } if little(*range) => LinkLabel::LittleOrNone,
        _ => LinkLabel::CannotTell,
    }
}

/// Of each day the mean of the last `days` days, itself included: of at least two thirds of them, and from the first day on that has so many
/// before it.
fn moving_mean(values: &[Option<f64>], days: usize) -> Vec<Option<f64>> {
    if days <= 1 {
        return values.to_vec();
    }
    let mean = |last: usize| {
        let known: Vec<f64> = values[(last + 1).checked_sub(days)?..=last].iter().flatten().copied().collect();
        (known.len() >= (2 * days).div_ceil(3)).then(|| known.iter().sum::<f64>() / as_f64(known.len()))
    };
    (0..values.len()).map(mean).collect()
}

/// The answer for each factor, in order, worked out on as many threads as there are processors.
fn side_by_side(factors: &[FactorSeries], answer: impl Fn(&FactorSeries, &mut SwapLots) -> FactorLink + Sync) -> Vec<FactorLink> {
    let next = AtomicUsize::new(0);
    let work = || {
        let (mut lots, mut done) = (SwapLots::default(), Vec::new());
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(factor) = factors.get(place) else { return done };
            done.push((place, answer(factor, &mut lots)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(factors.len());
    let mut done = thread::scope(|scope| {
        let start = |_| thread::Builder::new().name("links".to_owned()).spawn_scoped(scope, work).ok();
        let others: Vec<_> = (1..threads).filter_map(start).collect();
        let mut done = work();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, link)| link).collect()
}
