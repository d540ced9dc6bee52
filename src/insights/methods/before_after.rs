//! Before and after a date: a step in the rate of cramps, beside the trend that was there anyway.

use crate::domain::as_f64;
use crate::insights::student::{outside, t_975};
use chrono::{Days, NaiveDate};

/// Nights right after the start that stand on neither side, so that a change can begin to work: 7.
pub const WASH_IN: usize = 7;
/// The nights of a block: 14.
const BLOCK: usize = 14;
/// A block with fewer known nights than this, 7, is left out.
const LEAST_IN_BLOCK: usize = 7;
/// The most blocks on a side: 6, which are twelve weeks.
const MOST_BLOCKS: usize = 6;
/// The least number of blocks on a side: 4, which are eight weeks.
pub const LEAST_BLOCKS: usize = 4;
/// A residual below this is what computing leaves of 0.
const NOTHING: f64 = 1e-9;

/// The step in the rate, from the straight lines with one step that fit the blocks best.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateStep {
    /// Degrees of freedom: blocks less 3.
    pub freedom: u32,
    /// The step in cramps a week.
    pub a_week: f64,
    /// Its 95 % range.
    pub range: (f64, f64),
    /// The trend beside it, in cramps a week per four weeks.
    pub trend: f64,
    /// How often chance alone would make a step at least as high.
    pub p: f64,
}

impl RateStep {
    /// Whether it is a hint: chance makes such a step once in a hundred times at most. More is never said.
    #[must_use]
    pub fn is_hint(&self) -> bool {
        self.p <= 0.01
    }
}

/// Cramps before and after a start date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BeforeAfter {
    /// Blocks before the start with at least 7 known nights.
    pub blocks_before: usize,
    /// Blocks after the start and the wash-in with at least 7 known nights.
    pub blocks_after: usize,
    /// Cramps a week over the blocks before; `None` unless there is a block on each side.
    pub before: Option<f64>,
    /// Cramps a week over the blocks after; `None` unless there is a block on each side.
    pub after: Option<f64>,
    /// The step; `None` with fewer than four blocks on a side.
    pub step: Option<RateStep>,
}

/// A fortnight.
#[derive(Debug, Clone, Copy)]
struct Block {
    cramps: f64,
    nights: f64,
    /// When it begins, in fortnights from the start.
    time: f64,
    /// 1 after the start, 0 before.
    after: f64,
}

impl BeforeAfter {
    /// Compares the nights before the date `start` with those from `wash_in` nights after it on. The nights are consecutive from the date
    /// `first` on, each `None` where its number of cramps is not known.
    ///
    /// Fortnights are laid back from the start and forward from the end of the wash-in, at most six on a side. Least squares fit
    /// rate = a + b · after + c · time (a segmented regression: A. Wagner and others, J Clin Pharm Ther 2002); b is the step, its error
    /// follows from the residuals, its range from Student's t.
    #[must_use]
    pub fn of(first: NaiveDate, nights: &[Option<f64>], start: NaiveDate, wash_in: usize) -> Self {
        let before = blocks_before(first, nights, start);
        let after = blocks_after(first, nights, start, wash_in);
        let rate = |blocks: &[Block]| {
            7.0 * blocks.iter().map(|block| block.cramps).sum::<f64>() / blocks.iter().map(|block| block.nights).sum::<f64>()
        };
        let both = !before.is_empty() && !after.is_empty();
        let enough = before.len() >= LEAST_BLOCKS && after.len() >= LEAST_BLOCKS;
        Self {
            blocks_before: before.len(),
            blocks_after: after.len(),
            before: both.then(|| rate(&before)),
            after: both.then(|| rate(&after)),
            step: enough.then(|| step(&[before, after].concat())).flatten(),
        }
    }

    /// How many times as many cramps came after as before, without regard to the trend. `None` where none came before, or a side has no
    /// block.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        let before = self.before.filter(|before| *before > 0.0)?;
        Some(self.after? / before)
    }
}

/// The whole fortnights before the start, earliest first.
fn blocks_before(first: NaiveDate, nights: &[Option<f64>], start: NaiveDate) -> Vec<Block> {
    let mut blocks = Vec::new();
    for back in 1..=MOST_BLOCKS {
        let Some(from) = start.checked_sub_days(Days::new((BLOCK * back) as u64)).filter(|from| *from >= first) else { break };
        blocks.extend(block(first, nights, from).map(|block| Block { time: -as_f64(back), ..block }));
    }
    blocks.reverse();
    blocks
}

/// The whole fortnights from the end of the wash-in on.
fn blocks_after(first: NaiveDate, nights: &[Option<f64>], start: NaiveDate, wash_in: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let last = first + Days::new(nights.len() as u64);
    for place in 0..MOST_BLOCKS {
        let from = start.checked_add_days(Days::new((wash_in + BLOCK * place) as u64));
        let Some(from) = from.filter(|from| (last - *from).num_days() >= 14) else { break };
        let time = as_f64(place) + as_f64(wash_in) / as_f64(BLOCK);
        blocks.extend(block(first, nights, from).map(|block| Block { time, after: 1.0, ..block }));
    }
    blocks
}

