//! Student's t by plain integration, to hold ranges against.

use std::f64::consts::FRAC_PI_2;

/// The half width of a 95 % range: with t = sqrt(freedom) tan(angle) the density is cos(angle) to the power of freedom - 1.
pub(super) fn half_width(freedom: usize) -> f64 {
    const STEPS: usize = 40_000;
    let power = i32::try_from(freedom).unwrap() - 1;
    #[expect(clippy::cast_precision_loss, reason = "a few thousand steps")]
    let angle = |step: usize| FRAC_PI_2 * step as f64 / STEPS as f64;
    let strip = |step: usize| {
        let (from, to) = (angle(step), angle(step + 1));
        // Simpson's rule.
        (to - from) / 6.0 * (from.cos().powi(power) + 4.0 * f64::midpoint(from, to).cos().powi(power) + to.cos().powi(power))
    };
    let whole: f64 = (0..STEPS).map(strip).sum();
    let mut sum = 0.0;
    for step in 0..STEPS {
        let more = strip(step);
        if sum + more >= 0.95 * whole {
            let share = (0.95 * whole - sum) / more;
            let at = angle(step) + share * (angle(step + 1) - angle(step));
            #[expect(clippy::cast_precision_loss, reason = "fortnights")]
            return at.tan() * (freedom as f64).sqrt();
        }
        sum += more;
    }
    panic!("the density does not add up");
}
