//! Student's t, for ranges around rates.

use std::f64::consts::{FRAC_2_PI, FRAC_PI_2};

/// The t that 97.5 % of the distribution lies below, for 1 or more degrees of freedom: the half width of a 95 % range.
pub(super) fn t_975(freedom: u32) -> f64 {
    let freedom = freedom.max(1);
    // With theta = atan(t / sqrt(freedom)) the part within ±t grows with theta from 0 to 1.
    let (mut low, mut high) = (0.0, FRAC_PI_2);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if within(freedom, middle) < 0.95 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high).tan() * f64::from(freedom).sqrt()
}

/// The part of the distribution further from 0 than `t`, both ends together: the chance of a two-sided test. `freedom` is 1 or more.
pub(super) fn outside(t: f64, freedom: u32) -> f64 {
    let freedom = freedom.max(1);
    (1.0 - within(freedom, (t.abs() / f64::from(freedom).sqrt()).atan())).clamp(0.0, 1.0)
}

/// The part of the distribution within ±t, by the finite series for whole degrees of freedom
/// (Abramowitz and Stegun, 26.7.3 and 26.7.4), where theta is atan(t / sqrt(freedom)).
fn within(freedom: u32, theta: f64) -> f64 {
    let (sine, cosine) = theta.sin_cos();
    let even = freedom.is_multiple_of(2);
    let (mut term, mut sum) = if even { (1.0, 1.0) } else { (cosine, cosine) };
    let mut factor = if even { 1.0 } else { 2.0 };
    let terms = if even { freedom / 2 } else { freedom.saturating_sub(1) / 2 };
    for _ in 1..terms {
        term *= cosine * cosine * factor / (factor + 1.0);
        sum += term;
        factor += 2.0;
    }
    match freedom {
        1 => FRAC_2_PI * theta,
        _ if even => sine * sum,
        _ => FRAC_2_PI * (theta + sine * sum),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (freedom, t) in [
            (1, 12.706_204_736),
            (2, 4.302_652_730),
            (3, 3.182_446_305),
            (4, 2.776_445_105),
            (5, 2.570_581_836),
            (7, 2.364_624_252),
            (10, 2.228_138_852),
            (29, 2.045_229_642),
            (30, 2.042_272_456),
            (120, 1.979_930_405),
            (1_000, 1.962_339_081),
        ] {
            assert!((t_975(freedom) - t).abs() < 1e-6, "{freedom}: {}", t_975(freedom));
        }
    }
}