/// The fortnight from a date on; `None` with fewer than 7 known nights.
fn block(first: NaiveDate, nights: &[Option<f64>], from: NaiveDate) -> Option<Block> {
    let place = (from - first).num_days();
    let known: Vec<f64> = (place..place + 14).filter_map(|place| nights.get(usize::try_from(place).ok()?).copied()?).collect();
    let block = Block { cramps: known.iter().sum(), nights: as_f64(known.len()), time: 0.0, after: 0.0 };
    (known.len() >= LEAST_IN_BLOCK).then_some(block)
}

/// The best fit of a level, a step and a trend; `None` where they cannot be told apart.
fn step(blocks: &[Block]) -> Option<RateStep> {
    let count = as_f64(blocks.len());
    let mean = |of: &dyn Fn(&Block) -> f64| blocks.iter().map(of).sum::<f64>() / count;
    let (mean_after, mean_time) = (mean(&|block| block.after), mean(&|block| block.time));
    let mean_rate = mean(&|block| block.cramps / block.nights);
    // With the means taken away, two equations are left.
    let (mut aa, mut at, mut tt, mut ar, mut tr) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for block in blocks {
        let (after, time, rate) = (block.after - mean_after, block.time - mean_time, block.cramps / block.nights - mean_rate);
        aa += after * after;
        at += after * time;
        tt += time * time;
        ar += after * rate;
        tr += time * rate;
    }
    let determinant = aa * tt - at * at;
    if determinant <= NOTHING {
        return None;
    }
    let (step, trend) = ((ar * tt - tr * at) / determinant, (tr * aa - ar * at) / determinant);
    let residual =
        |block: &Block| block.cramps / block.nights - mean_rate - step * (block.after - mean_after) - trend * (block.time - mean_time);
    let squares: f64 = blocks.iter().map(|block| residual(block).powi(2)).sum();
    let freedom = u32::try_from(blocks.len().checked_sub(3)?).ok()?;
    let error = (squares / f64::from(freedom) * tt / determinant).sqrt();
    let either_way = t_975(freedom) * error;
    let p = match (error > NOTHING, step.abs() > NOTHING) {
        (true, _) => outside(step / error, freedom),
        (false, true) => 0.0,
        (false, false) => 1.0,
    };
    Some(RateStep { freedom, a_week: 7.0 * step, range: (7.0 * (step - either_way), 7.0 * (step + either_way)), trend: 14.0 * trend, p })
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: NaiveDate = NaiveDate::from_ymd_opt(2026, 5, 4).unwrap();

    /// The nights from `before` nights before the start to `after` nights from it on.
    fn found(before: u64, after: u64, cramps: impl Fn(i64) -> f64) -> BeforeAfter {
        let first = START - Days::new(before);
        let nights: Vec<_> =
            (0..before + after).map(|night| Some(cramps(i64::try_from(night).unwrap() - i64::try_from(before).unwrap()))).collect();
        BeforeAfter::of(first, &nights, START, WASH_IN)
    }

    #[test]
    fn a_clean_step_is_found_and_the_wash_in_left_out() {
        // One cramp a night before; in the wash-in ten; none afterwards. Each block is one fortnight of 1 or 0 cramps a night.
        let found = found(84, 91, |night| {
            if night < 0 {
                1.0
            } else if night < 7 {
                10.0
            } else {
                0.0
            }
        });
        assert_eq!((found.blocks_before, found.blocks_after), (6, 6));
        assert!((found.before.unwrap() - 7.0).abs() < 1e-12 && found.after.unwrap().abs() < 1e-12 && found.ratio() == Some(0.0));
        let step = found.step.unwrap();
        assert!((step.a_week + 7.0).abs() < 1e-9 && step.trend.abs() < 1e-9 && step.freedom == 9 && step.is_hint(), "{step:?}");
    }

    #[test]
    fn a_trend_alone_is_no_step() {
        // Rates fall on a straight line: the step is 0, the trend what was put in: 0.01 a night each night, 14 * 0.14 a week per fortnight.
        let step = found(84, 91, |night| 3.0 - 0.01 * f64::from(i16::try_from(night).unwrap())).step.unwrap();
        assert!(step.a_week.abs() < 1e-9 && (step.trend + 14.0 * 0.14).abs() < 1e-9 && !step.is_hint(), "{step:?}");
    }

    #[test]
    fn nights_without_cramps_have_no_ratio_and_no_step() {
        let found = found(84, 91, |_| 0.0);
        assert_eq!((found.ratio(), found.step.unwrap().is_hint()), (None, false));
    }

    #[test]
    fn four_blocks_a_side_are_needed() {
        let of = |before, after| {
            let found = found(before, after, |_| 1.0);
            (found.blocks_before, found.blocks_after, found.step.is_some())
        };
        // 55 nights hold three whole fortnights; 7 + 55 nights after the start three as well.
        assert_eq!(of(55, 63), (3, 4, false));
        assert_eq!(of(56, 62), (4, 3, false));
        assert_eq!(of(56, 63), (4, 4, true));
        assert_eq!(of(400, 400), (6, 6, true));
        assert_eq!(of(0, 0), (0, 0, false));
    }
}
