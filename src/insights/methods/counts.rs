//! Exact statements about few events: Poisson limits, and two counts beside each other.

/// The exact 95 % limits of the mean of a count of events: Garwood, Fiducial limits for the Poisson distribution, Biometrika 1936.
///
/// The lower one is the mean at which `events` or more come in 2.5 % of cases, 0 where there was no event; the upper one the mean at which
/// `events` or fewer come in 2.5 %. `events` is a whole number.
#[must_use]
pub fn poisson_limits(events: f64) -> (f64, f64) {
    let top = events + 10.0 * (events + 1.0).sqrt() + 20.0;
    let of_all = ln_factorial(events);
    let high = bisected(top, |mean| at_most(events, mean, of_all) < 0.025);
    if events < 1.0 {
        return (0.0, high);
    }
    let of_fewer = of_all - events.ln();
    (bisected(top, |mean| at_most(events - 1.0, mean, of_fewer) < 0.975), high)
}

/// The point between 0 and `top` from which on `is_above` holds.
fn bisected(top: f64, is_above: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, top);
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if is_above(middle) { high = middle } else { low = middle }
    }
    f64::midpoint(low, high)
}

/// The chance of `events` or fewer where the mean is `mean`: the terms of the distribution, from the largest count down.
/// `ln_factorial` is that of `events`.
fn at_most(events: f64, mean: f64, ln_factorial: f64) -> f64 {
    let mut term = (events * mean.ln() - mean - ln_factorial).exp();
    let (mut sum, mut count) = (term, events);
    while count >= 1.0 && (count > mean || term > 1e-18 * sum) {
        term *= count / mean;
        sum += term;
        count -= 1.0;
    }
    sum
}

/// The natural logarithm of 1 · 2 · … · `count`.
fn ln_factorial(count: f64) -> f64 {
    let (mut sum, mut factor) = (0.0, 2.0);
    while factor <= count {
        sum += f64::ln(factor);
        factor += 1.0;
    }
    sum
}

/// How often chance alone would part two counts at least as much: twice the smaller tail of the binomial distribution of the first count
/// among both, given which share of all nights the first has (Przyborowski and Wilenski, Biometrika 1940). At most 1.
///
/// The counts may be fractions: their sum is rounded, and each tail takes in the whole number beyond.
pub(super) fn two_counts(first: f64, second: f64, share: f64) -> f64 {
    let total = (first + second + 0.5).floor();
    let whole = ln_factorial(total);
    let chance = |count: f64| {
        let ways = whole - ln_factorial(count) - ln_factorial(total - count);
        (ways + count * share.ln() + (total - count) * (-share).ln_1p()).exp()
    };
    let sum = |from: f64, until: f64| {
        let counts = std::iter::successors(Some(from), |count| Some(count + 1.0));
        counts.take_while(|count| *count <= until).map(chance).sum::<f64>()
    };
    let low = sum(0.0, total.min((first - 1e-9).ceil()));
    let high = sum((first + 1e-9).floor().max(0.0), total);
    (2.0 * low.min(high)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_those_of_the_tables() {
        // Garwood's limits as printed in tables of confidence limits for Poisson counts; 0 events: -ln 0.025.
        for (events, low, high) in [
            (0.0, 0.0, 3.688_879),
            (1.0, 0.025_318, 5.571_643),
            (8.0, 3.453_832, 15.763_189),
            (9.0, 4.115_373, 17.084_803),
            (50.0, 37.110_964, 65.918_767),
            (900.0, 842.153_888, 960.772_926),
        ] {
            let found = poisson_limits(events);
            assert!((found.0 - low).abs() < 2e-6 && (found.1 - high).abs() < 2e-6, "{events}: {found:?}");
        }
    }

    #[test]
    fn two_counts_are_compared_exactly() {
        // 36 against none over as many nights each: twice one half to the power of 36.
        assert!((two_counts(36.0, 0.0, 0.5) / (2.0 * 0.5_f64.powi(36)) - 1.0).abs() < 1e-9);
        // 6 against none: 2 / 64.
        assert!((two_counts(0.0, 6.0, 0.5) - 0.031_25).abs() < 1e-12);
        assert!((two_counts(5.0, 5.0, 0.5) - 1.0).abs() < 1e-12);
    }
}
